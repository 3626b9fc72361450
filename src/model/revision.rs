//! When a record was last changed, how often, and by which browser.

use super::Json;
use super::json::{Reader, record, through_value};

/// A moment in UTC as RFC 3339 text (`2026-11-23T10:00:00.000Z`), so that text
/// order is time order. A date alone (`2020-04-30`) is a moment too.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(String);

impl Json for Timestamp {
    fn read(value: serde_json::Value, reader: &mut Reader) -> Self {
        Self(String::read(value, reader))
    }

    fn to_json(&self) -> serde_json::Value {
        self.0.to_json()
    }
}

through_value!(Timestamp);

impl Timestamp {
    /// Takes RFC 3339 text as the caller's clock gives it.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text as it is stored.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The day, `2026-11-23`.
    pub fn day(&self) -> &str {
        self.0.get(..10).unwrap_or(&self.0)
    }
}

/// What an edit is signed with: the moment, and the browser that made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// When.
    pub at: Timestamp,
    /// A random name of the browser, not of the person.
    pub by: String,
}

record! {
/// How often a record was edited since it was made, and the last edit.
/// A record that nobody has edited has none of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Revision {
    /// Number of edits.
    pub n: u32 = optional,
    /// Moment of the last edit.
    pub at: Option<Timestamp> = optional,
    /// Browser of the last edit.
    pub by: Option<String> = optional,
}
}

impl Revision {
    /// Counts one more edit.
    pub fn bump(&mut self, stamp: &Stamp) {
        self.n = self.n.saturating_add(1);
        self.at = Some(stamp.at.clone());
        self.by = Some(stamp.by.clone());
    }
}
