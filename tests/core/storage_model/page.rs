//! A tab of the app as the model needs it: what it shows, and what it still
//! has to tell the journal.

use super::track::{Fields, Made};
use crate::faulty::Faulty;
use crate::vaults::survey_id;
use rilievo::model::Survey;
use rilievo::storage::library::{self, Kept};
use rilievo::storage::{Entry, Key, Vault, Write, trash};
use std::collections::BTreeMap;

/// A survey as a tab shows it.
#[derive(Clone)]
pub struct Shown {
    pub survey: Survey,
    pub kept: Vec<Kept>,
    pub is_trashed: bool,
}

impl Shown {
    pub fn fields(&self) -> Fields {
        let head = &self.survey.head;
        let mut fields = Fields::from([("title".into(), head.title.clone())]);
        if self.is_trashed {
            fields.insert("trash".into(), "yes".into());
        }
        for (partner, sheet) in head.partners.iter().zip(&self.survey.sheets) {
            fields.insert(partner.id.to_string(), "here".into());
            for (question, answer) in &sheet.answers {
                let field = format!("{}/{question}", partner.id);
                fields.insert(field, answer.text().into());
            }
        }
        fields
    }

    /// Where a partner stands.
    pub fn at(&self, partner: &str) -> Option<usize> {
        let mut partners = self.survey.head.partners.iter();
        partners.position(|p| p.id.as_str() == partner)
    }

    pub fn take_out(&mut self, at: usize) {
        self.survey.head.partners.remove(at);
        self.survey.sheets.remove(at);
        self.kept.remove(at);
    }
}

/// A tab.
pub struct Page {
    pub vault: Vault,
    pub shown: BTreeMap<&'static str, Shown>,
    /// What the journal does not have yet.
    pub pending: Vec<Entry>,
    /// What is said to be saved when it has.
    pub unsaid: Vec<(&'static str, Made)>,
    /// What other tabs have told: what is promised here may build on it, so the
    /// journal is told of it here too.
    pub heard: Vec<Entry>,
}

impl Page {
    /// Opens the app, without a journal as yet.
    pub fn open(store: &Faulty) -> Self {
        let vault = Vault::new(store.tab()).unwrap();
        let _ = vault.claim();
        Self {
            vault,
            shown: BTreeMap::new(),
            pending: Vec::new(),
            unsaid: Vec::new(),
            heard: Vec::new(),
        }
    }

    /// A survey as the store has it, what is due included.
    pub fn load(&self, id: &str, now: u64) -> Option<Shown> {
        let id = survey_id(id);
        let loaded = library::load(&self.vault, &id, now).unwrap()?;
        assert_eq!(loaded.set_aside, [], "nothing was damaged");
        Some(Shown {
            survey: loaded.survey,
            kept: loaded.kept,
            is_trashed: trash::since(&self.vault, &id).unwrap().is_some(),
        })
    }

    pub fn show(&mut self, id: &'static str, now: u64) {
        match self.load(id, now) {
            Some(shown) => self.shown.insert(id, shown),
            None => self.shown.remove(id),
        };
    }

    /// Another tab has told of a write.
    pub fn hear(&mut self, id: &'static str, write: &Write) {
        self.vault.heard(write.stamp.milliseconds());
        // Its record was written in knowledge of this tab's.
        self.vault.forget_due(&|key| key == write.key);
        // What the journal is told is what it would be told last.
        for entry in &mut self.pending {
            if entry.key == write.key && entry.stamp <= write.stamp.milliseconds() {
                entry.text = write.text.clone();
                entry.stamp = write.stamp.milliseconds();
            }
        }
        self.heard.push(Entry {
            key: write.key.clone(),
            text: write.text.clone(),
            stamp: write.stamp.milliseconds(),
            // The other tab knows.
            written: u64::MAX,
        });
        match (Key::parse(&write.key), &write.text) {
            (Some(Key::Head(_)), None) => {
                self.shown.remove(id);
            }
            (Some(Key::Head(_)), Some(text)) => {
                let (mut head, ..) = library::read_head(text).unwrap();
                if let Some(shown) = self.shown.get_mut(id) {
                    head.partners = std::mem::take(&mut shown.survey.head.partners);
                    shown.survey.head = head;
                }
            }
            (Some(Key::Trash(_)), text) => {
                if let Some(shown) = self.shown.get_mut(id) {
                    shown.is_trashed = text.is_some();
                }
            }
            (Some(Key::Body(_, partner)), text) => {
                let Some(shown) = self.shown.get_mut(id) else {
                    return;
                };
                if let Some(at) = shown.at(partner.as_str()) {
                    shown.take_out(at);
                }
                let Some((body, stamp)) = text.as_deref().and_then(library::read_body) else {
                    return;
                };
                let place = body.place;
                let at = shown.kept.iter().position(|kept| kept.place > place);
                let at = at.unwrap_or(shown.kept.len());
                shown.kept.insert(at, Kept { place, stamp });
                shown.survey.head.partners.insert(at, body.partner);
                shown.survey.sheets.insert(at, body.sheet);
            }
            _ => {}
        }
    }
}
