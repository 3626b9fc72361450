//! What the open survey is compared with: itself as it once was, or another
//! survey of this browser. It is read and never changed.

use super::App;
use crate::model::{Survey, SurveyId};
use crate::storage::snapshots;
use leptos::prelude::*;

/// What to compare with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Earlier {
    /// The snapshot of the open survey that was taken at this moment.
    Snapshot(u64),
    /// Another survey.
    Survey(SurveyId),
}

impl App {
    /// Reads what to compare with; `None` where it is gone, or cannot be read.
    pub fn earlier(self, from: &Earlier) -> Option<Survey> {
        untrack(|| match from {
            Earlier::Survey(id) => self.told(self.stored(id)).flatten(),
            Earlier::Snapshot(at) => {
                let id = self.open_id()?;
                let mut all = self.snapshots(&id).into_iter();
                let snapshot = all.find(|snapshot| snapshot.at == *at)?;
                self.told(snapshots::read(&self.vault(), &snapshot))
                    .flatten()
            }
        })
    }
}
