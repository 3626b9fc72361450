//! A condition prepared for any number of sheets: its questions are known by their places.

use super::{AnswerState, Condition, EffectiveState, OptionId, QuestionId, Truth};

/// A condition whose questions are known by their places.
#[derive(Debug)]
pub enum When<'a> {
    /// Every one holds.
    All(Vec<When<'a>>),
    /// At least one holds.
    Any(Vec<When<'a>>),
    /// The other does not hold.
    Not(Box<When<'a>>),
    /// A question, and the choice looked for.
    Includes(usize, &'a OptionId),
    /// A question, and the state looked for.
    State(usize, AnswerState),
    /// It looks at a question that has no place.
    Unknown,
}

impl<'a> When<'a> {
    /// Prepares a condition. `place` tells where a question stands, if it stands anywhere.
    pub fn new(condition: &'a Condition, place: &dyn Fn(&QuestionId) -> Option<usize>) -> Self {
        let each = |parts: &'a [Condition]| parts.iter().map(|part| Self::new(part, place));
        match condition {
            Condition::All(parts) => Self::All(each(parts).collect()),
            Condition::Any(parts) => Self::Any(each(parts).collect()),
            Condition::Not(part) => Self::Not(Box::new(Self::new(part, place))),
            Condition::Includes(i) => {
                place(&i.question).map_or(Self::Unknown, |at| Self::Includes(at, &i.option))
            }
            Condition::State(s) => {
                place(&s.question).map_or(Self::Unknown, |at| Self::State(at, s.state))
            }
        }
    }

    /// What is known of it on a sheet. `state` tells the state in which the answer to a
    /// question counts, where that is known; `has`, whether the answer has a choice.
    ///
    /// Three-valued logic after Kleene: `All` is false as soon as one part is false, `Any`
    /// true as soon as one is true; otherwise an unknown part makes the whole unknown.
    pub fn truth(
        &self,
        state: &impl Fn(usize) -> Option<EffectiveState>,
        has: &impl Fn(usize, &OptionId) -> bool,
    ) -> Truth {
        let all = |parts: &[Self], decisive, otherwise| {
            let parts = parts.iter().map(|part| part.truth(state, has));
            Truth::together(parts, decisive, otherwise)
        };
        let of = |at: usize, holds: &dyn Fn(EffectiveState) -> Truth| match state(at) {
            Some(state) if state.was_asked() => holds(state),
            // What was not asked was not answered.
            Some(_) => Truth::False,
            None => Truth::Unknown,
        };
        match self {
            Self::All(parts) => all(parts, Truth::False, Truth::True),
            Self::Any(parts) => all(parts, Truth::True, Truth::False),
            Self::Not(part) => part.truth(state, has).not(),
            Self::Includes(at, option) => of(*at, &|state| match state {
                EffectiveState::Given => Truth::of(has(*at, option)),
                _ => Truth::Unknown,
            }),
            Self::State(at, wanted) => of(*at, &|state| Truth::of(state == (*wanted).into())),
            Self::Unknown => Truth::Unknown,
        }
    }
}
