//! Remarks: what a reviewer asks about an answer, and what is said to it.

use super::json::{named, record};
use super::{Answer, ContactId, QuestionId, RemarkId, ReplyId, Revision, Timestamp};

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
    /// Another version of the answer, which the remark keeps.
    pub answer: Option<Answer> = optional,
    /// What was said to it, oldest first.
    pub replies: Vec<Reply> = optional,
    /// Edits of text and state.
    pub revision: Revision = optional,
}
}
