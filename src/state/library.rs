//! Actions on whole surveys: make, rename, duplicate, delete.

use super::exchange::{fetch_exchange, read_survey};
use super::steps::Change;
use super::{About, App, AppDataStoreFields, Removed, browser};
use crate::model::{Survey, SurveyHead, SurveyId};
use crate::storage::library::Summary;
use crate::storage::{StoreError, library, record, trash};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A survey that comes with the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Its project's name.
    pub name: String,
    /// Where its bundle is.
    pub address: String,
}

impl App {
    /// The surveys of this browser, newest first; their heads without the
    /// partners.
    pub fn surveys(self) -> Vec<Summary> {
        let surveys = self.data.surveys().read();
        let here = surveys.iter().filter(|survey| survey.trashed.is_none());
        here.cloned().collect()
    }

    /// Adds a survey to this browser; says under which id, or tells the person
    /// why not.
    pub(super) fn add(self, survey: &Survey) -> Option<SurveyId> {
        let vault = self.vault();
        // Many records at once: they are small from the start.
        vault.squeeze_with(record::squeezed);
        let id = &survey.head.id;
        let trashed = self.told(trash::since(&vault, id))?;
        if trashed.is_some() {
            self.told(self.make_way(id))?;
        }
        let writes = self.told(library::add(&vault, survey, browser::milliseconds()))?;
        self.journal(writes);
        self.refresh_library();
        Some(id.clone())
    }

    /// Fetches an example and adds it, or finds it where it was added before.
    pub async fn add_example(self, example: &Example) -> Option<SurveyId> {
        let Some(survey) = self.fetch_example(example).await else {
            self.notify(About::ExampleNotThere);
            return None;
        };
        match self.stored(&survey.head.id) {
            Ok(Some(_)) => Some(survey.head.id),
            _ => self.add(&survey),
        }
    }

    /// A new survey with the questionnaire of an example.
    pub async fn create_from_example(self, example: &Example, title: &str) -> Option<SurveyId> {
        let Some(model) = self.fetch_example(example).await else {
            self.notify(About::ExampleNotThere);
            return None;
        };
        self.create_like(&model, title)
    }

    /// A new survey with the questionnaire of one that is here.
    pub fn create_from(self, model: &SurveyId, title: &str) -> Option<SurveyId> {
        let model = self.told(self.stored(model)).flatten()?;
        self.create_like(&model, title)
    }

    fn create_like(self, model: &Survey, title: &str) -> Option<SurveyId> {
        let id = new_id()?;
        self.add(&model.blank_copy(id, title.trim().into(), browser::now()))
    }

    /// The same survey once more, under a title of its own.
    pub fn duplicate(self, id: &SurveyId, title: &str) -> Option<SurveyId> {
        let mut copy = self.told(self.stored(id)).flatten()?;
        copy.head
            .begin_as_copy(new_id()?, title.trim().into(), browser::now());
        self.add(&copy)
    }

    /// Renames a survey, open or not.
    pub fn rename(self, id: &SurveyId, title: &str) {
        let title = title.trim();
        if title.is_empty() {
            return;
        }
        if self.open(id) {
            self.edit_head(|head| head.title = title.into());
            self.flush();
        }
    }

    /// Changes the target of the open survey's indicator.
    pub fn set_target(self, target: u32) {
        self.edit_head(|head| head.indicator.get_or_insert_default().target = target);
    }

    /// Puts a survey into the trash; it can be brought back for thirty days.
    pub fn delete(self, id: &SurveyId) {
        let is_open = self
            .data
            .head()
            .with_untracked(|h| h.as_ref().is_some_and(|h| h.id == *id));
        if is_open {
            self.close();
        }
        let surveys = self.data.surveys().get_untracked();
        let Some(found) = surveys.into_iter().find(|s| s.head.id == *id) else {
            return;
        };
        let mark = trash::put_in(&self.vault(), id, browser::milliseconds());
        if let Some(mark) = self.told(mark) {
            self.hand_over(vec![mark]);
            self.flush();
            let removed = Removed::Survey(id.clone(), found.head.title);
            self.notify(About::CanUndo(removed));
        }
        self.refresh_library();
    }

    /// Brings back what was removed; says whether that worked. A partner comes
    /// back into its survey, which is open then.
    pub fn undo(self, removed: Removed) -> bool {
        match removed {
            Removed::Survey(id, _) => self.restore_from_trash(&id),
            Removed::Partner {
                survey,
                index,
                partner,
                sheet,
            } => {
                let here = self.open(&survey);
                if here {
                    self.insert_partner(index, *partner, *sheet);
                }
                here
            }
        }
    }

    /// Changes the open survey's head, but for its partners.
    pub(super) fn edit_head(self, change: impl FnOnce(&mut SurveyHead)) {
        self.complete();
        let stamp = self.stamp();
        let copy = || untrack(|| self.with_head(|head| Box::new(head.clone())));
        let Some(before) = copy() else {
            return;
        };
        self.put_head(|head| head.edit(&stamp, change));
        if let Some(after) = copy() {
            self.note_step(Change::Head(before, after));
        }
    }

    /// The same for what this browser alone knows: no edit is counted, and there
    /// is nothing to undo.
    pub(super) fn note_in_head(self, change: impl FnOnce(&mut SurveyHead)) {
        self.put_head(change);
    }

    /// Changes the head; what stood there is copied only where no edit waits
    /// for the store yet.
    pub(super) fn put_head(self, change: impl FnOnce(&mut SurveyHead)) {
        if self.only_shows() {
            return;
        }
        self.complete();
        let known = self.env.with_value(|env| env.unsaved.head.is_some());
        let mut before = None;
        let mut is_open = false;
        self.data.head().update(|head| {
            if let Some(head) = head {
                before = (!known).then(|| Box::new(head.clone()));
                is_open = true;
                change(head);
            }
        });
        if !is_open {
            return;
        }
        if before.is_some() {
            self.env.update_value(|env| env.unsaved.head = before);
        }
        self.save_soon();
    }

    /// A survey of this browser, with edits that are not in the store yet.
    pub(super) fn stored(self, id: &SurveyId) -> Result<Option<Survey>, StoreError> {
        let open = untrack(|| self.survey()).filter(|s| s.head.id == *id);
        if open.is_some() {
            return Ok(open);
        }
        if self.has_unsaved() {
            self.flush();
        }
        let vault = self.vault();
        if trash::since(&vault, id)?.is_some() {
            return Ok(None);
        }
        let loaded = library::load(&vault, id, browser::milliseconds())?;
        Ok(loaded.map(|l| l.survey))
    }

    /// Reads the list of surveys again, and whether an import can be undone.
    pub(super) fn refresh_library(self) {
        self.refresh_undoable();
        let contents = library::contents(&self.vault(), browser::milliseconds());
        if let Some(contents) = self.told(contents) {
            self.tell_set_aside(contents.aside);
            if *self.data.surveys().read_untracked() != contents.surveys {
                self.data.surveys().set(contents.surveys);
            }
        }
    }

    async fn fetch_example(self, example: &Example) -> Option<Survey> {
        // What reads it comes at the same time.
        spawn_local(async {
            let _ = fetch_exchange().await;
        });
        let bytes = fetch(&example.address).await.ok()?;
        read_survey(bytes).await.ok().flatten()
    }
}

pub(super) fn new_id() -> Option<SurveyId> {
    SurveyId::new(&browser::random_name()).ok()
}

async fn fetch(address: &str) -> Result<Vec<u8>, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let response = JsFuture::from(window.fetch_with_str(address)).await?;
    let response: web_sys::Response = response.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}
