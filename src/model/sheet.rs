//! One partner's answers, with their lifecycle.

use super::json::{named, record};
use super::{
    Answer, AnswerState, ContactId, Extra, PartnerId, QuestionId, Raw, Remark, Revision, Stamp,
    Step, Timestamp,
};
use litemap::LiteMap;

named! {
/// Where a sheet stands: expected → draft → submitted → approved; submitted or
/// approved ⇄ returned; or missing, declared by the coordinator.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash
)]
pub enum SheetStatus {
    /// Nothing has come yet.
    #[default]
    Expected = "expected",
    /// Someone has begun to fill it in.
    Draft = "draft",
    /// The partner has handed it in.
    Submitted = "submitted",
    /// The coordinator has sent it back with remarks.
    Returned = "returned",
    /// The coordinator has approved it.
    Approved = "approved",
    /// The coordinator declares that it will not come.
    Missing = "missing",
}
}

impl SheetStatus {
    /// All of them, in the order of a sheet's life.
    pub const ALL: [Self; 6] = [
        Self::Expected,
        Self::Draft,
        Self::Submitted,
        Self::Returned,
        Self::Approved,
        Self::Missing,
    ];

    /// Submitted, returned or approved: the body has handed in a sheet.
    pub const fn is_received(self) -> bool {
        matches!(self, Self::Submitted | Self::Returned | Self::Approved)
    }
}

record! {
/// One partner's answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Whose sheet it is.
    pub partner: PartnerId,
    /// Where it stands.
    pub status: SheetStatus = optional,
    /// Since when it stands there.
    pub since: Option<Timestamp> = optional,
    /// The steps of its life, oldest first; those that were taken before steps
    /// were noted are not among them.
    pub steps: Raw<Vec<Step>> = optional,
    /// Typed in from paper by someone else, so that marks may be unclear.
    pub transcribed: bool = optional,
    /// Answers by question; a question without one is blank.
    pub answers: LiteMap<QuestionId, Answer> = optional,
    /// Contacts.
    pub contacts: LiteMap<ContactId, Answer> = optional,
    /// What reviewers ask about it.
    pub remarks: Vec<Remark> = optional,
    /// Edits of the status.
    pub revision: Revision = optional,
}
}

impl Sheet {
    /// An empty sheet that is expected from `partner`.
    pub fn expected(partner: PartnerId) -> Self {
        Self {
            partner,
            status: SheetStatus::Expected,
            since: None,
            steps: Raw::default(),
            transcribed: false,
            answers: LiteMap::new_vec(),
            contacts: LiteMap::new_vec(),
            remarks: Vec::new(),
            revision: Revision::default(),
            extra: Extra::new(),
        }
    }

    /// The sheet without its answers and contacts.
    pub fn without_answers(&self) -> Self {
        Self {
            partner: self.partner.clone(),
            status: self.status,
            since: self.since.clone(),
            steps: self.steps.clone(),
            transcribed: self.transcribed,
            answers: LiteMap::new_vec(),
            contacts: LiteMap::new_vec(),
            remarks: self.remarks.clone(),
            revision: self.revision.clone(),
            extra: self.extra.clone(),
        }
    }

    /// Stored state of a question; blank where there is no answer.
    pub fn state(&self, question: &QuestionId) -> AnswerState {
        self.answers
            .get(question)
            .map_or_else(AnswerState::default, |a| a.state)
    }

    /// Whether anything at all is written on it.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.contacts.is_empty() && self.remarks.is_empty()
    }

    /// Every answer and every contact, to be changed without an edit that counts.
    pub fn written_mut(&mut self) -> impl Iterator<Item = &mut Answer> {
        let answers = self.answers.iter_mut().map(|(_, answer)| answer);
        answers.chain(self.contacts.iter_mut().map(|(_, contact)| contact))
    }

    /// Edits the answer to a question. Does nothing when the edit changes
    /// nothing; otherwise counts a revision, and an expected or missing sheet
    /// becomes a draft. Says whether anything changed.
    pub fn edit(
        &mut self,
        question: &QuestionId,
        stamp: &Stamp,
        change: impl FnOnce(&mut Answer),
    ) -> bool {
        let changed = edit_in(&mut self.answers, question, stamp, change);
        self.begun(changed, stamp)
    }

    /// The same for a contact.
    pub fn edit_contact(
        &mut self,
        contact: &ContactId,
        stamp: &Stamp,
        change: impl FnOnce(&mut Answer),
    ) -> bool {
        let changed = edit_in(&mut self.contacts, contact, stamp, change);
        self.begun(changed, stamp)
    }

    fn begun(&mut self, changed: bool, stamp: &Stamp) -> bool {
        if changed && matches!(self.status, SheetStatus::Expected | SheetStatus::Missing) {
            self.step(SheetStatus::Draft, "", stamp);
        }
        changed
    }
}

fn edit_in<K: Ord + Clone>(
    answers: &mut LiteMap<K, Answer>,
    key: &K,
    stamp: &Stamp,
    change: impl FnOnce(&mut Answer),
) -> bool {
    let before = answers.get(key);
    let mut after = before.cloned().unwrap_or_default();
    change(&mut after);
    if before.map_or_else(|| after == Answer::default(), |b| *b == after) {
        return false;
    }
    after.revision.bump(stamp);
    answers.insert(key.clone(), after);
    true
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // the ids of the test are well formed
mod tests {
    use super::*;

    fn stamp() -> Stamp {
        Stamp {
            at: Timestamp::new("2026-11-23T10:00:00.000Z"),
            by: "here".into(),
        }
    }

    #[test]
    fn the_first_word_makes_a_draft_and_nothing_makes_nothing() {
        let q = QuestionId::new("q1").unwrap();
        let mut sheet = Sheet::expected(PartnerId::new("1").unwrap());
        assert!(!sheet.edit(&q, &stamp(), |_| {}));
        assert_eq!(sheet.status, SheetStatus::Expected);
        assert!(sheet.edit(&q, &stamp(), |a| a.set_text("Oracle")));
        assert_eq!(sheet.status, SheetStatus::Draft);
        assert_eq!(sheet.answers[&q].revision.n, 1);
        assert!(!sheet.edit(&q, &stamp(), |a| a.set_text("Oracle")));
        assert_eq!(sheet.answers[&q].revision.n, 1);
    }

    #[test]
    fn correcting_a_submitted_sheet_leaves_it_submitted() {
        let q = QuestionId::new("q1").unwrap();
        let mut sheet = Sheet::expected(PartnerId::new("1").unwrap());
        sheet.step(SheetStatus::Submitted, "", &stamp());
        sheet.edit(&q, &stamp(), |a| a.set_text("Oracle"));
        assert_eq!(sheet.status, SheetStatus::Submitted);
    }
}
