//! What would come of chosen files, and the yes to it.

use super::fingerprint;
use super::refusal::{refusal_text, warning_text};
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
            document::go(&Route::Survey(id, Page::Overview).href());
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
