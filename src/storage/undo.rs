//! Taking back the last import: a record of its own says what every record was
//! before that the import has touched.
//!
//! Only the last import can be undone, until the next one, or for thirty days.
//! What was edited since then is not lost: its answers go to the history of their
//! sheet, and a survey that came with the import goes into the trash.

use super::history;
use super::import::unlike;
use super::library::{self, Body, body_key};
use super::vault::{Opened, Vault, Write};
use super::{Key, StoreError, trash};
use crate::model::json::record;
use crate::model::{Extra, Json, SurveyId};

record! {
    /// A record that an import has changed.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Was {
        /// Its key.
        pub key: String,
        /// What it said before; none where there was no record.
        pub text: Option<String> = optional,
        /// Stamp of what the import has written there.
        pub stamp: u64,
    }
}

record! {
    /// What an import has done.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Imported {
        /// How many files were imported.
        pub files: u32,
        /// Surveys that were not here before.
        pub added: Vec<SurveyId> = optional,
        /// Records of surveys that were here.
        pub was: Vec<Was> = optional,
    }
}

impl Imported {
    /// Nothing done yet, with so many files.
    pub fn new(files: u32) -> Self {
        Self {
            files,
            added: Vec::new(),
            was: Vec::new(),
            extra: Extra::new(),
        }
    }

    /// Notes what stands where `write` is to be made.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn note(&mut self, vault: &Vault, write: &Write) -> Result<(), StoreError> {
        self.was.push(Was {
            key: write.key.clone(),
            text: text_of(vault, &write.key)?,
            stamp: write.stamp.milliseconds(),
            extra: Extra::new(),
        });
        Ok(())
    }
}

/// The last import, which can be undone.
#[derive(Clone, Debug, PartialEq)]
pub struct LastImport {
    /// When it was, in milliseconds since 1970.
    pub at: u64,
    /// What it has done.
    pub imported: Imported,
}

/// What was edited since an import, of what the import has brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edited {
    /// So many sheets.
    pub sheets: usize,
    /// Surveys of which anything was edited that were here before the import.
    pub surveys: Vec<SurveyId>,
    /// Surveys that came with the import and were edited.
    pub added: Vec<SurveyId>,
}

impl Edited {
    /// Whether nothing was.
    pub fn is_empty(&self) -> bool {
        self.surveys.is_empty() && self.added.is_empty()
    }
}

/// The write that notes what an import does; it takes the place of the one
/// before.
pub(super) fn write(vault: &Vault, imported: &Imported, now: u64) -> Result<Write, StoreError> {
    vault.seal(&Key::Undo, &imported.to_text(), now)
}

/// The last import, while it can be undone. A record that cannot be read is
/// none.
pub fn last(vault: &Vault, now: u64) -> Result<Option<LastImport>, StoreError> {
    let Opened::Sound(record) = vault.open(&Key::Undo.to_string())? else {
        return Ok(None);
    };
    let at = record.stamp.milliseconds();
    let imported = Imported::from_text(&record.text).ok();
    let last = imported.map(|imported| LastImport { at, imported });
    Ok(last.filter(|last| !trash::is_over(last.at, now)))
}

/// The write that lets go of the last import, where there is one to let go of:
/// one that can be undone no more or, where `survey` is given, that has to do
/// with it. Of a survey that is deleted for good nothing stays.
pub fn forget(
    vault: &Vault,
    survey: Option<&SurveyId>,
    now: u64,
) -> Result<Option<Write>, StoreError> {
    if vault.read(&Key::Undo.to_string())?.is_none() {
        return Ok(None);
    }
    let stays = last(vault, now)?.is_some_and(|last| {
        let touched = last.imported.was.iter().filter_map(survey_of);
        survey.is_none_or(|id| {
            !last.imported.added.contains(id) && !touched.into_iter().any(|its| its == *id)
        })
    });
    match stays {
        true => Ok(None),
        false => vault.removal(&Key::Undo, now).map(Some),
    }
}

/// What was edited since the import.
pub fn edited(vault: &Vault, last: &LastImport) -> Result<Edited, StoreError> {
    let mut edited = Edited::default();
    for was in &last.imported.was {
        let Some(survey) = survey_of(was).filter(|id| is_here(vault, id)) else {
            continue;
        };
        let sheet = match Key::parse(&was.key) {
            Some(Key::Body(..)) => true,
            Some(Key::Head(_)) => false,
            _ => continue,
        };
        if is_edited(vault, was)? {
            edited.sheets += usize::from(sheet);
            if !edited.surveys.contains(&survey) {
                edited.surveys.push(survey);
            }
        }
    }
    for id in &last.imported.added {
        let Some(sheets) = edited_of_added(vault, id, last.at)? else {
            continue;
        };
        edited.sheets += sheets;
        edited.added.push(id.clone());
    }
    Ok(edited)
}

/// Brings back what was before the import, all of it or nothing, and forgets
/// the import. Gives what the journal has to know.
///
/// # Errors
/// Why nothing has changed.
pub fn undo(vault: &Vault, last: &LastImport, now: u64) -> Result<Vec<Write>, StoreError> {
    let mut writes = Vec::new();
    for was in &last.imported.was {
        // A survey that was deleted since stays deleted.
        if survey_of(was).is_some_and(|id| is_here(vault, &id)) {
            push_back(vault, last, was, now, &mut writes)?;
        }
    }
    for id in &last.imported.added {
        if !is_here(vault, id) || trash::since(vault, id)?.is_some() {
            continue;
        }
        if edited_of_added(vault, id, last.at)?.is_some() {
            writes.push(trash::put_in(vault, id, now)?);
        } else {
            writes.extend(library::removals(vault, id, now)?);
        }
    }
    writes.push(vault.removal(&Key::Undo, now)?);
    vault.change(writes.clone())?;
    Ok(writes)
}

/// Adds the write that puts a record back, with what it takes to lose nothing of
/// what stands there.
fn push_back(
    vault: &Vault,
    last: &LastImport,
    was: &Was,
    now: u64,
    writes: &mut Vec<Write>,
) -> Result<(), StoreError> {
    let Some(key) = Key::parse(&was.key) else {
        return Ok(());
    };
    match &key {
        // Notes that an edit has made since stay, with those of the import.
        Key::History(survey, partner) => {
            let body = body_key(survey, partner).to_string();
            let mut touched = last.imported.was.iter();
            let body = touched.find(|was| was.key == body);
            let sheet_edited = body.map_or(Ok(false), |was| is_edited(vault, was))?;
            if sheet_edited || is_edited(vault, was)? {
                return Ok(());
            }
        }
        Key::Body(survey, partner) => {
            let here = vault.read(&was.key)?;
            let here = here.and_then(|text| library::read_body(&text));
            let before = was.text.as_deref().and_then(read);
            if is_edited(vault, was)?
                && let Some((here, _)) = &here
            {
                let empty = crate::model::Sheet::expected(partner.clone());
                let sheet = before.as_ref().map_or(&empty, |body| &body.sheet);
                let past = unlike(&here.sheet, sheet);
                writes.extend(history::note(vault, survey, partner, &past, now)?);
            }
            // It follows what stands there: a page that shows that takes it over.
            if let Some(mut body) = before {
                body.after = here.map_or(0, |(_, stamp)| stamp);
                writes.push(vault.seal(&key, &body.to_text(), now)?);
                return Ok(());
            }
        }
        _ => {}
    }
    writes.push(match &was.text {
        Some(text) => vault.seal(&key, text, now)?,
        None => vault.removal(&key, now)?,
    });
    Ok(())
}

fn read(text: &str) -> Option<Body> {
    Body::from_text(text).ok()
}

fn survey_of(was: &Was) -> Option<SurveyId> {
    Key::parse(&was.key)?.survey().cloned()
}

/// Whether a survey is here, be it in the trash.
fn is_here(vault: &Vault, id: &SurveyId) -> bool {
    let head = vault.read(&Key::Head(id.clone()).to_string());
    matches!(head, Ok(Some(_)))
}

/// Whether something else stands in a record than what the import has written.
fn is_edited(vault: &Vault, was: &Was) -> Result<bool, StoreError> {
    let stamp = vault.stamp_of(&was.key)?;
    Ok(stamp.map(|stamp| stamp.milliseconds()) != Some(was.stamp))
}

/// How many sheets of a survey that came with the import were edited since;
/// none where neither they nor its head were, or it is not here.
fn edited_of_added(vault: &Vault, id: &SurveyId, at: u64) -> Result<Option<usize>, StoreError> {
    let (mut sheets, mut any) = (0, false);
    for key in library::keys_of(vault, id)? {
        let sheet = match Key::parse(&key) {
            Some(Key::Body(..)) => true,
            Some(Key::Head(_)) => false,
            _ => continue,
        };
        // What the import has written is not newer than what it has noted.
        let newer = |stamp: super::record::Stamp64| stamp.milliseconds() > at;
        if vault.stamp_of(&key)?.is_some_and(newer) {
            any = true;
            sheets += usize::from(sheet);
        }
    }
    Ok(any.then_some(sheets))
}

/// What a record says; none where there is no record that can be read.
fn text_of(vault: &Vault, key: &str) -> Result<Option<String>, StoreError> {
    Ok(match vault.open(key)? {
        Opened::Sound(record) => Some(record.text),
        Opened::Absent | Opened::Damaged(..) => None,
    })
}
