//! Actions on the list of partners.

use super::steps::Change;
use super::unsaved::Version;
use super::{About, App, AppDataStoreFields, Removed, browser};
use crate::model::{Extra, Partner, PartnerId, PartnerKind, Revision, Role, Sheet};
use crate::storage::library::{self, Kept, STEP};
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
        if !name.is_empty() {
            self.edit_partner(id, |partner| partner.name = name.into());
        }
    }

    /// Says what a partner does with the practice.
    pub fn set_role(self, id: &PartnerId, role: Option<Role>) {
        self.edit_partner(id, |partner| partner.role = role);
    }

    /// Changes a partner; what changes nothing is no edit.
    pub(super) fn edit_partner(self, id: &PartnerId, change: impl FnOnce(&mut Partner)) {
        let stamp = self.stamp();
        let Some(at) = self.position(id) else {
            return;
        };
        let Some(mut version) = self.version(at) else {
            return;
        };
        let before = version.clone();
        change(&mut version.partner);
        if version.partner == before.partner {
            return;
        }
        self.touch(id, at);
        version.partner.revision.bump(&stamp);
        self.place_partner(at, version.partner.clone());
        self.note_step(Change::Body(
            at,
            Some(Box::new(before)),
            Some(Box::new(version)),
        ));
        self.save_soon();
    }

    /// Notes that a partner's record changes now.
    fn touch(self, id: &PartnerId, at: usize) {
        let base = self.version(at);
        self.env
            .update_value(|env| env.unsaved.note(id, || base, None));
    }

    /// Moves a partner up (`-1`) or down (`1`) in the list.
    pub fn move_partner(self, id: &PartnerId, by: isize) {
        let Some(from) = self.position(id) else {
            return;
        };
        let Some(to) = from.checked_add_signed(by) else {
            return;
        };
        let other = untrack(|| self.with_head(|h| h.partners.get(to).map(|p| p.id.clone())));
        let Some(other) = other.flatten() else {
            return;
        };
        self.touch(id, from);
        self.touch(&other, to);
        self.env.update_value(|env| {
            let kept = &mut env.known.kept;
            let places = kept
                .get(from)
                .map(|k| k.place)
                .zip(kept.get(to).map(|k| k.place));
            if let Some((mine, theirs)) = places {
                kept.swap(from, to);
                for (at, place) in [(from, mine), (to, theirs)] {
                    if let Some(kept) = kept.get_mut(at) {
                        kept.place = place;
                    }
                }
            }
            env.unsaved.whole = true;
        });
        self.data.sheets().update(|sheets| sheets.swap(from, to));
        self.edit_head(|head| head.partners.swap(from, to));
        self.note_step(Change::Moved(id.clone(), by));
    }

    /// Removes a partner and its sheet; both can be brought back while the
    /// page is open.
    pub fn remove_partner(self, id: &PartnerId) {
        let (Some(index), Some(survey)) = (self.position(id), untrack(|| self.open_id())) else {
            return;
        };
        self.flush();
        let key = library::body_key(&survey, id);
        let Some(removal) = self.told(self.vault().removal(&key, browser::milliseconds())) else {
            return;
        };
        if let Some(version) = self.take_out(index) {
            self.note_step(Change::Body(index, Some(Box::new(version.clone())), None));
            let Version { partner, sheet } = version;
            self.hand_over(vec![removal]);
            self.flush();
            let removed = Removed::Partner {
                survey,
                index,
                partner: Box::new(partner),
                sheet: Box::new(sheet),
            };
            self.notify(About::CanUndo(removed));
        }
    }

    /// Puts a partner and its sheet into the list, at `index` or at its end.
    pub(super) fn insert_partner(self, index: usize, partner: Partner, sheet: Sheet) {
        let id = partner.id.clone();
        if self.position(&id).is_some() {
            // Brought back already, by other means.
            return;
        }
        let place = self.place_at(index);
        let kept = Kept { place, stamp: 0 };
        self.put_in(index, partner, sheet, kept);
        self.env
            .update_value(|env| env.unsaved.note(&id, || None, None));
        if let Some(at) = self.position(&id) {
            self.note_step(Change::Body(at, None, self.version(at).map(Box::new)));
        }
        self.save_soon();
    }

    /// A place for one more partner at `index`. Where there is none left
    /// between its neighbours, all get new ones.
    fn place_at(self, index: usize) -> u32 {
        let place = |at: Option<usize>| {
            self.env
                .with_value(|env| Some(env.known.kept.get(at?)?.place))
        };
        let between = || {
            let before = place(index.checked_sub(1)).unwrap_or(0);
            match place(Some(index)) {
                None => before.checked_add(STEP),
                Some(after) if after - before > 1 => Some(before + (after - before) / 2),
                Some(_) => None,
            }
        };
        if let Some(place) = between() {
            return place;
        }
        let partners = untrack(|| self.with_head(|h| h.partners.clone())).unwrap_or_default();
        for (at, partner) in partners.iter().enumerate() {
            self.touch(&partner.id, at);
        }
        self.env.update_value(|env| {
            for (at, kept) in env.known.kept.iter_mut().enumerate() {
                kept.place = library::place_in_new_list(at);
            }
            env.unsaved.whole = true;
        });
        between().unwrap_or(u32::MAX)
    }

    /// Puts a partner into the lists.
    pub(super) fn put_in(self, index: usize, partner: Partner, sheet: Sheet, kept: Kept) {
        let at = index.min(self.data.sheets().read_untracked().len());
        self.env.update_value(|env| {
            let at = at.min(env.known.kept.len());
            env.known.kept.insert(at, kept);
        });
        self.data.sheets().update(|sheets| sheets.insert(at, sheet));
        self.data.head().update(|head| {
            if let Some(head) = head {
                let at = at.min(head.partners.len());
                head.partners.insert(at, partner);
            }
        });
    }

    /// Takes a partner out of the lists.
    pub(super) fn take_out(self, index: usize) -> Option<Version> {
        let version = self.version(index)?;
        self.env.update_value(|env| {
            env.unsaved.forget(&version.partner.id);
            if index < env.known.kept.len() {
                env.known.kept.remove(index);
            }
        });
        self.data.sheets().update(|sheets| {
            sheets.remove(index);
        });
        self.data.head().update(|head| {
            if let Some(head) = head {
                head.partners.remove(index);
            }
        });
        Some(version)
    }
}
