//! An import: several surveys, new and changed ones, in one step.
//!
//! Partners of new surveys are written first, because nobody sees them without
//! their head. Then one whole change brings the heads of new surveys, the records
//! of others that differ, what was overwritten ([`history`]), and what it takes to
//! [`undo`] all that.

use super::history::{self, Past};
use super::library::{self, Loaded, push_moved};
use super::undo::{self, Imported};
use super::vault::{Vault, Write};
use super::{Key, StoreError};
use crate::model::{Answer, Sheet, Survey};
use std::collections::BTreeMap;

/// Brings surveys to the store as they are to be from now on, all of them or
/// none. Those that are not here are added; `files` is how many files they came
/// from. Where nothing changes, nothing is written. Gives what the journal has
/// to know.
///
/// # Errors
/// Why nothing has changed.
pub fn apply(
    vault: &Vault,
    surveys: &[Survey],
    files: u32,
    now: u64,
) -> Result<Vec<Write>, StoreError> {
    let (mut unseen, mut writes) = (Vec::new(), Vec::new());
    let mut imported = Imported::new(files);
    for survey in surveys {
        let id = &survey.head.id;
        match library::load(vault, id, now)? {
            None => {
                for write in library::adding(vault, survey, now)? {
                    if matches!(Key::parse(&write.key), Some(Key::Body(..))) {
                        unseen.push(write);
                    } else {
                        writes.push(write);
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
                writes.extend(changed);
            }
        }
    }
    if writes.is_empty() {
        return Ok(Vec::new());
    }
    writes.push(undo::write(vault, &imported, now)?);
    vault.change_with(&unseen, writes.clone())?;
    let mut all = unseen;
    all.extend(writes);
    for id in &imported.added {
        push_moved(vault, id, &mut all)?;
    }
    Ok(all)
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
    answers: &BTreeMap<K, Answer>,
    others: &BTreeMap<K, Answer>,
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
