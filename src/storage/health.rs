//! How the store is: the room that is used, and whether every record is sound.

use super::record::Stamp64;
use super::vault::{Opened, Vault, Write};
use super::{Key, StoreError, is_ours};
use crate::model::SurveyId;

/// What a browser gives an origin, in UTF-16 units of keys and texts together
/// (Chromium and Firefox, measured).
pub const QUOTA: usize = 5_242_880;

/// From here on the person is warned: four fifths.
pub const WARN_AT: usize = QUOTA / 5 * 4;

/// Room in UTF-16 units that one survey takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyRoom {
    /// Which survey.
    pub id: SurveyId,
    /// Its head, its partners and their sheets, with what they once said.
    pub records: usize,
    /// Its snapshots.
    pub snapshots: usize,
}

/// Room in UTF-16 units, by what takes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// Each survey.
    pub surveys: Vec<SurveyRoom>,
    /// Settings, records that were set aside, changes under way.
    pub others: usize,
    /// Records of other programs of the same origin.
    pub foreign: usize,
}

impl Room {
    /// All that is used.
    pub fn used(&self) -> usize {
        let surveys = self.surveys.iter();
        let surveys: usize = surveys.map(|s| s.records + s.snapshots).sum();
        surveys + self.others + self.foreign
    }
}

/// Measures the store; what is due takes no room in it yet.
pub fn room(vault: &Vault) -> Result<Room, StoreError> {
    let mut room = Room::default();
    for name in vault.stored_keys()? {
        let units = vault.units(&name)?;
        let key = Key::parse(&name);
        match key.as_ref().and_then(Key::survey) {
            None if is_ours(&name) => room.others += units,
            None => room.foreign += units,
            Some(id) => {
                let at = room.surveys.iter().position(|survey| survey.id == *id);
                let at = at.unwrap_or_else(|| {
                    room.surveys.push(SurveyRoom {
                        id: id.clone(),
                        records: 0,
                        snapshots: 0,
                    });
                    room.surveys.len() - 1
                });
                if let Some(survey) = room.surveys.get_mut(at) {
                    match key {
                        Some(Key::Snapshot(..)) => survey.snapshots += units,
                        _ => survey.records += units,
                    }
                }
            }
        }
    }
    Ok(room)
}

/// UTF-16 units that all keys and texts of the origin take.
pub fn used(vault: &Vault) -> Result<usize, StoreError> {
    let mut used = 0;
    for key in vault.stored_keys()? {
        used += vault.units(&key)?;
    }
    Ok(used)
}

/// UTF-16 units that are left; `None` where the store has no limit that is known.
pub fn free(vault: &Vault) -> Result<Option<usize>, StoreError> {
    let Some(room) = vault.room() else {
        return Ok(None);
    };
    Ok(Some(room.saturating_sub(used(vault)?)))
}

/// UTF-16 units that the head and the partners of a survey take.
pub fn records(vault: &Vault, id: &SurveyId) -> Result<usize, StoreError> {
    let mut records = 0;
    for name in vault.keys()? {
        if matches!(Key::parse(&name), Some(Key::Head(survey) | Key::Body(survey, _)) if survey == *id)
        {
            records += vault.units(&name)?;
        }
    }
    Ok(records)
}

/// What a self-test found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SelfTest {
    /// How many records are sound.
    pub sound: usize,
    /// Records that are not, and were not set aside yet.
    pub damaged: Vec<Key>,
    /// Why a trial record could not be written, read back and removed.
    pub refused: Option<StoreError>,
}

/// Writes a trial record, reads it back, and opens every record of the store.
/// Changes nothing.
pub fn self_test(vault: &Vault, now: u64) -> Result<SelfTest, StoreError> {
    let mut found = SelfTest {
        refused: trial(vault, now).err(),
        ..SelfTest::default()
    };
    for name in vault.keys()? {
        let Some(key) = Key::parse(&name) else {
            continue;
        };
        // Settings are plain texts; what was set aside is known to be damaged.
        if matches!(key, Key::Setting(_) | Key::Aside(_)) {
            continue;
        }
        match vault.open(&name)? {
            Opened::Sound(_) => found.sound += 1,
            Opened::Damaged(..) => found.damaged.push(key),
            Opened::Absent => {}
        }
    }
    Ok(found)
}

fn trial(vault: &Vault, now: u64) -> Result<(), StoreError> {
    let key = Key::Setting("trial".into()).to_string();
    let trial = Write {
        text: Some("èé – 试试 – trial".into()),
        stamp: Stamp64::new(now),
        key,
    };
    vault.add(std::slice::from_ref(&trial))?;
    vault.keep(vec![Write {
        text: None,
        ..trial
    }])
}
