//! Actions on one sheet.

use super::steps::Change;
use super::{App, AppDataStoreFields, browser};
use crate::analysis::chronicle::Version;
use crate::model::{Answer, ContactId, PartnerId, QuestionId, Sheet, SheetRecord, Stamp};
use crate::storage::history::{self, Past};
use leptos::prelude::*;
use reactive_stores::StoreFieldIterator;

impl App {
    /// Changes the answer to a question, while the sheet can be written on.
    pub fn edit_answer(
        self,
        partner: &PartnerId,
        question: &QuestionId,
        change: impl FnOnce(&mut Answer),
    ) {
        self.edit_sheet(partner, |sheet, stamp| {
            if !sheet.may_write() {
                return (false, None);
            }
            let past = sheet.answers.get(question).cloned();
            let past = past.map(|answer| Past::new(question.as_str(), false, answer));
            (sheet.edit(question, stamp, change), past)
        });
    }

    /// Changes a contact.
    pub fn edit_contact(
        self,
        partner: &PartnerId,
        contact: &ContactId,
        change: impl FnOnce(&mut Answer),
    ) {
        self.edit_sheet(partner, |sheet, stamp| {
            if !sheet.may_write() {
                return (false, None);
            }
            let past = sheet.contacts.get(contact).cloned();
            let past = past.map(|answer| Past::new(contact.as_str(), true, answer));
            (sheet.edit_contact(contact, stamp, change), past)
        });
    }

    /// Whether answers can be written on a sheet as it stands.
    pub fn may_write(self, partner: &PartnerId) -> bool {
        self.with_sheet(partner, Sheet::may_write)
            .unwrap_or_default()
    }

    /// Says whether a sheet was typed in from paper by whoever runs the survey.
    pub fn mark_transcribed(self, partner: &PartnerId, transcribed: bool) {
        let actor = untrack(|| self.actor());
        self.edit_sheet(partner, |sheet, stamp| {
            (sheet.mark_transcribed(transcribed, actor, stamp), None)
        });
    }

    /// The earlier answers of a sheet that are kept, with those that were to be
    /// written just now.
    pub fn past_answers(self, partner: &PartnerId) -> Vec<Version> {
        if self.has_unsaved() {
            self.flush();
        }
        let Some(survey) = untrack(|| self.open_id()) else {
            return Vec::new();
        };
        let read = self.told(history::read(&self.vault(), &survey, partner));
        let past = read.unwrap_or_default().past.into_iter();
        past.filter_map(
            |Past {
                 id,
                 contact,
                 answer,
                 ..
             }| {
                let record = if contact {
                    SheetRecord::Contact(ContactId::new(&id).ok()?)
                } else {
                    SheetRecord::Answer(QuestionId::new(&id).ok()?)
                };
                Some(Version { record, answer })
            },
        )
        .collect()
    }

    /// Whether this browser has a name that stands in a revision.
    pub fn is_mine(self, by: &str) -> bool {
        self.env.with_value(|env| env.browser == by)
    }

    /// Changes one sheet; `change` says whether it did, and only then is anyone
    /// woken and anything written; and what stood there before.
    pub(super) fn edit_sheet(
        self,
        partner: &PartnerId,
        change: impl FnOnce(&mut Sheet, &Stamp) -> (bool, Option<Past>),
    ) {
        // One instance for all changes.
        self.make(partner, Box::new(change));
    }

    fn make(self, partner: &PartnerId, change: Edit<'_>) {
        if self.only_shows() {
            return;
        }
        let Some(index) = self.position(partner) else {
            return;
        };
        if index >= self.data.sheets().read_untracked().len() {
            return;
        }
        let stamp = self.stamp();
        // As the store has it, before the first change since the last saving.
        let is_first = self
            .env
            .with_value(|env| env.unsaved.body(partner).is_none());
        let before = self.version(index);
        let base = if is_first { before.clone() } else { None };
        let (mut changed, mut past) = (false, None);
        self.data.sheets().at_unkeyed(index).maybe_update(|sheet| {
            (changed, past) = change(sheet, &stamp);
            changed
        });
        if changed {
            let past = past.filter(|past| is_worth_keeping(&past.answer, &stamp.by));
            self.env
                .update_value(|env| env.unsaved.note(partner, || base, past));
            self.note_step(Change::Body(
                index,
                before.map(Box::new),
                self.version(index).map(Box::new),
            ));
            self.save_soon();
        }
    }

    /// Keeps an answer among the earlier ones, whoever wrote it when.
    pub(super) fn keep_past(self, partner: &PartnerId, past: Past) {
        let base = self.position(partner).and_then(|at| self.version(at));
        self.env
            .update_value(|env| env.unsaved.note(partner, || base, Some(past)));
    }
}

/// Changes a sheet; see [`App::edit_sheet`].
type Edit<'a> = Box<dyn FnOnce(&mut Sheet, &Stamp) -> (bool, Option<Past>) + 'a>;

/// Whether an answer that `by` overwrites now is worth keeping: also one that
/// nobody has edited, because it came with the survey.
pub(super) fn is_worth_keeping(past: &Answer, by: &str) -> bool {
    if past.revision.n == 0 {
        return *past != Answer::default();
    }
    let then = App::moment(past);
    history::is_worth_keeping(&past.revision, by, then, browser::milliseconds())
}
