//! Care for what is kept: trash, snapshots, records that were set aside, the
//! room that is used, and everything deleted.

use super::exchange::written_together;
use super::{About, App, AppDataStoreFields, Fetched, NotFetched, browser, in_part};
use crate::model::{SurveyId, sort_by_key};
use crate::storage::health::{self, Room, SelfTest};
use crate::storage::library::Summary;
use crate::storage::snapshots::{self, Snapshot, Taken, Why};
use crate::storage::{Key, StoreError, Write, library, record, trash, undo};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// The setting that holds when a copy was last saved on file.
pub(super) const LAST_COPY: &str = "copied";

in_part! {
    keeping =>
    fn daily_care(app: App) -> Fetched<()> {
        const DAY: u64 = 24 * 60 * 60 * 1000;
        let now = browser::milliseconds();
        let vault = app.vault();
        app.purge_where(move |since| trash::is_over(since, now));
        app.forget_import(None);
        if let Some(id) = untrack(|| app.open_id()) {
            // Where the list cannot be read, nothing can be written either.
            let taken = snapshots::list(&vault, &id)
                .map_or(true, |all| all.first().is_some_and(|s| s.at / DAY == now / DAY));
            if !taken {
                app.take_snapshot(&id, Why::Daily);
            }
        }
        if health::used(&vault).is_ok_and(|used| used > health::WARN_AT) {
            app.notify_once(About::NearlyFull);
        }
        Ok(())
    }
}

impl App {
    /// Surveys in the trash, the latest first.
    pub fn trashed(self) -> Vec<Summary> {
        let surveys = self.data.surveys().read();
        let mut trashed: Vec<_> = surveys
            .iter()
            .filter(|s| s.trashed.is_some())
            .cloned()
            .collect();
        sort_by_key(&mut trashed, |s| std::cmp::Reverse(s.trashed));
        trashed
    }

    /// Brings a survey back from the trash; says whether it is here.
    pub fn restore_from_trash(self, id: &SurveyId) -> bool {
        let write = trash::take_out(&self.vault(), id, browser::milliseconds());
        let Some(write) = self.told(write) else {
            return false;
        };
        self.hand_over(vec![write]);
        self.flush();
        self.refresh_library();
        self.surveys_untracked()
            .iter()
            .any(|s| s.head.id == *id && s.trashed.is_none())
    }

    /// Deletes a survey of the trash for good.
    pub fn purge(self, id: &SurveyId) {
        self.forget_import(Some(id));
        let writes = library::removals(&self.vault(), id, browser::milliseconds());
        if let Some(writes) = self.told(writes) {
            self.hand_over(writes);
            self.flush();
        }
        self.refresh_library();
    }

    /// Lets go of the last import, where it cannot be undone any more or has to
    /// do with a survey that is deleted for good.
    fn forget_import(self, survey: Option<&SurveyId>) {
        let write = undo::forget(&self.vault(), survey, browser::milliseconds());
        if let Some(Some(write)) = self.told(write) {
            self.hand_over(vec![write]);
        }
    }

    /// Deletes everything in the trash for good.
    pub fn empty_trash(self) {
        self.purge_where(|_| true);
    }

    fn purge_where(self, goes: impl Fn(u64) -> bool) {
        let surveys = self.surveys_untracked().into_iter();
        let gone = surveys.filter(|s| s.trashed.is_some_and(&goes));
        for survey in gone {
            self.purge(&survey.head.id);
        }
    }

    pub(super) fn surveys_untracked(self) -> Vec<Summary> {
        self.data.surveys().get_untracked()
    }

    /// When the page is idle: a snapshot of the open survey once a day, the old
    /// trash emptied, a look at the room.
    pub(super) fn care_when_idle(self) {
        let care = move || {
            // It looks at all of a survey: one that is being read would be read at once.
            if self.reads() {
                return self.care_when_idle();
            }
            spawn_local(async move {
                // Without the part it is done at another visit.
                if self.fetch_keeping().await {
                    let _ = daily_care(self).await;
                }
            });
        };
        set_timeout(care, Duration::from_millis(1500));
    }

    /// Takes a snapshot of a survey as it is now; says whether there is one.
    pub(super) fn take_snapshot(self, id: &SurveyId, why: Why) -> bool {
        let vault = self.vault();
        if snapshots::may_fit(&vault, id) == Ok(false) {
            self.data.snapshots_refused().set(true);
            return false;
        }
        let Ok(Some(survey)) = self.stored(id) else {
            return false;
        };
        let taken = snapshots::take(&vault, &survey, why, browser::milliseconds());
        self.data
            .snapshots_refused()
            .set(taken == Ok(Taken::NoRoom));
        matches!(taken, Ok(Taken::Yes | Taken::Unchanged))
    }

    /// Whether the last snapshot found no room.
    pub fn snapshots_refused(self) -> bool {
        self.data.snapshots_refused().get()
    }

    /// Snapshots of a survey, newest first.
    pub fn snapshots(self, id: &SurveyId) -> Vec<Snapshot> {
        self.told(snapshots::list(&self.vault(), id))
            .unwrap_or_default()
    }

    /// Puts a survey back to a snapshot, and keeps it as it is now in another;
    /// says whether that worked.
    pub fn restore_snapshot(self, snapshot: &Snapshot) -> bool {
        let vault = self.vault();
        vault.squeeze_with(record::squeezed);
        let Some(Some(survey)) = self.told(snapshots::read(&vault, snapshot)) else {
            return false;
        };
        let is_open = untrack(|| self.open_id()).as_ref() == Some(&snapshot.survey);
        self.close();
        self.take_snapshot(&snapshot.survey, Why::Restore);
        let replaced = library::replace(&vault, &survey, browser::milliseconds());
        let done = self.told(replaced).map(|writes| self.journal(writes));
        if done.is_some() {
            self.begin_new_counts();
        }
        if is_open {
            self.open(&snapshot.survey);
        }
        self.refresh_library();
        done.is_some()
    }

    /// Removes all snapshots of a survey, or of all surveys, but for those of
    /// versions that stand as issued.
    pub fn remove_snapshots(self, of: Option<&SurveyId>) {
        // A version that was issued just now is known too.
        self.flush();
        self.refresh_library();
        let vault = self.vault();
        for survey in self.surveys_untracked() {
            let id = &survey.head.id;
            if of.is_none_or(|only| only == id) {
                let issued = survey.head.issued.or_default();
                for snapshot in self.snapshots(id) {
                    if issued.iter().any(|one| one.at == snapshot.at) {
                        continue;
                    }
                    self.told(snapshots::remove(&vault, &snapshot));
                }
            }
        }
        self.settle();
    }

    /// Puts back from the newest good snapshots what was set aside, and says how
    /// much came back. The texts stay aside.
    pub fn restore_set_aside(self, keys: &[Key]) -> usize {
        let vault = self.vault();
        let open = untrack(|| self.open_id());
        self.close();
        let mut restored = 0;
        for key in keys {
            let write = self.told(write_from_snapshot(&vault, key));
            if let Some(Some(write)) = write {
                restored += 1;
                self.hand_over(vec![write]);
            }
        }
        self.flush();
        self.refresh_library();
        if let Some(id) = open {
            self.open(&id);
        }
        self.notify(About::Restored(restored, keys.len()));
        restored
    }

    /// Deletes the texts of records that were set aside.
    pub fn drop_set_aside(self, keys: &[Key]) {
        let (vault, now) = (self.vault(), browser::milliseconds());
        for key in keys {
            if let Some(write) = self.told(vault.removal(key, now)) {
                self.told(vault.keep(vec![write]));
            }
        }
        self.refresh_library();
    }

    /// The room that is used in the store.
    pub fn room(self) -> Option<Room> {
        self.told(health::room(&self.vault()))
    }

    /// Whether the browser has promised to keep the data of this page, or
    /// promises it when it is asked now; `None` where it cannot say.
    pub async fn persistence(self, ask: bool) -> Option<bool> {
        browser::persist(ask).await
    }

    /// Whether what was written lately is in a journal.
    pub fn has_journal(self) -> bool {
        self.journal_here().is_some()
    }

    /// When the person last saved a copy on file, in milliseconds.
    pub fn last_copy(self) -> Option<u64> {
        self.data.last_copy().get()
    }

    /// Notes that the person has saved a copy on file.
    pub(super) fn copied(self) {
        let now = browser::milliseconds();
        browser::remember(&self.vault(), LAST_COPY, &now.to_string());
        self.data.last_copy().set(Some(now));
    }

    /// Name and text of a bundle of all surveys of this browser. Where that
    /// does not work, the person is told why.
    pub async fn backup(self) -> Option<(String, String)> {
        let mut surveys = Vec::new();
        for survey in self.surveys_untracked() {
            if survey.trashed.is_none() {
                surveys.extend(self.told(self.stored(&survey.head.id))?);
            }
        }
        let written = written_together(surveys).await;
        match written {
            Ok(_) => self.copied(),
            Err(NotFetched) => self.notify(About::PartNotThere),
        }
        written.ok()
    }

    /// Writes, reads back, and opens every record.
    pub fn self_test(self) -> Option<SelfTest> {
        self.told(health::self_test(&self.vault(), browser::milliseconds()))
    }

    /// Deletes all data of this browser, journal and all, and begins anew.
    pub fn delete_everything(self) {
        self.forget_unsaved();
        let journal = self
            .env
            .try_update_value(|env| env.journal.take())
            .flatten();
        spawn_local(async move {
            let vault = self.vault();
            if let Some(journal) = journal {
                // The database goes as a whole next; should that fail, it is
                // empty at least.
                let _ = journal.clear().await;
            }
            let _ = crate::storage::IndexedDb::destroy().await;
            self.told(vault.delete_everything());
            browser::delete_caches().await;
            browser::reload();
        });
    }
}

/// The write that puts a record back as the newest good snapshot has it;
/// `None` where none has it.
fn write_from_snapshot(
    vault: &crate::storage::Vault,
    aside: &Key,
) -> Result<Option<Write>, StoreError> {
    let now = browser::milliseconds();
    let Some(was) = aside.was() else {
        return Ok(None);
    };
    let Some(id) = was.survey() else {
        return Ok(None);
    };
    let Some((_, survey)) = snapshots::last_good(vault, id)? else {
        return Ok(None);
    };
    match &was {
        Key::Head(_) => library::head(vault, &survey.head, &survey.extra, now).map(Some),
        Key::Body(_, partner) => {
            let at = survey.head.partners.iter().position(|p| p.id == *partner);
            let found =
                at.and_then(|at| Some((at, survey.head.partners.get(at)?, survey.sheets.get(at)?)));
            let Some((at, partner, sheet)) = found else {
                return Ok(None);
            };
            let kept = library::Kept {
                place: library::place_in_new_list(at),
                stamp: 0,
            };
            library::body(vault, id, partner, sheet, kept, now).map(Some)
        }
        _ => Ok(None),
    }
}
