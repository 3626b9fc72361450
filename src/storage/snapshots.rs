//! Snapshots: a survey as it was at some moment, whole and in one record.
//!
//! Each stands for itself, so that a damaged one takes no other along, and a
//! damaged survey finds all it needs in one. There are as many as there is
//! room for: never so many that the store is more than four fifths full. Those of
//! issued versions make room for no other.

use super::library::keys;
use super::vault::{Opened, Vault};
use super::{Key, StoreError, health};
use crate::model::json::{named, record};
use crate::model::{Json, Survey, SurveyId, sort_by_key};

named! {
    /// Why a snapshot was taken.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Why {
        /// The first use of the survey on a day.
        Daily = "daily",
        /// Something was to be imported.
        Import = "import",
        /// The questionnaire was to be changed.
        Questionnaire = "questionnaire",
        /// An older snapshot was to be restored.
        Restore = "restore",
        /// A version of the report was issued: it is kept as long as the survey.
        Issued = "issued",
    }
}

record! {
    struct SnapshotRecord {
        pub survey: Survey,
    }
}

/// A snapshot in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Of which survey.
    pub survey: SurveyId,
    /// When it was taken, in milliseconds since 1970.
    pub at: u64,
    /// Why.
    pub why: Why,
}

impl Snapshot {
    /// Its key in the store.
    pub fn key(&self) -> Key {
        Key::Snapshot(self.survey.clone(), self.at, self.why)
    }
}

/// What became of a wish for a snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// There is one more.
    Yes,
    /// The newest one says the same.
    Unchanged,
    /// There is no room, not even without the older ones.
    NoRoom,
}

/// In one piece a survey takes less room than in its records, but not less than
/// one part in so many (one in two was measured).
const LEAST_SHARE: usize = 3;

/// As many are kept of one survey, beside those of issued versions; then the
/// oldest go.
pub const MOST: usize = 10;

/// Snapshots of a survey, newest first.
pub fn list(vault: &Vault, id: &SurveyId) -> Result<Vec<Snapshot>, StoreError> {
    let mut found = Vec::new();
    for key in keys(vault)? {
        if let Key::Snapshot(survey, at, why) = key
            && survey == *id
        {
            found.push(Snapshot { survey, at, why });
        }
    }
    sort_by_key(&mut found, |snapshot| std::cmp::Reverse(snapshot.at));
    Ok(found)
}

/// The moment of the next snapshot: now, or, where a clock has gone back, after
/// the newest one.
pub fn next_moment(vault: &Vault, id: &SurveyId, now: u64) -> Result<u64, StoreError> {
    Ok(after(list(vault, id)?.first(), now))
}

fn after(newest: Option<&Snapshot>, now: u64) -> u64 {
    newest.map_or(now, |newest| now.max(newest.at.saturating_add(1)))
}

/// Whether a snapshot may find room, judged by what the survey's records take; asked
/// before a survey of thousands is put together for it.
///
/// # Errors
/// When the store cannot be read.
pub fn may_fit(vault: &Vault, id: &SurveyId) -> Result<bool, StoreError> {
    let mut older = list(vault, id)?;
    older.retain(|snapshot| snapshot.why != Why::Issued);
    let mut used = health::used(vault)?;
    for snapshot in &older {
        used = used.saturating_sub(vault.units(&snapshot.key().to_string())?);
    }
    Ok(used + health::records(vault, id)? / LEAST_SHARE <= health::WARN_AT)
}

/// Takes a snapshot, and makes room for it among the older ones of the survey.
pub fn take(vault: &Vault, survey: &Survey, why: Why, now: u64) -> Result<Taken, StoreError> {
    let mut older = list(vault, &survey.head.id)?;
    let at = after(older.first(), now);
    let newest = older.first().cloned();
    let issued = why == Why::Issued;
    older.retain(|snapshot| snapshot.why != Why::Issued);
    let mut theirs = 0;
    for snapshot in &older {
        theirs += vault.units(&snapshot.key().to_string())?;
    }
    let mut used = health::used(vault)?;
    let room_for = |size: usize| used.saturating_sub(theirs) + size <= health::WARN_AT;
    // A survey of thousands takes a second to seal: not for nothing.
    if !may_fit(vault, &survey.head.id)? {
        return Ok(Taken::NoRoom);
    }
    let survey = survey.clone();
    let id = survey.head.id.clone();
    let extra = crate::model::Extra::new();
    let text = SnapshotRecord { survey, extra }.to_text();
    // That of an issued version is one of its own: others go in time.
    if let Some(newest) = newest.filter(|_| !issued)
        && let Opened::Sound(record) = vault.open(&newest.key().to_string())?
        && record.text == text
    {
        return Ok(Taken::Unchanged);
    }
    let write = vault.seal(&Key::Snapshot(id, at, why), &text, at)?;
    let size = write.key.len() + write.text.as_ref().map_or(0, |text| text.chars().count());
    if !room_for(size) {
        // None goes for nothing.
        return Ok(Taken::NoRoom);
    }
    while (older.len() >= MOST && !issued) || (used + size > health::WARN_AT && !older.is_empty()) {
        used = used.saturating_sub(drop_oldest(vault, &mut older)?);
    }
    match vault.add(&[write]) {
        Ok(()) => Ok(Taken::Yes),
        Err(StoreError::Full) => Ok(Taken::NoRoom),
        Err(error) => Err(error),
    }
}

/// Gives the units that became free.
fn drop_oldest(vault: &Vault, older: &mut Vec<Snapshot>) -> Result<usize, StoreError> {
    let Some(oldest) = older.pop() else {
        return Ok(0);
    };
    let units = vault.units(&oldest.key().to_string())?;
    remove(vault, &oldest)?;
    Ok(units)
}

/// Removes a snapshot.
pub fn remove(vault: &Vault, snapshot: &Snapshot) -> Result<(), StoreError> {
    let write = vault.removal(&snapshot.key(), snapshot.at)?;
    vault.keep(vec![write])
}

/// Reads a snapshot; `None` where it is gone or damaged.
pub fn read(vault: &Vault, snapshot: &Snapshot) -> Result<Option<Survey>, StoreError> {
    Ok(match vault.open(&snapshot.key().to_string())? {
        Opened::Sound(record) => {
            let read = SnapshotRecord::from_text(&record.text).ok();
            read.map(|record| record.survey)
        }
        Opened::Absent | Opened::Damaged(..) => None,
    })
}

/// The newest snapshot of a survey that can be read.
pub fn last_good(vault: &Vault, id: &SurveyId) -> Result<Option<(Snapshot, Survey)>, StoreError> {
    for snapshot in list(vault, id)? {
        if let Some(survey) = read(vault, &snapshot)? {
            return Ok(Some((snapshot, survey)));
        }
    }
    Ok(None)
}
