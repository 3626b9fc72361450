//! Taking the last import back.
//!
//! It is done by code in the part `exchange`; the rest of the program knows only
//! whether there is an import that can be undone.

use super::{About, App, AppDataStoreFields, browser};
use crate::model::SurveyId;
use crate::storage::snapshots::{self, Taken, Why};
use crate::storage::undo::{self, Edited, LastImport};
use crate::storage::{Key, StoreError, library, record, trash};
use leptos::prelude::*;

/// What has come of the wish to undo the last import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undone {
    /// So many sheets were edited since: is the person sure?
    Ask(usize),
    /// It is done.
    Done,
    /// It could not be done; the person was told why.
    Refused,
}

impl App {
    /// When the last import was that can be undone, in milliseconds.
    pub fn undoable(self) -> Option<u64> {
        self.data.undoable().get()
    }

    /// Looks again whether there is an import that can be undone.
    pub(super) fn refresh_undoable(self) {
        let at = self.vault().stamp_of(&Key::Undo.to_string());
        let at = at.ok().flatten().map(record::Stamp64::milliseconds);
        let at = at.filter(|at| !trash::is_over(*at, browser::milliseconds()));
        if *self.data.undoable().read_untracked() != at {
            self.data.undoable().set(at);
        }
    }
}

// What follows is called by code in the part alone.
impl App {
    /// The last import, where it can be undone.
    pub fn last_import(self) -> Option<LastImport> {
        self.data.undoable().track();
        let last = undo::last(&self.vault(), browser::milliseconds());
        last.ok().flatten()
    }

    /// Takes the last import back, all of it in one step. Where something that
    /// it has touched was edited since, only when the person is `sure`.
    pub fn undo_import(self, sure: bool) -> Undone {
        if self.has_unsaved() {
            self.flush();
        }
        let Some(last) = untrack(|| self.last_import()) else {
            self.drop_import_notices();
            self.refresh_undoable();
            return Undone::Refused;
        };
        let Some(edited) = self.told(undo::edited(&self.vault(), &last)) else {
            return Undone::Refused;
        };
        if !edited.is_empty() && !sure {
            return Undone::Ask(edited.sheets);
        }
        if let Err(error) = self.write_undo(&last, &edited) {
            self.notify(About::ImportRefused(error));
            return Undone::Refused;
        }
        self.drop_import_notices();
        self.notify(About::ImportUndone);
        Undone::Done
    }

    fn write_undo(self, last: &LastImport, edited: &Edited) -> Result<(), StoreError> {
        let (vault, now) = (self.vault(), browser::milliseconds());
        vault.squeeze_with(record::squeezed);
        for id in &edited.surveys {
            // What was edited since is in a snapshot as well, whatever it was:
            // without room for that, the undo waits.
            if let Some(here) = library::load(&vault, id, now)?
                && snapshots::take(&vault, &here.survey, Why::Restore, now)? == Taken::NoRoom
            {
                return Err(StoreError::Full);
            }
        }
        let open = self.close_to_write();
        let undone = undo::undo(&vault, last, now).map(|writes| self.journal(writes));
        if undone.is_ok() {
            self.begin_new_counts();
        }
        self.open_again(open);
        undone
    }

    /// What this browser edits from here on is counted under another name.
    pub(super) fn begin_new_counts(self) {
        let name = browser::rename_this_browser(&self.vault());
        self.env.update_value(|env| env.browser = name);
    }

    /// What was said of an import before is over.
    pub(super) fn drop_import_notices(self) {
        let about = |about: &About| {
            matches!(
                about,
                About::Imported(_) | About::ImportUndone | About::ImportRefused(_)
            )
        };
        self.data
            .notices()
            .update(|all| all.retain(|notice| !about(&notice.about)));
    }

    /// Closes the open survey, because its records are to change; gives its id.
    pub(super) fn close_to_write(self) -> Option<SurveyId> {
        let open = untrack(|| self.open_id());
        self.close();
        open
    }

    pub(super) fn open_again(self, was_open: Option<SurveyId>) {
        if let Some(id) = was_open
            && !self.open(&id)
        {
            browser::go_home();
        }
        self.refresh_library();
    }
}
