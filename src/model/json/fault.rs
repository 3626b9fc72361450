//! What can be wrong with a text that is read, with its place, and how much a file may
//! hold.

use serde::{Deserialize, Serialize};

/// Deepest nesting.
pub const MAX_DEPTH: usize = 127;

/// Longest text of a file, in characters.
pub const MAX_TEXT: usize = 200_000;

/// Most items of any list of a file: partners and sheets among them.
pub const MAX_ITEMS: usize = 50_000;

/// Most fields of any object of a file.
pub const MAX_FIELDS: usize = 10_000;

/// Of what there is too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Limited {
    /// Levels of nesting.
    Depth,
    /// Characters of a text.
    Text,
    /// Items of a list.
    Items,
    /// Fields of an object.
    Fields,
}

/// What is wrong with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It is not JSON.
    Syntax,
    /// Something else should stand there; technical, in English.
    Unfit(&'static str),
    /// The field stands twice in its object.
    Twice,
    /// Half of a character, such as `\ud800` alone.
    HalfCharacter,
    /// More than a file may hold.
    Over(Limited, usize),
}

/// What is wrong, and the way to it.
#[derive(Clone, Debug)]
pub struct Fault {
    /// The innermost part first.
    path: Vec<String>,
    /// What is wrong there.
    pub wrong: Wrong,
}

impl Fault {
    /// The same one level further out.
    #[must_use]
    pub fn at(mut self: Box<Self>, part: impl Into<String>) -> Box<Self> {
        self.path.push(part.into());
        self
    }

    /// Where it is, below `above`: `sheets[3].answers.q2.state`.
    pub fn place(&self, above: &str) -> String {
        let mut place = String::from(above);
        for part in self.path.iter().rev() {
            if !place.is_empty() && !part.starts_with('[') {
                place.push('.');
            }
            place.push_str(part);
        }
        place
    }
}

impl From<Wrong> for Box<Fault> {
    #[cold]
    fn from(wrong: Wrong) -> Self {
        let path = Vec::new();
        Self::new(Fault { path, wrong })
    }
}

/// What reading gives, or why it stops.
pub type Reading<T> = Result<T, Box<Fault>>;

/// Fails because something else should stand there.
#[cold]
pub fn unfit<T>(expected: &'static str) -> Reading<T> {
    Err(Wrong::Unfit(expected).into())
}
