//! What was ticked in a closed question, as one number for each body.
//!
//! To count thousands of answers is to look up each by its question and each choice by
//! its name, again for every chart, filter and table. Here it is done once; after that a
//! choice is a bit.

use crate::model::{Answer, Question, Value};

/// The choices of one answer: a bit for each, by its place among the question's options.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ticks(u64);

/// The bit of an answer that says more than its choices do, or something else.
const MORE: u64 = 1 << 63;

/// So many options have bits.
const MOST: usize = 63;

impl Ticks {
    pub(super) fn of(question: &Question, answer: &Answer) -> Self {
        let Some(Value::Choices(chosen)) = &answer.value else {
            return Self(MORE);
        };
        let bits = chosen.iter().map(|choice| {
            let place = question.option_ids().position(|id| *id == choice.option);
            let bit = place.filter(|place| *place < MOST).map(|place| 1 << place);
            match bit {
                Some(bit) if choice.qualifier.is_empty() => bit,
                Some(bit) => bit | MORE,
                None => MORE,
            }
        });
        Self(bits.fold(0, |all, bit| all | bit))
    }

    /// Whether the option at a place was chosen; `None` where it has no bit.
    pub(super) fn has(self, place: usize) -> Option<bool> {
        (place < MOST).then_some(self.0 >> place & 1 == 1)
    }

    /// The places of the choices, in the order of the options.
    pub fn places(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let place = left.trailing_zeros();
            left &= left.wrapping_sub(1);
            (place < u64::BITS).then_some(place as usize)
        })
    }
}

/// What the bodies of a population have ticked in one question.
#[derive(Clone, Copy, Debug)]
pub struct Ticked<'a> {
    pub(super) ticks: &'a [Ticks],
    pub(super) places: &'a [usize],
}

impl Ticked<'_> {
    /// The choices of a body; `None` where they are not all that its answer says: where
    /// something stands beside one, or it is a choice that the question does not have, or no
    /// choice. Whether the answer counts is another matter.
    pub fn of(&self, body: usize) -> Option<Ticks> {
        let ticks = self
            .places
            .get(body)
            .and_then(|place| self.ticks.get(*place));
        ticks.copied().filter(|ticks| ticks.0 & MORE == 0)
    }
}
