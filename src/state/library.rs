//! Actions on whole surveys: open, make, rename, duplicate, delete.

use super::autosave::Parked;
use super::exchange::{fetch_exchange, read_survey};
use super::{App, AppDataStoreFields, Notice, Removed, browser};
use crate::model::{Revision, Survey, SurveyHead, SurveyId};
use crate::storage::{StoreError, library};
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
    /// Heads of the surveys of this browser, newest first.
    pub fn heads(self) -> Vec<SurveyHead> {
        self.data.heads().get()
    }

    /// Opens a survey of this browser; says whether it is here.
    pub fn open(self, id: &SurveyId) -> bool {
        let already = self
            .data
            .head()
            .with_untracked(|h| h.as_ref().is_some_and(|h| h.id == *id));
        if already {
            return true;
        }
        self.close();
        if let Some(Parked { survey, unsaved }) = self.unpark(id) {
            self.env.update_value(|env| env.unsaved = unsaved);
            self.show(survey);
            return true;
        }
        let Some(loaded) = self
            .told(self.with_storage(|s| library::load(s, id)))
            .flatten()
        else {
            return false;
        };
        if !loaded.set_aside.is_empty() {
            let keys = loaded
                .set_aside
                .into_iter()
                .map(|aside| aside.key)
                .collect();
            self.notify(|id| Notice::SetAside { id, keys });
        }
        self.show(loaded.survey);
        true
    }

    /// Closes the open survey.
    pub fn close(self) {
        self.park_if_unsaved();
        self.data.head().set(None);
        self.data.sheets().set(Vec::new());
    }

    fn show(self, survey: Survey) {
        self.data.extra().set(survey.extra);
        self.data.sheets().set(survey.sheets);
        self.data.head().set(Some(survey.head));
    }

    /// Adds a survey to this browser; says under which id, or tells the person
    /// why not.
    pub(super) fn add(self, survey: &Survey) -> Option<SurveyId> {
        let added = self.with_storage(|s| library::add(s, survey));
        self.told(added)?;
        self.refresh_library();
        Some(survey.head.id.clone())
    }

    /// Fetches an example and adds it, or finds it where it was added before.
    pub async fn add_example(self, example: &Example) -> Option<SurveyId> {
        let Some(survey) = self.fetch_example(example).await else {
            self.notify(|id| Notice::ExampleNotThere { id });
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
            self.notify(|id| Notice::ExampleNotThere { id });
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
        as_copy(&mut copy, title)?;
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

    /// Deletes a survey; it can be brought back while the page is open.
    pub fn delete(self, id: &SurveyId) {
        let is_open = self
            .data
            .head()
            .with_untracked(|h| h.as_ref().is_some_and(|h| h.id == *id));
        if is_open {
            self.close();
        }
        let Some(survey) = self.told(self.stored(id)).flatten() else {
            return;
        };
        if self
            .told(self.with_storage(|s| library::remove(s, id)))
            .is_some()
        {
            // Edits that the store refused go with the survey, and come back
            // with it: written later, they would bring half of it back.
            self.unpark(id);
            let removed = Removed::Survey(Box::new(survey));
            self.notify(|id| Notice::CanUndo { id, removed });
        }
        self.refresh_library();
    }

    /// Brings back what was removed; says whether that worked. A partner comes
    /// back into its survey, which is open then.
    pub fn undo(self, removed: Removed) -> bool {
        match removed {
            Removed::Survey(survey) => self.add(&survey).is_some(),
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

    /// Changes the open survey's head.
    pub(super) fn edit_head(self, change: impl FnOnce(&mut SurveyHead)) {
        let stamp = self.stamp();
        let changed = self.data.head().try_update(|head| {
            let head = head.as_mut()?;
            change(head);
            head.revision.bump(&stamp);
            Some(())
        });
        if changed.flatten().is_some() {
            self.head_changed();
        }
    }

    /// A survey of this browser, with edits that are not in the store yet.
    pub(super) fn stored(self, id: &SurveyId) -> Result<Option<Survey>, StoreError> {
        let in_memory = untrack(|| self.survey()).filter(|s| s.head.id == *id);
        let in_memory = in_memory.or_else(|| self.parked(id));
        if in_memory.is_some() {
            return Ok(in_memory);
        }
        let loaded = self.with_storage(|s| library::load(s, id))?;
        Ok(loaded.map(|l| l.survey))
    }

    /// Reads the list of surveys again.
    pub(super) fn refresh_library(self) {
        if let Some(contents) = self.told(self.with_storage(library::contents)) {
            if !contents.aside.is_empty() {
                let told = self
                    .data
                    .notices()
                    .with_untracked(|all| all.iter().any(|n| matches!(n, Notice::SetAside { .. })));
                if !told {
                    let keys = contents.aside;
                    self.notify(|id| Notice::SetAside { id, keys });
                }
            }
            if let Some(error) = contents.refused {
                self.notify(|id| Notice::StoreRefused { id, error });
            }
            self.data.heads().set(contents.heads);
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

/// Gives a survey a new id and a title of its own.
pub(super) fn as_copy(survey: &mut Survey, title: &str) -> Option<()> {
    survey.head.id = new_id()?;
    survey.head.title = title.trim().into();
    survey.head.created = Some(browser::now());
    survey.head.revision = Revision::default();
    Some(())
}

fn new_id() -> Option<SurveyId> {
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
