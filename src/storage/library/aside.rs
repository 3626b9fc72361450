//! Records that cannot be read are set aside: copied to a key of their own
//! before their place is cleared or written again.

use super::{Body, SetAside, keys};
use crate::model::{Json, SurveyId};
use crate::storage::record::Stamp64;
use crate::storage::vault::{Vault, Write};
use crate::storage::{Key, StoreError};

/// Moves an unreadable head to a key of its own. Its place is cleared only
/// after the text is in the new one; until there is room, both writes are due.
pub(super) fn set_head_aside(
    vault: &Vault,
    id: &SurveyId,
    text: &str,
    now: u64,
) -> Result<SetAside, StoreError> {
    let was = Key::Head(id.clone());
    let copy = copy_aside(vault, &was, text)?;
    let gone = vault.removal(&was, now)?;
    let key = aside_key(&copy, &was);
    // What does not fit now is due.
    let _ = vault.keep_in_order(vec![copy, gone]);
    Ok(SetAside { key, was })
}

/// The same for a partner's record; what stands for it is written in its
/// place. Gives its stamp too.
pub(super) fn set_body_aside(
    vault: &Vault,
    was: &Key,
    stands: &Body,
    now: u64,
) -> Result<(SetAside, u64), StoreError> {
    let text = vault.read(&was.to_string())?.unwrap_or_default();
    let copy = copy_aside(vault, was, &text)?;
    let instead = vault.seal(was, &stands.to_text(), now)?;
    let key = aside_key(&copy, was);
    let stamp = instead.stamp.milliseconds();
    // What does not fit now is due.
    let _ = vault.keep_in_order(vec![copy, instead]);
    let was = was.clone();
    Ok((SetAside { key, was }, stamp))
}

fn aside_key(copy: &Write, was: &Key) -> Key {
    Key::parse(&copy.key).unwrap_or_else(|| was.aside(1))
}

/// Moves all records of a survey to keys of their own, or none of them.
pub(super) fn set_all_aside(vault: &Vault, id: &SurveyId, now: u64) -> Result<(), StoreError> {
    let (mut copies, mut gone) = (Vec::new(), Vec::new());
    for key in keys(vault)? {
        if !matches!(&key, Key::Head(survey) | Key::Body(survey, _) if survey == id) {
            continue;
        }
        let text = vault.read(&key.to_string())?.unwrap_or_default();
        copies.push(copy_aside(vault, &key, &text)?);
        gone.push(vault.removal(&key, now)?);
    }
    vault.add(&copies)?;
    vault.keep_in_order(gone)
}

/// The write of a text under the next free key aside of its own. A copy that
/// is there already, from an interrupted visit, is the same write again.
fn copy_aside(vault: &Vault, key: &Key, text: &str) -> Result<Write, StoreError> {
    let mut n = 1;
    loop {
        let aside = key.aside(n).to_string();
        match vault.read(&aside)? {
            Some(there) if there != text => n += 1,
            _ => {
                return Ok(Write {
                    key: aside,
                    text: Some(text.into()),
                    stamp: Stamp64::default(),
                });
            }
        }
    }
}
