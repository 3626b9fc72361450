//! The write-ahead journal: what was written lately, kept where a killed
//! browser does not lose it.
//!
//! Local storage answers at once, but the browser carries it to the disk
//! seconds later; a completed IndexedDB transaction is on the disk. So every
//! write is in the journal too, until it is certain that the store has kept it.

use super::vault::Write;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::future::Future;
use std::pin::Pin;

/// One write of the store, as the journal keeps it: the last one of its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Key in the store.
    pub key: String,
    /// What stands there; `None` where it was removed.
    pub text: Option<String>,
    /// Write stamp of the record: the greater is the newer.
    pub stamp: u64,
    /// When the store took it: milliseconds since 1970; [`u64::MAX`] while
    /// the store still refuses it, or was not asked yet.
    pub written: u64,
}

impl Entry {
    /// The entry of a write that the store has not taken yet.
    pub fn of(write: &Write) -> Self {
        Self {
            key: write.key.clone(),
            text: write.text.clone(),
            stamp: write.stamp.milliseconds(),
            written: u64::MAX,
        }
    }
}

/// Why the journal did not do what it was asked for: the browser has none for
/// this page, or it failed, in the browser's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalError(pub String);

impl fmt::Display for JournalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "journal failed: {}", self.0)
    }
}

impl std::error::Error for JournalError {}

/// What a journal promises; it borrows nothing, so that it can be waited for
/// while the store goes on.
pub type Promise<T> = Pin<Box<dyn Future<Output = Result<T, JournalError>>>>;

/// A journal; every promise that resolves is on the disk.
pub trait Journal {
    /// Keeps all of `entries` or none; an entry takes the place of the one
    /// with the same key, unless that is newer.
    fn commit(&self, entries: Vec<Entry>) -> Promise<()>;

    /// Everything in it, in no particular order.
    fn entries(&self) -> Promise<Vec<Entry>>;

    /// Forgets the entry of each key, unless it is newer than the stamp given
    /// with the key.
    fn prune(&self, known: Vec<(String, u64)>) -> Promise<()>;

    /// Forgets everything.
    fn clear(&self) -> Promise<()>;
}

/// A journal in memory: for tests, and where the browser has none.
#[derive(Debug, Default)]
pub struct MemoryJournal {
    entries: RefCell<BTreeMap<String, Entry>>,
}

fn ready<T: 'static>(value: T) -> Promise<T> {
    Box::pin(std::future::ready(Ok(value)))
}

impl Journal for MemoryJournal {
    fn commit(&self, entries: Vec<Entry>) -> Promise<()> {
        let mut all = self.entries.borrow_mut();
        for entry in entries {
            let newer = all.get(&entry.key).is_some_and(|e| e.stamp > entry.stamp);
            if !newer {
                all.insert(entry.key.clone(), entry);
            }
        }
        ready(())
    }

    fn entries(&self) -> Promise<Vec<Entry>> {
        ready(self.entries.borrow().values().cloned().collect())
    }

    fn prune(&self, known: Vec<(String, u64)>) -> Promise<()> {
        let mut all = self.entries.borrow_mut();
        for (key, stamp) in known {
            if all.get(&key).is_some_and(|e| e.stamp <= stamp) {
                all.remove(&key);
            }
        }
        ready(())
    }

    fn clear(&self) -> Promise<()> {
        self.entries.borrow_mut().clear();
        ready(())
    }
}
