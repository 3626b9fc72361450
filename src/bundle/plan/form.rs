//! How two questionnaires of one survey differ, and what becomes of the answers.

use super::Decision;
use crate::model::{LocalText, PartnerId, QuestionId};

/// What a difference is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormItem {
    /// The version, as printed.
    Version,
    /// A dimension.
    Dimension(String),
    /// A question.
    Question(QuestionId),
    /// A contact that a sheet asks for.
    Contact(String),
    /// The order of the questions.
    Order,
}

/// How theirs differs from mine.
#[derive(Clone, Debug, PartialEq)]
pub enum FormChange {
    /// Only theirs has it.
    Added(FormItem, LocalText),
    /// Only mine has it.
    Removed(FormItem, LocalText),
    /// It is worded in another way: mine, theirs.
    Reworded(FormItem, LocalText, LocalText),
    /// The question takes another kind of answer.
    Kind(QuestionId, LocalText),
    /// The options of the question that only mine has, and those that only
    /// theirs has.
    Options {
        /// Which question.
        question: QuestionId,
        /// Its text, as mine has it.
        label: LocalText,
        /// Only mine has them.
        gone: Vec<LocalText>,
        /// Only theirs has them.
        added: Vec<LocalText>,
    },
    /// Anything else of it differs: when it is asked, its number, its dimension.
    Other(FormItem, LocalText),
}

/// What becomes of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Becomes {
    /// It stays an answer.
    Stays,
    /// It does not fit: an open remark on the sheet keeps it.
    Remark,
}

/// An answer to a question that differs.
#[derive(Clone, Debug, PartialEq)]
pub struct FormAnswer {
    /// Whose sheet.
    pub partner: PartnerId,
    /// Id of the question.
    pub question: QuestionId,
    /// What becomes of it if my questionnaire stands.
    pub with_mine: Becomes,
    /// What becomes of it if theirs does.
    pub with_theirs: Becomes,
}

/// Two questionnaires of one survey that ask different things. They are never
/// merged: one of them stands.
#[derive(Clone, Debug, PartialEq)]
pub struct FormDiff {
    /// How they differ.
    pub changes: Vec<FormChange>,
    /// The answers that a difference touches.
    pub answers: Vec<FormAnswer>,
    /// Whether the person is asked. In a response or an invitation to a sheet
    /// that is here, mine stands without a question.
    pub asked: bool,
    /// What was decided.
    pub decision: Option<Decision>,
}
