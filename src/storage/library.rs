//! Surveys in a store: which records they are made of, and in what order those
//! are written.
//!
//! A survey is there when its head is. So a new survey is written sheets first
//! and head last, and removed head first: a page that is closed in between
//! leaves the whole survey or none of it.

use super::{Key, Store, StoreError};
use crate::model::json::record;
use crate::model::{Extra, Json, PartnerId, Sheet, Survey, SurveyHead, SurveyId, sort_by_key};
use serde_json::Value;

record! {
    /// What is written under a survey's head key: everything but the sheets.
    struct HeadRecord {
        pub head: SurveyHead,
    }
}

/// A record that could not be read and was set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Where its text is now.
    pub key: Key,
    /// What it was.
    pub was: Key,
}

/// What the store holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contents {
    /// Heads of the surveys, newest first.
    pub heads: Vec<SurveyHead>,
    /// Everything that was ever set aside and is still here.
    pub aside: Vec<Key>,
    /// Why a head that cannot be read could not be set aside; it stays where
    /// it is, and its survey is not among the heads.
    pub refused: Option<StoreError>,
}

/// Reads all heads. A head that cannot be read is set aside; its sheets stay
/// where they are.
pub fn contents(store: &dyn Store) -> Result<Contents, StoreError> {
    let mut found = Contents::default();
    for key in keys(store)? {
        match &key {
            Key::Head(_) => match read_record::<HeadRecord>(store, &key) {
                Ok(Record::Read(record)) => found.heads.push(record.head),
                Ok(Record::Absent) => {}
                Ok(Record::SetAside(aside)) => found.aside.push(aside.key),
                // One bad record does not hide the other surveys.
                Err(error) => found.refused = Some(error),
            },
            Key::Aside(_) => found.aside.push(key),
            Key::Sheet(..) | Key::Setting(_) => {}
        }
    }
    sort_by_key(&mut found.aside, Key::to_string);
    let by_age = |head: &SurveyHead| (head.created.clone(), head.id.clone());
    sort_by_key(&mut found.heads, |head| std::cmp::Reverse(by_age(head)));
    Ok(found)
}

/// A survey as it was read, and what could not be.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The survey; a sheet that could not be read is an expected one.
    pub survey: Survey,
    /// Records that were set aside just now.
    pub set_aside: Vec<SetAside>,
}

/// Reads one survey; `None` where it is not there.
pub fn load(store: &dyn Store, id: &SurveyId) -> Result<Option<Loaded>, StoreError> {
    let mut set_aside = Vec::new();
    let HeadRecord { head, extra } = match read_record(store, &Key::Head(id.clone()))? {
        Record::Read(record) => *record,
        Record::Absent | Record::SetAside(_) => return Ok(None),
    };
    let mut sheets = Vec::with_capacity(head.partners.len());
    for partner in &head.partners {
        let sheet = match read_record(store, &sheet_key(id, &partner.id))? {
            Record::Read(sheet) => *sheet,
            Record::Absent => Sheet::expected(partner.id.clone()),
            Record::SetAside(aside) => {
                set_aside.push(aside);
                Sheet::expected(partner.id.clone())
            }
        };
        sheets.push(sheet);
    }
    let survey = Survey {
        head,
        sheets,
        extra,
    };
    Ok(Some(Loaded { survey, set_aside }))
}

/// Writes the head of a survey, with the fields that stand beside it.
pub fn save_head(store: &dyn Store, head: &SurveyHead, extra: &Extra) -> Result<(), StoreError> {
    let record = HeadRecord {
        head: head.clone(),
        extra: extra.clone(),
    };
    let text = record.to_json().to_string();
    store.keep(&Key::Head(head.id.clone()).to_string(), &text)
}

/// Writes one sheet of a survey.
pub fn save_sheet(store: &dyn Store, survey: &SurveyId, sheet: &Sheet) -> Result<(), StoreError> {
    store.keep(
        &sheet_key(survey, &sheet.partner).to_string(),
        &sheet.to_json().to_string(),
    )
}

/// Writes a survey that is not here yet; when it does not fit, nothing of it
/// stays. Records that are in its place, such as the sheets of a lost head,
/// are set aside first.
pub fn add(store: &dyn Store, survey: &Survey) -> Result<(), StoreError> {
    let id = &survey.head.id;
    set_all_aside(store, id)?;
    let written = survey
        .sheets
        .iter()
        .try_for_each(|sheet| save_sheet(store, id, sheet))
        .and_then(|()| save_head(store, &survey.head, &survey.extra));
    if written.is_err() {
        remove(store, id)?;
    }
    written
}

/// Removes a survey.
pub fn remove(store: &dyn Store, id: &SurveyId) -> Result<(), StoreError> {
    store.remove(&Key::Head(id.clone()).to_string())?;
    for key in keys(store)? {
        if key.survey() == Some(id) {
            store.remove(&key.to_string())?;
        }
    }
    Ok(())
}

/// Removes the sheet of a partner that left the survey.
pub fn remove_sheet(
    store: &dyn Store,
    id: &SurveyId,
    partner: &PartnerId,
) -> Result<(), StoreError> {
    store.remove(&sheet_key(id, partner).to_string())
}

fn sheet_key(survey: &SurveyId, partner: &PartnerId) -> Key {
    Key::Sheet(survey.clone(), partner.clone())
}

fn keys(store: &dyn Store) -> Result<impl Iterator<Item = Key>, StoreError> {
    let keys = store.keys()?;
    Ok(keys.into_iter().filter_map(|text| Key::parse(&text)))
}

enum Record<T> {
    Read(Box<T>),
    Absent,
    SetAside(SetAside),
}

fn read_record<T: Json>(store: &dyn Store, key: &Key) -> Result<Record<T>, StoreError> {
    let Some(text) = store.read(&key.to_string())? else {
        return Ok(Record::Absent);
    };
    let value = text.parse::<Value>().ok();
    match value.map(T::from_json) {
        Some(Ok(record)) => Ok(Record::Read(Box::new(record))),
        Some(Err(_)) | None => set_aside(store, key, &text).map(Record::SetAside),
    }
}

/// Moves an unreadable text to a key of its own. The old place is cleared only
/// after the text is known to be in the new one; without room for both, the
/// text stays where it is and the caller gets the error instead of a survey
/// that would be saved over it.
fn set_aside(store: &dyn Store, key: &Key, text: &str) -> Result<SetAside, StoreError> {
    let aside = copy_aside(store, key, text)?;
    store.remove(&key.to_string())?;
    Ok(SetAside {
        key: aside,
        was: key.clone(),
    })
}

/// Moves all records of a survey to keys of their own, or none of them.
fn set_all_aside(store: &dyn Store, id: &SurveyId) -> Result<(), StoreError> {
    let old: Vec<Key> = keys(store)?.filter(|k| k.survey() == Some(id)).collect();
    let mut copies = Vec::with_capacity(old.len());
    for key in &old {
        let text = store.read(&key.to_string())?.unwrap_or_default();
        match copy_aside(store, key, &text) {
            Ok(copy) => copies.push(copy),
            Err(error) => {
                for copy in copies {
                    store.remove(&copy.to_string())?;
                }
                return Err(error);
            }
        }
    }
    for key in old {
        store.remove(&key.to_string())?;
    }
    Ok(())
}

/// Keeps a text under the next free key aside of its own.
fn copy_aside(store: &dyn Store, key: &Key, text: &str) -> Result<Key, StoreError> {
    let mut n = 1;
    while store.read(&key.aside(n).to_string())?.is_some() {
        n += 1;
    }
    let aside = key.aside(n);
    store.keep(&aside.to_string(), text)?;
    Ok(aside)
}
