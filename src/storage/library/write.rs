//! What is written of a survey, in which order: one record, a new survey, one in
//! the place of another, none any more.

use super::aside::set_all_aside;
use super::{Body, HeadRecord, Kept, Loaded, STEP, body_key, keys, load, place_in_new_list};
use crate::model::{Extra, Json, Partner, Places, Sheet, Survey, SurveyHead, SurveyId};
use crate::storage::key::was_gone;
use crate::storage::record::Stamp64;
use crate::storage::vault::{Opened, Vault, Write};
use crate::storage::{Key, StoreError};

/// The write of a survey's head, with the fields that stand beside it.
pub fn head(
    vault: &Vault,
    head: &SurveyHead,
    extra: &Extra,
    now: u64,
) -> Result<Write, StoreError> {
    let mut head = head.clone();
    head.partners.clear();
    let key = Key::Head(head.id.clone());
    let extra = extra.clone();
    let record = HeadRecord { head, extra };
    vault.seal(&key, &record.to_text(), now)
}

/// The write of one partner with its sheet.
pub fn body(
    vault: &Vault,
    survey: &SurveyId,
    partner: &Partner,
    sheet: &Sheet,
    kept: Kept,
    now: u64,
) -> Result<Write, StoreError> {
    let body = Body {
        partner: partner.clone(),
        sheet: sheet.clone(),
        place: kept.place,
        after: kept.stamp,
        extra: Extra::new(),
    };
    let key = body_key(survey, &partner.id);
    vault.seal(&key, &body.to_text(), now)
}

/// The writes of a whole survey, head last.
pub fn whole(vault: &Vault, survey: &Survey, now: u64) -> Result<Vec<Write>, StoreError> {
    let mut writes = Vec::with_capacity(survey.sheets.len() + 1);
    for (at, (partner, sheet)) in bodies_of(survey).enumerate() {
        let kept = Kept {
            place: place_in_new_list(at),
            stamp: 0,
        };
        writes.push(body(vault, &survey.head.id, partner, sheet, kept, now)?);
    }
    writes.push(head(vault, &survey.head, &survey.extra, now)?);
    Ok(writes)
}

/// Adds a survey that is not here yet; when it does not fit, nothing of it
/// stays. Records that are in its place, such as the partners of a lost head,
/// are set aside first; a mark of the trash that a removed one has left goes.
/// Gives what the journal has to know.
pub fn add(vault: &Vault, survey: &Survey, now: u64) -> Result<Vec<Write>, StoreError> {
    let mut writes = adding(vault, survey, now)?;
    vault.add(&writes)?;
    push_moved(vault, &survey.head.id, &mut writes)?;
    Ok(writes)
}

/// The writes that add a survey, head last, to a place that is clear then.
pub fn adding(vault: &Vault, survey: &Survey, now: u64) -> Result<Vec<Write>, StoreError> {
    let mut writes = clear(vault, &survey.head.id, now)?;
    writes.extend(whole(vault, survey, now)?);
    Ok(writes)
}

/// Clears the place of a survey that is not here: what is in it is set aside. The
/// writes that are left are to be made with those that add the survey.
pub fn clear(vault: &Vault, id: &SurveyId, now: u64) -> Result<Vec<Write>, StoreError> {
    set_all_aside(vault, id, now)?;
    let mark = Key::Trash(id.clone());
    match vault.read(&mark.to_string())? {
        Some(_) => Ok(vec![vault.removal(&mark, now)?]),
        None => Ok(Vec::new()),
    }
}

/// Adds the writes that have cleared the place of a survey, now or before an
/// attempt that failed: what they moved away would be in it if they were lost.
pub(in crate::storage) fn push_moved(
    vault: &Vault,
    id: &SurveyId,
    writes: &mut Vec<Write>,
) -> Result<(), StoreError> {
    for name in vault.keys()? {
        let gone = was_gone(&name);
        let key = match Key::parse(gone.as_deref().unwrap_or(&name)) {
            Some(key) if gone.is_some() => Some(key),
            Some(key @ Key::Aside(_)) => key.was(),
            _ => None,
        };
        if key.is_none_or(|key| key.survey() != Some(id)) {
            continue;
        }
        let (key, text, stamp) = match gone {
            Some(key) if vault.read(&key)?.is_some() => continue,
            Some(key) => (key, None, vault.stamp_of(&name)?.unwrap_or_default()),
            None => {
                let text = vault.read(&name)?;
                (name, text, Stamp64::default())
            }
        };
        writes.push(Write { key, text, stamp });
    }
    Ok(())
}

/// Puts a survey in the place of what is here under its id, all of it or
/// nothing. Records that are the same stay as they are. Where there is none, it
/// is added. Gives what the journal has to know.
pub fn replace(vault: &Vault, survey: &Survey, now: u64) -> Result<Vec<Write>, StoreError> {
    let Some(here) = load(vault, &survey.head.id, now)? else {
        return add(vault, survey, now);
    };
    let writes = replacing(vault, &here, survey, now)?;
    vault.change(writes.clone())?;
    Ok(writes)
}

/// The writes that put a survey in the place of what is here, head last;
/// records that are the same have none.
pub fn replacing(
    vault: &Vault,
    here: &Loaded,
    survey: &Survey,
    now: u64,
) -> Result<Vec<Write>, StoreError> {
    let id = &survey.head.id;
    let mut writes = Vec::new();
    let partners = &here.survey.head.partners;
    let stays = Places::new(survey.head.partners.iter().map(|p| &p.id));
    for partner in partners {
        if stays.of(&partner.id).is_none() {
            writes.push(vault.removal(&body_key(id, &partner.id), now)?);
        }
    }
    let known = Places::new(partners.iter().map(|p| &p.id));
    let places = places(here, survey, &known);
    for ((partner, sheet), place) in bodies_of(survey).zip(places) {
        let mut kept = Kept { place, stamp: 0 };
        if let Some(there) = known.of(&partner.id)
            && let Some(its) = here.kept.get(there)
        {
            let same = partners.get(there) == Some(partner)
                && here.survey.sheets.get(there) == Some(sheet)
                && its.place == place;
            if same {
                continue;
            }
            kept.stamp = its.stamp;
        }
        writes.push(body(vault, id, partner, sheet, kept, now)?);
    }
    let head_alone = |survey: &Survey| {
        let mut head = survey.head.clone();
        head.partners.clear();
        (head, survey.extra.clone())
    };
    if head_alone(&here.survey) != head_alone(survey) {
        writes.push(head(vault, &survey.head, &survey.extra, now)?);
    }
    Ok(writes)
}

/// The place of each partner of `survey`: those that are here keep theirs, and
/// others fit in between. Where that cannot be, all get new ones.
fn places(here: &Loaded, survey: &Survey, known: &Places) -> Vec<u32> {
    let partners = survey.head.partners.iter();
    let theirs = |partner: &Partner| Some(here.kept.get(known.of(&partner.id)?)?.place);
    let theirs: Vec<Option<u32>> = partners.map(theirs).collect();
    // The place that comes next, at each partner.
    let mut next = theirs.clone();
    for at in (1..next.len()).rev() {
        if let [before @ None, after] = &mut next[at - 1..=at] {
            *before = *after;
        }
    }
    let (mut places, mut last) = (Vec::with_capacity(theirs.len()), 0u32);
    for (its, next) in theirs.iter().zip(next) {
        let between = || match next {
            Some(next) => last + next.saturating_sub(last) / 2,
            None => last.saturating_add(STEP),
        };
        let place = its.unwrap_or_else(between);
        if place <= last {
            return (0..theirs.len()).map(place_in_new_list).collect();
        }
        places.push(place);
        last = place;
    }
    places
}

/// The writes that take what goes with a survey along to another id: earlier
/// answers and snapshots. One that cannot be read stays behind.
pub fn moved_along(
    vault: &Vault,
    id: &SurveyId,
    to: &SurveyId,
    now: u64,
) -> Result<Vec<Write>, StoreError> {
    let mut writes = Vec::new();
    for key in keys(vault)? {
        let new = match &key {
            Key::History(survey, partner) if survey == id => {
                Key::History(to.clone(), partner.clone())
            }
            Key::Snapshot(survey, at, why) if survey == id => Key::Snapshot(to.clone(), *at, *why),
            _ => continue,
        };
        let Opened::Sound(record) = vault.open(&key.to_string())? else {
            continue;
        };
        let mut text = record.text;
        if matches!(new, Key::Snapshot(..)) {
            let Ok(mut value) = text.parse::<serde_json::Value>() else {
                continue;
            };
            value["survey"]["head"]["id"] = to.as_str().into();
            text = value.to_string();
        }
        writes.push(vault.seal(&new, &text, now)?);
    }
    Ok(writes)
}

/// Removes all records of a survey, head first. Whoever has a journal uses
/// [`removals`] instead, and tells it.
pub fn remove(vault: &Vault, id: &SurveyId, now: u64) -> Result<(), StoreError> {
    let writes = removals(vault, id, now)?;
    vault.keep_in_order(writes)
}

/// The writes that remove a survey, to be kept in this order; what was due to
/// it is due no more. The journal is told of them before they are kept: then a
/// removal that was interrupted goes on, and nothing older comes back.
pub fn removals(vault: &Vault, id: &SurveyId, now: u64) -> Result<Vec<Write>, StoreError> {
    let head = Key::Head(id.clone());
    let mut writes = vec![vault.removal(&head, now)?];
    for key in keys(vault)? {
        if key.survey() == Some(id) && key != head {
            writes.push(vault.removal(&key, now)?);
        }
    }
    let is_its = |key: &str| Key::parse(key).is_some_and(|key| key.survey() == Some(id));
    vault.forget_due(&is_its);
    Ok(writes)
}

/// Partners with their sheets.
fn bodies_of(survey: &Survey) -> impl Iterator<Item = (&Partner, &Sheet)> {
    survey.head.partners.iter().zip(&survey.sheets)
}
