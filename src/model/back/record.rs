//! Records of a sheet: what one says, and how it is made to say something else.

use super::super::{
    Answer, ContactId, QuestionId, Remark, RemarkId, Reply, ReplyId, Revision, Sheet, SheetStatus,
    Stamp,
};
use litemap::LiteMap;

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
pub(super) enum Content {
    Answer(Answer),
    Remark(Box<Remark>),
    Reply(Reply),
    Transcribed(bool),
    Status(SheetStatus),
    Nothing,
}

/// All records of a sheet, each remark before its replies.
pub(super) fn records(sheet: &Sheet) -> Vec<SheetRecord> {
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

pub(super) fn content(sheet: &Sheet, record: &SheetRecord) -> Content {
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
pub(super) fn bare(content: Content) -> Content {
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

/// Lets a record say this; says whether that worked.
pub(super) fn put(
    sheet: &mut Sheet,
    record: &SheetRecord,
    says: Content,
    author: &str,
    stamp: &Stamp,
) -> bool {
    match (record, says) {
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
    answers: &mut LiteMap<K, Answer>,
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
pub(super) fn says_nothing(sheet: &Sheet) -> bool {
    let mut all = sheet.answers.values().chain(sheet.contacts.values());
    let nothing = bare(Content::Answer(Answer::default()));
    all.all(|answer| bare(Content::Answer(answer.clone())) == nothing) && sheet.remarks.is_empty()
}
