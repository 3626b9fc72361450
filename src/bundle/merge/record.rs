//! What the rule needs to know of each kind of record.

use super::Versioned;
use crate::model::{
    Answer, Dismissed, Extra, Issue, Json, Part, Partner, Raw, Remark, RemarkState, Reply, ReplyId,
    Revision, Sheet, SheetStatus, Step, sort_by,
};
use serde_json::Value;
use std::cmp::Ordering;

/// The part of a head with what is put aside.
const DISMISSED: &str = "dismissed";

/// The part of a head with the version table.
const VERSIONS: &str = "document.versions";

macro_rules! with_revision {
    () => {
        fn revision(&self) -> &Revision {
            &self.revision
        }

        fn revision_mut(&mut self) -> &mut Revision {
            &mut self.revision
        }
    };
    (json) => {
        with_revision!();

        fn as_text(&self) -> String {
            self.to_text()
        }
    };
}

impl Versioned for Answer {
    with_revision!(json);
}

impl Versioned for Partner {
    with_revision!(json);
}

impl Versioned for Part {
    with_revision!();

    fn as_text(&self) -> String {
        self.value.to_string()
    }

    /// What is put aside on either side is; versions of both stand in the
    /// version table; no other part can be both.
    fn reconciled(&self, other: &Self) -> Option<Self> {
        fn list<T: Json>(part: &Part) -> Option<Vec<T>> {
            match &part.value {
                Value::Null => Some(Vec::new()),
                list => Vec::from_json(list.clone()).ok(),
            }
        }
        if self.name != other.name {
            return None;
        }
        let value = match self.name.as_str() {
            DISMISSED => Dismissed::united(&list(self)?, &list(other)?).to_json(),
            VERSIONS => Issue::united(&list(self)?, &list(other)?)?.to_json(),
            _ => return None,
        };
        let one = self.clone();
        Some(Self { value, ..one })
    }
}

impl Versioned for Remark {
    with_revision!(json);

    /// Open beats resolved.
    fn reconciled(&self, other: &Self) -> Option<Self> {
        let bare = |remark: &Self| Self {
            state: RemarkState::Open,
            replies: Vec::new(),
            revision: Revision::default(),
            ..remark.clone()
        };
        if bare(self) != bare(other) {
            return None;
        }
        let open = self.state == RemarkState::Open;
        Some(if open { self.clone() } else { other.clone() })
    }

    /// Replies are united, in the order in which they were made.
    fn unite(&mut self, other: &Self) {
        for reply in &other.replies {
            if !self.replies.contains(reply) {
                self.replies.push(reply.clone());
            }
        }
        let key = |reply: &Reply| (reply.at.clone(), reply.id.clone(), reply.text.clone());
        sort_by(&mut self.replies, |a, b| key(a).cmp(&key(b)));
    }
}

/// What a sheet says of itself: a sheet without answers, contacts and remarks.
#[derive(Clone, Debug, PartialEq)]
pub struct Own(pub Sheet);

impl Own {
    /// What this sheet says of itself.
    pub fn of(sheet: &Sheet) -> Self {
        Self(Sheet {
            status: sheet.status,
            since: sheet.since.clone(),
            steps: sheet.steps.clone(),
            transcribed: sheet.transcribed,
            revision: sheet.revision.clone(),
            extra: sheet.extra.clone(),
            ..Sheet::expected(sheet.partner.clone())
        })
    }

    /// What weighs more than another status that was reached apart from it,
    /// whatever was meant there.
    fn weight(&self) -> u8 {
        match self.0.status {
            SheetStatus::Expected => 0,
            SheetStatus::Draft | SheetStatus::Missing => 1,
            SheetStatus::Submitted | SheetStatus::Returned | SheetStatus::Approved => 2,
        }
    }
}

impl Versioned for Own {
    fn revision(&self) -> &Revision {
        &self.0.revision
    }

    fn revision_mut(&mut self) -> &mut Revision {
        &mut self.0.revision
    }

    fn as_text(&self) -> String {
        self.0.to_text()
    }

    /// Steps are only added; they stand in the order in which they were taken.
    fn unite(&mut self, other: &Self) {
        let mut steps = self.0.steps.or_default();
        let before = steps.len();
        for step in other.0.steps.or_default() {
            if !steps.contains(&step) {
                steps.push(step);
            }
        }
        if steps.len() > before {
            let key = |step: &Step| (step.at.clone(), step.status, step.author.clone());
            sort_by(&mut steps, |a, b| key(a).cmp(&key(b)));
            self.0.steps = Raw::new(&steps);
        }
    }

    /// What was received stands against what was not, and what was begun
    /// against what is expected.
    fn reconciled(&self, other: &Self) -> Option<Self> {
        let (a, b) = (&self.0, &other.0);
        let (one, rest) = match self.weight().cmp(&other.weight()) {
            Ordering::Greater => (a, b),
            Ordering::Less => (b, a),
            Ordering::Equal if a.status != b.status => return None,
            Ordering::Equal if (&a.since, a.revision.last()) >= (&b.since, b.revision.last()) => {
                (a, b)
            }
            Ordering::Equal => (b, a),
        };
        let mut one = one.clone();
        one.transcribed |= rest.transcribed;
        for (name, value) in &rest.extra {
            match one.extra.get(name) {
                None => {
                    one.extra.insert(name.clone(), value.clone());
                }
                Some(other) if other == value => {}
                Some(_) => return None,
            }
        }
        Some(Self(one))
    }
}

/// Keeps what another version of a remark said, as a reply to it.
pub fn keep_as_reply(remark: &mut Remark, other: &Remark) {
    let id = format!("{}.{}", remark.id, remark.revision.n);
    // Where the id would be too long, it is that of the remark alone.
    let id = ReplyId::new(&id).or_else(|_| ReplyId::new(remark.id.as_str()));
    if let Ok(id) = id {
        let reply = Reply {
            id,
            author: other.author.clone(),
            text: other.text.clone(),
            at: other.revision.at.clone(),
            extra: Extra::new(),
        };
        if !remark.replies.contains(&reply) {
            remark.replies.push(reply);
        }
    }
}

/// Puts remarks into the order in which they were raised.
pub fn in_order(remarks: &mut Vec<Remark>) {
    sort_by(remarks, |a, b| (&a.at, &a.id).cmp(&(&b.at, &b.id)));
}
