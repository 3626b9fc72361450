//! The answers to one question as they were written, body by body: for texts,
//! addresses, numbers and dates, and for whoever wants to read the words
//! behind a count.

use super::{BodyIndex, Population};
use crate::model::{EffectiveState, LocalText, QuestionId, Value};

/// What one body says.
#[derive(Clone, Debug, PartialEq)]
pub struct BodyAnswer {
    /// The body.
    pub body: BodyIndex,
    /// How its answer counts.
    pub state: EffectiveState,
    /// What stands in the field, also where the state is not `given`: it is
    /// shown, and counts only when given.
    pub value: Option<Value>,
    /// What the body adds.
    pub comment: String,
    /// What the person who transcribed the sheet notes.
    pub note: LocalText,
}

/// Every body's answer, in the order of the partners; a missing body has a
/// line too, with nothing in it.
pub fn answers(population: &Population, question: &QuestionId) -> Vec<BodyAnswer> {
    population
        .states(question)
        .enumerate()
        .map(|(body, state)| {
            let answer = population.answer(body, question);
            BodyAnswer {
                body,
                state,
                value: answer.and_then(|a| a.value.clone()),
                comment: answer.map_or_else(String::new, |a| a.comment.clone()),
                note: answer.map_or_else(LocalText::default, |a| a.note.clone()),
            }
        })
        .collect()
}
