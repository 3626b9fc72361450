//! What was changed and not yet handed to the store, and what the store is
//! known to hold of the open survey.

use super::{App, AppDataStoreFields, browser};
use crate::model::{Partner, PartnerId, Sheet, SurveyHead, SurveyId};
use crate::storage::history::{self, Past};
use crate::storage::library::{self, Kept};
use crate::storage::{StoreError, Write};
use leptos::prelude::*;

/// Changes of the open survey that wait to be sealed.
#[derive(Debug, Default)]
pub(super) struct Unsaved {
    /// The head as it was before.
    pub(super) head: Option<Box<SurveyHead>>,
    /// Partners and sheets; seldom more than one.
    pub(super) bodies: Vec<UnsavedBody>,
    /// They belong together: all or none.
    pub(super) whole: bool,
}

/// A partner or its sheet was changed.
#[derive(Debug)]
pub(super) struct UnsavedBody {
    pub(super) partner: PartnerId,
    /// As it was before; `None` for one that is new.
    pub(super) base: Option<Version>,
    /// Answers that were changed, as they were.
    pub(super) past: Vec<Past>,
}

/// A partner with its sheet, as some record has it.
#[derive(Clone, Debug)]
pub(super) struct Version {
    pub(super) partner: Partner,
    pub(super) sheet: Sheet,
}

/// What is known of the records of the open survey.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// When the head was written.
    pub(super) head: u64,
    /// Of each partner, in their order.
    pub(super) kept: Vec<Kept>,
    /// What stood in the records that this page has replaced: a page that did
    /// not know of it yet may have written beside it.
    pub(super) replaced: Vec<(PartnerId, u64, Version)>,
}

impl Unsaved {
    pub(super) fn is_empty(&self) -> bool {
        self.head.is_none() && self.bodies.is_empty()
    }

    pub(super) fn body(&self, partner: &PartnerId) -> Option<&UnsavedBody> {
        self.bodies.iter().find(|body| body.partner == *partner)
    }

    pub(super) fn forget(&mut self, partner: &PartnerId) {
        self.bodies.retain(|body| body.partner != *partner);
    }

    /// Notes a change; `base` is asked for only at the first of a partner.
    pub(super) fn note(
        &mut self,
        partner: &PartnerId,
        base: impl FnOnce() -> Option<Version>,
        past: Option<Past>,
    ) {
        let at = self.bodies.iter().position(|body| body.partner == *partner);
        let at = at.unwrap_or_else(|| {
            self.bodies.push(UnsavedBody {
                partner: partner.clone(),
                base: base(),
                past: Vec::new(),
            });
            self.bodies.len() - 1
        });
        if let Some(body) = self.bodies.get_mut(at) {
            body.past.extend(past);
        }
    }
}

impl Known {
    /// What stood in the record of `partner` with this stamp.
    pub(super) fn replaced(&self, partner: &PartnerId, stamp: u64) -> Option<&Version> {
        let mut all = self.replaced.iter();
        all.find(|(id, at, _)| id == partner && *at == stamp)
            .map(|(_, _, version)| version)
    }

    fn replace(&mut self, partner: &PartnerId, stamp: u64, version: Version) {
        self.replaced.retain(|(id, ..)| id != partner);
        self.replaced.push((partner.clone(), stamp, version));
    }
}

/// Writes of which the later need the earlier.
pub(super) type Writes = Vec<Write>;

impl App {
    /// Seals what was changed: one list of writes for each record, or one for
    /// all where they belong together.
    pub(super) fn seal_unsaved(self) -> Result<Vec<Writes>, StoreError> {
        let Some(id) = self
            .data
            .head()
            .with_untracked(|h| Some(h.as_ref()?.id.clone()))
        else {
            return Ok(Vec::new());
        };
        self.pull_before_sealing(&id)?;
        let unsaved = self
            .env
            .try_update_value(|env| std::mem::take(&mut env.unsaved));
        let unsaved = unsaved.unwrap_or_default();
        let sealed = self.seal_all(&id, &unsaved);
        if sealed.is_err() {
            // What cannot be sealed now waits on: it is not saved.
            self.env.update_value(|env| env.unsaved = unsaved);
        }
        sealed
    }

    fn seal_all(self, id: &SurveyId, unsaved: &Unsaved) -> Result<Vec<Writes>, StoreError> {
        let mut all = Vec::new();
        for body in &unsaved.bodies {
            all.extend(self.seal_body(id, body)?);
        }
        if unsaved.head.is_some() {
            all.push(vec![self.seal_head()?]);
        }
        if unsaved.whole {
            all = vec![all.into_iter().flatten().collect()];
        }
        Ok(all)
    }

    /// Takes over what another page has written to these records meanwhile.
    fn pull_before_sealing(self, id: &SurveyId) -> Result<(), StoreError> {
        let waiting = self.env.with_value(|env| {
            let bodies = env.unsaved.bodies.iter();
            bodies.map(|b| b.partner.clone()).collect::<Vec<_>>()
        });
        let vault = self.vault();
        for partner in waiting {
            let key = library::body_key(id, &partner).to_string();
            let known = self.known_stamp(&partner);
            if vault
                .stamp_of(&key)?
                .is_some_and(|s| s.milliseconds() > known)
            {
                let text = vault.read(&key)?;
                self.take_over(&key, text);
            }
        }
        Ok(())
    }

    fn known_stamp(self, partner: &PartnerId) -> u64 {
        let at = self.position(partner);
        let kept = self.env.with_value(|env| env.known.kept.get(at?).copied());
        kept.unwrap_or_default().stamp
    }

    fn seal_body(self, id: &SurveyId, body: &UnsavedBody) -> Result<Option<Writes>, StoreError> {
        let UnsavedBody {
            partner: name,
            base,
            past,
        } = body;
        let Some(at) = self.position(name) else {
            return Ok(None);
        };
        let (vault, now) = (self.vault(), browser::milliseconds());
        let mut writes = Vec::new();
        // First what was, then what is: nothing is lost in between.
        writes.extend(history::note(&vault, id, name, past, now)?);
        let Some(Version { partner, sheet }) = self.version(at) else {
            return Ok(None);
        };
        let kept = self.env.with_value(|env| env.known.kept.get(at).copied());
        let kept = kept.unwrap_or_default();
        let write = library::body(&vault, id, &partner, &sheet, kept, now)?;
        self.env.update_value(|env| {
            if let Some(base) = base {
                env.known.replace(name, kept.stamp, base.clone());
            }
            if let Some(kept) = env.known.kept.get_mut(at) {
                kept.stamp = write.stamp.milliseconds();
            }
        });
        writes.push(write);
        Ok(Some(writes))
    }

    fn seal_head(self) -> Result<Write, StoreError> {
        let head = self.data.head().get_untracked();
        let extra = self.data.extra().get_untracked();
        // Asked for only while a survey is open.
        let head = head.ok_or(StoreError::NotKept)?;
        let write = library::head(&self.vault(), &head, &extra, browser::milliseconds())?;
        self.env
            .update_value(|env| env.known.head = write.stamp.milliseconds());
        self.data.surveys().update(|surveys| {
            if let Some(old) = surveys.iter_mut().find(|s| s.head.id == head.id) {
                old.head = head;
                old.bodies = old.head.partners.len();
                old.head.partners.clear();
            }
        });
        Ok(write)
    }

    /// A copy of a partner of the open survey, with its sheet.
    pub(super) fn version(self, at: usize) -> Option<Version> {
        let head = self.data.head().read_untracked();
        let sheets = self.data.sheets().read_untracked();
        Some(Version {
            partner: head.as_ref()?.partners.get(at)?.clone(),
            sheet: sheets.get(at)?.clone(),
        })
    }
}
