//! Floor 2: where surveys are kept between visits.
//!
//! A [`Store`] keeps texts under keys, as local storage does. [`library`] knows
//! which records a survey is made of: one for its head, one for each sheet, so
//! that an edit writes one small record. A record that cannot be read is set
//! aside under its own key, with its text, and reported; it is never
//! overwritten.

#[cfg(feature = "web")]
mod indexed_db;
mod journal;
mod key;
pub mod library;
#[cfg(feature = "web")]
mod local;
mod memory;

#[cfg(feature = "web")]
pub use indexed_db::IndexedDb;
pub use journal::{Entry, Journal, JournalError, MemoryJournal, Promise};
pub use key::Key;
#[cfg(feature = "web")]
pub use local::Local;
pub use memory::Memory;

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
    /// Anything else, in the browser's words.
    Failed(String),
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Blocked => f.write_str("storage is blocked"),
            Self::Full => f.write_str("storage is full"),
            Self::NotKept => f.write_str("a record did not read back as written"),
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

    /// Writes, and reads back to see that it is there.
    fn keep(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.write(key, text)?;
        match self.read(key)? {
            Some(kept) if kept == text => Ok(()),
            _ => Err(StoreError::NotKept),
        }
    }
}
