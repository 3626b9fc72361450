//! Changes of several records, all or none.
//!
//! The new texts are written beside the old ones, a commit record says that they
//! count, then they take the place of the old. Interrupted before the commit,
//! nothing has changed; after it, the next visit ends what was begun.

use super::due::{Due, Together};
use super::{StoreError, Vault, Write};
use crate::storage::key;
use crate::storage::record::Stamp64;

impl Vault {
    /// Changes records together, or none of them.
    ///
    /// # Errors
    /// Why nothing has changed.
    pub fn change(&self, writes: Vec<Write>) -> Result<(), StoreError> {
        self.settle()?;
        self.refuse_if_older()?;
        self.write_whole(writes)
    }

    /// Writes new records one after the other; of records that do not fit,
    /// none stays. For records that mean nothing without the last one.
    ///
    /// # Errors
    /// Why nothing has changed.
    pub fn add(&self, writes: &[Write]) -> Result<(), StoreError> {
        self.settle()?;
        self.refuse_if_older()?;
        for (at, write) in writes.iter().enumerate() {
            if let Err(error) = self.put(write, false) {
                for written in &writes[..=at] {
                    self.store.remove(&written.key)?;
                }
                return Err(error);
            }
        }
        Ok(())
    }

    /// Writes new records that mean nothing without the change that follows
    /// ([`add`](Self::add)), then that change ([`change`](Self::change)): all of
    /// it or nothing.
    ///
    /// # Errors
    /// Why nothing has changed.
    pub fn change_with(&self, new: &[Write], writes: Vec<Write>) -> Result<(), StoreError> {
        self.add(new)?;
        let changed = self.change(writes);
        if changed.is_err() {
            for write in new {
                self.store.remove(&write.key)?;
            }
        }
        changed
    }

    pub(super) fn write_whole(&self, writes: Vec<Write>) -> Result<(), StoreError> {
        if let [write] = &writes[..] {
            return self.put(write, false);
        }
        let number = writes.iter().map(|w| w.stamp.milliseconds()).max();
        let number = number.unwrap_or_default();
        if let Err(error) = self.stage(number, &writes) {
            self.unstage(number, &writes)?;
            return Err(error);
        }
        if self.end(number, &writes).is_err() {
            // It counts all the same: the commit is in the store.
            let together = Together::Committed(number);
            self.due.borrow_mut().push(Due { writes, together });
        }
        Ok(())
    }

    /// Writes the new texts beside the old, then the commit.
    fn stage(&self, number: u64, writes: &[Write]) -> Result<(), StoreError> {
        let mut removed = String::new();
        for write in writes {
            match &write.text {
                Some(text) => self.store.keep(&key::staged(number, &write.key), text)?,
                None => {
                    removed.push_str(&write.key);
                    removed.push('\n');
                }
            }
        }
        let commit = self.sealed(Stamp64::new(number), &removed);
        self.store.keep(&key::commit(number), &commit)
    }

    fn unstage(&self, number: u64, writes: &[Write]) -> Result<(), StoreError> {
        self.store.remove(&key::commit(number))?;
        for write in writes {
            self.store.remove(&key::staged(number, &write.key))?;
        }
        Ok(())
    }

    /// Puts staged texts into their places; may be done again.
    pub(super) fn end(&self, number: u64, writes: &[Write]) -> Result<(), StoreError> {
        // Texts first: what was staged of them makes room.
        for is_removal in [false, true] {
            for write in writes {
                if write.text.is_none() == is_removal {
                    self.put(write, true)?;
                    self.store.remove(&key::staged(number, &write.key))?;
                }
            }
        }
        self.store.remove(&key::commit(number))
    }

    /// Writes or removes one record, unless it was overtaken; `is_whole`
    /// where it is part of a change of several.
    pub(super) fn put(&self, write: &Write, is_whole: bool) -> Result<(), StoreError> {
        if self.is_overtaken(write)? {
            return Ok(());
        }
        match &write.text {
            Some(text) => self.store.keep(&write.key, text),
            None => {
                match self.note_removal(write) {
                    // Whoever makes room must not need any; the note fits in it.
                    Err(StoreError::Full) if !is_whole => {
                        self.store.remove(&write.key)?;
                        let _ = self.write_note(write);
                        Ok(())
                    }
                    Err(error) => Err(error),
                    Ok(()) => self.store.remove(&write.key),
                }
            }
        }
    }
}
