//! The yes to an import: it is planned once more, and written in one step.

use super::{Confirmed, Incoming};
use crate::model::SurveyId;
use crate::state::{About, App, browser};
use crate::storage::snapshots::Why;
use crate::storage::{StoreError, Vault, Write, import, record, trash};

impl App {
    /// Does what the plan says, all of it in one step. It is planned anew first,
    /// because something may have changed meanwhile. `done` is told what has come
    /// of it: at once, or when a worker has made ready what is written.
    pub fn confirm_incoming(self, done: impl FnOnce(Confirmed) + 'static) {
        let Some(incoming) = self.take_incoming() else {
            return done(Confirmed::Refused);
        };
        if incoming.away.is_some() {
            self.confirm_away(incoming, Box::new(done));
        } else {
            done(self.confirm_here(incoming));
        }
    }

    fn confirm_here(self, mut incoming: Incoming) -> Confirmed {
        let shown = std::mem::take(&mut incoming.plan);
        self.plan_anew(&mut incoming);
        // Nothing is done that was not seen: what was decided about another
        // version is to be looked at again.
        if incoming.plan.open() > 0 || !incoming.plan.asks_the_same(&shown) {
            self.keep_incoming(incoming);
            return Confirmed::Again;
        }
        incoming.plan.note_received(&browser::now());
        if incoming.plan.surveys.is_empty() {
            // Decided so that nothing changes: there is nothing to write, and
            // nothing to undo.
            self.clear_incoming();
            return incoming.goes_on_at();
        }
        let ids: Vec<_> = incoming.stands.iter().map(|s| s.survey.clone()).collect();
        let surveys = incoming.plan.surveys.iter().map(|s| &*s.after);
        let (files, now) = (incoming.files(), browser::milliseconds());
        let written = self
            .make_place(&ids)
            .and_then(|()| self.write_import(|vault| import::apply(vault, surveys, files, now)));
        if let Err(error) = written {
            self.notify(About::ImportRefused(error));
            self.keep_incoming(incoming);
            return Confirmed::Refused;
        }
        self.end_import(&incoming)
    }

    /// What comes before surveys are written: one in the trash makes way, one that
    /// stands gets a snapshot.
    pub(super) fn make_place(self, surveys: &[SurveyId]) -> Result<(), StoreError> {
        let vault = self.vault();
        vault.squeeze_with(record::squeezed);
        for id in surveys {
            if trash::since(&vault, id)?.is_some() {
                self.make_way(id)?;
            } else {
                self.take_snapshot(id, Why::Import);
            }
        }
        Ok(())
    }

    /// Writes, with no survey open.
    pub(super) fn write_import(
        self,
        write: impl FnOnce(&Vault) -> Result<Vec<Write>, StoreError>,
    ) -> Result<(), StoreError> {
        let open = self.close_to_write();
        let written = write(&self.vault()).map(|writes| self.journal(writes));
        self.open_again(open);
        written
    }

    /// What comes after all is written.
    pub(super) fn end_import(self, incoming: &Incoming) -> Confirmed {
        self.clear_incoming();
        self.drop_import_notices();
        let goes_on = incoming.goes_on_at();
        let title = incoming.stands.first().map(|stands| &stands.title);
        self.notify(match (&goes_on, title) {
            (Confirmed::Sheet(..), Some(title)) => About::Invited(title.clone()),
            _ => About::Imported(incoming.files() as usize),
        });
        goes_on
    }
}
