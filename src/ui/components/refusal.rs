//! Why a file is refused and what there is to know about one that is not, in
//! words: what is wrong, where, and what to do.

use crate::bundle::{Damage, Foreign, Limited, Refusal, Warning};
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
        Refusal::NotJson { foreign, .. } => foreign_text(t, *foreign).into(),
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
    let limit = |what: &str, limit: &usize| match place {
        "" => t.place_limit(what, limit),
        _ => t.place_over(place, what, limit),
    };
    match damage {
        Damage::CutOff { .. } => t.place_end().into(),
        Damage::Limit { what, limit: most } => limit(limited(t, *what), most),
        Damage::Twice => t.place_twice(place),
        Damage::HalfCharacter if place.is_empty() => t.place_half_name().into(),
        Damage::HalfCharacter => t.place_half_character(place),
        _ if !place.is_empty() => place.into(),
        Damage::Syntax { line, column } | Damage::NotUtf8 { line, column } => {
            t.place_at(line, column)
        }
        _ => place.into(),
    }
}

/// What a file is that is no bundle, and what to do with it.
fn foreign_text(t: Locale, foreign: Option<Foreign>) -> &'static str {
    match foreign {
        None => t.file_not_json(),
        Some(Foreign::Empty) => t.file_is_empty(),
        Some(Foreign::Archive) => t.file_is_archive(),
        Some(Foreign::Spreadsheet) => t.file_is_spreadsheet(),
        Some(Foreign::Document) => t.file_is_document(),
        Some(Foreign::Pdf) => t.file_is_pdf(),
        Some(Foreign::Signed) => t.file_is_signed(),
        Some(Foreign::Mail) => t.file_is_mail(),
        Some(Foreign::WebPage) => t.file_is_web_page(),
        Some(Foreign::Compressed) => t.file_is_compressed(),
        Some(Foreign::Picture) => t.file_is_picture(),
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

/// Of what there is too much.
fn limited(t: Locale, what: Limited) -> &'static str {
    match what {
        Limited::Depth => t.limited_depth(),
        Limited::Text => t.limited_text(),
        Limited::Items => t.limited_items(),
        Limited::Fields => t.limited_fields(),
    }
}
