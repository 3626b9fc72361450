//! What would come of chosen files, and the yes to it.

use super::fingerprint;
use crate::bundle::{Damage, Refusal, Warning};
use crate::i18n::Locale;
use crate::state::{Incoming, Outcome};
use crate::ui::el::{El, button, el, p};
use crate::ui::{Page, Route, app, document, t};

/// What would come of each file, with the button that does it.
pub fn dry_run(incoming: Vec<Incoming>) -> El {
    let (app, t) = (app(), t());
    let to_add = incoming
        .iter()
        .filter(|file| matches!(file.outcome, Outcome::New(_) | Outcome::Beside(..)))
        .count();
    let confirm = move || {
        if let Some(id) = app.confirm_incoming(|title| t.imported_title(title)) {
            let first = app.surveys().into_iter().find(|s| s.head.id == id);
            let first = first.map_or(Page::Overview, |s| Page::first_of(&s.head));
            document::go(&Route::Survey(id, first).href());
        }
    };
    let line = |file: Incoming| {
        let name = el("strong").class("file").child(file.file);
        el("li").child(name).child(outcome(t, file.outcome))
    };
    let lines: Vec<_> = incoming.into_iter().map(line).collect();
    let go_ahead = if to_add > 0 {
        button("button", t.import_confirm(to_add), confirm).attr("data-confirm", "")
    } else {
        el("span").child(t.import_nothing())
    };
    let cancel = button("button secondary", t.cancel(), move || app.clear_incoming());
    el("div")
        .class("dry-run")
        .attr("data-dry-run", "")
        .attr("aria-live", "polite")
        .child(el("h3").child(t.import_preview()))
        .child(el("ul").child(lines))
        .child(p("actions", [go_ahead, cancel]))
}

/// What would come of one file.
fn outcome(t: Locale, outcome: Outcome) -> Vec<El> {
    let (received, what, differs) = match outcome {
        Outcome::Refused(refusal) => {
            return vec![refused(t, refusal.code(), &refusal_text(t, &refusal))];
        }
        Outcome::Unreadable => return vec![refused(t, "unreadable", t.file_unreadable())],
        Outcome::New(received) => (received, t.import_new(), None),
        Outcome::Identical(received) => (received, t.import_identical(), None),
        Outcome::Beside(received, changes) => (received, t.import_beside(), Some(changes)),
    };
    let head = &received.survey.head;
    let name = format!(
        "{} · {}, {}",
        head.title,
        t.bodies(head.partners.len()),
        t.sheets(received.survey.received())
    );
    let mut parts = vec![p("survey-name", name), el("p").child(what)];
    if let Some(changes) = differs {
        let mut differs = t.import_differs(changes.answers());
        if !changes.head.is_empty() {
            differs = format!("{differs}; {}", t.import_head_differs());
        }
        parts.push(el("p").child(differs));
    }
    let code = el("code").child(received.fingerprint.to_string());
    parts.push(fingerprint(t, code));
    let warnings = received.warnings.iter();
    let warnings: Vec<_> = warnings
        .filter_map(|warning| Some(el("li").child(warning_text(t, warning)?)))
        .collect();
    if !warnings.is_empty() {
        let summary = el("summary").child(t.import_warnings(warnings.len()));
        let details = el("details").class("warnings").attr("open", "");
        parts.push(details.child(summary).child(el("ul").child(warnings)));
    }
    parts
}

fn refused(t: Locale, code: &'static str, text: &str) -> El {
    p("notice danger", format!("{text} {}", t.nothing_changed()))
        .attr("role", "alert")
        .attr("data-refusal", code)
}

/// What is wrong, where, and what to do.
fn refusal_text(t: Locale, refusal: &Refusal) -> String {
    let megabytes = |bytes: u64| bytes.div_ceil(1024 * 1024);
    match refusal {
        Refusal::NotJson { .. } => t.file_not_json().into(),
        Refusal::NotABundle => t.file_not_a_bundle().into(),
        Refusal::TooNew { .. } => t.file_too_new().into(),
        Refusal::TooLarge { bytes, limit } => {
            t.file_too_large(megabytes(*bytes), megabytes(*limit))
        }
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
fn warning_text(t: Locale, warning: &Warning) -> Option<String> {
    Some(match warning {
        Warning::NoFingerprint => return None,
        Warning::FingerprintMismatch { written, computed } => t.warn_fingerprint(written, computed),
        Warning::Repaired(repair) => t.warn_repaired(repair.place()),
        Warning::Odd(problem) => t.warn_odd(&problem.place),
    })
}
