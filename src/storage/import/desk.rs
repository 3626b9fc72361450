//! An import away from the page: what a worker does with large files. It holds a
//! copy of the records that they have to do with, plans and seals as a page would,
//! and gives what is to be written; only the page writes.

use super::{Prepared, Ready, prepare};
use crate::bundle::{self, Arrival, Asked, Digested, Plan, Told, copy_id};
use crate::i18n::Locale;
use crate::model::{Partner, Sheet, Survey, SurveyId};
use crate::storage::library::{self, Kept};
use crate::storage::record;
use crate::storage::vault::{Vault, Write};
use crate::storage::{Key, Memory, Store, StoreError, key, undo, utf16};
use std::sync::Arc;

/// So many sheets are sealed to tell how much room all of them need.
const SAMPLE: usize = 64;

/// An estimate is believed where it differs from what is free by more than this
/// part of it; what is nearer is sealed and counted.
const BOUND: usize = 5;

/// Files at work.
pub struct Desk {
    arrivals: Vec<Arrival>,
    vault: Vault,
    here: Vec<Arc<Survey>>,
    plan: Plan,
    prepared: Option<Prepared>,
}

/// The room that an import needs, in UTF-16 units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Needs {
    /// How much.
    pub units: usize,
    /// How many sheets are written.
    pub sheets: usize,
    /// Whether it was counted; else it is an estimate.
    pub counted: bool,
}

impl Needs {
    /// Whether that is known well enough to say whether it fits into what is
    /// free.
    pub fn tells(&self, free: usize) -> bool {
        self.counted || self.units.abs_diff(free) > free / BOUND
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self {
            arrivals: Vec::new(),
            vault: replica(Memory::default()),
            here: Vec::new(),
            plan: Plan::default(),
            prepared: None,
        }
    }
}

fn replica(memory: Memory) -> Vault {
    let vault = Vault::in_memory(memory);
    vault.squeeze_with(record::squeezed);
    vault
}

impl Desk {
    /// Reads a file: a bundle, or several in one. `digested` may be its content; `tell` is
    /// called now and then with the number of bytes that were read.
    pub fn take(
        &mut self,
        file: &str,
        bytes: &[u8],
        digested: Option<&Digested>,
        tell: &mut dyn FnMut(usize),
    ) {
        let arrivals = Arrival::all(file, bytes, digested, tell);
        self.arrivals.extend(arrivals);
    }

    /// Notes a file that is too large to be read; says whether it is.
    pub fn refuse(&mut self, file: &str, bytes: u64) -> bool {
        let refusal = bundle::too_large(bytes);
        let refused = refusal.is_some();
        self.arrivals.extend(refusal.map(|refusal| Arrival {
            file: file.to_owned(),
            read: Err(refusal),
        }));
        refused
    }

    /// The surveys of this browser that the files have to do with, and those that
    /// they could become.
    pub fn wants(&self) -> Vec<SurveyId> {
        let mut wanted: Vec<SurveyId> = Vec::new();
        for received in self.arrivals.iter().filter_map(|a| a.read.as_ref().ok()) {
            let own = received.survey.head.id.clone();
            for id in [Some(own), copy_id(received)].into_iter().flatten() {
                if !wanted.contains(&id) {
                    wanted.push(id);
                }
            }
        }
        wanted
    }

    /// Takes the sealed records of surveys that are here, in the place of those
    /// that it had.
    ///
    /// # Errors
    /// One of them is damaged: that is for the page to put right.
    pub fn see(
        &mut self,
        records: impl IntoIterator<Item = (String, String)>,
        now: u64,
    ) -> Result<(), StoreError> {
        let memory = Memory::default();
        for (key, text) in records {
            memory.write(&key, &text)?;
        }
        self.vault = replica(memory);
        self.here.clear();
        for id in self.wants() {
            let is_here = self
                .vault
                .read(&Key::Head(id.clone()).to_string())?
                .is_some();
            match library::load(&self.vault, &id, now)? {
                Some(loaded) if loaded.set_aside.is_empty() => {
                    self.here.push(Arc::new(loaded.survey));
                }
                None if !is_here => {}
                _ => return Err(StoreError::NotKept),
            }
        }
        Ok(())
    }

    /// Plans; gives what is shown of it.
    pub fn plan(&mut self, asked: &Asked) -> Told {
        self.prepared = None;
        let locale = Locale::of_code(&asked.language).unwrap_or_default();
        let here = |id: &SurveyId| self.here.iter().find(|s| s.head.id == *id).cloned();
        let plan = bundle::plan(
            &self.arrivals,
            here,
            &asked.decisions,
            &asked.stamp(),
            |title| locale.imported_title(title),
        );
        self.plan = plan;
        self.plan.note_received(&asked.at);
        Told::of(&self.plan, &self.arrivals, &self.here)
    }

    /// Whether nothing is left to decide.
    pub fn is_decided(&self) -> bool {
        self.plan.open() == 0
    }

    /// How much room the plan needs: counted where it is sealed, else estimated
    /// from some of its sheets.
    ///
    /// # Errors
    /// When a record cannot be sealed.
    pub fn needs(&self, now: u64) -> Result<Needs, StoreError> {
        let mut needs = Needs {
            units: 0,
            sheets: 0,
            counted: self.prepared.is_some(),
        };
        for outcome in &self.plan.surveys {
            let id = &outcome.after.head.id;
            let written = written(outcome.before.as_deref(), &outcome.after);
            needs.sheets += written.len();
            if needs.counted {
                continue;
            }
            let step = written.len().div_ceil(SAMPLE).max(1);
            let (mut units, mut sealed) = (0, 0);
            for (partner, sheet) in written.iter().step_by(step) {
                let kept = Kept::default();
                let body = library::body(&self.vault, id, partner, sheet, kept, now)?;
                units += units_of(&body.key, &body);
                sealed += 1;
            }
            let bodies = units * written.len() / sealed.max(1);
            // What is overwritten is kept for the way back, and is staged.
            let twice = if outcome.before.is_some() { 2 } else { 1 };
            let head = &outcome.after.head;
            let head = library::head(&self.vault, head, &outcome.after.extra, now)?;
            needs.units += bodies * twice + 2 * units_of(&head.key, &head);
        }
        if let Some(prepared) = &self.prepared {
            needs.units = prepared.units(&self.vault, now)?;
        }
        Ok(needs)
    }

    /// How much room the plan needs, as well as it must be known where so much is
    /// free.
    ///
    /// # Errors
    /// When a record cannot be sealed.
    pub fn needs_of(&mut self, free: usize, now: u64) -> Result<Needs, StoreError> {
        let needs = self.needs(now)?;
        if needs.tells(free) || !self.is_decided() {
            return Ok(needs);
        }
        self.prepare(now)?;
        self.needs(now)
    }

    /// Seals what the plan writes.
    ///
    /// # Errors
    /// When a record cannot be sealed.
    pub fn prepare(&mut self, now: u64) -> Result<(), StoreError> {
        if self.prepared.is_none() {
            let surveys = self.plan.surveys.iter().map(|outcome| &*outcome.after);
            let files = self.plan.changing();
            self.prepared = Some(prepare(&self.vault, surveys, files, now)?);
        }
        Ok(())
    }

    /// What is to be written, with stamps after `after`; the desk is done then.
    ///
    /// # Errors
    /// When a record cannot be sealed.
    pub fn ready(mut self, after: u64) -> Result<Ready, StoreError> {
        self.prepare(after)?;
        self.arrivals.clear();
        let Some(mut prepared) = self.prepared.take() else {
            return Ok(Ready::default());
        };
        if prepared.is_empty() {
            return Ok(Ready::default());
        }
        let last = prepared.move_to(after);
        self.vault.heard(last);
        prepared.sealed(&self.vault, after)
    }
}

/// The partners that are written with their sheets: those that differ.
fn written<'a>(before: Option<&Survey>, after: &'a Survey) -> Vec<(&'a Partner, &'a Sheet)> {
    let all = after.head.partners.iter().zip(&after.sheets).enumerate();
    let differs = |at: usize, partner: &Partner, sheet: &Sheet| {
        let Some(before) = before else {
            return true;
        };
        // Mostly they stand at the same place.
        let same = before.sheets.get(at).filter(|s| s.partner == partner.id);
        same.or_else(|| before.sheet(&partner.id)) != Some(sheet)
    };
    let written = all.filter(|(at, (partner, sheet))| differs(*at, partner, sheet));
    written.map(|(_, body)| body).collect()
}

fn units_of(key: &str, write: &Write) -> usize {
    utf16(key) + write.text.as_deref().map_or(0, utf16)
}

impl Prepared {
    /// UTF-16 units that must be free to write it: what is new stands once; what
    /// changes as one is staged, and then the first of it is written once more.
    fn units(&self, vault: &Vault, now: u64) -> Result<usize, StoreError> {
        let number = u64::MAX >> 4;
        let undo = undo::write(vault, &self.imported, now)?;
        let unseen = self.unseen.iter().map(|write| units_of(&write.key, write));
        let staged = |write: &Write| units_of(&key::staged(number, &write.key), write);
        let whole = || self.whole.iter().chain([&undo]).map(staged);
        let largest = whole().max().unwrap_or_default();
        let removed = self.whole.iter().filter(|write| write.text.is_none());
        let commit: usize = removed.map(|write| write.key.len() + 1).sum();
        let commit = utf16(&key::commit(number)) + 64 + commit;
        Ok(unseen.sum::<usize>() + whole().sum::<usize>() + largest + commit)
    }

    /// Gives the records stamps after a moment; gives the last of them.
    fn move_to(&mut self, after: u64) -> u64 {
        let mut last = after;
        // They stand in the same order.
        let mut was = self.imported.was.iter_mut().peekable();
        for write in self.unseen.iter_mut().chain(&mut self.whole) {
            last += 1;
            let stamp = record::Stamp64::new(last);
            let moved = write.text.as_deref();
            let moved = moved.and_then(|text| record::restamped(text, stamp));
            if let Some(was) = was.next_if(|was| was.key == write.key) {
                was.stamp = last;
            }
            write.text = moved;
            write.stamp = stamp;
        }
        last
    }
}
