//! Comparing: bodies side by side, groups of bodies, and two surveys or two
//! moments of one.

mod changes;
mod groups;
mod sides;

pub use changes::{AnswerChange, Changes, CountChange, QuestionChange, changes};
pub use groups::{BodyGroup, GroupBy, GroupKey, groups, tally_by};
pub use sides::{Alike, Side, alike, side_by_side};

use super::{BodyIndex, Population, words};
use crate::i18n::Locale;
use crate::model::{Answer, AnswerState, EffectiveState, QuestionId, Questionnaire, SurveyHead};

/// What stands in one body's answer, in words: value, comment and note, without
/// how it counts.
pub fn said(t: Locale, population: &Population, body: BodyIndex, question: &QuestionId) -> String {
    let asked = population.head().questionnaire.question(question);
    let said = population.answer(body, question).map(|answer| {
        let answer = Answer {
            state: AnswerState::Given,
            ..answer.clone()
        };
        words::answer(t, asked, &answer)
    });
    said.unwrap_or_default()
}

/// The same, with how it counts where that is not `given`.
pub fn in_words(
    t: Locale,
    population: &Population,
    body: BodyIndex,
    question: &QuestionId,
) -> String {
    let state = population.state(body, question);
    let said = said(t, population, body, question);
    if state == EffectiveState::Given && !said.is_empty() {
        said
    } else if said.is_empty() {
        words::state(t, state).into()
    } else {
        [words::state(t, state), " · ", &said].concat()
    }
}

/// How many questions both ask in the same words, with the same choices.
pub fn in_common(one: &Questionnaire, other: &Questionnaire) -> usize {
    let questions = one.on_sheet().filter(|question| {
        let mut others = other.on_sheet().filter(|q| q.id == question.id);
        others.any(|other| changes::is_asked_alike(question, other))
    });
    questions.count()
}

/// The earlier side with those bodies alone that are looked at on the later one,
/// whatever the earlier one says of them: a filter decides by what is there now.
pub fn looked_at(earlier: &SurveyHead, later: &Population) -> SurveyHead {
    let mut head = earlier.clone();
    let places = changes::places(later);
    head.partners
        .retain(|partner| places.of(&partner.id).is_some());
    head
}
