//! A store that lasts as long as the page: where local storage is blocked, and
//! in tests.

use super::{Store, StoreError, utf16};
use std::cell::RefCell;

/// Keeps everything in memory, optionally with little room.
#[derive(Debug, Default)]
pub struct Memory {
    /// Sorted by key.
    texts: RefCell<Vec<(String, String)>>,
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

    fn place(&self, key: &str) -> Result<usize, usize> {
        let texts = self.texts.borrow();
        texts.binary_search_by(|(there, _)| there.as_str().cmp(key))
    }
}

impl Store for Memory {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        let texts = self.texts.borrow();
        let found = self.place(key).ok().and_then(|at| texts.get(at));
        Ok(found.map(|(_, text)| text.clone()))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let place = self.place(key);
        let mut texts = self.texts.borrow_mut();
        if let Some(room) = self.room {
            let others = texts.iter().filter(|(k, _)| k != key);
            let used: usize = others.map(|(k, t)| utf16(k) + utf16(t)).sum();
            if used + utf16(key) + utf16(text) > room {
                return Err(StoreError::Full);
            }
        }
        match place {
            Ok(at) => {
                if let Some((_, there)) = texts.get_mut(at) {
                    *there = text.into();
                }
            }
            Err(at) => texts.insert(at, (key.into(), text.into())),
        }
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        if let Ok(at) = self.place(key) {
            self.texts.borrow_mut().remove(at);
        }
        Ok(())
    }

    fn room(&self) -> Option<usize> {
        self.room
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let texts = self.texts.borrow();
        Ok(texts.iter().map(|(key, _)| key.clone()).collect())
    }
}
