//! How much a bundle may hold. What goes beyond is refused with its place
//! before it costs anything; what the app itself writes stays far below.
//! `docs/bundle-format.md` lists the figures.
//!
//! Those of any text, list and object hold while it is read (`model/json/text.rs`).

use super::{Damage, Refusal};
pub use crate::model::json::{Limited, MAX_TEXT};
use crate::model::{Answer, Condition, Sheet, Survey, Value};

/// Greatest accepted file, in bytes (128 MiB). A survey of 23,000 bodies takes
/// some 70 MiB.
pub const MAX_BYTES: usize = 128 * 1024 * 1024;

/// Most questions, dimensions and contacts of a questionnaire, each.
pub const MAX_QUESTIONS: usize = 2_000;

/// Most options of a question, choices of an answer and rules of readings.
pub const MAX_OPTIONS: usize = 500;

/// Most parts of one condition.
pub const MAX_PARTS: usize = 1_000;

/// Most entries of the codebook.
pub const MAX_CODEBOOK: usize = 10_000;

/// Most remarks of a sheet, and replies to a remark.
pub const MAX_REMARKS: usize = 5_000;

/// Most surveys of a backup.
pub const MAX_SURVEYS: usize = 1_000;

/// The refusal of a file of this many bytes, if it is too large. Asked before
/// a file is read, so that a wrong file costs no memory.
pub fn too_large(bytes: u64) -> Option<Refusal> {
    let limit = MAX_BYTES as u64;
    (bytes > limit).then_some(Refusal::TooLarge { bytes, limit })
}

/// Refuses a list of more items than it may have.
pub(super) fn items(place: &str, count: usize, limit: usize) -> Result<(), Refusal> {
    if count <= limit {
        return Ok(());
    }
    Err(Refusal::Damaged {
        place: place.into(),
        problem: Damage::Limit {
            what: Limited::Items,
            limit,
        },
    })
}

/// Holds the lists of a survey against their own limits; those of any list
/// were looked at while it was read.
pub(super) fn check(survey: &Survey) -> Result<(), Refusal> {
    let head = &survey.head;
    let asked = &head.questionnaire;
    items("codebook", head.codebook.len(), MAX_CODEBOOK)?;
    items("dimensions", asked.dimensions.len(), MAX_QUESTIONS)?;
    items("questions", asked.questions.len(), MAX_QUESTIONS)?;
    items("contacts", asked.contacts.len(), MAX_QUESTIONS)?;
    for question in &asked.questions {
        let place = |of: &str| format!("questions/{}{of}", question.id);
        items(&place("/options"), question.options.len(), MAX_OPTIONS)?;
        if let Some(condition) = &question.asked_when {
            items(&place(""), parts(condition), MAX_PARTS)?;
        }
        let rules = question.readings.iter().flat_map(|r| &r.rules);
        items(&place("/readings"), rules.clone().count(), MAX_OPTIONS)?;
        for rule in rules {
            items(&place("/readings"), parts(&rule.when), MAX_PARTS)?;
        }
    }
    survey.sheets.iter().try_for_each(check_sheet)
}

fn check_sheet(sheet: &Sheet) -> Result<(), Refusal> {
    let place = |of: &str| format!("sheets/{}/{of}", sheet.partner);
    if sheet.remarks.len() > MAX_REMARKS {
        items(&place("remarks"), sheet.remarks.len(), MAX_REMARKS)?;
    }
    for remark in &sheet.remarks {
        if remark.replies.len() > MAX_REMARKS {
            let place = place(&format!("remarks/{}", remark.id));
            items(&place, remark.replies.len(), MAX_REMARKS)?;
        }
    }
    for (id, answer) in &sheet.answers {
        let count = choices(answer);
        if count > MAX_OPTIONS {
            items(&place(&format!("answers/{id}")), count, MAX_OPTIONS)?;
        }
    }
    Ok(())
}

fn choices(answer: &Answer) -> usize {
    match &answer.value {
        Some(Value::Choices(chosen)) => chosen.len(),
        _ => 0,
    }
}

/// How many conditions a condition is made of.
fn parts(condition: &Condition) -> usize {
    match condition {
        Condition::All(all) | Condition::Any(all) => 1 + all.iter().map(parts).sum::<usize>(),
        Condition::Not(one) => 1 + parts(one),
        Condition::Includes(_) | Condition::State(_) => 1,
    }
}
