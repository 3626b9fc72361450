//! Issuing a version: what to know before, and the form.

use super::field::{Kind, form_field};
use crate::analysis::before_issue::before_issue;
use crate::analysis::words::first_names;
use crate::analysis::{BodyIndex, Population, Selection};
use crate::i18n::Locale;
use crate::model::Issue;
use crate::state::{App, NotIssued};
use crate::ui::el::{El, card, el, p, submit};
use crate::ui::{app, document, t, wording};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The card.
pub fn issue() -> El {
    let (app, t) = (app(), t());
    card("document-issue", t.issue_title())
        .child(p("", t.issue_text()))
        .child(know(app, t))
        .child(form(app, t))
}

/// What whoever issues should know before; it forbids nothing.
fn know(app: App, t: Locale) -> El {
    let lines = Memo::new(move |_| {
        let lines = app.with_population(&Selection::default(), |_, all| lines(t, all));
        lines.unwrap_or_default()
    });
    let list = move || {
        let lines = lines.get();
        if lines.is_empty() {
            p("hint", t.issue_know_nothing())
        } else {
            let lines = lines.into_iter();
            let lines = lines.map(|(mark, line)| el("li").attr("data-know", mark).child(line));
            el("ul").child(lines.collect::<Vec<_>>())
        }
    };
    el("div")
        .class("know")
        .child(el("h3").child(t.issue_know()))
        .live(list)
}

fn lines(t: Locale, all: &Population) -> Vec<(&'static str, String)> {
    let known = before_issue(all);
    let names = |bodies: &[BodyIndex]| {
        let bodies = bodies.iter().filter_map(|body| all.body(*body));
        first_names(
            t,
            bodies.clone().count(),
            &mut bodies.map(|b| b.partner.name.as_str()),
        )
    };
    let mut lines = Vec::new();
    if !known.stale.is_empty() {
        let of = known.stale.iter().map(|dimension| {
            dimension
                .as_ref()
                .map_or(t.since_survey(), |dimension| dimension.as_str())
        });
        let of: Vec<_> = of.collect();
        lines.push(("stale", t.issue_stale(of.len(), of.join(", "))));
    }
    if !known.missing.is_empty() {
        let names = names(&known.missing);
        lines.push(("missing", t.issue_missing(known.missing.len(), names)));
    }
    if !known.drafts.is_empty() {
        let names = names(&known.drafts);
        lines.push(("drafts", t.issue_drafts(known.drafts.len(), names)));
    }
    if !known.remarks.is_empty() {
        let names = names(&known.remarks);
        lines.push(("remarks", t.issue_remarks(known.remarks.len(), names)));
    }
    lines
}

/// The next version, as the table before it suggests.
fn proposed(app: App) -> Issue {
    let last = untrack(|| app.document()).map(|document| {
        let last = document.versions.last().cloned().unwrap_or_default();
        Issue {
            version: document.next_version(),
            prepared_by: last.prepared_by,
            verified_by: last.verified_by,
            issued_on: document::today(),
            ..Issue::default()
        }
    });
    last.unwrap_or_default()
}

fn form(app: App, t: Locale) -> El {
    let row = RwSignal::new(proposed(app));
    let said = RwSignal::new((false, String::new()));
    let busy = StoredValue::new(false);
    let text = |name, kind, get: fn(&mut Issue) -> &mut String| {
        form_field(
            name,
            kind,
            move || row.with(|row| get(&mut row.clone()).clone()),
            move |text| row.update(|row| *get(row) = text.into()),
        )
    };
    let number = text(t.version_number(), Kind::Line, |row| &mut row.version);
    let hint = Memo::new(move |_| {
        let version = row.with(|row| row.version.clone());
        app.with_head(|head| hint(t, head, &version)).flatten()
    });
    let hint = move || hint.get().map(|hint| p("gentle", hint));
    let number = el("div")
        .child(number)
        .child(el("div").attr("role", "status").live(hint));
    let hand_in = move |event: web_sys::Event| {
        event.prevent_default();
        let mut asked = row.get_untracked();
        for text in [
            &mut asked.version,
            &mut asked.prepared_by,
            &mut asked.verified_by,
            &mut asked.changes,
        ] {
            *text = text.trim().into();
        }
        if asked.version.trim().is_empty() {
            said.set((true, t.issue_number_missing().into()));
        } else if asked.issued_on.is_empty() {
            said.set((true, t.issue_day_missing().into()));
        } else if !busy.get_value() {
            busy.set_value(true);
            spawn_local(async move {
                let version = asked.version.clone();
                let done = app.issue(asked).await;
                // The page may have been left meanwhile.
                if busy.try_set_value(false).is_some() {
                    return;
                }
                if done.is_ok() {
                    row.set(proposed(app));
                }
                said.set((done.is_err(), outcome(t, done, &version)));
            });
        }
    };
    let status = move || {
        let (failed, said) = said.get();
        p(if failed { "failed" } else { "done" }, said)
    };
    el("form")
        .attr("novalidate", "")
        .attr("data-issue", "")
        .on("submit", hand_in)
        .child(el("div").class("fields row").child([
            number,
            text(t.version_on(), Kind::Day, |row| &mut row.issued_on),
            text(t.version_prepared(), Kind::Line, |row| &mut row.prepared_by),
            text(t.version_verified(), Kind::Line, |row| &mut row.verified_by),
            text(t.version_changes(), Kind::Lines, |row| &mut row.changes).class("whole"),
        ]))
        .child(p("actions", submit(t.issue_do())))
        .child(el("div").attr("role", "status").live(status))
}

/// What is to be said of a number.
fn hint(t: Locale, head: &crate::model::SurveyHead, version: &str) -> Option<&'static str> {
    if version.trim().is_empty() || !head.document.has_version(version) {
        return None;
    }
    let issued = head.issued.or_default();
    let there = issued
        .iter()
        .any(|one| one.version.trim() == version.trim());
    Some(if there {
        t.issue_number_there()
    } else {
        t.issue_number_waits()
    })
}

fn outcome(t: Locale, done: Result<(), NotIssued>, version: &str) -> String {
    match done {
        Ok(()) => t.issue_done(version),
        Err(NotIssued::NoRoom) => t.issue_no_room().into(),
        Err(NotIssued::NotYours) => t.issue_failed().into(),
        Err(NotIssued::Refused(error)) => {
            let why = wording::store_error(t, &error);
            [t.issue_failed(), " ", &why].concat()
        }
    }
}
