//! What the plain page of `tests/bench/plain/` reads, made from the answers of a
//! survey, and the counts that every page has to show of them.
//!
//! The counts are made by loops of their own, from the questionnaire and what is
//! stored: `rilievo::analysis` has no part in them.

use rilievo::model::{
    Answer, AnswerState, Condition, EffectiveState, Question, QuestionKind, Sheet, Survey, Value,
};
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;

/// How many pieces of a list the plain page shows.
const PIECES: usize = 12;

/// The plain page's input: a list for each body, with its name, the status of its
/// sheet, an answer for each question, what was added to answers, and the
/// contacts. An answer is a text, a list of options, or the number of a state that
/// is none; without one it is blank.
pub fn input(survey: &Survey) -> String {
    let questions = &survey.head.questionnaire.questions;
    let ids: Vec<_> = questions.iter().map(|q| q.id.as_str()).collect();
    let sheets = survey.sheets.iter().map(|sheet| (&sheet.partner, sheet));
    let sheets: BTreeMap<_, _> = sheets.collect();
    let bodies: Vec<Json> = survey
        .head
        .partners
        .iter()
        .map(|partner| {
            let blank = Sheet::expected(partner.id.clone());
            let sheet = *sheets.get(&partner.id).unwrap_or(&&blank);
            let answers = questions.iter().map(|q| said(sheet.answers.get(&q.id)));
            let contacts = survey.head.questionnaire.contacts.iter();
            let contacts = contacts.map(|c| sheet.contacts.get(&c.id).map_or("", Answer::text));
            json!([
                partner.name,
                sheet.status.code(),
                answers.collect::<Vec<_>>(),
                added(questions, sheet),
                contacts.collect::<Vec<_>>(),
            ])
        })
        .collect();
    json!({ "domande": ids, "schede": bodies }).to_string()
}

/// One answer, as the plain page keeps it.
fn said(answer: Option<&Answer>) -> Json {
    let Some(answer) = answer else {
        return json!(0);
    };
    match answer.state {
        AnswerState::Given => match &answer.value {
            Some(Value::Choices(chosen)) => chosen.iter().map(|c| c.option.as_str()).collect(),
            _ => json!(answer.text()),
        },
        state => json!(
            AnswerState::ALL
                .iter()
                .position(|s| *s == state)
                .map(|at| at - 1)
        ),
    }
}

/// Comments, by question; and what was written beside an option, by question and
/// option.
fn added(questions: &[Question], sheet: &Sheet) -> Json {
    let mut added = Map::new();
    for question in questions {
        let Some(answer) = sheet.answers.get(&question.id) else {
            continue;
        };
        if !answer.comment.is_empty() {
            added.insert(question.id.to_string(), json!(answer.comment));
        }
        for chosen in answer.choices() {
            if !chosen.qualifier.is_empty() {
                let name = format!("{}/{}", question.id, chosen.option);
                added.insert(name, json!(chosen.qualifier));
            }
        }
    }
    added.into()
}

/// The counts of every question that is asked, over the sheets that were
/// received: bodies behind each option, and bodies in each state; of lists the
/// pieces that were typed most often.
///
/// `of` takes the bodies that are looked at; of the others nothing is counted.
pub fn counts(survey: &Survey, of: impl Fn(&Sheet) -> bool) -> Json {
    let questions = &survey.head.questionnaire.questions;
    let sheets: Vec<&Sheet> = survey.sheets.iter().filter(|s| of(s)).collect();
    let mut counts = Map::new();
    for question in questions.iter().filter(|q| q.repeats.is_none()) {
        counts.insert(question.id.to_string(), count(questions, question, &sheets));
    }
    counts.into()
}

fn count(questions: &[Question], question: &Question, sheets: &[&Sheet]) -> Json {
    let mut states: BTreeMap<&str, usize> = BTreeMap::new();
    let mut options: BTreeMap<&str, usize> = BTreeMap::new();
    let mut pieces: BTreeMap<String, usize> = BTreeMap::new();
    for option in &question.options {
        options.insert(option.id.as_str(), 0);
    }
    for sheet in sheets {
        let state = state(questions, question, sheet);
        *states.entry(state.code()).or_default() += 1;
        if state != EffectiveState::Given {
            continue;
        }
        let answer = &sheet.answers[&question.id];
        for chosen in answer.choices() {
            *options.entry(chosen.option.as_str()).or_default() += 1;
        }
        if question.kind == QuestionKind::List {
            for piece in answer.text().split([',', ';']) {
                *pieces.entry(piece.trim().to_lowercase()).or_default() += 1;
            }
        }
    }
    let mut pieces: Vec<(String, usize)> = pieces.into_iter().collect();
    pieces.sort_by(|(a, n), (b, m)| m.cmp(n).then_with(|| a.cmp(b)));
    pieces.truncate(PIECES);
    let pieces: BTreeMap<String, usize> = pieces.into_iter().collect();
    json!({ "states": states, "options": options, "pieces": pieces })
}

/// How one answer counts. The questionnaire of the example asks a follow-up
/// after one option of one question, which is itself always asked.
fn state(questions: &[Question], question: &Question, sheet: &Sheet) -> EffectiveState {
    if !sheet.status.is_received() {
        return EffectiveState::Missing;
    }
    let stored = |question: &Question| {
        let answer = sheet.answers.get(&question.id);
        answer.map_or(AnswerState::Blank, |answer| answer.state)
    };
    let mut asked = true;
    if let Some(Condition::Includes(includes)) = &question.asked_when {
        let parent = questions.iter().find(|q| q.id == includes.question);
        if let Some(parent) = parent
            && stored(parent) == AnswerState::Given
        {
            let chosen = sheet.answers[&parent.id].choices();
            asked = chosen.iter().any(|c| c.option == includes.option);
        }
    }
    match (asked, stored(question)) {
        (true, stored) => stored.into(),
        (false, AnswerState::Given) => EffectiveState::OffCondition,
        (false, _) => EffectiveState::NotAsked,
    }
}
