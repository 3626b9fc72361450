//! Why a file is not taken, and what there is to know about one that is.

use crate::bundle::{Damage, Refusal, Warning};
use crate::i18n::Locale;
use crate::ui::el::{El, p};

/// Says that nothing of a file is taken.
pub fn refused(t: Locale, code: &'static str, text: &str) -> El {
    p("notice danger", format!("{text} {}", t.nothing_changed()))
        .attr("role", "alert")
        .attr("data-refusal", code)
}

/// What is wrong, where, and what to do.
pub fn refusal_text(t: Locale, refusal: &Refusal) -> String {
    let megabytes = |bytes: u64| bytes.div_ceil(1024 * 1024);
    match refusal {
        Refusal::NotJson { .. } => t.file_not_json().into(),
        Refusal::NotABundle => t.file_not_a_bundle().into(),
        Refusal::TooNew { .. } => t.file_too_new().into(),
        Refusal::TooLarge { bytes, limit } => {
            t.file_too_large(megabytes(*bytes), megabytes(*limit))
        }
        Refusal::OtherSurvey { survey, partner } => t.file_other_survey(survey, partner),
        Refusal::Damaged { place, problem } => t.file_damaged(damage_place(t, place, problem)),
    }
}

fn damage_place(t: Locale, place: &str, damage: &Damage) -> String {
    match damage {
        Damage::CutOff { .. } => t.place_end().into(),
        _ if !place.is_empty() => place.into(),
        Damage::Syntax { line, column } | Damage::NotUtf8 { line, column } => {
            t.place_at(line, column)
        }
        Damage::Unfit { .. } | Damage::Rule(_) => place.into(),
    }
}

/// A bundle without fingerprint is nothing to worry anyone with.
pub fn warning_text(t: Locale, warning: &Warning) -> Option<String> {
    Some(match warning {
        Warning::NoFingerprint => return None,
        Warning::FingerprintMismatch { written, computed } => t.warn_fingerprint(written, computed),
        Warning::Repaired(repair) => t.warn_repaired(repair.place()),
        Warning::Odd(problem) => t.warn_odd(&problem.place),
    })
}
