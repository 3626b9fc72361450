//! The browser's local storage.

use super::health::QUOTA;
use super::{Store, StoreError};
use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;

/// Local storage of this page's origin.
#[derive(Debug)]
pub struct Local(());

impl Local {
    /// Tries the door before anyone goes through it: where the browser blocks
    /// storage, touching it throws.
    pub fn open() -> Result<Self, StoreError> {
        let window = web_sys::window().ok_or(StoreError::Blocked)?;
        match window.local_storage() {
            Ok(Some(_)) => Ok(Self(())),
            Ok(None) | Err(_) => Err(StoreError::Blocked),
        }
    }
}

impl Store for Local {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        LocalStorage::raw().get_item(key).map_err(failed)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        LocalStorage::raw().set_item(key, text).map_err(failed)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        LocalStorage::raw().remove_item(key).map_err(failed)
    }

    fn room(&self) -> Option<usize> {
        Some(QUOTA)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let storage = LocalStorage::raw();
        let length = storage.length().map_err(failed)?;
        (0..length)
            .filter_map(|i| storage.key(i).map_err(failed).transpose())
            .collect()
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
