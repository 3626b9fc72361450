//! Earlier answers of a sheet: what stood there before it was changed.
//!
//! They have a record of their own, so that opening a survey does not read
//! them. An answer's own revision says when and by whom it was written; what
//! followed it is the next one of the same question, or the sheet itself.

use super::vault::{Opened, Vault, Write};
use super::{Key, StoreError};
use crate::model::json::record;
use crate::model::{Answer, Extra, Json, PartnerId, Revision, SurveyId};

record! {
    /// An answer as it once was.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Past {
        /// Id of the question or the contact.
        pub id: String,
        /// It is a contact.
        pub contact: bool = optional,
        /// The answer, with its revision.
        pub answer: Answer,
    }
}

impl Past {
    /// An answer to a question or, where `contact` says so, a contact.
    pub fn new(id: &str, contact: bool, answer: Answer) -> Self {
        Self {
            id: id.into(),
            contact,
            answer,
            extra: Extra::new(),
        }
    }
}

record! {
    /// Earlier answers of one sheet, oldest first.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct History {
        /// The answers.
        pub past: Vec<Past>,
    }
}

/// As many are kept of one sheet; then the oldest go.
pub const MOST: usize = 300;

/// An edit that follows one of the same browser within this time belongs to
/// the same sitting: what stood there in between is not kept. Milliseconds.
pub const SITTING: u64 = 10 * 60 * 1000;

/// Reads the earlier answers of a sheet; a record that cannot be read gives
/// none, and stays where it is.
pub fn read(vault: &Vault, survey: &SurveyId, partner: &PartnerId) -> Result<History, StoreError> {
    let key = Key::History(survey.clone(), partner.clone()).to_string();
    Ok(match vault.open(&key)? {
        Opened::Sound(record) => History::from_text(&record.text).unwrap_or_default(),
        Opened::Absent | Opened::Damaged(..) => History::default(),
    })
}

/// The write that keeps `past` among the earlier answers of a sheet; `None`
/// where all of it is there already.
pub fn note(
    vault: &Vault,
    survey: &SurveyId,
    partner: &PartnerId,
    past: &[Past],
    now: u64,
) -> Result<Option<Write>, StoreError> {
    let mut history = read(vault, survey, partner)?;
    let before = history.past.len();
    for answer in past {
        if !history.past.contains(answer) {
            history.past.push(answer.clone());
        }
    }
    if history.past.len() == before {
        return Ok(None);
    }
    let excess = history.past.len().saturating_sub(MOST);
    history.past.drain(..excess);
    let key = Key::History(survey.clone(), partner.clone());
    vault.seal(&key, &history.to_text(), now).map(Some)
}

/// Whether what stood there before an edit is worth keeping: something was
/// written, by somebody else or at another sitting. `now` and the revision's
/// own moment (`then`) in milliseconds.
pub fn is_worth_keeping(before: &Revision, by: &str, then: Option<u64>, now: u64) -> bool {
    let mine = before.by.as_deref() == Some(by);
    let lately = then.is_some_and(|then| now.saturating_sub(then) < SITTING);
    before.n > 0 && !(mine && lately)
}
