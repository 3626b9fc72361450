//! When a record was last changed, how often, and by which browser.

use super::{Extra, is_default};
use serde::{Deserialize, Serialize};

/// A moment in UTC as RFC 3339 text (`2026-11-23T10:00:00.000Z`), so that text
/// order is time order. A date alone (`2020-04-30`) is a moment too.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(String);

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

/// How often a record was edited since it was made, and the last edit.
/// A record that nobody has edited has none of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Revision {
    /// Number of edits.
    #[serde(default, skip_serializing_if = "is_default")]
    pub n: u32,
    /// Moment of the last edit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Timestamp>,
    /// Browser of the last edit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Revision {
    /// Counts one more edit.
    pub fn bump(&mut self, stamp: &Stamp) {
        self.n = self.n.saturating_add(1);
        self.at = Some(stamp.at.clone());
        self.by = Some(stamp.by.clone());
    }
}
