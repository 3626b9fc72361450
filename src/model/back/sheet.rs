//! What was changed on a sheet, record by record.

use super::super::{
    Answer, ContactId, QuestionId, Remark, RemarkId, Reply, ReplyId, Revision, Sheet, SheetStatus,
    Stamp, Value,
};
use std::collections::BTreeMap;

/// One record of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum SheetRecord {
    /// The answer to a question.
    Answer(QuestionId),
    /// A contact.
    Contact(ContactId),
    /// A remark, without its replies.
    Remark(RemarkId),
    /// A reply to a remark.
    Reply(RemarkId, ReplyId),
    /// The status.
    Status,
}

/// What a record says. An answer that is not there says nothing.
#[derive(Clone, Debug, PartialEq)]
enum Content {
    Answer(Answer),
    Remark(Box<Remark>),
    Reply(Reply),
    Status(SheetStatus),
    Nothing,
}

#[derive(Clone, Debug, PartialEq)]
struct Changed {
    record: SheetRecord,
    before: Content,
    after: Content,
}

/// What was changed on a sheet: each record that says something else after than
/// before.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetChange(Vec<Changed>);

impl SheetChange {
    /// What tells `after` from `before`.
    pub fn between(before: &Sheet, after: &Sheet) -> Self {
        let mut records = records(before);
        for record in self::records(after) {
            if !records.contains(&record) {
                records.push(record);
            }
        }
        let changed = records.into_iter().map(|record| Changed {
            before: content(before, &record),
            after: content(after, &record),
            record,
        });
        Self(changed.filter(Changed::says_more).collect())
    }

    /// The change that gives an answer to each of these questions and contacts
    /// of `sheet`.
    pub fn answering(
        sheet: &Sheet,
        answers: impl IntoIterator<Item = (SheetRecord, Answer)>,
    ) -> Self {
        let changed = answers.into_iter().map(|(record, answer)| Changed {
            before: content(sheet, &record),
            after: Content::Answer(answer),
            record,
        });
        Self(changed.filter(Changed::says_more).collect())
    }

    /// Whether nothing was changed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The records that it touches.
    pub fn records(&self) -> impl Iterator<Item = &SheetRecord> {
        self.0.iter().map(|changed| &changed.record)
    }

    /// The status before and after, where it was changed.
    pub fn status(&self) -> Option<(SheetStatus, SheetStatus)> {
        self.0.iter().find_map(|c| match (&c.before, &c.after) {
            (Content::Status(before), Content::Status(after)) => Some((*before, *after)),
            _ => None,
        })
    }

    /// The way back.
    pub fn back(&self) -> Self {
        let back = |changed: &Changed| Changed {
            record: changed.record.clone(),
            before: changed.after.clone(),
            after: changed.before.clone(),
        };
        Self(self.0.iter().rev().map(back).collect())
    }

    /// This change and then another, as one.
    pub fn then(mut self, later: Self) -> Self {
        for next in later.0 {
            match self.0.iter_mut().find(|c| c.record == next.record) {
                Some(changed) => changed.after = next.after,
                None => self.0.push(next),
            }
        }
        self.0.retain(Changed::says_more);
        self
    }

    /// The one field that was typed into, if that was all: two such changes that
    /// follow each other at once are one step for whoever types.
    pub fn typed(&self) -> Option<(SheetRecord, String)> {
        let is_status = |changed: &&Changed| changed.record == SheetRecord::Status;
        let mut answers = self.0.iter().filter(|changed| !is_status(changed));
        let (one, None) = (answers.next()?, answers.next()) else {
            return None;
        };
        let (Content::Answer(before), Content::Answer(after)) = (&one.before, &one.after) else {
            return None;
        };
        Some((one.record.clone(), field(before, after)?))
    }

    /// Does this to a sheet, in the name of `author`, wherever the sheet says
    /// what it said before. Gives what was done, and what was left because it
    /// says something else by now.
    pub fn apply(&self, sheet: &mut Sheet, author: &str, stamp: &Stamp) -> (Self, Self) {
        let (mut done, mut left) = (Self::default(), Self::default());
        let is_status = |changed: &&Changed| changed.record == SheetRecord::Status;
        let others = self.0.iter().filter(|changed| !is_status(changed));
        // The status last: whether it may go back depends on the rest.
        for changed in others.chain(self.0.iter().filter(is_status)) {
            let stands = bare(content(sheet, &changed.record)) == bare(changed.before.clone());
            let may = match (&changed.record, &changed.after) {
                (SheetRecord::Status, Content::Status(next)) => {
                    left.is_empty() && (*next != SheetStatus::Expected || says_nothing(sheet))
                }
                (SheetRecord::Remark(id), Content::Nothing) => {
                    let mut remarks = sheet.remarks.iter();
                    remarks.any(|r| r.id == *id && r.replies.is_empty())
                }
                _ => true,
            };
            let into = if stands && may && put(sheet, changed, author, stamp) {
                &mut done
            } else {
                &mut left
            };
            into.0.push(changed.clone());
        }
        (done, left)
    }
}

impl Changed {
    fn says_more(&self) -> bool {
        bare(self.before.clone()) != bare(self.after.clone())
    }
}

/// All records of a sheet, each remark before its replies.
fn records(sheet: &Sheet) -> Vec<SheetRecord> {
    let mut all = Vec::new();
    all.extend(sheet.answers.keys().cloned().map(SheetRecord::Answer));
    all.extend(sheet.contacts.keys().cloned().map(SheetRecord::Contact));
    for remark in &sheet.remarks {
        all.push(SheetRecord::Remark(remark.id.clone()));
        let replies = remark.replies.iter();
        all.extend(replies.map(|r| SheetRecord::Reply(remark.id.clone(), r.id.clone())));
    }
    all.push(SheetRecord::Status);
    all
}

fn content(sheet: &Sheet, record: &SheetRecord) -> Content {
    let remark = |id: &RemarkId| sheet.remarks.iter().find(|remark| remark.id == *id);
    match record {
        SheetRecord::Answer(id) => {
            Content::Answer(sheet.answers.get(id).cloned().unwrap_or_default())
        }
        SheetRecord::Contact(id) => {
            Content::Answer(sheet.contacts.get(id).cloned().unwrap_or_default())
        }
        SheetRecord::Remark(id) => match remark(id) {
            Some(remark) => Content::Remark(Box::new(Remark {
                replies: Vec::new(),
                ..remark.clone()
            })),
            None => Content::Nothing,
        },
        SheetRecord::Reply(of, id) => {
            let mut replies = remark(of).into_iter().flat_map(|remark| &remark.replies);
            let found = replies.find(|reply| reply.id == *id);
            found.cloned().map_or(Content::Nothing, Content::Reply)
        }
        SheetRecord::Status => Content::Status(sheet.status),
    }
}

/// What is compared: who edited it how often is another matter.
fn bare(content: Content) -> Content {
    match content {
        Content::Answer(answer) => Content::Answer(Answer {
            revision: Revision::default(),
            ..answer
        }),
        Content::Remark(mut remark) => {
            remark.revision = Revision::default();
            Content::Remark(remark)
        }
        other => other,
    }
}

/// Lets a record say what it says after the change; says whether that worked.
fn put(sheet: &mut Sheet, changed: &Changed, author: &str, stamp: &Stamp) -> bool {
    match (&changed.record, changed.after.clone()) {
        (SheetRecord::Answer(id), Content::Answer(answer)) => {
            put_answer(&mut sheet.answers, id, answer, stamp);
        }
        (SheetRecord::Contact(id), Content::Answer(answer)) => {
            put_answer(&mut sheet.contacts, id, answer, stamp);
        }
        (SheetRecord::Remark(id), Content::Nothing) => sheet.remarks.retain(|r| r.id != *id),
        (SheetRecord::Remark(id), Content::Remark(mut remark)) => {
            if let Some(there) = sheet.remarks.iter_mut().find(|r| r.id == *id) {
                remark.revision = there.revision.clone();
                remark.replies = std::mem::take(&mut there.replies);
                remark.revision.bump(stamp);
                *there = *remark;
            } else {
                remark.revision.bump(stamp);
                sheet.remarks.push(*remark);
            }
        }
        (SheetRecord::Reply(of, id), reply) => {
            let Some(remark) = sheet.remarks.iter_mut().find(|r| r.id == *of) else {
                return false;
            };
            match reply {
                Content::Reply(reply) => remark.replies.push(reply),
                _ => remark.replies.retain(|r| r.id != *id),
            }
        }
        (SheetRecord::Status, Content::Status(next)) => sheet.step(next, author, stamp),
        _ => return false,
    }
    true
}

fn put_answer<K: Ord + Clone>(
    answers: &mut BTreeMap<K, Answer>,
    key: &K,
    answer: Answer,
    stamp: &Stamp,
) {
    let there = answers.get(key).map(|there| there.revision.clone());
    let mut revision = there.unwrap_or_default();
    revision.bump(stamp);
    answers.insert(key.clone(), Answer { revision, ..answer });
}

/// Whether nothing is written on a sheet; answers that were emptied may be there.
fn says_nothing(sheet: &Sheet) -> bool {
    let mut all = sheet.answers.values().chain(sheet.contacts.values());
    let nothing = bare(Content::Answer(Answer::default()));
    all.all(|answer| bare(Content::Answer(answer.clone())) == nothing) && sheet.remarks.is_empty()
}

/// The one field of an answer that was typed into, if nothing else differs.
fn field(before: &Answer, after: &Answer) -> Option<String> {
    let is = |name: &str, like: Answer| {
        let same = bare(Content::Answer(like)) == bare(Content::Answer(after.clone()));
        same.then(|| name.to_owned())
    };
    if before.comment != after.comment {
        let comment = after.comment.clone();
        return is(
            "comment",
            Answer {
                comment,
                ..before.clone()
            },
        );
    }
    if before.evidence != after.evidence {
        let evidence = after.evidence.clone();
        return is(
            "evidence",
            Answer {
                evidence,
                ..before.clone()
            },
        );
    }
    let like = Answer {
        state: after.state,
        value: after.value.clone(),
        ..before.clone()
    };
    match (&before.value, &after.value) {
        (Some(Value::Choices(old)), Some(Value::Choices(new))) => {
            let same = old
                .iter()
                .map(|c| &c.option)
                .eq(new.iter().map(|c| &c.option));
            let mut beside = old.iter().zip(new).filter(|(old, new)| old != new);
            let (one, _) = beside.next().filter(|_| same)?;
            (beside.next().is_none()).then(|| is(one.option.as_str(), like))?
        }
        (Some(Value::Choices(_)), _) | (_, Some(Value::Choices(_))) => None,
        (old, new) => (old != new).then(|| is("value", like))?,
    }
}
