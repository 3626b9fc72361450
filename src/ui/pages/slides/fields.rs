//! What can be said of a slide: its title, its words, its chart, its notes.

use super::desk::id;
use super::field::{Words, field};
use super::item::Place;
use crate::report::deck::edit::Edit;
use crate::report::deck::figures;
use crate::ui::document;
use crate::ui::el::{El, button, el, p};
use leptos::prelude::*;

pub fn fields(place: Place) -> El {
    let (desk, t, of) = (place.desk, place.desk.t, place.of());
    let is_text = desk.says(&of, |said| said.shows == "text") == Some(true);
    let charts = place.with(|slide| slide.charts.clone()).unwrap_or_default();
    let said = move |get: fn(&crate::model::Slide) -> &String| {
        let of = place.of();
        move || desk.says(&of, |said| get(said).clone()).unwrap_or_default()
    };
    let words = |what: &str, name, hint, long| Words {
        id: id(what, &of),
        name,
        hint,
        long,
    };
    let notes = field(
        words("notes", t.slides_notes(), t.slides_notes_hint(), true),
        said(|said| &said.notes),
        move |text, _| {
            desk.edit(&Edit::Notes(place.of(), text.into()));
        },
    );
    let text = is_text.then(|| {
        field(
            words("text", t.slides_text(), t.slides_text_hint(), true),
            said(|said| &said.text),
            move |text, _| {
                desk.edit(&Edit::Text(place.of(), text.into()));
            },
        )
    });
    el("div")
        .class("slide-fields")
        .attr("role", "group")
        .live_attr("aria-label", move || Some(place.title()))
        .child(title(place, is_text))
        .child(text)
        .child((!charts.is_empty()).then(|| chart(place, &charts)))
        .child(notes)
        .child(ways_back(place))
}

/// Its title: that of the survey stands in the field until somebody writes
/// another, and again when theirs is taken out.
fn title(place: Place, is_text: bool) -> El {
    let (desk, t, of) = (place.desk, place.desk.t, place.of());
    let own = move || {
        let of = place.of();
        let own = desk.says(&of, |said| said.title.clone());
        own.filter(|title| !title.is_empty())
    };
    let given = move || place.with(|slide| slide.title.clone()).unwrap_or_default();
    let value = move || own().unwrap_or_else(|| if is_text { String::new() } else { given() });
    let hint = if is_text { "" } else { t.slides_title_hint() };
    let words = Words {
        id: id("title", &of),
        name: t.slides_title(),
        hint,
        long: false,
    };
    field(words, value, move |text, left| {
        let unwritten = untrack(own).is_none();
        // While it is being typed anew it is empty for a moment.
        if (text.is_empty() && !left) || (unwritten && text == untrack(given)) {
            return;
        }
        desk.edit(&Edit::Title(place.of(), text.into()));
    })
}

/// The chart that it shows.
fn chart(place: Place, charts: &[&'static str]) -> El {
    let (desk, t, of) = (place.desk, place.desk.t, place.of());
    let chosen = move || {
        let of = place.of();
        desk.says(&of, |said| said.chart.clone())
            .unwrap_or_default()
    };
    let option = |code: &'static str, name: &'static str| {
        el("option")
            .attr("value", code)
            .prop("selected", move || (chosen() == code).into())
            .child(name)
    };
    let mut options = vec![option("", t.slides_chart_any())];
    let named = charts
        .iter()
        .map(|code| option(code, figures::name(t, code)));
    options.extend(named);
    let field = id("chart", &of);
    let select = el("select")
        .attr("id", field.clone())
        .on("change", move |event| {
            desk.edit(&Edit::Chart(place.of(), event_target_value(&event)));
        })
        .child(options);
    let label = el("label")
        .class("label")
        .attr("for", field)
        .child(t.slides_chart());
    el("div").class("slide-field").child([label, select])
}

/// Takes back what was said of a slide of the survey; removes one that the
/// authors added.
fn ways_back(place: Place) -> El {
    let (desk, t) = (place.desk, place.desk.t);
    let remove = move || {
        let of = place.of();
        let next = untrack(|| desk.neighbour(&of));
        if desk.edit(&Edit::Remove(of)).is_some() {
            desk.told.set(t.slides_removed().into());
            match next {
                Some(next) => desk.focus("edit", &next),
                None => document::focus_in_place("content"),
            }
        }
    };
    let reset = move || {
        if desk.edit(&Edit::Reset(place.of())).is_some() {
            desk.told.set(t.slides_reset_done().into());
            desk.focus("title", &place.of());
        }
    };
    p("actions", "").live(move || {
        let of = place.of();
        if desk.given(|given| given.is_added(&of)) == Some(true) {
            let button = button("link danger", t.slides_remove(), remove);
            return Some(button.attr("data-remove", ""));
        }
        let says = desk.says(&of, |said| {
            let texts = [&said.title, &said.text, &said.chart, &said.notes];
            said.hidden || texts.iter().any(|text| !text.is_empty())
        });
        let button = button("link", t.slides_reset(), reset).attr("data-reset", "");
        (says == Some(true)).then_some(button)
    })
}
