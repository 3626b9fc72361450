//! Issuing a version of the report: in one step its row, a snapshot that stays,
//! and what tells it again. All of it is called by code in parts.

use super::steps::Change;
use super::{App, Earlier, browser};
use crate::bundle;
use crate::model::{Issue, Issued, IssuedId, Survey};
use crate::storage::StoreError;
use crate::storage::snapshots::{self, Taken, Why};
use leptos::prelude::*;

/// Why a version was not issued; nothing has changed then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotIssued {
    /// There is no room for its snapshot.
    NoRoom,
    /// The store has refused.
    Refused(StoreError),
    /// No survey is open that this browser runs.
    NotYours,
}

impl App {
    /// Issues the open survey as it is now.
    ///
    /// # Errors
    /// Why it does not; nothing has changed.
    pub async fn issue(self, row: Issue) -> Result<(), NotIssued> {
        // Snapshots are small where the part is here that squeezes; where it
        // cannot be fetched there may be room all the same.
        self.fetch_keeping().await;
        self.issue_now(&row)
    }

    fn issue_now(self, row: &Issue) -> Result<(), NotIssued> {
        if untrack(|| self.is_invited()) {
            return Err(NotIssued::NotYours);
        }
        let before = untrack(|| self.survey()).ok_or(NotIssued::NotYours)?;
        let id = IssuedId::new(&browser::random_name()).map_err(|_| NotIssued::NotYours)?;
        let (vault, now) = (self.vault(), browser::milliseconds());
        let at = snapshots::next_moment(&vault, &before.head.id, now);
        let at = at.map_err(NotIssued::Refused)?;
        let after = bundle::issued(&before, id, row, at, &self.stamp());
        // The snapshot first: without it nothing was issued.
        match snapshots::take(&vault, &after, Why::Issued, now) {
            Ok(Taken::NoRoom) => return Err(NotIssued::NoRoom),
            Ok(Taken::Yes | Taken::Unchanged) => {}
            Err(error) => return Err(NotIssued::Refused(error)),
        }
        let (before, after) = (Box::new(before.head), Box::new(after.head));
        let stands = after.clone();
        self.put_head(|head| *head = *stands);
        self.note_step(Change::Head(before, after));
        self.flush();
        Ok(())
    }

    /// The survey as it was issued; `None` where it says something else by now and
    /// its snapshot is not in this browser.
    pub fn as_issued(self, issued: &Issued) -> Option<Survey> {
        let same =
            |survey: &Survey| bundle::content_fingerprint(survey).to_string() == issued.fingerprint;
        if let Some(now) = self.survey().filter(same) {
            return Some(now);
        }
        // Another browser's moment may be that of another snapshot here.
        self.earlier(&Earlier::Snapshot(issued.at)).filter(same)
    }

    /// Fingerprint of the open survey, all its digits; wakes for any change.
    pub fn fingerprint(self) -> Option<String> {
        let survey = self.survey()?;
        Some(bundle::content_fingerprint(&survey).to_string())
    }
}
