//! A store that lasts as long as the page: where local storage is blocked, and
//! in tests.

use super::{Store, StoreError, utf16};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Keeps everything in memory, optionally with little room.
#[derive(Debug, Default)]
pub struct Memory {
    texts: RefCell<BTreeMap<String, String>>,
    room: Option<usize>,
}

impl Memory {
    /// With room for so many UTF-16 units of keys and texts together, as a
    /// browser counts.
    pub fn with_room(units: usize) -> Self {
        Self {
            room: Some(units),
            ..Self::default()
        }
    }
}

impl Store for Memory {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let mut texts = self.texts.borrow_mut();
        if let Some(room) = self.room {
            let others = texts.iter().filter(|(k, _)| *k != key);
            let used: usize = others.map(|(k, t)| utf16(k) + utf16(t)).sum();
            if used + utf16(key) + utf16(text) > room {
                return Err(StoreError::Full);
            }
        }
        texts.insert(key.into(), text.into());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.texts.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.texts.borrow().keys().cloned().collect())
    }
}
