//! The store and the journal compared: what one has and the other has not.
//!
//! A removal leaves a note with its stamp: without it, a record that is not there
//! would look like one that was lost.

use super::due::Together;
use super::{Opened, StoreError, Vault, Write, opened};
use crate::storage::journal::Entry;
use crate::storage::key::{self, Key};
use crate::storage::record::{self, Stamp64};

/// After so many milliseconds a browser has brought a write to the disk; the
/// longest time measured was seventy seconds. A page that is opened before may read
/// what the disk does not have.
pub const ON_DISK: u64 = 2 * 60 * 1000;

const DAY: u64 = 24 * 60 * 60 * 1000;

/// What a replay of the journal came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replayed {
    /// What the journal shall keep now: entries that the store has not, and
    /// what was written lately and the journal was not told of.
    pub redone: Vec<Entry>,
    /// Keys and stamps of entries that the store has, and has had for so long
    /// ([`ON_DISK`]) that the journal may forget them.
    pub found: Vec<(String, u64)>,
}

impl Vault {
    /// Brings back what the journal has and the store has not. `now` is when
    /// that happens, in milliseconds since 1970. Where there is no journal, it is
    /// called with no entries.
    ///
    /// # Errors
    /// When the store cannot be read; what it refuses is due, not an error.
    pub fn replay(&self, mut entries: Vec<Entry>, now: u64) -> Result<Replayed, StoreError> {
        // In the order of their making: a survey's head comes last.
        crate::model::sort_by_key(&mut entries, |entry| entry.stamp);
        let mut replayed = Replayed::default();
        let mut needed = Vec::new();
        let mut known: Vec<(String, u64)> = Vec::new();
        for entry in &entries {
            known.push((entry.key.clone(), entry.stamp));
        }
        crate::model::sort_by_key(&mut known, |(key, _)| key.clone());
        for entry in entries {
            self.heard(entry.stamp);
            let removed = self.removed(&entry.key)?;
            if removed.is_some() && entry.text.is_some() {
                needed.push(entry.key.clone());
            }
            let there = self.read(&entry.key)?;
            // Nearly always it is the same, and need not be opened; what was set aside is
            // damaged, and kept so.
            let same = there.is_some() && there == entry.text;
            let here = same
                || match opened(there) {
                    Opened::Sound(record) => record.stamp.milliseconds() >= entry.stamp,
                    Opened::Absent => {
                        entry.text.is_none() || removed.is_some_and(|stamp| stamp >= entry.stamp)
                    }
                    Opened::Damaged(..) => false,
                };
            if here && !self.owes_key(&entry.key) {
                // A moment still to come says nothing: the store did not have it
                // then, or the clock has gone back. It counts from now on.
                if entry.written > now {
                    let written = now;
                    replayed.redone.push(Entry { written, ..entry });
                } else if now - entry.written >= ON_DISK {
                    replayed.found.push((entry.key, entry.stamp));
                }
                continue;
            }
            if !here {
                let write = Write {
                    key: entry.key.clone(),
                    text: entry.text.clone(),
                    stamp: Stamp64::new(entry.stamp),
                };
                self.owe(vec![write], Together::Whole);
            }
            replayed.redone.push(Entry {
                written: now,
                ..entry
            });
        }
        // What cannot be written now stays due.
        let _ = self.settle();
        for entry in &mut replayed.redone {
            if self.owes_key(&entry.key) {
                entry.written = u64::MAX;
            }
        }
        let names = self.store.keys()?;
        let untold = self.untold(&names, &known, now)?;
        for entry in &untold {
            self.heard(entry.stamp);
            needed.push(entry.key.clone());
        }
        replayed.redone.extend(untold);
        self.drop_removal_notes(&names, &needed);
        Ok(replayed)
    }

    /// What of these keys was written lately and is not in the journal, sorted in `known`
    /// by key: a page was closed before it could tell it. The disk may not have it,
    /// and what is promised from now on may build on it. The rest of a change
    /// that could not be ended is told with it, lest only a part comes back.
    fn untold(
        &self,
        names: &[String],
        known: &[(String, u64)],
        now: u64,
    ) -> Result<Vec<Entry>, StoreError> {
        let is_told = |key: &str, stamp: u64| {
            let told = known.binary_search_by(|(k, _)| k.as_str().cmp(key)).ok();
            let told = told.and_then(|at| known.get(at));
            told.is_some_and(|(_, told)| *told >= stamp)
        };
        let mut untold = Vec::new();
        for name in names {
            let gone = key::was_gone(name);
            let key = gone.as_deref().unwrap_or(name);
            if !is_journaled(key)
                || (gone.is_some() && self.store.read(key)?.is_some())
                || self.waiting(key)?.is_some()
            {
                continue;
            }
            // Of most records this is all that is looked at.
            let front = self.store.front(name, record::TO_STAMP)?;
            let stamp = front.as_deref().and_then(record::stamp_of);
            let stamp = stamp.map_or(0, Stamp64::milliseconds);
            // Much later than now is no moment at all.
            let is_late = stamp.saturating_add(ON_DISK) > now && stamp < now + DAY;
            if !is_late || is_told(key, stamp) {
                continue;
            }
            let text = self.store.read(name)?.unwrap_or_default();
            if record::open(&text).is_ok() {
                untold.push(Entry {
                    key: key.into(),
                    text: gone.is_none().then_some(text),
                    stamp,
                    written: now,
                });
            }
        }
        for due in self.due.borrow().iter() {
            for write in &due.writes {
                let entry = Entry::of(write);
                if is_journaled(&write.key)
                    && !is_told(&write.key, entry.stamp)
                    && self.counts(due, write)?
                {
                    untold.push(entry);
                }
            }
        }
        Ok(untold)
    }

    /// Keys and stamps of the entries that the store has now.
    pub fn has(&self, entries: &[Entry]) -> Vec<(String, u64)> {
        let has = |entry: &&Entry| {
            let there = self.stamp_of(&entry.key).ok().flatten();
            let there = there.map(Stamp64::milliseconds);
            !self.owes_key(&entry.key)
                && match &entry.text {
                    Some(_) => there >= Some(entry.stamp),
                    None => there.is_none(),
                }
        };
        let kept = entries.iter().filter(has);
        kept.map(|entry| (entry.key.clone(), entry.stamp)).collect()
    }

    /// Notes when a record was removed, lest the journal takes it for lost, or
    /// another page still writes what it made before.
    pub(super) fn note_removal(&self, write: &Write) -> Result<(), StoreError> {
        if !is_journaled(&write.key) || self.noted(&write.key)? >= Some(write.stamp) {
            return Ok(());
        }
        let noted = self.write_note(write);
        // What is not there may still be on its way from another page. That is
        // rare: the note is not worth a refusal.
        if self.store.read(&write.key)?.is_none() {
            return Ok(());
        }
        noted
    }

    /// When the record of a key was removed, as its note says.
    pub(super) fn noted(&self, key: &str) -> Result<Option<Stamp64>, StoreError> {
        let note = self.store.read(&key::gone(key))?;
        let note = note.and_then(|note| record::open(&note).ok());
        Ok(note.map(|note| note.stamp))
    }

    pub(super) fn write_note(&self, write: &Write) -> Result<(), StoreError> {
        let note = self.sealed(write.stamp, "");
        self.store.keep(&key::gone(&write.key), &note)
    }

    /// When the record of a key was removed, as far as that is still known, or is
    /// to be removed.
    pub(super) fn removed(&self, key: &str) -> Result<Option<u64>, StoreError> {
        let stamp = match self.waiting(key)? {
            Some(write) => write.text.is_none().then_some(write.stamp),
            None => self.noted(key)?,
        };
        Ok(stamp.map(Stamp64::milliseconds))
    }

    /// Drops notes of removals that no older entry of the journal and nothing
    /// that is due needs.
    fn drop_removal_notes(&self, names: &[String], needed: &[String]) {
        if self.refuse_if_older().is_err() {
            return;
        }
        for name in names {
            let of = key::was_gone(name);
            if of.is_some_and(|of| !needed.contains(&of) && !self.owes_key(&of)) {
                let _ = self.store.remove(name);
            }
        }
    }
}

/// Whether the journal is told of this key: what a survey says, and not what it
/// once said; and what an import that it brings back can be undone with.
fn is_journaled(key: &str) -> bool {
    match Key::parse(key) {
        Some(Key::Snapshot(..)) | None => false,
        Some(Key::Undo) => true,
        Some(key) => key.survey().is_some(),
    }
}
