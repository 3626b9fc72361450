//! What was changed on a sheet, when, and what stood there before: out of the
//! sheet as it stands, its steps and remarks, and the earlier answers that were
//! kept.
//!
//! An answer says when and by which browser it was written; what it replaced is
//! the one before it of the same question. What was never kept is not invented:
//! where an answer counts more edits than are known, what it replaced is unknown.

use crate::model::{
    About, Answer, Remark, RemarkState, Revision, Sheet, SheetRecord, SheetStatus, Timestamp,
    sort_by_key,
};
use std::sync::Arc;

/// An answer or a contact as it was at some time.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// The question or the contact.
    pub record: SheetRecord,
    /// What it said, with its revision.
    pub answer: Answer,
}

/// Something that happened to a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// When.
    pub at: Timestamp,
    /// What.
    pub what: Happened,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Happened {
    /// An answer or a contact was written.
    Written {
        /// Which.
        record: SheetRecord,
        /// What stood there; `None` where that is not known.
        before: Option<Box<Answer>>,
        /// What was written.
        after: Box<Answer>,
        /// By which browser.
        by: Arc<str>,
    },
    /// The sheet was moved to another status, by somebody who may have a name.
    Became(SheetStatus, String),
    /// Something happened to a remark.
    Remarked {
        /// What it is about.
        about: About,
        /// What happened.
        what: Remarked,
        /// Text of the remark, or of the reply to it.
        text: String,
    },
}

/// What happened to a remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remarked {
    /// It was raised, by somebody who may have a name.
    Raised(String),
    /// It was replied to, by somebody who may have a name.
    Replied(String),
    /// It was settled, or opened again, in this browser.
    Became(RemarkState, Arc<str>),
}

/// An answer that would be another if the sheet were as it once was.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// The question or the contact.
    pub record: SheetRecord,
    /// What it says now.
    pub now: Answer,
    /// What it said then.
    pub then: Answer,
}

/// What happened to a sheet, newest first; `past` are its earlier answers, in
/// any order.
pub fn chronicle(sheet: &Sheet, past: &[Version]) -> Vec<Event> {
    let mut events = Vec::new();
    for versions in by_record(sheet, past) {
        let mut before: Option<&Version> = None;
        for version in &versions {
            let revision = &version.answer.revision;
            let known = match before {
                Some(before) => Some(before.answer.clone()),
                None => (revision.n == 1).then(Answer::default),
            };
            // Changed and set back in one sitting: nothing happened.
            let same = known
                .as_ref()
                .is_some_and(|known| says_the_same(known, &version.answer));
            if let Some(at) = revision.at.as_ref().filter(|_| !same) {
                let what = Happened::Written {
                    record: version.record.clone(),
                    before: known.map(Box::new),
                    after: Box::new(version.answer.clone()),
                    by: revision.by.clone().unwrap_or_default(),
                };
                let at = at.clone();
                events.push(Event { at, what });
            }
            before = Some(version);
        }
    }
    for step in sheet.steps.or_default() {
        events.push(Event {
            at: step.at,
            what: Happened::Became(step.status, step.author),
        });
    }
    for remark in &sheet.remarks {
        of_remark(remark, &mut events);
    }
    sort_by_key(&mut events, |event| event.at.clone());
    events.reverse();
    events
}

/// What happened to a remark. Of how it was settled and opened again, only the
/// last is known.
fn of_remark(remark: &Remark, events: &mut Vec<Event>) {
    let mut add = |at: &Option<Timestamp>, what: Remarked, text: &str| {
        events.extend(at.clone().map(|at| Event {
            at,
            what: Happened::Remarked {
                about: remark.about(),
                what,
                text: text.into(),
            },
        }));
    };
    let raised = Remarked::Raised(remark.author.clone());
    add(&remark.at, raised, &remark.text);
    for reply in &remark.replies {
        let replied = Remarked::Replied(reply.author.clone());
        add(&reply.at, replied, &reply.text);
    }
    let Revision { n, at, by, .. } = &remark.revision;
    // The first edit raised it; opened again is what was settled before.
    let is_known = match remark.state {
        RemarkState::Open => *n > 2,
        RemarkState::Resolved => *n > 1,
    };
    if is_known {
        let became = Remarked::Became(remark.state, by.clone().unwrap_or_default());
        add(at, became, &remark.text);
    }
}

/// What would be another answer if the sheet were as it was at a moment, with
/// all that happened in that moment. What is not known stays as it is.
pub fn differences(sheet: &Sheet, past: &[Version], at: &Timestamp) -> Vec<Difference> {
    let mut all = Vec::new();
    for versions in by_record(sheet, past) {
        let until = |version: &&Version| {
            let written = version.answer.revision.at.as_ref();
            written.is_none_or(|written| written <= at)
        };
        let (Some(now), Some(first)) = (versions.last(), versions.first()) else {
            continue;
        };
        let then = match versions.iter().rfind(until) {
            Some(version) => version.answer.clone(),
            // Nobody had written anything yet.
            None if first.answer.revision.n == 1 => Answer::default(),
            None => continue,
        };
        if !says_the_same(&now.answer, &then) {
            all.push(Difference {
                record: now.record.clone(),
                now: now.answer.clone(),
                then,
            });
        }
    }
    all
}

/// Whether two answers say the same, whoever wrote them.
pub fn says_the_same(one: &Answer, other: &Answer) -> bool {
    let other = Answer {
        revision: one.revision.clone(),
        ..other.clone()
    };
    *one == other
}

/// All that is known of each record, oldest first; the last is what stands.
fn by_record(sheet: &Sheet, past: &[Version]) -> Vec<Vec<Version>> {
    let answers = sheet.answers.iter();
    let answers = answers.map(|(id, answer)| (SheetRecord::Answer(id.clone()), answer));
    let contacts = sheet.contacts.iter();
    let contacts = contacts.map(|(id, answer)| (SheetRecord::Contact(id.clone()), answer));
    let all = answers.chain(contacts).map(|(record, answer)| {
        let mut versions: Vec<Version> = Vec::new();
        for version in past {
            let is_new = version.answer.revision != answer.revision
                && versions
                    .iter()
                    .all(|v| v.answer.revision != version.answer.revision);
            if version.record == record && is_new {
                versions.push(version.clone());
            }
        }
        sort_by_key(&mut versions, |v| {
            let revision = &v.answer.revision;
            (revision.at.clone(), revision.n)
        });
        let answer = answer.clone();
        versions.push(Version { record, answer });
        versions
    });
    all.collect()
}
