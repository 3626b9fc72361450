//! The version table, row by row.

use super::field::{Kind, field};
use crate::i18n::Locale;
use crate::model::{Issue, days_between};
use crate::state::App;
use crate::ui::el::{El, button, card, el, keyed, p};
use crate::ui::{app, document, t};
use leptos::prelude::*;

/// Id of the button that adds a row.
const ADD: &str = "version-add";

/// The card.
pub fn versions() -> El {
    let (app, t) = (app(), t());
    let count = Memo::new(move |_| app.with_head(|head| head.document.versions.len()));
    let count = move || count.get().unwrap_or_default();
    let rows = keyed(
        move || (0..count()).collect(),
        ToString::to_string,
        move |at| row(app, t, at),
    );
    let add = button("button secondary", t.version_add(), move || {
        let at = untrack(count);
        app.edit_document(Box::new(|document| {
            document.versions.push(Issue::default());
        }));
        request_animation_frame(move || document::focus(&id("number", at)));
    });
    card("document-versions", t.document_versions())
        .live(move || (count() == 0).then(|| p("empty", t.versions_none())))
        .child(el("div").child(rows))
        .child(p("actions", add.attr("id", ADD)))
}

/// Something of a row of the table, if the row is there.
fn of<T>(app: App, at: usize, get: impl FnOnce(&Issue) -> T) -> Option<T> {
    app.with_head(|head| head.document.versions.get(at).map(get))
        .flatten()
}

/// Id of something of a row.
fn id(what: &str, at: usize) -> String {
    format!("version-{what}-{at}")
}

fn row(app: App, t: Locale, at: usize) -> El {
    let text = |name, kind, get: fn(&mut Issue) -> &mut String| {
        field(
            name,
            kind,
            move || of(app, at, |row| get(&mut row.clone()).clone()).unwrap_or_default(),
            move |text, _| app.edit_version(at, Box::new(|row| *get(row) = text.into())),
        )
    };
    let legend = move || {
        named(
            t,
            &of(app, at, |row| row.version.clone()).unwrap_or_default(),
        )
    };
    let hints = Memo::new(move |_| hints(app, t, at));
    let hints = move || {
        let hints = hints.get().into_iter();
        hints.map(|hint| p("gentle", hint)).collect::<Vec<_>>()
    };
    let number = text(t.version_number(), Kind::Line, |row| &mut row.version);
    el("fieldset")
        .class("version")
        .attr("data-version", at.to_string())
        .attr("id", id("number", at))
        .attr("tabindex", "-1")
        .child(el("legend").live_in_place(legend))
        .child(el("div").class("fields row").child([
            number,
            text(t.version_on(), Kind::Day, |row| &mut row.issued_on),
            text(t.version_prepared(), Kind::Line, |row| &mut row.prepared_by),
            text(t.version_verified(), Kind::Line, |row| &mut row.verified_by),
            text(t.version_changes(), Kind::Lines, |row| &mut row.changes).class("whole"),
        ]))
        .child(el("div").attr("role", "status").live(hints))
        .child(tools(app, t, at))
}

fn named(t: Locale, version: &str) -> String {
    match version.trim() {
        "" => t.versions_row_new().into(),
        version => t.versions_row(version),
    }
}

/// What is odd in a row, and whether it was issued.
fn hints(app: App, t: Locale, at: usize) -> Vec<String> {
    let hints = app.with_head(|head| {
        let mut hints = Vec::new();
        let Some(row) = head.document.versions.get(at) else {
            return hints;
        };
        if head.document.repeated_versions().contains(&at) {
            hints.push(t.version_repeated().into());
        }
        let on = row.issued_on.as_str();
        if !on.is_empty() && days_between(on, on).is_none() {
            hints.push(t.version_odd_day(on));
        }
        let issued = head.issued.or_default();
        if issued.iter().any(|one| row.is_of(&one.version)) {
            hints.push(t.version_was_issued().into());
        }
        hints
    });
    hints.unwrap_or_default()
}

/// Moves and removes the row.
fn tools(app: App, t: Locale, at: usize) -> El {
    let name = move |action: &'static str| {
        move || {
            let version = of(app, at, |row| row.version.clone()).unwrap_or_default();
            Some(t.action_on(action, named(t, &version)).into())
        }
    };
    let last = Memo::new(move |_| {
        let rows = app.with_head(|head| head.document.versions.len());
        rows.is_none_or(|rows| at + 1 >= rows)
    });
    let moving = move |up: bool, action| {
        let (what, ends) = if up { ("up", at == 0) } else { ("down", false) };
        let ends = move || ends || (!up && last.get());
        button("link", action, move || {
            if untrack(ends) {
                return;
            }
            app.edit_document(Box::new(|document| document.move_version(at, up)));
            // The keyboard goes along with the row.
            let to = if up { at.saturating_sub(1) } else { at + 1 };
            request_animation_frame(move || document::focus(&id(what, to)));
        })
        .attr("id", id(what, at))
        // Not `disabled`: a button that has the keyboard keeps it.
        .live_attr("aria-disabled", move || ends().then_some("true".into()))
        .live_attr("aria-label", name(action))
    };
    let remove = button("link danger", t.version_remove(), move || {
        app.edit_document(Box::new(|document| {
            document.versions.remove(at);
        }));
        request_animation_frame(|| document::focus(ADD));
    })
    .live_attr("aria-label", name(t.version_remove()));
    p(
        "actions",
        [
            moving(true, t.version_up()),
            moving(false, t.version_down()),
            remove,
        ],
    )
}
