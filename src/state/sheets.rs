//! Actions on one sheet.

use super::{App, AppDataStoreFields};
use crate::model::{Answer, ContactId, PartnerId, QuestionId, Sheet, SheetStatus, Stamp};
use leptos::prelude::*;
use reactive_stores::StoreFieldIterator;

impl App {
    /// Changes the answer to a question.
    pub fn edit_answer(
        self,
        partner: &PartnerId,
        question: &QuestionId,
        change: impl FnOnce(&mut Answer),
    ) {
        self.edit_sheet(partner, |sheet, stamp| sheet.edit(question, stamp, change));
    }

    /// Changes a contact.
    pub fn edit_contact(
        self,
        partner: &PartnerId,
        contact: &ContactId,
        change: impl FnOnce(&mut Answer),
    ) {
        self.edit_sheet(partner, |sheet, stamp| {
            sheet.edit_contact(contact, stamp, change)
        });
    }

    /// Moves the sheet to another status, where its lifecycle allows it.
    pub fn advance(self, partner: &PartnerId, next: SheetStatus) {
        self.edit_sheet(partner, |sheet, stamp| sheet.advance(next, stamp));
    }

    /// Changes one sheet; `change` says whether it did, and only then is anyone
    /// woken and anything written.
    fn edit_sheet(self, partner: &PartnerId, change: impl FnOnce(&mut Sheet, &Stamp) -> bool) {
        let Some(index) = self.position(partner) else {
            return;
        };
        if index >= self.data.sheets().read_untracked().len() {
            return;
        }
        let stamp = self.stamp();
        let mut changed = false;
        self.data.sheets().at_unkeyed(index).maybe_update(|sheet| {
            changed = change(sheet, &stamp);
            changed
        });
        if changed {
            self.sheet_changed(partner);
        }
    }
}
