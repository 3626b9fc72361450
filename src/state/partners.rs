//! Actions on the list of partners.

use super::{App, AppDataStoreFields, Notice, Removed, browser};
use crate::model::{Extra, Partner, PartnerId, PartnerKind, Revision, Sheet};
use crate::storage::library;
use leptos::prelude::*;

impl App {
    /// Adds a partner at the end of the list.
    pub fn add_partner(self, name: &str) {
        let name = name.trim();
        let Ok(id) = PartnerId::new(&browser::random_name()) else {
            return;
        };
        let Some((code, index)) = self.with_head(|h| (h.next_code(), h.partners.len())) else {
            return;
        };
        let partner = Partner {
            id: id.clone(),
            code,
            name: name.into(),
            kind: PartnerKind::default(),
            ipa_code: String::new(),
            role: None,
            revision: Revision::default(),
            extra: Extra::new(),
        };
        self.insert_partner(index, partner, Sheet::expected(id));
    }

    /// Renames a partner; an empty name is not taken.
    pub fn rename_partner(self, id: &PartnerId, name: &str) {
        let name = name.trim();
        let stamp = self.stamp();
        self.edit_head(|head| {
            if let Some(partner) = head.partners.iter_mut().find(|p| p.id == *id)
                && !name.is_empty()
                && partner.name != name
            {
                partner.name = name.into();
                partner.revision.bump(&stamp);
            }
        });
    }

    /// Moves a partner up (`-1`) or down (`1`) in the list.
    pub fn move_partner(self, id: &PartnerId, by: isize) {
        let Some(from) = self.position(id) else {
            return;
        };
        let Some(to) = from.checked_add_signed(by) else {
            return;
        };
        if self.with_head(|h| to < h.partners.len()) == Some(true) {
            self.data.sheets().update(|sheets| sheets.swap(from, to));
            self.edit_head(|head| head.partners.swap(from, to));
        }
    }

    /// Removes a partner and its sheet; both can be brought back while the
    /// page is open.
    pub fn remove_partner(self, id: &PartnerId) {
        let (Some(index), Some(survey)) = (self.position(id), self.open_id()) else {
            return;
        };
        // What is typed goes to the store first, so that nothing of the sheet
        // waits to be written after it is gone.
        self.flush();
        let sheet = self
            .data
            .sheets()
            .try_update(|sheets| (index < sheets.len()).then(|| sheets.remove(index)));
        let mut partner = None;
        self.edit_head(|head| {
            if index < head.partners.len() {
                partner = Some(head.partners.remove(index));
            }
        });
        self.flush();
        if let (Some(Some(sheet)), Some(partner)) = (sheet, partner) {
            let gone = self.with_storage(|s| library::remove_sheet(s, &survey, id));
            self.told(gone);
            let removed = Removed::Partner {
                survey,
                index,
                partner: Box::new(partner),
                sheet: Box::new(sheet),
            };
            self.notify(|id| Notice::CanUndo { id, removed });
        }
    }

    /// Puts a partner and its sheet into the list, at `index` or at its end.
    pub(super) fn insert_partner(self, index: usize, partner: Partner, sheet: Sheet) {
        let id = partner.id.clone();
        self.data.sheets().update(|sheets| {
            sheets.insert(index.min(sheets.len()), sheet);
        });
        self.edit_head(|head| {
            head.partners
                .insert(index.min(head.partners.len()), partner)
        });
        self.sheet_changed(&id);
    }
}
