//! What was changed on a sheet, record by record.

use super::super::{
    Answer, ContactId, QuestionId, Remark, RemarkId, Reply, ReplyId, Revision, Sheet, SheetStatus,
    Stamp, Value, sort_by_key,
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
    /// Whether it was typed in from paper.
    Transcribed,
    /// The status.
    Status,
}

impl SheetRecord {
    /// Whether its partner is told of it in an invitation: what was told is not
    /// taken back in silence.
    pub const fn is_told(&self) -> bool {
        matches!(self, Self::Remark(_) | Self::Reply(..) | Self::Status)
    }
}

/// What a record says. An answer that is not there says nothing.
#[derive(Clone, Debug, PartialEq)]
enum Content {
    Answer(Answer),
    Remark(Box<Remark>),
    Reply(Reply),
    Transcribed(bool),
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

    /// Takes out what the partner is told of in an invitation, and gives it.
    pub fn take_told(&mut self) -> Self {
        let all = std::mem::take(&mut self.0).into_iter();
        let (told, rest) = all.partition(|changed| changed.record.is_told());
        self.0 = rest;
        Self(told)
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
    /// what it said before and its lifecycle allows it: nothing is written on an
    /// approved sheet. Gives what was done, and what was left.
    pub fn apply(&self, sheet: &mut Sheet, author: &str, stamp: &Stamp) -> (Self, Self) {
        let (mut done, mut left) = (Self::default(), Self::default());
        let mut all: Vec<&Changed> = self.0.iter().collect();
        sort_by_key(&mut all, |changed| changed.turn());
        for changed in all {
            let stands = bare(content(sheet, &changed.record)) == bare(changed.before.clone());
            let may = match (&changed.record, &changed.after) {
                (SheetRecord::Status, Content::Status(next)) => {
                    left.is_empty() && may_become(sheet, *next)
                }
                (SheetRecord::Remark(id), Content::Nothing) => {
                    let mut remarks = sheet.remarks.iter();
                    remarks.any(|r| r.id == *id && r.replies.is_empty())
                }
                (SheetRecord::Remark(_) | SheetRecord::Reply(..), _) => true,
                _ => sheet.may_write(),
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

    /// When it is done: what a sheet may become depends on its remarks, and
    /// whether it is empty; whether it may be written on, on whether it is approved.
    fn turn(&self) -> u8 {
        match (&self.record, &self.before) {
            (SheetRecord::Remark(_) | SheetRecord::Reply(..), _) => 0,
            (_, Content::Status(SheetStatus::Approved)) => 1,
            (SheetRecord::Status, _) => 3,
            _ => 2,
        }
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
    all.extend([SheetRecord::Transcribed, SheetRecord::Status]);
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
        SheetRecord::Transcribed => Content::Transcribed(sheet.transcribed),
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
        (SheetRecord::Transcribed, Content::Transcribed(transcribed)) => {
            sheet.transcribed = transcribed;
            sheet.revision.bump(stamp);
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

/// Whether a sheet, as it stands, may go back to a status, or forth to it again.
fn may_become(sheet: &Sheet, next: SheetStatus) -> bool {
    match next {
        SheetStatus::Expected => says_nothing(sheet),
        SheetStatus::Approved => sheet.open_remarks() == 0,
        SheetStatus::Returned => sheet.open_remarks() > 0,
        _ => true,
    }
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
    let like = |change: &dyn Fn(&mut Answer)| {
        let mut like = before.clone();
        change(&mut like);
        like
    };
    if before.comment != after.comment {
        return is("comment", like(&|a| a.comment.clone_from(&after.comment)));
    }
    if before.evidence != after.evidence {
        return is(
            "evidence",
            like(&|a| a.evidence.clone_from(&after.evidence)),
        );
    }
    let like = like(&|answer| {
        answer.state = after.state;
        answer.value.clone_from(&after.value);
    });
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
