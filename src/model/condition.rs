//! Conditions over answers, as data: when a follow-up is asked, when a reading holds.

use super::json::{record, tagged};
use super::{AnswerState, Extra, OptionId, QuestionId};

/// What is known of a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    /// It holds.
    True,
    /// It is known not to hold.
    False,
    /// The answer it looks at is not given, so nobody can say.
    Unknown,
}

impl Truth {
    /// Of something that is known.
    pub(super) fn of(holds: bool) -> Self {
        if holds { Self::True } else { Self::False }
    }

    /// Of the opposite.
    pub(super) fn not(self) -> Self {
        match self {
            Self::True => Self::False,
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
        }
    }

    /// Of several together: the first that is `decisive` decides; otherwise one
    /// that is unknown makes the whole unknown.
    pub(super) fn together(
        parts: impl Iterator<Item = Self>,
        decisive: Self,
        otherwise: Self,
    ) -> Self {
        let mut result = otherwise;
        for part in parts {
            match part {
                truth if truth == decisive => return decisive,
                Self::Unknown => result = Self::Unknown,
                _ => {}
            }
        }
        result
    }
}

/// A condition over the answers of one sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// Every one holds.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// The other does not hold.
    Not(Box<Condition>),
    /// A choice is ticked.
    Includes(Includes),
    /// An answer is in a state.
    State(StateIs),
}

tagged! {
    Condition {
        All(Vec<Condition>) = "all",
        Any(Vec<Condition>) = "any",
        Not(Box<Condition>) = "not",
        Includes(Includes) = "includes",
        State(StateIs) = "state",
    } else Self::All(Vec::new())
}

record! {
/// `option` is among the choices of `question`.
#[derive(Clone, Debug, PartialEq)]
pub struct Includes {
    /// The question looked at.
    pub question: QuestionId,
    /// The choice looked for.
    pub option: OptionId,
}
}

record! {
/// The answer to `question` is in `state`.
#[derive(Clone, Debug, PartialEq)]
pub struct StateIs {
    /// The question looked at.
    pub question: QuestionId,
    /// The state looked for.
    pub state: AnswerState,
}
}

impl Condition {
    /// `option` is among the choices of `question`.
    pub fn includes(question: QuestionId, option: OptionId) -> Self {
        Self::Includes(Includes {
            question,
            option,
            extra: Extra::new(),
        })
    }

    /// Calls `see` for every question the condition looks at, with the choice
    /// it looks for, if any.
    pub fn each_reference<'a>(
        &'a self,
        see: &mut impl FnMut(&'a QuestionId, Option<&'a OptionId>),
    ) {
        match self {
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.each_reference(see);
                }
            }
            Self::Not(part) => part.each_reference(see),
            Self::Includes(i) => see(&i.question, Some(&i.option)),
            Self::State(s) => see(&s.question, None),
        }
    }
}
