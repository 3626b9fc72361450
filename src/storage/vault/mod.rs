//! The vault: a store that changes whole, with what still has to reach it.
//!
//! Three things may stand between what was said to be kept and the store: a
//! store that refuses (it is full), a change of several records that was
//! interrupted, and a browser that was killed before it had written to the disk. In
//! all three the writes are *due*: they are read as if they stood in the store, and
//! tried again by [`Vault::settle`] until they do.
//!
//! What is due stands in `due`, changes of several records in `whole`, what a
//! page does when it opens in `recover` and `replay`.

mod due;
mod recover;
mod replay;
mod whole;

pub use replay::{ON_DISK, Replayed};

use super::key::{self, Key};
use super::record::{self, Damage, Record, Squeeze, Stamp64};
use super::{Store, StoreError};
use due::Due;
use std::cell::{Cell, RefCell};

/// The layout of the records that this version writes. A page that finds a
/// greater one is older than what wrote it, and writes nothing.
pub const LAYOUT: u32 = 2;

/// One record as it will stand in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// Its key.
    pub key: String,
    /// What stands there, sealed; `None` removes it.
    pub text: Option<String>,
    /// When it was made.
    pub stamp: Stamp64,
}

/// What stands under a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// Nothing.
    Absent,
    /// A sound record.
    Sound(Record),
    /// Something that is no sound record, as it stands there.
    Damaged(String, Damage),
}

/// What the text under a key is.
fn opened(text: Option<String>) -> Opened {
    match text {
        None => Opened::Absent,
        Some(text) => match record::open(&text) {
            Ok(record) => Opened::Sound(record),
            Err(damage) => Opened::Damaged(text, damage),
        },
    }
}

/// A store and what is due to it.
pub struct Vault {
    store: Box<dyn Store>,
    due: RefCell<Vec<Due>>,
    last: Cell<u64>,
    squeeze: Cell<Squeeze>,
}

impl Vault {
    /// Takes a store and ends what an earlier visit had begun.
    ///
    /// # Errors
    /// When the store cannot be read at all.
    pub fn new(store: Box<dyn Store>) -> Result<Self, StoreError> {
        let vault = Self {
            store,
            due: RefCell::default(),
            last: Cell::new(0),
            squeeze: Cell::new(record::stored),
        };
        vault.recover()?;
        // What cannot be written now stays due.
        let _ = vault.settle();
        Ok(vault)
    }

    /// A vault without anything in it.
    pub fn in_memory(memory: super::Memory) -> Self {
        Self {
            store: Box::new(memory),
            due: RefCell::default(),
            last: Cell::new(0),
            squeeze: Cell::new(record::stored),
        }
    }

    /// From here on texts are sealed as small as `squeeze` makes them; before,
    /// they are as long as they are.
    pub fn squeeze_with(&self, squeeze: Squeeze) {
        self.squeeze.set(squeeze);
    }

    fn sealed(&self, stamp: Stamp64, text: &str) -> String {
        record::seal_with(self.squeeze.get(), stamp, text)
    }

    /// The text under a key, due or stored.
    pub fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        match self.waiting(key)? {
            Some(write) => Ok(write.text),
            None => self.store.read(key),
        }
    }

    /// The record under a key.
    pub fn open(&self, key: &str) -> Result<Opened, StoreError> {
        Ok(opened(self.read(key)?))
    }

    /// When the record under a key was written; `None` where there is none.
    pub fn stamp_of(&self, key: &str) -> Result<Option<Stamp64>, StoreError> {
        Ok(self.read(key)?.as_deref().and_then(record::stamp_of))
    }

    /// All keys, due or stored.
    pub fn keys(&self) -> Result<Vec<String>, StoreError> {
        let mut keys = self.store.keys()?;
        for due in self.due.borrow().iter() {
            for write in &due.writes {
                if !self.counts(due, write)? {
                    continue;
                }
                let at = keys.iter().position(|key| *key == write.key);
                match (at, &write.text) {
                    (None, Some(_)) => keys.push(write.key.clone()),
                    (Some(at), None) => {
                        keys.swap_remove(at);
                    }
                    _ => {}
                }
            }
        }
        Ok(keys)
    }

    /// Seals a text for a key. Its stamp is `now` (milliseconds since 1970),
    /// or just after what stands there and after everything sealed before, should the clock
    /// have gone back.
    pub fn seal(&self, key: &Key, text: &str, now: u64) -> Result<Write, StoreError> {
        let key = key.to_string();
        let stamp = self.next_stamp(&key, now)?;
        Ok(Write {
            key,
            text: Some(self.sealed(stamp, text)),
            stamp,
        })
    }

    /// The removal of a key.
    pub fn removal(&self, key: &Key, now: u64) -> Result<Write, StoreError> {
        let key = key.to_string();
        let stamp = self.next_stamp(&key, now)?;
        Ok(Write {
            key,
            text: None,
            stamp,
        })
    }

    fn next_stamp(&self, key: &str, now: u64) -> Result<Stamp64, StoreError> {
        let there = self.newest(key)?.milliseconds();
        let stamp = now.max(self.last.get() + 1).max(there + 1);
        let stamp = Stamp64::new(stamp);
        self.last.set(stamp.milliseconds());
        Ok(stamp)
    }

    /// The newest stamp of a key, due or stored: another page may have written
    /// it since what is due was made. The stamp of a damaged record says nothing.
    fn newest(&self, key: &str) -> Result<Stamp64, StoreError> {
        let stored = self.store.read(key)?;
        let stored = stored.and_then(|text| record::open(&text).ok());
        let mut newest = stored.map_or(Stamp64::default(), |record| record.stamp);
        newest = newest.max(Stamp64::new(self.removed(key)?.unwrap_or(0)));
        for due in self.due.borrow().iter() {
            for write in &due.writes {
                if write.key == key {
                    newest = newest.max(write.stamp);
                }
            }
        }
        Ok(newest)
    }

    /// Says that a write with this stamp was made elsewhere: in another page, or
    /// at an earlier visit. What is sealed from here on is newer.
    pub fn heard(&self, stamp: u64) {
        let stamp = Stamp64::new(stamp).milliseconds();
        self.last.set(self.last.get().max(stamp));
    }

    /// A moment that is not before any stamp that was given here.
    pub fn moment(&self, now: u64) -> u64 {
        now.max(self.last.get())
    }

    /// Whether one of these writes would not be made: something newer stands in
    /// its place, or was removed from it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn is_ahead_of(&self, writes: &[Write]) -> Result<bool, StoreError> {
        for write in writes {
            if self.is_overtaken(write)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Keeps a plain text that nothing depends on, such as a setting.
    ///
    /// # Errors
    /// Why it is not kept; it is not tried again.
    pub fn set(&self, key: &Key, text: &str) -> Result<(), StoreError> {
        self.refuse_if_older()?;
        self.store.keep(&key.to_string(), text)
    }

    /// Removes a plain text.
    ///
    /// # Errors
    /// Why it is still there.
    pub fn remove_plain(&self, key: &str) -> Result<(), StoreError> {
        self.refuse_if_older()?;
        self.store.remove(key)
    }

    /// Says that the store is of this version's layout, unless it is of a
    /// newer one.
    ///
    /// # Errors
    /// [`StoreError::Older`] when this page is older than the store.
    pub fn claim(&self) -> Result<(), StoreError> {
        self.refuse_if_older()?;
        let mine = LAYOUT.to_string();
        if self.store.read(key::LAYOUT)?.as_deref() == Some(&mine) {
            return Ok(());
        }
        self.store.keep(key::LAYOUT, &mine)
    }

    /// A page with older code than what wrote the store must not write.
    fn refuse_if_older(&self) -> Result<(), StoreError> {
        let there = self.store.read(key::LAYOUT)?;
        let there = there.and_then(|text| text.parse::<u32>().ok());
        match there {
            Some(layout) if layout > LAYOUT => Err(StoreError::Older),
            _ => Ok(()),
        }
    }

    /// Removes every key that is ours, and forgets what is due.
    ///
    /// # Errors
    /// When the store cannot be read or does not let go.
    pub fn delete_everything(&self) -> Result<(), StoreError> {
        self.due.borrow_mut().clear();
        for key in self.store.keys()? {
            if key::is_ours(&key) {
                self.store.remove(&key)?;
            }
        }
        Ok(())
    }

    /// All keys that the store has now, whatever is due.
    pub(super) fn stored_keys(&self) -> Result<Vec<String>, StoreError> {
        self.store.keys()
    }

    /// UTF-16 units that the store holds in all, where that is known.
    pub(super) fn room(&self) -> Option<usize> {
        self.store.room()
    }

    /// UTF-16 units that a stored key and its text take.
    pub fn units(&self, key: &str) -> Result<usize, StoreError> {
        self.store.units(key)
    }
}
