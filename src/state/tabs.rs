//! Other pages on the same store: what they write is taken over, answer by
//! answer.

use super::unsaved::Version;
use super::{About, App, AppDataStoreFields, Removed, browser};
use crate::bundle::{Clash, merge_heads, merge_partners, merge_sheets};
use crate::model::{Answer, ContactId, PartnerId, QuestionId, Sheet};
use crate::storage::history::Past;
use crate::storage::library::{self, Body, Kept};
use crate::storage::{Key, LAYOUT_KEY, StoreError};
use leptos::prelude::*;
use reactive_stores::StoreFieldIterator;
use wasm_bindgen::JsCast;

/// An answer that two pages changed at the same time: the one that does not
/// stand.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherAnswer {
    /// Whose sheet.
    pub partner: PartnerId,
    /// The question or the contact.
    pub id: String,
    /// It is a contact.
    pub contact: bool,
    /// What was written.
    pub answer: Answer,
}

/// Takes over what another page has written under a key.
pub(super) fn written_elsewhere(app: App, key: &str, text: Option<String>) {
    let open = untrack(|| app.open_id());
    app.complete();
    match Key::parse(key) {
        Some(Key::Body(survey, partner)) if Some(&survey) == open.as_ref() => match text {
            Some(text) => app.receive_body(&partner, &text),
            None => app.partner_removed_elsewhere(&partner),
        },
        Some(Key::Head(survey)) if Some(&survey) == open.as_ref() => {
            match text {
                Some(text) => app.receive_head(&text),
                None => {
                    app.close();
                    browser::go_home();
                }
            }
            app.refresh_library();
        }
        Some(Key::Trash(survey)) => {
            // Deleted elsewhere: this page has nothing to show any more.
            if text.is_some() && Some(&survey) == open.as_ref() {
                let title = untrack(|| app.with_head(|head| head.title.clone()));
                let removed = Removed::Survey(survey, title.unwrap_or_default());
                app.close();
                app.notify(About::CanUndo(removed));
                browser::go_home();
            }
            app.refresh_library();
        }
        Some(Key::Head(_) | Key::Undo) => app.refresh_library(),
        _ => {}
    }
}

impl App {
    /// Listens to what other pages write.
    pub(super) fn follow_other_pages(self) {
        let listener = window_event_listener_untyped("storage", move |event| {
            let Some(event) = event.dyn_ref::<web_sys::StorageEvent>() else {
                return;
            };
            match event.key() {
                Some(key) if key == LAYOUT_KEY => self.another_layout(event.new_value()),
                Some(key) => self.written_elsewhere(key, event.new_value()),
                // Someone has emptied the whole store.
                None => self.begin_anew(),
            }
        });
        on_cleanup(move || listener.remove());
    }

    /// Another version of the app has come to this store, or everything was
    /// deleted. An old page may find no part of its program any more: this is
    /// no matter for one.
    fn another_layout(self, layout: Option<String>) {
        if layout.is_none() {
            self.begin_anew();
        } else if self.vault().claim() == Err(StoreError::Older) {
            self.notify_once(About::Older);
        }
    }

    /// Everything was deleted elsewhere: what is in memory here goes too.
    fn begin_anew(self) {
        self.forget_unsaved();
        browser::reload();
    }

    /// Takes over a record that turned out to be newer than ours.
    pub(super) fn pull(self, key: &str) {
        if let Ok(text) = self.vault().read(key) {
            self.written_elsewhere(key.into(), text);
        }
    }

    /// Takes over a partner's record of the open survey.
    pub(super) fn receive_body(self, partner: &PartnerId, text: &str) {
        let Some((body, stamp)) = library::read_body(text) else {
            return;
        };
        let Some(at) = self.position(partner) else {
            self.partner_added_elsewhere(body, stamp);
            return;
        };
        let known = self.env.with_value(|env| env.known.kept.get(at).copied());
        let known = known.unwrap_or_default();
        self.vault().heard(stamp);
        // Ours, or older than ours.
        if stamp <= known.stamp {
            return;
        }
        let Some(mine) = self.version(at) else {
            return;
        };
        // What both began from: our record, if they knew it; else the one
        // that ours replaced, if they knew that.
        let base = self.env.with_value(|env| {
            let unsaved = env.unsaved.body(partner).map(|body| body.base.clone());
            if body.after == known.stamp {
                unsaved.unwrap_or_else(|| Some(mine.clone()))
            } else {
                env.known.replaced(partner, body.after).cloned()
            }
        });
        let merged = merge_sheets(base.as_ref().map(|b| &b.sheet), &mine.sheet, &body.sheet);
        let base_partner = base.as_ref().map(|b| &b.partner);
        let named = merge_partners(base_partner, &mine.partner, &body.partner);
        let same = merged.sheet == body.sheet && named == body.partner;
        self.env.update_value(|env| {
            if let Some(kept) = env.known.kept.get_mut(at) {
                *kept = Kept {
                    place: body.place,
                    stamp,
                };
            }
        });
        self.place_sheet(at, merged.sheet);
        self.place_partner(at, named);
        let past = merged.clashes.iter();
        let past = past.map(|c| Past::new(&c.id, c.contact, c.other.clone()));
        let past: Vec<_> = past.collect();
        self.env.update_value(|env| {
            let before = env.unsaved.body(partner).map(|body| body.past.clone());
            env.unsaved.forget(partner);
            if !same || !past.is_empty() {
                let theirs = Version {
                    partner: body.partner,
                    sheet: body.sheet,
                };
                env.unsaved.note(partner, || Some(theirs), None);
                for past in before.unwrap_or_default().into_iter().chain(past) {
                    env.unsaved.note(partner, || None, Some(past));
                }
            }
        });
        self.tell_of(partner, merged.clashes);
        if body.place != known.place {
            self.follow_place(at);
        }
        self.save_soon();
    }

    /// The partner at `from` has another place now: the list follows.
    fn follow_place(self, from: usize) {
        let to = self.data.head().with_untracked(|head| {
            let partners = &head.as_ref()?.partners;
            Some(self.env.with_value(|env| {
                let kept = &env.known.kept;
                let rank = |at: usize| Some((kept.get(at)?.place, &partners.get(at)?.id));
                let before = |at: &usize| rank(*at) < rank(from);
                (0..partners.len()).filter(before).count()
            }))
        });
        let Some(to) = to.filter(|to| *to != from) else {
            return;
        };
        self.env
            .update_value(|env| shift(&mut env.known.kept, from, to));
        self.data.sheets().update(|sheets| shift(sheets, from, to));
        self.data.head().update(|head| {
            if let Some(head) = head {
                shift(&mut head.partners, from, to);
            }
        });
    }

    fn place_sheet(self, at: usize, sheet: Sheet) {
        let sheets = self.data.sheets();
        if sheets.read_untracked().get(at) != Some(&sheet) {
            sheets.at_unkeyed(at).set(sheet);
        }
    }

    pub(super) fn place_partner(self, at: usize, partner: crate::model::Partner) {
        let there = self
            .data
            .head()
            .with_untracked(|head| head.as_ref()?.partners.get(at).cloned());
        if there.as_ref() != Some(&partner) {
            self.data.head().update(|head| {
                if let Some(place) = head.as_mut().and_then(|h| h.partners.get_mut(at)) {
                    *place = partner;
                }
            });
        }
    }

    fn partner_added_elsewhere(self, body: Body, stamp: u64) {
        let at = self.env.with_value(|env| {
            let places = env.known.kept.iter();
            places.take_while(|kept| kept.place <= body.place).count()
        });
        let kept = Kept {
            place: body.place,
            stamp,
        };
        self.put_in(at, body.partner, body.sheet, kept);
    }

    fn partner_removed_elsewhere(self, partner: &PartnerId) {
        let edited = self
            .env
            .with_value(|env| env.unsaved.body(partner).is_some());
        // What is being written here is written again: nothing is lost.
        if !edited && let Some(at) = self.position(partner) {
            self.take_out(at);
        }
    }

    /// Takes over the head of the open survey.
    fn receive_head(self, text: &str) {
        let Some((theirs, extra, stamp)) = library::read_head(text) else {
            return;
        };
        if stamp <= self.env.with_value(|env| env.known.head) {
            return;
        }
        let base = self.env.try_update_value(|env| {
            env.known.head = stamp;
            env.unsaved.head.take()
        });
        let mut same = true;
        let merged = match base.flatten() {
            None => theirs,
            Some(base) => {
                let mine = self
                    .data
                    .head()
                    .get_untracked()
                    .unwrap_or_else(|| theirs.clone());
                let mut merged = merge_heads(&base, &mine, &theirs);
                merged.partners.clear();
                same = merged == theirs;
                if !same {
                    self.env
                        .update_value(|env| env.unsaved.head = Some(Box::new(theirs)));
                }
                merged
            }
        };
        self.data.extra().set(extra);
        self.data.head().update(|head| {
            if let Some(head) = head {
                let partners = std::mem::take(&mut head.partners);
                *head = merged;
                head.partners = partners;
            }
        });
        if !same {
            self.save_soon();
        }
    }

    fn tell_of(self, partner: &PartnerId, clashes: Vec<Clash>) {
        for clash in clashes {
            let other = OtherAnswer {
                partner: partner.clone(),
                id: clash.id,
                contact: clash.contact,
                answer: clash.other,
            };
            self.notify(About::EditedTwice(Box::new(other)));
        }
    }

    /// Lets the other answer stand, and keeps the one that stood.
    pub fn take_other(self, other: OtherAnswer) {
        let OtherAnswer {
            partner,
            id,
            contact,
            answer,
        } = other;
        let stands = self.with_sheet(&partner, |sheet| {
            let mut all = sheet
                .answers
                .iter()
                .map(|(id, answer)| (id.as_str(), answer));
            let mut contacts = sheet
                .contacts
                .iter()
                .map(|(id, answer)| (id.as_str(), answer));
            let found = if contact {
                contacts.find(|(name, _)| *name == id)
            } else {
                all.find(|(name, _)| *name == id)
            };
            found.map(|(_, answer)| answer.clone())
        });
        if let Some(stands) = stands.flatten() {
            self.keep_past(&partner, Past::new(&id, contact, stands));
        }
        let change = move |stands: &mut Answer| {
            let revision = stands.revision.clone();
            *stands = answer;
            stands.revision = revision;
        };
        if contact {
            if let Ok(id) = ContactId::new(&id) {
                self.edit_contact(&partner, &id, change);
            }
        } else if let Ok(id) = QuestionId::new(&id) {
            self.edit_answer(&partner, &id, change);
        }
    }

    /// Moment of an answer's last edit, in milliseconds.
    pub(super) fn moment(answer: &Answer) -> Option<u64> {
        browser::moment(answer.revision.at.as_ref()?)
    }
}

/// Takes one of a list to another place in it.
fn shift<T>(list: &mut Vec<T>, from: usize, to: usize) {
    if from.max(to) < list.len() {
        let one = list.remove(from);
        list.insert(to, one);
    }
}
