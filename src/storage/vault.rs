//! The vault: a store that changes whole, with what still has to reach it.
//!
//! Three things may stand between what was said to be kept and the store: a
//! store that refuses (it is full), a change of several records that was
//! interrupted, and a browser that was killed before it had written to the disk. In
//! all three the writes are *due*: they are read as if they stood in the store, and
//! tried again by [`Vault::settle`] until they do.
//!
//! Several records change together in three steps: the new texts are
//! written beside the old ones, a commit record says that they count, then
//! they take the place of the old. Interrupted before the commit, nothing has
//! changed; after it, the next visit ends what was begun.

use super::journal::Entry;
use super::key::{self, Key};
use super::record::{self, Damage, Record, Squeeze, Stamp64};
use super::{Store, StoreError};
use std::cell::{Cell, RefCell};

/// The layout of the records that this version writes. A page that finds a
/// greater one is older than what wrote it, and writes nothing.
pub const LAYOUT: u32 = 2;

/// After so many milliseconds a browser has brought a write to the disk; the
/// longest time measured was seventy seconds. A page that is opened before may read
/// what the disk does not have.
pub const ON_DISK: u64 = 2 * 60 * 1000;

const DAY: u64 = 24 * 60 * 60 * 1000;

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

/// How writes belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Together {
    /// All or none.
    Whole,
    /// All or none, and the commit is in the store already, under this number.
    Committed(u64),
    /// Each only after the one before it.
    InOrder,
}

#[derive(Clone, Debug)]
struct Due {
    writes: Vec<Write>,
    together: Together,
}

impl Due {
    fn has(&self, key: &str) -> bool {
        self.writes.iter().any(|write| write.key == key)
    }
}

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

    /// The last write that is due to a key, unless another page has overtaken it.
    fn waiting(&self, key: &str) -> Result<Option<Write>, StoreError> {
        for due in self.due.borrow().iter().rev() {
            if let Some(write) = due.writes.iter().rfind(|write| write.key == key) {
                let counts = !self.is_overtaken(write)?;
                return Ok(counts.then(|| write.clone()));
            }
        }
        Ok(None)
    }

    /// Whether the store has a newer record than this, or one was removed since.
    fn is_overtaken(&self, write: &Write) -> Result<bool, StoreError> {
        let there = self.store.read(&write.key)?;
        let newer = |stamp: Stamp64| stamp > write.stamp;
        Ok(match there {
            // A damaged stamp does not keep anything out.
            Some(there) if record::stamp_of(&there).is_some_and(newer) => {
                record::open(&there).is_ok()
            }
            _ => write.text.is_some() && self.noted(&write.key)?.is_some_and(newer),
        })
    }

    /// The record under a key.
    pub fn open(&self, key: &str) -> Result<Opened, StoreError> {
        Ok(match self.read(key)? {
            None => Opened::Absent,
            Some(text) => match record::open(&text) {
                Ok(record) => Opened::Sound(record),
                Err(damage) => Opened::Damaged(text, damage),
            },
        })
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
                if self.is_overtaken(write)? {
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

    /// Keeps a plain text that nothing depends on, such as a setting.
    ///
    /// # Errors
    /// Why it is not kept; it is not tried again.
    pub fn set(&self, key: &Key, text: &str) -> Result<(), StoreError> {
        self.refuse_if_older()?;
        self.store.keep(&key.to_string(), text)
    }

    fn owe(&self, mut writes: Vec<Write>, together: Together) {
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

    fn write_whole(&self, writes: Vec<Write>) -> Result<(), StoreError> {
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
    fn end(&self, number: u64, writes: &[Write]) -> Result<(), StoreError> {
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
    fn put(&self, write: &Write, is_whole: bool) -> Result<(), StoreError> {
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

    /// Notes when a record was removed, lest the journal takes it for lost, or
    /// another page still writes what it made before.
    fn note_removal(&self, write: &Write) -> Result<(), StoreError> {
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
    fn noted(&self, key: &str) -> Result<Option<Stamp64>, StoreError> {
        let note = self.store.read(&key::gone(key))?;
        let note = note.and_then(|note| record::open(&note).ok());
        Ok(note.map(|note| note.stamp))
    }

    fn write_note(&self, write: &Write) -> Result<(), StoreError> {
        let note = self.sealed(write.stamp, "");
        self.store.keep(&key::gone(&write.key), &note)
    }

    /// When the record of a key was removed, as far as that is still known, or is
    /// to be removed.
    fn removed(&self, key: &str) -> Result<Option<u64>, StoreError> {
        let stamp = match self.waiting(key)? {
            Some(write) => write.text.is_none().then_some(write.stamp),
            None => self.noted(key)?,
        };
        Ok(stamp.map(Stamp64::milliseconds))
    }

    /// Drops notes of removals that no older entry of the journal and nothing
    /// that is due needs.
    fn drop_removal_notes(&self, needed: &[String]) -> Result<(), StoreError> {
        if self.refuse_if_older().is_err() {
            return Ok(());
        }
        for name in self.store.keys()? {
            let of = key::was_gone(&name);
            if of.is_some_and(|of| !needed.contains(&of) && !self.owes_key(&of)) {
                let _ = self.store.remove(&name);
            }
        }
        Ok(())
    }

    /// Finds changes that an earlier visit committed, and removes what it
    /// staged without a commit.
    fn recover(&self) -> Result<(), StoreError> {
        let keys = self.store.keys()?;
        let mut committed: Vec<(u64, Vec<Write>)> = Vec::new();
        let mut void: Vec<&str> = Vec::new();
        for name in &keys {
            let Some((number, None)) = key::transaction(name) else {
                continue;
            };
            let commit = self.store.read(name)?.unwrap_or_default();
            match record::open(&commit) {
                // A commit is stamped with its number; nothing else passes for one.
                Ok(record) if record.stamp.milliseconds() == number => {
                    let removed = record.text.lines().filter(|key| is_record(key));
                    let removed = removed.map(|key| Write {
                        key: key.into(),
                        text: None,
                        stamp: Stamp64::new(number),
                    });
                    committed.push((number, removed.collect()));
                    // A number that is in use is not used again.
                    self.last.set(self.last.get().max(number));
                }
                _ => void.push(name),
            }
        }
        for name in &keys {
            let Some((number, Some(target))) = key::transaction(name) else {
                continue;
            };
            let change = committed.iter_mut().find(|(n, _)| *n == number);
            match change.filter(|_| is_record(target)) {
                None => void.push(name),
                Some((_, writes)) => {
                    let text = self.store.read(name)?.unwrap_or_default();
                    let stamp = record::stamp_of(&text).unwrap_or_default();
                    writes.push(Write {
                        key: target.into(),
                        text: Some(text),
                        stamp,
                    });
                }
            }
        }
        crate::model::sort_by_key(&mut committed, |(number, _)| *number);
        for (number, writes) in committed {
            let together = Together::Committed(number);
            self.due.borrow_mut().push(Due { writes, together });
        }
        if self.refuse_if_older().is_ok() {
            for name in void {
                // It means nothing; the next page tries again.
                let _ = self.store.remove(name);
            }
        }
        Ok(())
    }

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
            let here = match self.open(&entry.key)? {
                Opened::Sound(record) => record.stamp.milliseconds() >= entry.stamp,
                Opened::Absent => {
                    entry.text.is_none() || removed.is_some_and(|stamp| stamp >= entry.stamp)
                }
                // What was set aside is damaged, and kept so.
                Opened::Damaged(text, _) => entry.text.as_ref() == Some(&text),
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
        let untold = self.untold(&known, now)?;
        for entry in &untold {
            self.heard(entry.stamp);
            needed.push(entry.key.clone());
        }
        replayed.redone.extend(untold);
        self.drop_removal_notes(&needed)?;
        Ok(replayed)
    }

    /// What was written lately and is not in the journal, sorted in `known` by
    /// key: a page was closed before it could tell it. The disk may not have it,
    /// and what is promised from now on may build on it. The rest of a change
    /// that could not be ended is told with it, lest only a part comes back.
    fn untold(&self, known: &[(String, u64)], now: u64) -> Result<Vec<Entry>, StoreError> {
        let is_told = |key: &str, stamp: u64| {
            let told = known.binary_search_by(|(k, _)| k.as_str().cmp(key)).ok();
            let told = told.and_then(|at| known.get(at));
            told.is_some_and(|(_, told)| *told >= stamp)
        };
        let mut untold = Vec::new();
        for name in self.store.keys()? {
            let gone = key::was_gone(&name);
            let key = gone.as_deref().unwrap_or(&name);
            if !is_journaled(key)
                || (gone.is_some() && self.store.read(key)?.is_some())
                || self.waiting(key)?.is_some()
            {
                continue;
            }
            let text = self.store.read(&name)?.unwrap_or_default();
            let stamp = record::stamp_of(&text).map_or(0, Stamp64::milliseconds);
            // Much later than now is no moment at all.
            let is_late = stamp.saturating_add(ON_DISK) > now && stamp < now + DAY;
            if is_late && !is_told(key, stamp) && record::open(&text).is_ok() {
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
                    && !self.is_overtaken(write)?
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

    /// UTF-16 units that a stored key and its text take.
    pub fn units(&self, key: &str) -> Result<usize, StoreError> {
        self.store.units(key)
    }
}

/// Whether a change may write this key: it is of a record of the app.
fn is_record(key: &str) -> bool {
    Key::parse(key).is_some()
}

/// Whether the journal is told of this key: what a survey says, and not what it
/// once said.
fn is_journaled(key: &str) -> bool {
    match Key::parse(key) {
        Some(Key::Snapshot(..)) | None => false,
        Some(key) => key.survey().is_some(),
    }
}

fn touches(waiting: &[Due], key: &str) -> bool {
    waiting.iter().any(|due| due.has(key))
}
