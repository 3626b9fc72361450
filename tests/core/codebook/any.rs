//! Any lists, any codebook whose spellings are unique in each question, any edit.

use super::{id, question};
use crate::laws::any::{WORDS, any_list, any_survey};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use rilievo::model::{
    Answer, AnswerState, CodebookEdit, CodebookEntry, Extra, QuestionKind, Revision, SheetStatus,
    Survey, Value,
};

/// The questions that are lists here.
pub const LISTS: [&str; 3] = ["a", "b", "c"];

/// Spellings that overlap in many ways.
const MORE_WORDS: [&str; 6] = [
    "Oracle MySQL",
    "MySQL Oracle",
    "SQL C++",
    "C++ SQL",
    "SQL SQL",
    ".NET Oracle",
];

/// Every body has answered every list.
pub fn any_lists() -> impl Strategy<Value = Survey> {
    let texts = vec(any_list(), 18);
    (any_survey(), texts, any_codebook()).prop_map(|(mut survey, texts, codebook)| {
        let mut texts = texts.into_iter().cycle();
        for question in &mut survey.head.questionnaire.questions {
            question.asked_when = None;
            question.repeats = None;
            if LISTS.contains(&question.id.as_str()) {
                question.kind = QuestionKind::List;
            }
        }
        for sheet in &mut survey.sheets {
            sheet.status = SheetStatus::Submitted;
            for list in LISTS {
                let answer = Answer {
                    state: AnswerState::Given,
                    value: texts.next().map(Value::Text),
                    ..Answer::default()
                };
                sheet.answers.insert(question(list), answer);
            }
        }
        survey.head.codebook = codebook;
        survey
    })
}

/// Each spelling belongs to one entry.
fn any_codebook() -> impl Strategy<Value = Vec<CodebookEntry>> {
    let words = [WORDS.as_slice(), MORE_WORDS.as_slice()].concat();
    let entries = vec((subsequence(LISTS.to_vec(), 1..=3), any::<bool>()), 5);
    let owners = vec(0..7_usize, words.len());
    (entries, owners).prop_map(move |(entries, owners)| {
        let numbered = entries.into_iter().enumerate();
        let entry = |(n, (questions, ignored)): (usize, (Vec<&str>, bool))| {
            let owned = words.iter().zip(&owners).filter(|(_, owner)| **owner == n);
            let mut owned = owned.map(|(word, _)| (*word).to_owned());
            Some(CodebookEntry {
                id: id(&format!("t{n}")),
                term: owned.next()?,
                questions: questions.into_iter().map(question).collect(),
                synonyms: owned.collect(),
                ignored,
                revision: Revision::default(),
                extra: Extra::new(),
            })
        };
        numbered.filter_map(entry).collect()
    })
}

/// What makes an edit, once there is a codebook to edit.
pub type Seed = (usize, Index, Index, Index, bool, &'static str);

pub fn any_seed() -> impl Strategy<Value = Seed> {
    let words = [WORDS.as_slice(), MORE_WORDS.as_slice(), &["Zeta", ""]].concat();
    let index = any::<Index>;
    (
        0..9_usize,
        index(),
        index(),
        index(),
        any::<bool>(),
        select(words),
    )
}

pub fn edit_of(seed: &Seed, codebook: &[CodebookEntry]) -> CodebookEdit {
    use CodebookEdit::*;
    let (kind, term, other, spelling, flag, word) = seed;
    let term = term.get(codebook);
    let spelling = {
        let spellings: Vec<_> = term.spellings().collect();
        spelling.get(&spellings).to_string()
    };
    let (term, other) = (term.id.clone(), other.get(codebook).id.clone());
    match kind {
        0 => Add((*word).into(), *flag),
        1 => Assign((*word).into(), term),
        2 => Merge(term, other),
        3 => Split(term, spelling),
        4 => Rename(term, (*word).into()),
        5 => Ignore(term, *flag),
        6 => Drop(term, spelling),
        7 => Remove(term),
        _ => Limit(term),
    }
}
