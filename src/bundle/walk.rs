//! What a bundle's reader asks of a text, with the refusals of bundles.

use super::{Damage, Refusal, canonical};
use crate::model::json::{Fault, Reading, Text, Wrong};
use crate::model::sort_by;
use serde_json::Value;

impl From<Wrong> for Damage {
    fn from(wrong: Wrong) -> Self {
        match wrong {
            // Whoever has the whole text tells where.
            Wrong::Syntax => Self::Syntax { line: 0, column: 0 },
            Wrong::Unfit(expected) => Self::Unfit { expected },
            Wrong::Twice => Self::Twice,
            Wrong::HalfCharacter => Self::HalfCharacter,
            Wrong::Over(what, limit) => Self::Limit { what, limit },
        }
    }
}

impl Refusal {
    /// The refusal of what is wrong, at its place below `above`.
    pub(super) fn of_fault(fault: &Fault, above: &str) -> Self {
        Self::Damaged {
            place: fault.place(above),
            problem: fault.wrong.into(),
        }
    }
}

/// The value that a text holds; `depth` levels of nesting are around it.
pub(super) fn value(text: &str, depth: usize) -> Reading<Value> {
    let mut text = Text::of_file(text, depth);
    let value = text.value()?;
    text.end()?;
    Ok(value)
}

/// The texts of a list's items, if it is a list.
pub(super) fn items(text: &str) -> Reading<Option<Vec<&str>>> {
    let mut walk = Text::of_file(text, 0);
    if walk.next() != b'[' {
        return Ok(None);
    }
    let mut found = Vec::new();
    walk.list(&mut |walk, _| {
        found.push(walk.skip());
        Ok(())
    })?;
    Ok(Some(found))
}

/// Puts fields into the canonical order of their names, and gives the first name that stands
/// twice.
pub(super) fn sorted<T>(fields: &mut Vec<(String, T)>) -> Option<&str> {
    sort_by(fields, |a, b| canonical::order(&a.0, &b.0));
    let mut pairs = fields.windows(2);
    let same = pairs.find(|pair| pair[0].0 == pair[1].0)?;
    Some(&same[0].0)
}
