//! Whatever is counted says what each answer says by itself: choices, which are read once
//! for all counts, whoever is looked at first, and terms.

use crate::laws::any::{any_selection, any_survey};
use proptest::prelude::*;
use rilievo::analysis::{
    BodyIndex, Columns, Counting, ListReader, Population, combinations, tally, terms,
};
use rilievo::model::{
    Answer, Choice, Chosen, Extra, LocalText, OptionId, Question, QuestionKind, Sheet, SheetStatus,
    Survey, TermId, Value, lowercase,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The bodies that chose an option, with what stands beside it; of a choice that stands
/// twice the first.
fn chose(population: &Population, question: &Question, option: &OptionId) -> Vec<(usize, String)> {
    let bodies = given(population, question);
    let chose = bodies.filter_map(|(body, value)| match value {
        Value::Choices(chosen) => {
            let choice = chosen.iter().find(|choice| choice.option == *option)?;
            Some((body, choice.qualifier.clone()))
        }
        _ => None,
    });
    chose.collect()
}

/// The values that count.
fn given<'a>(
    population: &'a Population,
    question: &'a Question,
) -> impl Iterator<Item = (BodyIndex, &'a Value)> {
    use rilievo::model::EffectiveState::Given;
    let bodies = population.in_state(&question.id, Given).into_iter();
    bodies.filter_map(|body| Some((body, population.value(body, &question.id)?)))
}

fn choices_are_counted(population: &Population, question: &Question) {
    let (counted, _) = tally(population, question);
    for option in &counted.options {
        let ticks = option.ticks.iter();
        let ticks: Vec<_> = ticks.map(|t| (t.body, t.qualifier.clone())).collect();
        let expected = chose(population, question, &option.option);
        assert_eq!(ticks, expected, "{} {}", question.id, option.option);
    }
    let mut sets: BTreeMap<Vec<OptionId>, Vec<BodyIndex>> = BTreeMap::new();
    for (body, value) in given(population, question) {
        if let Value::Choices(chosen) = value {
            let options = question.option_ids();
            let set = options.filter(|id| chosen.iter().any(|c| c.option == **id));
            sets.entry(set.cloned().collect()).or_default().push(body);
        }
    }
    sets.remove(&Vec::new());
    let found = combinations(population, question).into_iter();
    let found: BTreeMap<_, _> = found.map(|set| (set.options, set.bodies)).collect();
    assert_eq!(found, sets, "{}", question.id);
}

fn terms_are_counted(population: &Population, question: &Question) {
    let reader = ListReader::new(&population.head().codebook, &question.id);
    let mut known: BTreeMap<TermId, Vec<BodyIndex>> = BTreeMap::new();
    let mut unread: BTreeMap<String, (String, Vec<BodyIndex>)> = BTreeMap::new();
    let note = |bodies: &mut Vec<BodyIndex>, body| {
        bodies.push(body);
        bodies.dedup();
    };
    for (body, value) in given(population, question) {
        let Value::Text(text) = value else { continue };
        let read = reader.read(text);
        for found in read.found.into_iter().filter(|found| !found.ignored) {
            note(known.entry(found.term).or_default(), body);
        }
        for piece in read.unread.into_iter().map(|range| &text[range]) {
            let first = || (piece.to_owned(), Vec::new());
            let (_, bodies) = unread.entry(lowercase(piece)).or_insert_with(first);
            note(bodies, body);
        }
    }
    let (counted, _) = terms(population, question);
    let terms = counted.terms.into_iter().map(|term| (term.id, term.bodies));
    assert_eq!(terms.collect::<BTreeMap<_, _>>(), known, "{}", question.id);
    // Those of most bodies first, and alphabetical among themselves.
    let mut expected: Vec<_> = unread.into_values().collect();
    expected.sort_by_key(|(_, bodies)| std::cmp::Reverse(bodies.len()));
    let pieces = counted.unread.into_iter().map(|p| (p.text, p.bodies));
    assert_eq!(pieces.collect::<Vec<_>>(), expected, "{}", question.id);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn what_is_read_once_is_what_each_answer_says(
        survey in any_survey(),
        selections in proptest::collection::vec(any_selection(), 1..4),
    ) {
        let sheets: Vec<&Sheet> = survey.sheets.iter().collect();
        let known = Arc::new(Columns::new(&survey.head, &sheets));
        for selection in &selections {
            let sheet = |at: usize| sheets.get(at).copied();
            let population = Population::of(&survey.head, &sheet, Arc::clone(&known), selection);
            for question in &survey.head.questionnaire.questions {
                if question.kind.is_closed() {
                    choices_are_counted(&population, question);
                } else if question.kind == QuestionKind::List {
                    terms_are_counted(&population, question);
                }
            }
        }
    }
}

/// The example with one question of `count` choices, of which each body chose the first and
/// its own last ones.
fn with_many_choices(count: usize) -> (Survey, Question) {
    let mut survey = crate::library_life::example();
    let id = |at: usize| OptionId::new(&format!("c{at}")).unwrap();
    let head = &mut survey.head.questionnaire.questions;
    let multiple = |question: &&mut Question| question.kind == QuestionKind::Multiple;
    let question = head.iter_mut().find(multiple).unwrap();
    question.asked_when = None;
    question.repeats = None;
    question.options = (0..count)
        .map(|at| Choice {
            id: id(at),
            label: LocalText::new("it", at.to_string()),
            extra: Extra::new(),
        })
        .collect();
    let question = question.clone();
    for (at, sheet) in survey.sheets.iter_mut().enumerate() {
        let chosen = [0, count - 1, count - 1 - at].map(|at| Chosen::new(id(at)));
        let answer = Answer::given(Value::Choices(chosen.into()));
        sheet.status = SheetStatus::Submitted;
        sheet.answers.insert(question.id.clone(), answer);
    }
    (survey, question)
}

#[test]
fn choices_beyond_those_that_have_bits_are_counted_too() {
    for count in [62, 63, 64, 65, 200] {
        let (survey, question) = with_many_choices(count);
        let population = Population::new(&survey.head, &survey.sheets, Counting::Received);
        choices_are_counted(&population, &question);
        let (counted, warnings) = tally(&population, &question);
        assert_eq!(warnings, []);
        let last = counted.options.last().unwrap();
        assert_eq!(last.ticks.len(), survey.sheets.len(), "of {count}");
    }
}

#[test]
fn a_question_that_is_not_as_in_the_survey_is_counted_by_its_own_choices() {
    let (survey, mut question) = with_many_choices(20);
    question.options.reverse();
    let population = Population::new(&survey.head, &survey.sheets, Counting::Received);
    choices_are_counted(&population, &question);
}
