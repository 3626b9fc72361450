//! The words of a plan: what arrives, what would come of it, what would stand.

use super::{Decision, FormDiff};
use crate::bundle::{Fingerprint, Kind, Received, Refusal, Scope, Warning};
use crate::model::{
    Answer, ContactId, Partner, PartnerId, QuestionId, Remark, RemarkId, Sheet, Survey, SurveyId,
    Timestamp,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::Arc;

/// A bundle that was read from a file; a backup gives several from one file.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// Name of the file.
    pub file: String,
    /// What was read.
    pub read: Result<Received, Refusal>,
}

/// One thing that can be edited apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Record {
    /// An answer.
    Answer(PartnerId, QuestionId),
    /// A contact.
    Contact(PartnerId, ContactId),
    /// What a sheet says of itself: where it stands.
    Status(PartnerId),
    /// A remark on a sheet.
    Remark(PartnerId, RemarkId),
    /// A partner.
    Partner(PartnerId),
    /// A part of the head: `title`, `document.cup`, `readings/q2`, `codebook/t1`,
    /// `conclusions/c1`, `slides/s1`, `order/partners`, `extra.x` …
    Part(String),
}

/// One side of a record, without its revision.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Side {
    /// This side does not have it.
    Absent,
    /// An answer or a contact.
    Answer(Box<Answer>),
    /// A sheet without answers, contacts and remarks.
    Status(Box<Sheet>),
    /// A remark.
    Remark(Box<Remark>),
    /// A partner.
    Partner(Box<Partner>),
    /// A part of the head, as JSON.
    Value(Value),
}

/// What a file does to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChangeKind {
    /// It was not here.
    New,
    /// It was here, and theirs followed it.
    Updated,
}

/// A record that would change without a question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Which.
    pub record: Record,
    /// How.
    pub kind: ChangeKind,
    /// What is here.
    pub before: Side,
    /// What would stand.
    pub after: Side,
}

/// A record that both sides changed, each in its own way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Conflict {
    /// Which.
    pub record: Record,
    /// What both began from, where it is known.
    pub base: Option<Side>,
    /// What is here.
    pub mine: Side,
    /// When mine was last edited.
    pub my_edit: Option<Timestamp>,
    /// What the file brings.
    pub theirs: Side,
    /// When theirs was last edited.
    pub their_edit: Option<Timestamp>,
    /// In whose name theirs would become a remark: the partner's name.
    pub author: String,
    /// What was decided; where nothing was, mine stands for now.
    pub decision: Option<Decision>,
}

impl Conflict {
    /// Whether both can be kept: theirs as a remark on mine.
    pub fn may_keep_both(&self) -> bool {
        matches!(self.record, Record::Answer(..) | Record::Contact(..))
    }
}

/// What a file does to a survey that is here.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Merge {
    /// What would change without a question.
    pub changes: Vec<Change>,
    /// Records that are the same on both sides.
    pub identical: usize,
    /// Records of which mine is newer.
    pub newer: usize,
    /// What is to be decided, with what was decided so far.
    pub conflicts: Vec<Conflict>,
    /// The questionnaires, where they differ.
    pub form: Option<FormDiff>,
    /// Answers and contacts that do not fit the questionnaire that stands: each
    /// is kept as an open remark.
    pub unfit: Vec<Record>,
}

impl Merge {
    /// How many things are still to be decided.
    pub fn open(&self) -> usize {
        let conflicts = self.conflicts.iter();
        let conflicts = conflicts.filter(|c| c.decision.is_none()).count();
        let form = self.form.as_ref();
        let form = form.is_some_and(|form| form.asked && form.decision.is_none());
        conflicts + usize::from(form)
    }
}

/// Why a survey is added beside the one that is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum WhyBeside {
    /// The person wants it.
    Asked,
    /// It is a public copy, from which things were left out.
    Public,
    /// This browser holds only the sheets that it was invited to fill in; the
    /// file holds the whole survey.
    Invited,
}

/// What would come of a bundle.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fate {
    /// It cannot be taken.
    Refused(Refusal),
    /// Its survey is not here: it will be added.
    New,
    /// Nothing changes.
    Known {
        /// Something here is newer than in the file.
        newer: bool,
    },
    /// It is merged into the survey that is here.
    Merged(Box<Merge>),
    /// It is added as a survey of its own beside the one that is here.
    Beside(WhyBeside),
}

/// Who has sent a response, or is invited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sender {
    /// Which partner.
    pub partner: PartnerId,
    /// Its name.
    pub name: String,
}

/// What a bundle says of its content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Content {
    /// Which survey.
    pub survey: SurveyId,
    /// Its title.
    pub title: String,
    /// What the bundle carries.
    pub kind: Kind,
    /// For whom it was written.
    pub scope: Scope,
    /// Whose sheet it is, where it carries that of one partner.
    pub from: Option<Sender>,
    /// Partners in it.
    pub partners: usize,
    /// Sheets in it that were received.
    pub received: usize,
    /// When it was written.
    pub exported: Option<Timestamp>,
    /// Its fingerprint.
    pub fingerprint: Fingerprint,
    /// What there is to know about it.
    pub warnings: Vec<Warning>,
}

/// What would come of one arrival.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Planned {
    /// Name of the file.
    pub file: String,
    /// What it holds, where it could be read.
    pub content: Option<Content>,
    /// What would come of it.
    pub fate: Fate,
}

impl Planned {
    pub(super) fn new(arrival: &Arrival, fate: Fate) -> Self {
        let received = arrival.read.as_ref().ok();
        Self {
            file: arrival.file.clone(),
            content: received.map(Content::of),
            fate,
        }
    }
}

impl Content {
    fn of(received: &Received) -> Self {
        let head = &received.survey.head;
        let for_one = received.scope == Scope::Partner
            || matches!(received.kind, Kind::Invitation | Kind::Response);
        let from = head.partners.first().filter(|_| for_one);
        Self {
            survey: head.id.clone(),
            title: head.title.clone(),
            kind: received.kind,
            scope: received.scope,
            from: from.map(|partner| Sender {
                partner: partner.id.clone(),
                name: partner.name.clone(),
            }),
            partners: head.partners.len(),
            received: received.survey.received(),
            exported: received.exported.clone(),
            fingerprint: received.fingerprint.clone(),
            warnings: received.warnings.clone(),
        }
    }
}

/// A survey that would be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// As it is here; none where it is not.
    pub before: Option<Arc<Survey>>,
    /// As it would stand.
    pub after: Arc<Survey>,
}

/// What would come of all files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// Each arrival, in their order.
    pub files: Vec<Planned>,
    /// The surveys that would be written, each once; those that nothing changes
    /// are not among them.
    pub surveys: Vec<Outcome>,
}

impl Plan {
    /// Whether another plan of the same files puts the same to the person: the
    /// same becomes of each, and each conflict is between the same two.
    pub fn asks_the_same(&self, other: &Self) -> bool {
        let same = |(a, b): (&Planned, &Planned)| match (&a.fate, &b.fate) {
            (Fate::Merged(a), Fate::Merged(b)) => {
                let sides = |(a, b): (&Conflict, &Conflict)| {
                    (&a.record, &a.mine, &a.theirs) == (&b.record, &b.mine, &b.theirs)
                };
                a.conflicts.len() == b.conflicts.len()
                    && a.conflicts.iter().zip(&b.conflicts).all(sides)
            }
            (a, b) => std::mem::discriminant(a) == std::mem::discriminant(b),
        };
        self.files.len() == other.files.len() && self.files.iter().zip(&other.files).all(same)
    }

    /// How many conflicts and questionnaires are still to be decided.
    pub fn open(&self) -> usize {
        let merges = self.files.iter().filter_map(|file| match &file.fate {
            Fate::Merged(merge) => Some(merge.open()),
            _ => None,
        });
        merges.sum()
    }
}
