//! Autosave: an edit is in the store half a second after the last keystroke, at
//! once when the page is left, and again and again while the store refuses.

use super::{App, AppDataStoreFields};
use crate::model::{PartnerId, Sheet, Survey, SurveyId};
use crate::storage::{StoreError, library};
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;

/// Pause after the last edit before it is written.
const PAUSE: Duration = Duration::from_millis(400);
/// Pause before a refused write is tried again.
const RETRY: Duration = Duration::from_secs(5);

/// Whether everything typed is in the store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// Written and read back.
    #[default]
    Saved,
    /// An edit waits to be written.
    Pending,
    /// The store refused; the edit is in memory and will be tried again.
    Failed(StoreError),
}

/// A survey that was closed while the store refused its edits; it stays in
/// memory, is tried again, and is what opening it gives.
#[derive(Debug)]
pub(super) struct Parked {
    pub(super) survey: Survey,
    pub(super) unsaved: Unsaved,
}

/// Records of a survey that are newer than the store's.
#[derive(Clone, Debug, Default)]
pub(super) struct Unsaved {
    pub(super) head: bool,
    /// Seldom more than one.
    pub(super) sheets: Vec<PartnerId>,
}

impl Unsaved {
    fn is_empty(&self) -> bool {
        !self.head && self.sheets.is_empty()
    }
}

impl App {
    /// Notes that the head has changed.
    pub(super) fn head_changed(self) {
        self.env.update_value(|env| env.unsaved.head = true);
        self.save_in(PAUSE);
    }

    /// Notes that a sheet has changed.
    pub(super) fn sheet_changed(self, partner: &PartnerId) {
        let partner = partner.clone();
        self.env.update_value(|env| {
            if !env.unsaved.sheets.contains(&partner) {
                env.unsaved.sheets.push(partner);
            }
        });
        self.save_in(PAUSE);
    }

    /// Writes now what waits to be written.
    pub fn flush(self) {
        self.cancel_timer();
        let result = self.write_unsaved();
        match result {
            Ok(()) => self.set_saving(Saving::Saved),
            Err(error) => {
                self.set_saving(Saving::Failed(error));
                self.start_timer(RETRY);
            }
        }
    }

    /// Whether something typed is in memory only.
    pub fn has_unsaved(self) -> bool {
        self.env
            .with_value(|env| !env.unsaved.is_empty() || !env.parked.is_empty())
    }

    /// Keeps the open survey in memory if the store refuses its edits; called
    /// before it is closed.
    pub(super) fn park_if_unsaved(self) {
        if !self.has_unsaved() {
            return;
        }
        self.flush();
        let Some(survey) = untrack(|| self.survey()) else {
            return;
        };
        self.env.update_value(|env| {
            let unsaved = std::mem::take(&mut env.unsaved);
            if !unsaved.is_empty() {
                env.parked.push(Parked { survey, unsaved });
            }
        });
    }

    /// A survey that was closed while the store refused its edits.
    pub(super) fn parked(self, id: &SurveyId) -> Option<Survey> {
        self.env.with_value(|env| {
            let mut parked = env.parked.iter();
            parked
                .find(|p| p.survey.head.id == *id)
                .map(|p| p.survey.clone())
        })
    }

    /// Takes it out of those that are tried again.
    pub(super) fn unpark(self, id: &SurveyId) -> Option<Parked> {
        let taken = self.env.try_update_value(|env| {
            let at = env.parked.iter().position(|p| p.survey.head.id == *id)?;
            Some(env.parked.remove(at))
        });
        taken.flatten()
    }

    fn write_parked(self) -> Result<(), StoreError> {
        self.env
            .try_update_value(|env| {
                while let Some(Parked { survey, unsaved }) = env.parked.last() {
                    let storage = &*env.storage;
                    let waiting = |s: &&Sheet| unsaved.sheets.contains(&s.partner);
                    for sheet in survey.sheets.iter().filter(waiting) {
                        library::save_sheet(storage, &survey.head.id, sheet)?;
                    }
                    if unsaved.head {
                        library::save_head(storage, &survey.head, &survey.extra)?;
                    }
                    env.parked.pop();
                }
                Ok(())
            })
            .unwrap_or(Ok(()))
    }

    fn write_unsaved(self) -> Result<(), StoreError> {
        self.write_parked()?;
        let (head_waits, waiting) = self
            .env
            .with_value(|env| (env.unsaved.head, env.unsaved.sheets.clone()));
        let id = self
            .data
            .head()
            .with_untracked(|head| Some(head.as_ref()?.id.clone()));
        let Some(id) = id else {
            return Ok(());
        };
        for partner in &waiting {
            let sheets = self.data.sheets().read_untracked();
            if let Some(sheet) = self.position(partner).and_then(|i| sheets.get(i)) {
                self.with_storage(|storage| library::save_sheet(storage, &id, sheet))?;
            }
            self.env.update_value(|env| {
                env.unsaved.sheets.retain(|waiting| waiting != partner);
            });
        }
        // A copy: while one part of the data is being read, no other can be
        // written.
        if head_waits && let Some(head) = self.data.head().get_untracked() {
            let extra = self.data.extra().get_untracked();
            self.with_storage(|storage| library::save_head(storage, &head, &extra))?;
            self.env.update_value(|env| env.unsaved.head = false);
            self.data.heads().update(|heads| {
                if let Some(old) = heads.iter_mut().find(|h| h.id == head.id) {
                    *old = head;
                }
            });
        }
        Ok(())
    }

    fn save_in(self, pause: Duration) {
        // A store that refuses is tried at its own pace, not at every keystroke.
        if matches!(*self.data.saving().read_untracked(), Saving::Failed(_)) {
            return;
        }
        self.set_saving(Saving::Pending);
        self.cancel_timer();
        self.start_timer(pause);
    }

    fn set_saving(self, saving: Saving) {
        if *self.data.saving().read_untracked() != saving {
            self.data.saving().set(saving);
        }
    }

    fn start_timer(self, pause: Duration) {
        match set_timeout_with_handle(move || self.flush(), pause) {
            Ok(handle) => self.env.update_value(|env| env.retry = Some(handle)),
            // Without a timer there is no later: write now.
            Err(_) if pause == PAUSE => self.flush(),
            Err(_) => {}
        }
    }

    fn cancel_timer(self) {
        if let Some(handle) = self.env.try_update_value(|env| env.retry.take()).flatten() {
            handle.clear();
        }
    }

    /// A page that is hidden or left may never run again.
    pub(super) fn flush_when_leaving(self) {
        let flush = move || {
            if self.has_unsaved() {
                self.flush();
            }
        };
        let hidden = window_event_listener(ev::visibilitychange, move |_| flush());
        let left = window_event_listener(ev::pagehide, move |_| flush());
        // The browser asks before it throws away what the store would not take.
        let leaving = window_event_listener(ev::beforeunload, move |event| {
            flush();
            if self.has_unsaved() {
                event.prevent_default();
            }
        });
        on_cleanup(move || {
            hidden.remove();
            left.remove();
            leaving.remove();
        });
    }
}
