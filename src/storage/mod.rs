//! Floor 2: where surveys are kept between visits.
//!
//! A [`Store`] keeps texts under keys, as local storage does. A [`record`] is
//! such a text, stamped, checked and small. A [`Vault`] changes several records
//! whole, and keeps what a full store refuses until it fits. A [`Journal`] has
//! what was written lately, where a killed browser does not lose it. [`library`]
//! knows which records a survey is made of: one for its head, one for each
//! partner with its sheet, so that an edit writes one small record; beside it
//! stand the [`history`] of sheets, [`snapshots`] of surveys, the [`trash`], and
//! the [`health`] of it all. An [`import`] changes several surveys at once, and
//! [`undo`] takes it back.

pub mod first_layout;
pub mod health;
pub mod history;
pub mod import;
#[cfg(feature = "web")]
mod indexed_db;
mod journal;
mod key;
pub mod library;
#[cfg(feature = "web")]
mod local;
mod memory;
pub mod record;
pub mod snapshots;
pub mod trash;
pub mod undo;
mod vault;

#[cfg(feature = "web")]
pub use indexed_db::IndexedDb;
pub use journal::{Entry, Journal, JournalError, MemoryJournal, Promise};
pub use key::{Key, LAYOUT as LAYOUT_KEY, is_ours};
#[cfg(feature = "web")]
pub use local::Local;
pub use memory::Memory;
pub use vault::{LAYOUT, ON_DISK, Opened, Replayed, Vault, Write};

use std::fmt;

/// Why the store did not do what it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser does not let the page keep anything (private mode, policy).
    Blocked,
    /// There is no room left.
    Full,
    /// A text was written and did not read back as it was.
    NotKept,
    /// The store was written by a newer version of this program.
    Older,
    /// Anything else, in the browser's words.
    Failed(String),
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Blocked => f.write_str("storage is blocked"),
            Self::Full => f.write_str("storage is full"),
            Self::NotKept => f.write_str("a record did not read back as written"),
            Self::Older => f.write_str("the store is of a newer version"),
            Self::Failed(message) => write!(f, "storage failed: {message}"),
        }
    }
}

impl std::error::Error for StoreError {}

/// Texts under keys.
pub trait Store {
    /// The text under `key`, if any.
    fn read(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Keeps `text` under `key`; on any error the text that was there stays.
    fn write(&self, key: &str, text: &str) -> Result<(), StoreError>;

    /// Forgets `key`; a key that is not there is fine.
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// All keys, in no particular order.
    fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// How the text under `key` begins, if there is one: at least its first `count`
    /// UTF-16 units, unless it is shorter.
    fn front(&self, key: &str, _count: u32) -> Result<Option<String>, StoreError> {
        self.read(key)
    }

    /// UTF-16 units that it holds in all, where there is a limit that is known.
    fn room(&self) -> Option<usize> {
        None
    }

    /// UTF-16 units that a key and its text take; the browser counts so.
    fn units(&self, key: &str) -> Result<usize, StoreError> {
        let text = self.read(key)?.unwrap_or_default();
        Ok(utf16(key) + utf16(&text))
    }

    /// Writes, and reads back to see that it is there.
    fn keep(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.write(key, text)?;
        match self.read(key)? {
            Some(kept) if kept == text => Ok(()),
            _ => Err(StoreError::NotKept),
        }
    }
}

fn utf16(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}
