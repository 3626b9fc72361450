//! A chart and its table as files: SVG and PNG, CSV, and the table on the
//! clipboard. All of them say what the page says: base, filter, survey, and the
//! fingerprint of its content.

use super::Picture;
use super::look::theme;
use super::raster;
use crate::analysis::words;
use crate::bundle;
use crate::chart::{Caption, standalone};
use crate::i18n::Locale;
use crate::report::{self, Separator};
use crate::state::App;
use crate::ui::el::{El, button, el, p};
use crate::ui::lazy::lazy;
use crate::ui::{Query, app, document, query, t};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Pixels of a picture that is saved, before it is doubled.
const WIDTH: u32 = 800;

lazy! { exchange =>
/// The ways to save a chart.
pub fn save_menu(picture: Picture) = menu(picture.clone()) }

fn menu(picture: Picture) -> El {
    let (app, t, query, theme) = (app(), t(), query(), theme());
    let said = RwSignal::new("");
    let picture = StoredValue::new(picture);
    let lines = move || {
        let base = picture.with_value(|p| (p.base)());
        notes(app, t, base, &query.get_untracked())
    };
    let name = move |kind: &str| {
        let id = picture.with_value(|p| p.id.clone());
        let name = app.with_head(|head| bundle::part_name(head, &id, kind));
        untrack(|| name).unwrap_or_default()
    };
    let drawn = move || {
        let theme = untrack(theme);
        picture.with_value(|p| {
            let caption = Caption {
                title: p.title.clone(),
                lines: untrack(lines),
            };
            standalone(&untrack(|| (p.draw)(WIDTH, &theme)), &caption, &theme)
        })
    };
    let table = move || picture.with_value(|p| untrack(|| (p.table)(usize::MAX)));
    let svg = move || {
        // A browser that refuses a download says so itself.
        let _ = document::download(&name("svg"), "image/svg+xml", &drawn().into());
    };
    let png = move || {
        let (svg, name, theme) = (drawn(), name("png"), untrack(theme));
        said.set(t.loading());
        spawn_local(async move {
            let done = match raster::png(&svg, &theme).await {
                Ok(blob) => document::download(&name, "image/png", &blob).is_ok(),
                Err(_) => false,
            };
            let words = if done { "" } else { t.save_png_failed() };
            let _ = said.try_set(words);
        });
    };
    let as_csv = move || {
        let mut notes = vec![picture.with_value(|p| p.title.clone())];
        notes.extend(untrack(lines));
        let text = report::csv(&table(), &notes, Separator::of(t));
        let _ = document::download(&name("csv"), "text/csv;charset=utf-8", &text.into());
    };
    let copy = move || {
        let text = report::tsv(&table());
        spawn_local(async move {
            let words = if document::copy(&text).await {
                t.copied()
            } else {
                t.save_clipboard_failed()
            };
            let _ = said.try_set(words);
        });
    };
    let status = p("hint", "")
        .attr("role", "status")
        .live_in_place(move || said.get());
    // What is a table alone has no picture to save, nor has a chart on its way.
    let pictures = move || {
        let is_drawn = !picture.with_value(|p| (p.draw)(WIDTH, &theme())).is_empty();
        is_drawn.then(|| {
            [
                button("button secondary", t.save_svg(), svg),
                button("button secondary", t.save_png(), png),
            ]
        })
    };
    el("div").class("save-menu").live(pictures).child([
        button("button secondary", t.save_csv(), as_csv),
        button("button secondary", t.save_clipboard(), copy),
        status,
    ])
}

/// What is printed with everything that leaves: base, filter, survey, moment and
/// fingerprint.
fn notes(app: App, t: Locale, base: String, query: &Query) -> Vec<String> {
    let mut lines = vec![base];
    app.with_head(|head| {
        let asked = query.selection.criteria();
        let mut asked: Vec<_> = asked.iter().map(|c| words::criterion(t, head, c)).collect();
        if query.selection.drafts {
            asked.push(t.and_drafts().into());
        }
        if !asked.is_empty() {
            lines.push(t.with_name(t.filter(), asked.join("; ")));
        }
        let survey = [head.title.as_str(), head.document.project.as_str()];
        let survey = survey.iter().filter(|text| !text.is_empty());
        lines.push(survey.copied().collect::<Vec<_>>().join(" · "));
    });
    lines.push(t.saved_on(document::moment(t, js_sys::Date::now() as u64)));
    if let Some(survey) = app.survey() {
        let print = bundle::content_fingerprint(&survey);
        lines.push(t.with_name(t.fingerprint(), print));
    }
    lines.retain(|line| !line.is_empty());
    lines
}
