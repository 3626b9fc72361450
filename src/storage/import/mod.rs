//! An import: several surveys, new and changed ones, in one step.
//!
//! Partners of new surveys are written first, because nobody sees them without
//! their head. Then one whole change brings the heads of new surveys, the records
//! of others that differ, what was overwritten ([`history`]), and what it takes to
//! [`undo`] all that.

mod desk;
mod practice;
mod seen;

pub use desk::{Desk, Needs};
pub use practice::Practice;
pub use seen::Seen;

use super::history::{self, Past};
use super::library::{self, Loaded, push_moved};
use super::undo::{self, Imported};
use super::vault::{Vault, Write};
use super::{Key, StoreError};
use crate::model::{Answer, Sheet, Survey, SurveyId};
use litemap::LiteMap;

/// What an import writes, sealed; what it takes to undo it is not sealed yet.
#[derive(Debug)]
pub struct Prepared {
    unseen: Vec<Write>,
    whole: Vec<Write>,
    imported: Imported,
}

/// An import that can be written as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ready {
    /// Partners of new surveys: nobody sees them without their head.
    pub unseen: Vec<Write>,
    /// What then changes as one.
    pub whole: Vec<Write>,
    /// The surveys that were not here before.
    pub added: Vec<SurveyId>,
}

/// Seals what brings surveys to the store as they are to be; nothing is written.
/// `files` is how many files they came from.
///
/// # Errors
/// When the store cannot be read.
pub fn prepare<'a>(
    vault: &Vault,
    surveys: impl IntoIterator<Item = &'a Survey>,
    files: u32,
    now: u64,
) -> Result<Prepared, StoreError> {
    let surveys = surveys.into_iter().collect();
    prepare_with(vault, surveys, files, now, &|_| Ok(Vec::new()))
}

/// What clears the place of a survey before it is sealed.
type Clear<'a> = &'a dyn Fn(&SurveyId) -> Result<Vec<Write>, StoreError>;

fn prepare_with(
    vault: &Vault,
    surveys: Vec<&Survey>,
    files: u32,
    now: u64,
    clear: Clear,
) -> Result<Prepared, StoreError> {
    let (mut unseen, mut whole) = (Vec::new(), Vec::new());
    let mut imported = Imported::new(files);
    for survey in surveys {
        let id = &survey.head.id;
        match library::load(vault, id, now)? {
            None => {
                whole.extend(clear(id)?);
                for write in library::whole(vault, survey, now)? {
                    match Key::parse(&write.key) {
                        Some(Key::Body(..)) => unseen.push(write),
                        _ => whole.push(write),
                    }
                }
                imported.added.push(id.clone());
            }
            Some(here) => {
                let mut changed = library::replacing(vault, &here, survey, now)?;
                changed.extend(overwritten(vault, &here, survey, now)?);
                for write in &changed {
                    imported.note(vault, write)?;
                }
                whole.extend(changed);
            }
        }
    }
    Ok(Prepared {
        unseen,
        whole,
        imported,
    })
}

impl Prepared {
    /// Whether nothing is to be written.
    pub fn is_empty(&self) -> bool {
        self.unseen.is_empty() && self.whole.is_empty()
    }

    /// With what it takes to undo it.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn sealed(self, vault: &Vault, now: u64) -> Result<Ready, StoreError> {
        let mut whole = self.whole;
        whole.push(undo::write(vault, &self.imported, now)?);
        Ok(Ready {
            unseen: self.unseen,
            whole,
            added: self.imported.added,
        })
    }
}

/// Writes an import, all of it or nothing. Where it adds a survey its place is
/// clear ([`library::clear`]). Gives what the journal has to know.
///
/// # Errors
/// Why nothing has changed.
pub fn write(vault: &Vault, ready: Ready) -> Result<Vec<Write>, StoreError> {
    let Ready {
        unseen: mut all,
        whole,
        added,
    } = ready;
    // They may have been sealed elsewhere: what is sealed here from now on is newer.
    let stamps = all.iter().chain(&whole).map(|write| write.stamp);
    vault.heard(stamps.max().unwrap_or_default().milliseconds());
    vault.change_with(&all, whole.clone())?;
    all.extend(whole);
    for id in &added {
        push_moved(vault, id, &mut all)?;
    }
    Ok(all)
}

/// Brings surveys to the store as they are to be from now on, all of them or
/// none. Those that are not here are added; `files` is how many files they came
/// from. Where nothing changes, nothing is written. Gives what the journal has
/// to know.
///
/// # Errors
/// Why nothing has changed.
pub fn apply<'a>(
    vault: &Vault,
    surveys: impl IntoIterator<Item = &'a Survey>,
    files: u32,
    now: u64,
) -> Result<Vec<Write>, StoreError> {
    let surveys = surveys.into_iter().collect();
    let clear = |id: &SurveyId| library::clear(vault, id, now);
    let prepared = prepare_with(vault, surveys, files, now, &clear)?;
    if prepared.is_empty() {
        return Ok(Vec::new());
    }
    write(vault, prepared.sealed(vault, now)?)
}

/// The writes that keep the answers among the earlier ones that do not stand any
/// more.
fn overwritten(
    vault: &Vault,
    here: &Loaded,
    survey: &Survey,
    now: u64,
) -> Result<Vec<Write>, StoreError> {
    let mut writes = Vec::new();
    for (at, before) in here.survey.sheets.iter().enumerate() {
        // Mostly they stand at the same place.
        let after = survey.sheets.get(at);
        let after = after.filter(|sheet| sheet.partner == before.partner);
        if let Some(after) = after.or_else(|| survey.sheet(&before.partner)) {
            let past = unlike(before, after);
            let note = history::note(vault, &survey.head.id, &before.partner, &past, now)?;
            writes.extend(note);
        }
    }
    Ok(writes)
}

/// The answers of a sheet that another version of it does not have.
pub(super) fn unlike(sheet: &Sheet, other: &Sheet) -> Vec<Past> {
    let mut past = Vec::new();
    push_unlike(&mut past, &sheet.answers, &other.answers, false);
    push_unlike(&mut past, &sheet.contacts, &other.contacts, true);
    past
}

fn push_unlike<K: Ord + AsRef<str>>(
    past: &mut Vec<Past>,
    answers: &LiteMap<K, Answer>,
    others: &LiteMap<K, Answer>,
    contact: bool,
) {
    for (id, answer) in answers {
        // Who wrote it when is no matter of what it says.
        let says_it = |other: &Answer| {
            let revision = answer.revision.clone();
            Answer {
                revision,
                ..other.clone()
            } == *answer
        };
        if !others.get(id).is_some_and(says_it) {
            past.push(Past::new(id.as_ref(), contact, answer.clone()));
        }
    }
}
