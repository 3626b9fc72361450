//! What is due to the store: what it refused waits here, in its order, and is
//! tried again until it is written or another page has overtaken it.

use super::{StoreError, Vault, Write};
use crate::storage::key;
use crate::storage::record::{self, Stamp64};

/// How writes belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Together {
    /// All or none.
    Whole,
    /// All or none, and the commit is in the store already, under this number.
    Committed(u64),
    /// Each only after the one before it.
    InOrder,
}

#[derive(Clone, Debug)]
pub(super) struct Due {
    pub(super) writes: Vec<Write>,
    pub(super) together: Together,
}

impl Due {
    fn has(&self, key: &str) -> bool {
        self.writes.iter().any(|write| write.key == key)
    }
}

impl Vault {
    /// Keeps writes that must not be refused, such as edits; several of them
    /// change together. What the store refuses is due from here on.
    ///
    /// # Errors
    /// Why something is due.
    pub fn keep(&self, writes: Vec<Write>) -> Result<(), StoreError> {
        self.owe(writes, Together::Whole);
        self.settle()
    }

    /// Keeps writes of which each needs the one before it.
    ///
    /// # Errors
    /// Why something is due.
    pub fn keep_in_order(&self, writes: Vec<Write>) -> Result<(), StoreError> {
        self.owe(writes, Together::InOrder);
        self.settle()
    }

    pub(super) fn owe(&self, mut writes: Vec<Write>, together: Together) {
        let mut due = self.due.borrow_mut();
        // An edit that waits is replaced by a newer one of the same record.
        if let [write] = &mut writes[..]
            && let Some(last) = due.iter_mut().rfind(|d| d.has(&write.key))
            && let [old] = &mut last.writes[..]
            && old.stamp <= write.stamp
        {
            *old = write.clone();
            return;
        }
        if !writes.is_empty() {
            due.push(Due { writes, together });
        }
    }

    /// Whether something has not reached the store yet.
    pub fn owes(&self) -> bool {
        !self.due.borrow().is_empty()
    }

    /// Whether this key has not reached the store yet.
    pub fn owes_key(&self, key: &str) -> bool {
        touches(&self.due.borrow(), key)
    }

    /// Forgets what is due to keys that `is_gone` names. A change whose commit
    /// is in the store is ended first all the same: the next page would.
    pub fn forget_due(&self, is_gone: &dyn Fn(&str) -> bool) {
        let mut due = self.due.borrow_mut();
        for waiting in due.iter_mut() {
            if matches!(waiting.together, Together::Committed(_)) {
                continue;
            }
            waiting.writes.retain(|write| !is_gone(&write.key));
        }
        due.retain(|waiting| !waiting.writes.is_empty());
    }

    /// Tries to bring to the store what is due.
    ///
    /// # Errors
    /// The first refusal; what was refused stays due.
    pub fn settle(&self) -> Result<(), StoreError> {
        let waiting = std::mem::take(&mut *self.due.borrow_mut());
        if waiting.is_empty() {
            return Ok(());
        }
        let mut stuck: Vec<Due> = Vec::new();
        let mut result = self.refuse_if_older();
        for mut due in waiting {
            // Nothing overtakes an earlier write of the same record.
            // What `self.due` holds now is a change that could not be ended.
            let behind = due.writes.iter().any(|write| {
                touches(&stuck, &write.key) || touches(&self.due.borrow(), &write.key)
            });
            let written = match &result {
                Err(StoreError::Older) => Err(StoreError::Older),
                _ if behind => Ok(false),
                _ => self.write_due(&mut due),
            };
            match written {
                Ok(true) => continue,
                Ok(false) => {}
                Err(error) => result = result.and(Err(error)),
            }
            stuck.push(due);
        }
        // A change that was committed and could not be ended has added itself;
        // what waited behind it comes after it.
        self.due.borrow_mut().extend(stuck);
        result
    }

    /// Says whether it is all written.
    fn write_due(&self, due: &mut Due) -> Result<bool, StoreError> {
        if self.is_ended(due)? {
            return Ok(true);
        }
        match due.together {
            Together::Whole => self.write_whole(due.writes.clone())?,
            Together::Committed(number) => self.end(number, &due.writes)?,
            Together::InOrder => {
                while let Some(write) = due.writes.first() {
                    self.put(write, false)?;
                    due.writes.remove(0);
                }
            }
        }
        Ok(true)
    }

    /// The last write that is due to a key, unless another page has overtaken it.
    pub(super) fn waiting(&self, key: &str) -> Result<Option<Write>, StoreError> {
        for due in self.due.borrow().iter().rev() {
            if let Some(write) = due.writes.iter().rfind(|write| write.key == key) {
                let counts = self.counts(due, write)?;
                return Ok(counts.then(|| write.clone()));
            }
        }
        Ok(None)
    }

    /// Whether a write that is due is still to be made.
    pub(super) fn counts(&self, due: &Due, write: &Write) -> Result<bool, StoreError> {
        Ok(!self.is_ended(due)? && !self.is_overtaken(write)?)
    }

    /// Whether another page has ended a change that was committed.
    fn is_ended(&self, due: &Due) -> Result<bool, StoreError> {
        Ok(match due.together {
            Together::Committed(number) => self.store.read(&key::commit(number))?.is_none(),
            _ => false,
        })
    }

    /// Whether the store has a newer record than this, or one was removed since.
    pub(super) fn is_overtaken(&self, write: &Write) -> Result<bool, StoreError> {
        let newer = |stamp: Stamp64| stamp > write.stamp;
        Ok(match self.store.read(&write.key)? {
            // A damaged stamp does not keep anything out.
            Some(there) => {
                record::stamp_of(&there).is_some_and(newer) && record::open(&there).is_ok()
            }
            // Where the record still stands, its removal was noted and not made.
            None => write.text.is_some() && self.noted(&write.key)?.is_some_and(newer),
        })
    }
}

fn touches(waiting: &[Due], key: &str) -> bool {
    waiting.iter().any(|due| due.has(key))
}
