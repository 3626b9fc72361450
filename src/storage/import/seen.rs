//! What a page has shown a [`Desk`](super::Desk) of its store, and whether it is
//! still so.

use crate::model::SurveyId;
use crate::storage::key::was_gone;
use crate::storage::record::{Stamp64, stamp_of};
use crate::storage::vault::Vault;
use crate::storage::{Key, StoreError, library, trash};

/// The records that were shown, each with its stamp.
#[derive(Debug, Default)]
pub struct Seen {
    surveys: Vec<SurveyId>,
    keys: Vec<(String, Option<Stamp64>)>,
}

impl Seen {
    /// What is to be shown of these surveys: the keys of those that are here, with
    /// what their sheets once said. A survey in the trash is not here.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn of(vault: &Vault, surveys: Vec<SurveyId>) -> Result<Self, StoreError> {
        let mut keys = Vec::new();
        for survey in &surveys {
            if trash::is_here(vault, survey)? {
                let its = library::keys_of(vault, survey)?;
                keys.extend(its.into_iter().filter(|key| is_shown(key)));
            }
        }
        keys.sort();
        let keys = keys.into_iter().map(|key| (key, None)).collect();
        Ok(Self { surveys, keys })
    }

    /// The surveys that it is about.
    pub fn surveys(&self) -> &[SurveyId] {
        &self.surveys
    }

    /// How many records these are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Shows some of them, from one place on: keys and texts.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn show(
        &mut self,
        vault: &Vault,
        from: usize,
        most: usize,
    ) -> Result<Vec<(String, String)>, StoreError> {
        let mut shown = Vec::new();
        for (key, stamp) in self.keys.iter_mut().skip(from).take(most) {
            if let Some(text) = vault.read(key)? {
                *stamp = stamp_of(&text);
                shown.push((key.clone(), text));
            }
        }
        Ok(shown)
    }

    /// The newest stamp of what was shown, of what was removed from these surveys,
    /// and of the last import: what takes their places has to follow it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn newest(&self, vault: &Vault) -> Result<u64, StoreError> {
        let mut newest = self.keys.iter().filter_map(|(_, stamp)| *stamp).max();
        for name in vault.keys()? {
            let gone = was_gone(&name);
            let its = match Key::parse(gone.as_deref().unwrap_or(&name)) {
                Some(Key::Undo) => true,
                Some(key) if gone.is_some() => {
                    key.survey().is_some_and(|id| self.surveys.contains(id))
                }
                _ => false,
            };
            if its {
                newest = newest.max(vault.stamp_of(&name)?);
            }
        }
        Ok(newest.unwrap_or_default().milliseconds())
    }

    /// Whether all of it still stands in the store as it was shown, and no more.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn is_so(&self, vault: &Vault) -> Result<bool, StoreError> {
        let now = Self::of(vault, self.surveys.clone())?;
        let keys = |seen: &Self| seen.keys.iter().map(|(key, _)| key.clone()).collect();
        let (before, after): (Vec<String>, Vec<String>) = (keys(self), keys(&now));
        if before != after {
            return Ok(false);
        }
        for (key, stamp) in &self.keys {
            if vault.stamp_of(key)? != *stamp {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// Whether a record has to do with what an import changes.
fn is_shown(key: &str) -> bool {
    matches!(
        Key::parse(key),
        Some(Key::Head(_) | Key::Body(..) | Key::History(..))
    )
}
