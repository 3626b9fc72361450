//! How two questionnaires of one survey differ, and what becomes of the answers.

use super::Decision;
use super::sheets::Whose;
use crate::model::{
    Answer, ContactId, LocalText, PartnerId, QuestionId, Questionnaire, Sheet, answer_rules,
};
use serde::{Deserialize, Serialize};

/// What a difference is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Becomes {
    /// It stays an answer.
    Stays,
    /// It does not fit: an open remark on the sheet keeps it.
    Remark,
}

/// An answer to a question that differs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormDiff {
    /// How they differ.
    pub changes: Vec<FormChange>,
    /// The answers that a difference touches.
    pub answers: Vec<FormAnswer>,
    /// Whether the person is asked. In a response, and where mine is newer, mine
    /// stands without a question.
    pub asked: bool,
    /// What was decided.
    pub decision: Option<Decision>,
}

/// The two questionnaires of a merge.
pub struct Forms<'a> {
    /// The one that is here.
    pub mine: &'a Questionnaire,
    /// The one that the file brings.
    pub theirs: &'a Questionnaire,
    /// Whether they ask different things.
    pub differ: bool,
    /// Which of them stands.
    pub stands: Whose,
}

impl Forms<'_> {
    /// Whether an answer of one side does not fit the questionnaire that stands.
    /// What was odd before is no worse after.
    pub fn unfit(&self, whose: Whose, id: &QuestionId, answer: &Answer) -> bool {
        self.differ && whose != self.stands && {
            let (from, to) = self.forms_of(whose);
            misfits(from, to, id, answer)
        }
    }

    /// The same of a contact.
    pub fn unfit_contact(&self, whose: Whose, id: &ContactId) -> bool {
        self.differ && whose != self.stands && {
            let (_, to) = self.forms_of(whose);
            to.contacts.iter().all(|contact| contact.id != *id)
        }
    }

    fn forms_of(&self, whose: Whose) -> (&Questionnaire, &Questionnaire) {
        match whose {
            Whose::Mine => (self.mine, self.theirs),
            Whose::Theirs => (self.theirs, self.mine),
        }
    }

    /// What becomes of the answers to the questions that differ, on one sheet.
    pub fn answers(
        &self,
        changed: &[QuestionId],
        mine: Option<&Sheet>,
        theirs: Option<&Sheet>,
    ) -> Vec<FormAnswer> {
        let becomes = |whose, sheet: Option<&Sheet>, id: &QuestionId| {
            let (from, to) = self.forms_of(whose);
            match sheet.and_then(|sheet| sheet.answers.get(id)) {
                Some(answer) if misfits(from, to, id, answer) => Becomes::Remark,
                _ => Becomes::Stays,
            }
        };
        let has = |sheet: Option<&Sheet>, id| sheet.is_some_and(|s| s.answers.contains_key(id));
        let Some(sheet) = mine.or(theirs) else {
            return Vec::new();
        };
        let ids = changed.iter();
        let answered = ids.filter(|id| has(mine, *id) || has(theirs, *id));
        let answer = |id: &QuestionId| FormAnswer {
            partner: sheet.partner.clone(),
            question: id.clone(),
            with_mine: becomes(Whose::Theirs, theirs, id),
            with_theirs: becomes(Whose::Mine, mine, id),
        };
        answered.map(answer).collect()
    }
}

/// Whether an answer is wrong under another questionnaire in a way in which it
/// was not under its own.
fn misfits(from: &Questionnaire, to: &Questionnaire, id: &QuestionId, answer: &Answer) -> bool {
    let Some(question) = to.question(id) else {
        return true;
    };
    let before = from.question(id).map(|q| answer_rules(q, answer));
    let before = before.unwrap_or_default();
    let now = answer_rules(question, answer);
    now.iter().any(|rule| !before.contains(rule))
}
