//! The trash: deleted surveys stay where they are, marked, for thirty days.
//!
//! The mark is one small record, so that deleting and bringing back are one
//! write each, also in a store that is nearly full.

use super::vault::{Opened, Vault, Write};
use super::{Key, StoreError};
use crate::model::SurveyId;

/// How long a deleted survey can be brought back, in milliseconds.
pub const KEPT: u64 = 30 * 24 * 60 * 60 * 1000;

/// Since when a survey is in the trash, in milliseconds since 1970; `None`
/// where it is not. A mark that cannot be read is none: better a survey too
/// many than one too few.
pub fn since(vault: &Vault, id: &SurveyId) -> Result<Option<u64>, StoreError> {
    Ok(match vault.open(&Key::Trash(id.clone()).to_string())? {
        Opened::Sound(record) => Some(record.stamp.milliseconds()),
        Opened::Absent | Opened::Damaged(..) => None,
    })
}

/// Whether a survey is here: its head stands in the store, and it is not in the
/// trash.
pub fn is_here(vault: &Vault, id: &SurveyId) -> Result<bool, StoreError> {
    let head = vault.read(&Key::Head(id.clone()).to_string())?;
    Ok(head.is_some() && since(vault, id)?.is_none())
}

/// The write that puts a survey into the trash.
pub fn put_in(vault: &Vault, id: &SurveyId, now: u64) -> Result<Write, StoreError> {
    vault.seal(&Key::Trash(id.clone()), "", now)
}

/// The write that brings it back.
pub fn take_out(vault: &Vault, id: &SurveyId, now: u64) -> Result<Write, StoreError> {
    vault.removal(&Key::Trash(id.clone()), now)
}

/// Whether the thirty days are over.
pub fn is_over(since: u64, now: u64) -> bool {
    now.saturating_sub(since) > KEPT
}
