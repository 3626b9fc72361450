//! What a merge writes down as it goes from record to record: what changes,
//! what is to be decided, and which answers a remark must keep.

use super::{Change, ChangeKind, Conflict, Decision, Merge, Record, Side};
use crate::bundle::canonical;
use crate::bundle::merge::{Own, Ruling, Versioned, rule};
use crate::model::{
    Answer, Extra, Json, Part, Partner, PartnerId, Remark, RemarkId, RemarkState, Revision, Stamp,
};
use serde_json::json;

/// A record that can be shown in a dry run.
pub trait Shown: Versioned {
    /// The record as one side of a change.
    fn side(&self) -> Side;
}

impl Shown for Answer {
    fn side(&self) -> Side {
        Side::Answer(Box::new(self.clone()))
    }
}

impl Shown for Own {
    fn side(&self) -> Side {
        Side::Status(Box::new(self.0.clone()))
    }
}

impl Shown for Remark {
    fn side(&self) -> Side {
        Side::Remark(Box::new(self.clone()))
    }
}

impl Shown for Partner {
    fn side(&self) -> Side {
        Side::Partner(Box::new(self.clone()))
    }
}

impl Shown for Part {
    fn side(&self) -> Side {
        if self.value.is_null() {
            Side::Absent
        } else {
            Side::Value(self.value.clone())
        }
    }
}

/// What a person has said about a record, if anything.
pub type Decide<'a> = &'a dyn Fn(&Record) -> Option<Decision>;

/// The book of one merge.
pub struct Ledger<'a> {
    /// What is to be shown.
    pub merge: Merge,
    /// Signs what a decision writes.
    pub stamp: &'a Stamp,
    /// In whose name answers become remarks.
    pub author: String,
    decide: Decide<'a>,
    kept: Vec<(Record, Remark, bool)>,
}

impl<'a> Ledger<'a> {
    /// An empty book.
    pub fn new(decide: Decide<'a>, stamp: &'a Stamp) -> Self {
        Self {
            merge: Merge::default(),
            stamp,
            author: String::new(),
            decide,
            kept: Vec::new(),
        }
    }

    /// What stands of a record of which each side may have a version.
    pub fn settle<T: Shown>(
        &mut self,
        record: Record,
        base: Option<&T>,
        mine: Option<&T>,
        theirs: Option<&T>,
    ) -> Option<T> {
        let (mine, theirs) = match (mine, theirs) {
            (Some(mine), Some(theirs)) => (mine, theirs),
            (Some(mine), None) => {
                self.merge.newer += 1;
                return Some(mine.clone());
            }
            (None, theirs) => {
                if let Some(theirs) = theirs {
                    self.changes(record, Side::Absent, theirs.side());
                }
                return theirs.cloned();
            }
        };
        Some(match rule(base, mine, theirs) {
            Ruling::Clash => self.clash(record, base, mine, theirs),
            Ruling::Stands(one) => {
                if !one.says_the_same(mine) {
                    self.changes(record, mine.side(), one.side());
                } else if mine.says_the_same(theirs) {
                    self.merge.identical += 1;
                } else {
                    self.merge.newer += 1;
                }
                one
            }
        })
    }

    /// Notes a change that needs no question.
    pub fn changes(&mut self, record: Record, before: Side, after: Side) {
        let kind = if before == Side::Absent {
            ChangeKind::New
        } else {
            ChangeKind::Updated
        };
        self.merge.changes.push(Change {
            record,
            kind,
            before,
            after,
        });
    }

    fn clash<T: Shown>(&mut self, record: Record, base: Option<&T>, mine: &T, theirs: &T) -> T {
        let decision = self.ask(
            record.clone(),
            base.map(Shown::side),
            (mine.side(), mine.revision()),
            (theirs.side(), theirs.revision()),
        );
        let mut stands = match decision {
            Some(Decision::Theirs) => theirs.clone(),
            _ => mine.clone(),
        };
        if decision.is_some() {
            *stands.revision_mut() = self.decided(mine.revision(), theirs.revision());
        }
        if decision == Some(Decision::Both)
            && let Side::Answer(answer) = theirs.side()
        {
            self.keep(record, &answer, false);
        }
        stands.unite(mine);
        stands.unite(theirs);
        stands
    }

    /// Notes a conflict; gives what was decided about it.
    pub fn ask(
        &mut self,
        record: Record,
        base: Option<Side>,
        (mine, my): (Side, &Revision),
        (theirs, their): (Side, &Revision),
    ) -> Option<Decision> {
        let decision = (self.decide)(&record);
        self.merge.conflicts.push(Conflict {
            record,
            base,
            mine,
            my_edit: my.at.clone(),
            theirs,
            their_edit: their.at.clone(),
            author: self.author.clone(),
            decision,
        });
        decision
    }

    /// The revision of what was decided: it follows both, so that neither is
    /// asked about again.
    pub fn decided(&self, mine: &Revision, theirs: &Revision) -> Revision {
        let mut revision = mine.joined(theirs);
        revision.bump(self.stamp);
        revision
    }

    /// Keeps an answer in a remark; `unfit` where it does not fit the
    /// questionnaire that stands.
    pub fn keep(&mut self, record: Record, answer: &Answer, unfit: bool) {
        let (partner, question, contact) = match &record {
            Record::Answer(partner, question) => (partner, Some(question.clone()), None),
            Record::Contact(partner, contact) => (partner, None, Some(contact.clone())),
            _ => return,
        };
        // The same answer gives the same remark, whoever keeps it and how often.
        let of = json!([
            partner.as_str(),
            question.as_ref().map(|id| id.as_str()),
            contact.as_ref().map(|id| id.as_str()),
            answer.to_json(),
        ]);
        let digits = canonical::of_value(&of).to_string();
        let name = format!("kept-{}", digits.get(..24).unwrap_or(&digits));
        let Ok(id) = RemarkId::new(&name) else {
            return;
        };
        let remark = Remark {
            id,
            question,
            contact,
            author: self.author.clone(),
            text: String::new(),
            at: answer.revision.at.clone(),
            state: RemarkState::Open,
            finding: String::new(),
            answer: Some(answer.clone()),
            replies: Vec::new(),
            revision: Revision::default(),
            extra: Extra::new(),
        };
        self.kept.push((record, remark, unfit));
    }

    /// Puts the kept answers of a sheet among its remarks; one that is there
    /// already stays as it is.
    pub fn put_kept(&mut self, partner: &PartnerId, remarks: &mut Vec<Remark>) {
        for (record, remark, unfit) in std::mem::take(&mut self.kept) {
            if remarks.iter().any(|known| known.id == remark.id) {
                continue;
            }
            if unfit {
                self.merge.unfit.push(record);
            } else {
                let record = Record::Remark(partner.clone(), remark.id.clone());
                self.changes(record, Side::Absent, remark.side());
            }
            remarks.push(remark);
        }
    }
}
