//! Files that wait for a decision, and what would come of them.

use super::away::Away;
use crate::bundle::{Arrival, Decisions, Fate, Kind, Plan, Stands};
use crate::model::{PartnerId, Survey, SurveyHead, SurveyId};
use crate::storage::health::QUOTA;
use std::sync::Arc;
use web_sys::File;

/// Files that wait for a decision, and what would come of them.
#[derive(Default)]
pub struct Incoming {
    /// Names of files that the browser could not read.
    pub unreadable: Vec<String>,
    /// What was decided so far.
    pub decisions: Decisions,
    /// What would come of the others. Where a worker has read them, without the
    /// surveys.
    pub plan: Plan,
    /// The surveys that would be written, by name.
    pub stands: Vec<Stands>,
    /// The surveys of this browser that they have to do with; where a worker has
    /// read the files, it alone knows them.
    pub here: Vec<Arc<Survey>>,
    /// How far a worker is with reading: bytes that are done, and all.
    pub reading: Option<(f64, f64)>,
    /// How far it is with what is to be written: records that are done, and all.
    pub writing: Option<(f64, f64)>,
    /// The room that they need, and that is free.
    pub(super) room: Option<Lack>,
    pub(super) free: Option<usize>,
    pub(super) arrivals: Vec<Arrival>,
    /// The heads that name the records of each file.
    pub(super) heads: Vec<Vec<SurveyHead>>,
    pub(super) away: Option<Away>,
    /// The files themselves, as long as they can be read once more.
    pub(super) files: Vec<File>,
}

/// Room that is needed and room that there is, in UTF-16 units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lack {
    /// What the sheets of the files take.
    pub needed: usize,
    /// What is free.
    pub free: usize,
    /// How many sheets are written.
    pub sheets: usize,
}

impl Lack {
    /// Whether not even an empty store would do.
    pub fn is_hopeless(self) -> bool {
        self.needed > QUOTA
    }
}

/// What has come of the yes to an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// Something has changed meanwhile, and more is to be decided.
    Again,
    /// It could not be written; nothing has changed, and the files still wait.
    Refused,
    /// It is done, and this survey is what it was about.
    Survey(SurveyId),
    /// It is done, and this sheet is to be filled in.
    Sheet(SurveyId, PartnerId),
    /// It is done.
    Several,
}

impl Incoming {
    /// Reads what has arrived: a bundle, or several in one file.
    pub(super) fn take(&mut self, file: String, bytes: &[u8]) {
        self.arrivals
            .extend(Arrival::all(&file, bytes, None, &mut |_| {}));
    }

    /// The heads that name the records of the file at a place: as it is here, then
    /// as the file has it.
    pub fn heads(&self, at: usize) -> Vec<&SurveyHead> {
        if let Some(heads) = self.heads.get(at) {
            return heads.iter().collect();
        }
        let read = self.arrivals.get(at).and_then(|a| a.read.as_ref().ok());
        let theirs = read.map(|received| &received.survey.head);
        let is_it = |id: &SurveyId| theirs.is_some_and(|head| head.id == *id);
        let mine = self.here.iter().map(|survey| &survey.head);
        mine.filter(|head| is_it(&head.id)).chain(theirs).collect()
    }

    /// What it lacks in room, if it does.
    pub fn lack(&self) -> Option<Lack> {
        self.room.filter(|room| room.needed > room.free)
    }

    /// Whether what the person decides could still make a difference.
    pub(super) fn may_decide(&self) -> bool {
        let fates = self.plan.files.iter().map(|file| &file.fate);
        fates
            .into_iter()
            .any(|fate| matches!(fate, Fate::Merged(_) | Fate::Beside(_)))
    }

    /// How many of the files change something.
    pub fn files(&self) -> u32 {
        self.plan.changing()
    }

    /// Where it makes sense to go on, when all of it is done.
    pub fn goes_on_at(&self) -> Confirmed {
        if let [file] = &self.plan.files[..]
            && let Some(content) = &file.content
            && content.kind == Kind::Invitation
            && let Some(sender) = &content.from
        {
            return Confirmed::Sheet(content.survey.clone(), sender.partner.clone());
        }
        match &self.stands[..] {
            [one] => Confirmed::Survey(one.survey.clone()),
            _ => Confirmed::Several,
        }
    }
}
