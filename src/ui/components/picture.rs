//! A chart with all that belongs to it: its base, the names behind its marks, its
//! table, and its files.

use super::look::theme;
use super::save::save_menu;
use super::{FIRST, chart_width, figure, more, printing, with_names};
use crate::chart::Theme;
use crate::i18n::Locale;
use crate::report::Table;
use crate::report::counts::MANY;
use crate::ui::el::{El, button, el, on_demand};
use crate::ui::t;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// Draws a chart in a width and a theme.
pub type Draw = dyn Fn(u32, &Theme) -> String + Send + Sync;

/// A chart of a page, and what stands behind it.
#[derive(Clone)]
pub struct Picture {
    /// Its id in the page, and the end of its files' names.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// Draws it; empty where there is nothing to draw.
    pub draw: Arc<Draw>,
    /// Its base, in a sentence.
    pub base: Arc<dyn Fn() -> String + Send + Sync>,
    /// The table behind it, with so many names in a row at most.
    pub table: Arc<dyn Fn(usize) -> Table + Send + Sync>,
}

/// The chart in the page. Its marks are reached by arrow keys; the table is there
/// for screen readers at once, and for all others behind a button.
pub fn picture(picture: Picture) -> El {
    let t = t();
    let (width, theme) = (chart_width(), theme());
    // What a mark says, and whether it was chosen: then all of it is shown.
    let said = RwSignal::new((String::new(), false));
    let open = RwSignal::new(false);
    let table_id = format!("{}-table", picture.id);
    let Picture {
        draw, base, table, ..
    } = picture.clone();
    let chart = figure(move || draw(width(), &theme()))
        .on("keydown", step)
        .on("focusin", move |event| say(said, &event, true))
        .on("pointerover", move |event| say(said, &event, false))
        .on("click", move |event| say(said, &event, true));
    let toggle = button("link", "", move || open.update(|open| *open = !*open))
        .attr("aria-controls", table_id.clone())
        .live_attr("aria-expanded", move || Some(open.get().to_string().into()))
        .live_in_place(move || {
            if open.get() {
                t.table_hide()
            } else {
                t.table_show()
            }
        });
    let save = on_demand(t.save_chart(), move || save_menu(picture.clone())).class("save");
    let whole = Arc::clone(&table);
    // Entries that no codebook reads can be hundreds.
    let (limit, longest, printing) = (RwSignal::new(FIRST), RwSignal::new(0), printing());
    let told = move |shown, all| t.of(shown, all);
    let shown = move || {
        let table = table(MANY);
        longest.set(table.longest());
        let most = if printing() { usize::MAX } else { limit.get() };
        let table = table.up_to(most, &told);
        // The keyboard does not go where nothing is seen.
        if open.get() { table } else { table.plain() }
    };
    let whole = move || whole(usize::MAX).up_to(limit.get_untracked(), &told);
    let left = move || if open.get() { longest.get() } else { 0 };
    let table = el("div")
        .attr("id", table_id)
        .class_hidden("behind", move || !open.get())
        .child([
            with_names(shown, whole),
            more(left, limit, Locale::codebook_more),
        ]);
    // The mark in focus says the same to screen readers.
    let said = el("p")
        .live_attr("class", move || {
            let chosen = said.with(|(_, chosen)| *chosen);
            Some(if chosen { "said chosen" } else { "said" }.into())
        })
        .attr("aria-hidden", "true")
        .live_in_place(move || said.with(|(name, _)| name.clone()));
    el("figure")
        .class("picture")
        .child(chart)
        .child(said)
        .child(el("figcaption").class("base").live_in_place(move || base()))
        .child(el("div").class("tools").child([toggle, save]))
        .child(table)
}

/// The mark that an event is about.
pub fn mark_of(event: &Event) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(".mark").ok()?
}

/// Says what a mark counts, and who is behind it: what the pointer passes over in
/// one line, so that nothing moves under it.
fn say(said: RwSignal<(String, bool)>, event: &Event, chosen: bool) {
    let name = mark_of(event).and_then(|mark| mark.get_attribute("aria-label"));
    if let Some(name) = name {
        said.set((name, chosen));
    }
}

/// Goes from mark to mark by the arrow keys; one of them is reached by Tab.
pub fn step(event: Event) {
    let (Some(mark), Some(key)) = (mark_of(&event), event.dyn_ref::<KeyboardEvent>()) else {
        return;
    };
    let marks = mark.closest("svg").ok().flatten();
    let Some(marks) = marks.and_then(|svg| svg.query_selector_all(".mark").ok()) else {
        return;
    };
    let found = (0..marks.length()).filter_map(|at| marks.get(at)?.dyn_into::<Element>().ok());
    let marks: Vec<Element> = found.collect();
    let here = marks.iter().position(|other| *other == mark).unwrap_or(0);
    let to = match key.key().as_str() {
        "ArrowRight" | "ArrowDown" => here + 1,
        "ArrowLeft" | "ArrowUp" => here.saturating_sub(1),
        "Home" => 0,
        "End" => marks.len() - 1,
        _ => return,
    };
    event.prevent_default();
    let Some(next) = marks.get(to) else {
        return;
    };
    let _ = mark.set_attribute("tabindex", "-1");
    let _ = next.set_attribute("tabindex", "0");
    // An element of SVG has the same way to be focused.
    let _ = next.unchecked_ref::<HtmlElement>().focus();
}
