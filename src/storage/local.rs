//! The browser's local storage.

use super::health::QUOTA;
use super::{Store, StoreError, utf16};
use crate::model::Json;
use js_sys::{JSON, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Local storage of this page's origin.
#[derive(Debug)]
pub struct Local(web_sys::Storage);

impl Local {
    /// Tries the door before anyone goes through it: where the browser blocks
    /// storage, touching it throws.
    pub fn open() -> Result<Self, StoreError> {
        let window = web_sys::window().ok_or(StoreError::Blocked)?;
        match window.local_storage() {
            Ok(Some(storage)) => Ok(Self(storage)),
            Ok(None) | Err(_) => Err(StoreError::Blocked),
        }
    }

    /// The text under `key` where the browser has it: to look at it without a copy.
    /// `None` also where the name means something else there, such as `length`.
    fn in_place(&self, key: &str) -> Option<JsString> {
        Reflect::get(&self.0, &key.into()).ok()?.dyn_into().ok()
    }

    /// All keys, as one text from the browser: asked for one by one, thousands take ten
    /// times as long. Those that mean something else there are left out.
    fn keys_at_once(&self) -> Option<Vec<String>> {
        let keys = JSON::stringify(&Object::keys(&self.0)).ok()?;
        Json::from_text(&String::from(keys)).ok()
    }
}

impl Store for Local {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.0.get_item(key).map_err(failed)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.0.set_item(key, text).map_err(failed)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.0.remove_item(key).map_err(failed)
    }

    fn room(&self) -> Option<usize> {
        Some(QUOTA)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let length = self.0.length().map_err(failed)?;
        let whole = |keys: &Vec<String>| keys.len() == length as usize;
        if let Some(keys) = self.keys_at_once().filter(whole) {
            return Ok(keys);
        }
        (0..length)
            .filter_map(|i| self.0.key(i).map_err(failed).transpose())
            .collect()
    }

    fn front(&self, key: &str, count: u32) -> Result<Option<String>, StoreError> {
        match self.in_place(key) {
            // Letter by letter: as a text, so few take longer to hand over than to find.
            Some(text) => {
                let count = text.length().min(count);
                let units = (0..count).map(|at| text.char_code_at(at) as u16);
                Ok(Some(String::from_utf16_lossy(&units.collect::<Vec<_>>())))
            }
            None => self.read(key),
        }
    }

    fn units(&self, key: &str) -> Result<usize, StoreError> {
        let text = match self.in_place(key) {
            Some(text) => text.length() as usize,
            None => self.read(key)?.as_deref().map_or(0, utf16),
        };
        Ok(utf16(key) + text)
    }
}

fn failed(error: JsValue) -> StoreError {
    let Some(error) = error.dyn_ref::<web_sys::DomException>() else {
        return StoreError::Failed(format!("{error:?}"));
    };
    match error.name().as_str() {
        // Firefox has a name of its own for a full store.
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => StoreError::Full,
        "SecurityError" => StoreError::Blocked,
        name => StoreError::Failed(format!("{name}: {}", error.message())),
    }
}
