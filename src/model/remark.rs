//! Remarks: what a reviewer asks about an answer, and what is said to it.

use super::json::{named, record};
use super::{
    Answer, ContactId, Extra, Json, PartnerId, QuestionId, RemarkId, ReplyId, Revision, Sheet,
    Stamp, Timestamp, sort_by,
};

named! {
/// Whether a remark waits for something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RemarkState {
    /// It does.
    #[default]
    Open = "open",
    /// It is settled.
    Resolved = "resolved",
}
}

record! {
/// What somebody says to a remark. Replies are added, never changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// Stable id.
    pub id: ReplyId,
    /// Who says it, as they call themselves.
    pub author: String = optional,
    /// What they say.
    pub text: String,
    /// When.
    pub at: Option<Timestamp> = optional,
}
}

record! {
/// A question on an answer, or on a sheet as a whole where it names neither
/// question nor contact.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// Stable id.
    pub id: RemarkId,
    /// The question whose answer it is about; one that the questionnaire no
    /// longer has may be named.
    pub question: Option<QuestionId> = optional,
    /// The contact that it is about.
    pub contact: Option<ContactId> = optional,
    /// Who raises it, as they call themselves.
    pub author: String = optional,
    /// What it says.
    pub text: String = optional,
    /// When it was raised.
    pub at: Option<Timestamp> = optional,
    /// Whether it waits for something.
    pub state: RemarkState = optional,
    /// Id of the finding that it was made of, if the program proposed it.
    pub finding: String = optional,
    /// Another version of the answer, which the remark keeps.
    pub answer: Option<Answer> = optional,
    /// What was said to it, oldest first.
    pub replies: Vec<Reply> = optional,
    /// Edits of text and state.
    pub revision: Revision = optional,
}
}

/// What a remark is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// The sheet as a whole.
    Sheet,
    /// The answer to a question.
    Question(QuestionId),
    /// A contact.
    Contact(ContactId),
}

record! {
/// A finding of which no remark is to be proposed on the sheet of a partner.
#[derive(Clone, Debug, PartialEq)]
pub struct Dismissed {
    /// Id of the finding.
    pub finding: String,
    /// Whose sheet.
    pub partner: PartnerId,
    /// It was taken back up.
    pub taken_back: bool = optional,
}
}

impl Dismissed {
    /// What is put aside, out of two lists that were changed apart: each of
    /// either, once. What one side took back up is up: a proposal too many is
    /// put aside again, one too few is missed.
    pub fn united(mine: &[Self], theirs: &[Self]) -> Vec<Self> {
        let key = |one: &Self| {
            let (finding, partner) = (one.finding.clone(), one.partner.clone());
            (finding, partner, !one.taken_back, one.to_text())
        };
        let mut all = [mine, theirs].concat();
        sort_by(&mut all, |a, b| key(a).cmp(&key(b)));
        all.dedup_by(|next, one| (&next.finding, &next.partner) == (&one.finding, &one.partner));
        all
    }
}

impl Remark {
    /// An open remark that `author`, as they call themselves, raises now.
    pub fn raised(id: RemarkId, about: About, author: &str, text: &str, stamp: &Stamp) -> Self {
        let mut revision = Revision::default();
        revision.bump(stamp);
        let (question, contact) = match about {
            About::Sheet => (None, None),
            About::Question(id) => (Some(id), None),
            About::Contact(id) => (None, Some(id)),
        };
        Self {
            id,
            question,
            contact,
            author: author.into(),
            text: text.into(),
            at: Some(stamp.at.clone()),
            state: RemarkState::Open,
            finding: String::new(),
            answer: None,
            replies: Vec::new(),
            revision,
            extra: Extra::new(),
        }
    }

    /// What it is about.
    pub fn about(&self) -> About {
        match (&self.question, &self.contact) {
            (Some(id), _) => About::Question(id.clone()),
            (None, Some(id)) => About::Contact(id.clone()),
            (None, None) => About::Sheet,
        }
    }

    /// Whether it waits for a reply: it is open, and the last word is of whoever
    /// raised it, or older than the day on which it was opened again.
    pub fn waits_for_reply(&self) -> bool {
        let answered = self.replies.last().is_some_and(|last| {
            // What keeps another version of an answer was asked by nobody.
            let asked = self.answer.is_none() && !self.author.is_empty();
            let by_other = !asked || last.author != self.author;
            let again = self.revision.at.as_ref().filter(|_| self.revision.n > 1);
            by_other && again.is_none_or(|again| last.at.as_ref().is_none_or(|at| at > again))
        });
        self.state == RemarkState::Open && !answered
    }
}

impl Sheet {
    /// Adds a remark, unless one with its id is there; says whether it did.
    pub fn raise(&mut self, remark: Remark) -> bool {
        let new = self.remarks.iter().all(|other| other.id != remark.id);
        if new {
            self.remarks.push(remark);
        }
        new
    }

    /// Adds a reply to a remark. Replies are added, never changed, so that no
    /// edit of the remark is counted. Says whether anything changed.
    pub fn reply(&mut self, remark: &RemarkId, reply: Reply) -> bool {
        let Some(remark) = self.remark_mut(remark) else {
            return false;
        };
        let new = remark.replies.iter().all(|other| other.id != reply.id);
        if new {
            remark.replies.push(reply);
        }
        new
    }

    /// Settles a remark, or opens it again; says whether anything changed.
    pub fn settle_remark(&mut self, remark: &RemarkId, state: RemarkState, stamp: &Stamp) -> bool {
        let Some(remark) = self.remark_mut(remark).filter(|r| r.state != state) else {
            return false;
        };
        remark.state = state;
        remark.revision.bump(stamp);
        true
    }

    fn remark_mut(&mut self, id: &RemarkId) -> Option<&mut Remark> {
        self.remarks.iter_mut().find(|remark| remark.id == *id)
    }
}
