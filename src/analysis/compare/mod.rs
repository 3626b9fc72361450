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
use crate::model::{EffectiveState, QuestionId};

/// One body's answer in words, with how it counts where that does not follow
/// from the sheet's own words.
pub fn in_words(
    t: Locale,
    population: &Population,
    body: BodyIndex,
    question: &QuestionId,
) -> String {
    let state = population.state(body, question);
    let asked = population.head().questionnaire.question(question);
    let answer = population.answer(body, question);
    let said = answer.map(|answer| words::answer(t, asked, answer));
    let said = said.filter(|said| !said.is_empty());
    match (state, said) {
        (EffectiveState::OffCondition, Some(said)) => [words::state(t, state), &said].join(" · "),
        (EffectiveState::NotAsked | EffectiveState::Missing, _) | (_, None) => {
            words::state(t, state).into()
        }
        (_, Some(said)) => said,
    }
}
