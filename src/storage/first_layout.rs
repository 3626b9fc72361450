//! Surveys as the first layout kept them, moved to the one of today.
//!
//! There a survey was plain JSON under `rilievo/1/s/<survey>/head`, with its
//! partners, and `…/sheet/<partner>`.

use super::{Key, StoreError, Vault, Write, library};
use crate::model::json::record;
use crate::model::{Json, Sheet, Survey, SurveyHead, SurveyId};

/// Namespace of the first layout.
const ROOT: &str = "rilievo/1/";

record! {
    struct FirstHead {
        pub head: SurveyHead,
    }
}

/// Whether there is anything of the first layout in the store.
pub fn is_here(vault: &Vault) -> bool {
    let keys = vault.keys().unwrap_or_default();
    keys.iter().any(|key| key.starts_with(ROOT))
}

/// Moves all surveys of the first layout. What cannot be read of it is set
/// aside; what is moved or set aside is then removed from its old place. Gives what
/// the journal has to know. A survey that is here already in the layout of today
/// stays, and the old one stays where it is.
///
/// # Errors
/// When the store refuses: what was moved until then is moved, the rest is as
/// it was.
pub fn move_all(vault: &Vault, now: u64) -> Result<Vec<Write>, StoreError> {
    let mut writes = Vec::new();
    for key in vault.keys()? {
        let Some(rest) = key.strip_prefix(ROOT) else {
            continue;
        };
        if let Some(id) = rest
            .strip_prefix("s/")
            .and_then(|r| r.strip_suffix("/head"))
            && let Ok(id) = SurveyId::new(id)
        {
            writes.extend(move_one(vault, &id, now)?);
        }
    }
    // Settings are made anew; texts that were set aside are worth keeping.
    for key in vault.keys()? {
        if let Some(rest) = key.strip_prefix(ROOT) {
            if let Some(aside) = rest.strip_prefix("aside/") {
                keep_aside(vault, &key, aside)?;
            } else if rest.starts_with("setting/") {
                vault.remove_plain(&key)?;
            }
        }
    }
    Ok(writes)
}

fn move_one(vault: &Vault, id: &SurveyId, now: u64) -> Result<Vec<Write>, StoreError> {
    let root = format!("{ROOT}s/{id}/");
    let head_key = format!("{root}head");
    let here = vault.read(&Key::Head(id.clone()).to_string())?;
    let Some(FirstHead { head, extra }) = read(vault, &head_key)? else {
        keep_aside(vault, &head_key, &format!("1/{head_key}"))?;
        return Ok(Vec::new());
    };
    if here.is_some() || head.id != *id {
        return Ok(Vec::new());
    }
    let mut sheets = Vec::new();
    let mut old = vec![head_key];
    for partner in &head.partners {
        let key = format!("{root}sheet/{}", partner.id);
        match read::<Sheet>(vault, &key)? {
            Some(sheet) => {
                sheets.push(sheet);
                old.push(key);
            }
            None => {
                if vault.read(&key)?.is_some() {
                    keep_aside(vault, &key, &format!("1/{key}"))?;
                }
                sheets.push(Sheet::expected(partner.id.clone()));
            }
        }
    }
    let survey = Survey {
        head,
        sheets,
        extra,
    };
    let writes = library::add(vault, &survey, now)?;
    for key in old {
        vault.remove_plain(&key)?;
    }
    Ok(writes)
}

fn read<T: Json>(vault: &Vault, key: &str) -> Result<Option<T>, StoreError> {
    let text = vault.read(key)?;
    Ok(text.and_then(|text| T::from_text(&text).ok()))
}

/// Moves a text among those that were set aside.
fn keep_aside(vault: &Vault, key: &str, rest: &str) -> Result<(), StoreError> {
    let text = vault.read(key)?.unwrap_or_default();
    vault.set(&Key::Aside(rest.into()), &text)?;
    vault.remove_plain(key)
}
