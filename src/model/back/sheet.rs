//! What was changed on a sheet, record by record.

use super::super::{Answer, Sheet, SheetStatus, Stamp, Value, sort_by_key};
use super::record::{Content, SheetRecord, bare, content, put, records, says_nothing};

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
        let mut all = records(before);
        for record in records(after) {
            if !all.contains(&record) {
                all.push(record);
            }
        }
        let changed = all.into_iter().map(|record| Changed {
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
            let into = if stands
                && may
                && put(sheet, &changed.record, changed.after.clone(), author, stamp)
            {
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

/// Whether a sheet, as it stands, may go back to a status, or forth to it again.
fn may_become(sheet: &Sheet, next: SheetStatus) -> bool {
    match next {
        SheetStatus::Expected => says_nothing(sheet),
        SheetStatus::Approved => sheet.open_remarks() == 0,
        SheetStatus::Returned => sheet.open_remarks() > 0,
        _ => true,
    }
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
