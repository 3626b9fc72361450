//! What is worked out of a survey in one pass says what each sheet says by itself.

use crate::generated::generate;
use crate::laws::any::{any_selection, any_survey};
use proptest::prelude::*;
use rilievo::analysis::completeness::{of_dimension, of_each_in};
use rilievo::analysis::readings::of_question;
use rilievo::analysis::{Columns, Counting, Population, Selection};
use rilievo::model::{
    AnswerState, Condition, EffectiveState, Question, QuestionId, Questionnaire, Reading, Sheet,
    Survey, Truth,
};
use std::sync::Arc;

/// What is known of a condition on a sheet, as the format tells it, if `asked` tells of a
/// question whether it was asked.
fn truth(
    condition: &Condition,
    sheet: &Sheet,
    asked: &dyn Fn(&QuestionId) -> Option<bool>,
) -> Truth {
    let each = |parts: &[Condition]| -> Vec<Truth> {
        let parts = parts.iter();
        parts.map(|part| truth(part, sheet, asked)).collect()
    };
    let leaf = |question, holds: Option<bool>| match (asked(question), holds) {
        (None, _) | (Some(true), None) => Truth::Unknown,
        (Some(true), Some(true)) => Truth::True,
        (Some(false), _) | (Some(true), Some(false)) => Truth::False,
    };
    match condition {
        Condition::All(parts) => match each(parts) {
            parts if parts.contains(&Truth::False) => Truth::False,
            parts if parts.contains(&Truth::Unknown) => Truth::Unknown,
            _ => Truth::True,
        },
        Condition::Any(parts) => match each(parts) {
            parts if parts.contains(&Truth::True) => Truth::True,
            parts if parts.contains(&Truth::Unknown) => Truth::Unknown,
            _ => Truth::False,
        },
        Condition::Not(part) => match truth(part, sheet, asked) {
            Truth::True => Truth::False,
            Truth::False => Truth::True,
            Truth::Unknown => Truth::Unknown,
        },
        Condition::Includes(looks) => {
            let answer = sheet.answers.get(&looks.question);
            let given = answer.filter(|answer| answer.state == AnswerState::Given);
            leaf(
                &looks.question,
                given.map(|answer| answer.has(&looks.option)),
            )
        }
        Condition::State(looks) => {
            let holds = sheet.state(&looks.question) == looks.state;
            leaf(&looks.question, Some(holds))
        }
    }
}

/// The states of a sheet, question by question, as the format tells them: a
/// follow-up looks for its parents among the questions before it.
fn by_the_book(questionnaire: &Questionnaire, sheet: &Sheet) -> Vec<EffectiveState> {
    let mut before: Vec<(&QuestionId, bool)> = Vec::new();
    let mut states = Vec::new();
    for question in &questionnaire.questions {
        let asked_before = |id: &QuestionId| {
            let found = before.iter().rev().find(|(other, _)| *other == id);
            found.map(|(_, asked)| *asked)
        };
        let when = question.asked_when.as_ref();
        let asked = question.repeats.is_none()
            && when.is_none_or(|when| truth(when, sheet, &asked_before) != Truth::False);
        states.push(match (asked, sheet.state(&question.id)) {
            (true, stored) => stored.into(),
            (false, AnswerState::Given) => EffectiveState::OffCondition,
            (false, _) => EffectiveState::NotAsked,
        });
        before.push((&question.id, asked));
    }
    states
}

/// What the answer to a question means on a sheet with these states: the first rule that
/// holds decides on what was asked for and given.
fn read_by_the_book(
    questionnaire: &Questionnaire,
    question: &Question,
    sheet: &Sheet,
    states: &[EffectiveState],
) -> Option<Reading> {
    let readings = question
        .readings
        .as_ref()
        .filter(|readings| !readings.off)?;
    let state = |id: &QuestionId| {
        let at = questionnaire.questions.iter().position(|q| q.id == *id)?;
        states.get(at).copied()
    };
    if state(&question.id) != Some(EffectiveState::Given) {
        return Some(Reading::Unknown);
    }
    let asked = |id: &QuestionId| state(id).map(EffectiveState::was_asked);
    let mut rules = readings.rules.iter();
    let rule = rules.find(|rule| truth(&rule.when, sheet, &asked) == Truth::True);
    Some(rule.map_or(readings.otherwise, |rule| rule.reading))
}

/// Holds a population against its sheets, one by one.
fn says_what_the_sheets_say(survey: &Survey, counting: Counting) {
    let population = Population::new(&survey.head, &survey.sheets, counting);
    let questionnaire = &survey.head.questionnaire;
    let readings = questionnaire.questions.iter();
    let readings: Vec<_> = readings.map(|q| of_question(&population, q)).collect();
    for (at, body) in population.bodies().iter().enumerate() {
        let expected = match body.sheet {
            Some(sheet) => by_the_book(questionnaire, sheet),
            None => vec![EffectiveState::Missing; questionnaire.questions.len()],
        };
        let mut seen = Vec::new();
        let questions = questionnaire.questions.iter().zip(&expected).zip(&readings);
        for ((question, state), readings) in questions {
            // Of two questions with one id the first is meant.
            if !seen.contains(&&question.id) {
                assert_eq!(
                    population.state(at, &question.id),
                    *state,
                    "{}",
                    question.id
                );
                seen.push(&question.id);
            }
            let written = body.sheet.and_then(|sheet| sheet.answers.get(&question.id));
            assert_eq!(population.answer(at, &question.id), written);
            let by_book = |sheet| read_by_the_book(questionnaire, question, sheet, &expected);
            let read = readings.as_ref().and_then(|read| *read.by_body.get(at)?);
            assert_eq!(read, body.sheet.and_then(by_book), "{}", question.id);
        }
    }
    for dimension in &questionnaire.dimensions {
        let each = of_each_in(&population, &dimension.id);
        assert_eq!(each.len(), population.bodies().len());
        let sum = each.into_iter().sum();
        assert_eq!(of_dimension(&population, &dimension.id), sum);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn one_pass_gives_the_states_that_each_sheet_has(survey in any_survey()) {
        for counting in [Counting::Received, Counting::WithDrafts] {
            says_what_the_sheets_say(&survey, counting);
        }
    }

    #[test]
    fn what_is_known_once_serves_every_selection(
        survey in any_survey(),
        selections in proptest::collection::vec(any_selection(), 1..4),
    ) {
        let sheets: Vec<&Sheet> = survey.sheets.iter().collect();
        let known = Arc::new(Columns::new(&survey.head, &sheets));
        for selection in &selections {
            let anew = Population::selected(&survey.head, &survey.sheets, selection);
            let sheet = |at: usize| sheets.get(at).copied();
            let served = Population::of(&survey.head, &sheet, Arc::clone(&known), selection);
            for list in [Population::received, Population::counted, Population::missing] {
                prop_assert_eq!(list(&anew), list(&served));
            }
            prop_assert_eq!(anew.warnings(), served.warnings());
            let people = served.people();
            for (at, body) in served.bodies().iter().enumerate() {
                let place = served.place(at).unwrap();
                prop_assert_eq!(&people.at(place).unwrap().id, &body.partner.id);
                prop_assert_eq!(people.name(place), &body.partner.name);
            }
            for question in &survey.head.questionnaire.questions {
                let states: Vec<_> = served.states(&question.id).collect();
                prop_assert_eq!(anew.states(&question.id).collect::<Vec<_>>(), states);
            }
        }
    }
}

#[test]
fn a_survey_of_a_thousand_bodies_says_what_its_sheets_say() {
    let survey = generate::survey(11, 1_000);
    says_what_the_sheets_say(&survey, Counting::WithDrafts);
    let everybody = Population::selected(
        &survey.head,
        &survey.sheets,
        &Selection::counting(Counting::Received),
    );
    assert_eq!(everybody.people().at(1_000), None, "there are no more");
}
