//! Long tables in the page. The first rows of them stand there, and more when
//! they are asked for; long lists of names are written out when they are opened.

use super::printing;
use crate::i18n::Locale;
use crate::report::{self, Table};
use crate::ui::el::{El, el};
use crate::ui::t;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// So many rows are in the page at first.
pub const FIRST: usize = 50;

/// So many come with each press.
const MORE: usize = 200;

/// A table of one row for each of `count` bodies, which `html` writes up to a row.
/// On paper all of them stand.
pub fn portions(
    count: impl Fn() -> usize + Copy + Send + 'static,
    html: impl Fn(usize) -> String + Send + 'static,
) -> El {
    let (limit, printing) = (RwSignal::new(FIRST), printing());
    let table = el("div").html(move || html(if printing() { usize::MAX } else { limit.get() }));
    el("div").child([table, more(count, limit, Locale::desk_more)])
}

/// The button that brings more rows of a table beside it, as long as there are
/// more than `limit`; `name` says how many it brings. The keyboard goes to the first of
/// them.
pub fn more(
    count: impl Fn() -> usize + Copy + Send + 'static,
    limit: RwSignal<usize>,
    name: fn(Locale, usize) -> String,
) -> El {
    let t = t();
    let left = move || count().saturating_sub(limit.get());
    let press = move |event: Event| {
        let before = limit.get_untracked();
        limit.set(before + MORE);
        let button = event.current_target();
        let button = button.and_then(|button| button.dyn_into::<Element>().ok());
        let around = button.and_then(|button| button.parent_element());
        request_animation_frame(move || {
            around.and_then(|around| go_to(&around, before));
        });
    };
    el("button")
        .attr("type", "button")
        .attr("data-more", "")
        .class_hidden("button secondary", move || left() == 0)
        .on("click", press)
        .live_in_place(move || name(t, left().min(MORE)))
}

/// Puts the keyboard on the heading of a row: that of the first group that has it.
fn go_to(around: &Element, row: usize) -> Option<()> {
    let groups = around.query_selector_all("tbody").ok()?;
    let heading = (0..groups.length()).find_map(|at| {
        let group = groups.get(at)?.unchecked_into::<Element>();
        let rows = group.query_selector_all("tr:not(.group)").ok()?;
        let row = rows.get(u32::try_from(row).ok()?)?;
        row.unchecked_into::<Element>().query_selector("th").ok()?
    })?;
    heading.set_attribute("tabindex", "-1").ok()?;
    heading.unchecked_into::<HtmlElement>().focus().ok()
}

/// Says of a table with its first rows how many there are of `all`, where that
/// is more: the heads of the columns are a row too.
pub fn first_of(mut table: Table, all: usize) -> Table {
    let here: usize = table.groups.iter().map(|group| group.rows.len()).sum();
    if here < all {
        table.marks.push(("aria-rowcount", (all + 1).to_string()));
    }
    table
}

/// Keeps the content at a table whose long lists of names are written out when
/// they are opened. `table` gives it as it stands there; `whole` all of it.
pub fn with_names(
    table: impl Fn() -> Table + Send + 'static,
    whole: impl Fn() -> Table + 'static,
) -> El {
    el("div")
        .on("click", move |event| {
            write_out(&event, &whole);
        })
        .html(move || report::table(&table()))
}

/// Writes out the names that are about to be opened.
fn write_out(event: &Event, whole: &dyn Fn() -> Table) -> Option<()> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let opened = target.closest("summary").ok()??.parent_element()?;
    let around = event.current_target()?.dyn_into::<Element>().ok()?;
    let lists = around.query_selector_all("details").ok()?;
    let at = (0..lists.length()).find(|at| {
        let list = lists.get(*at);
        list.is_some_and(|list| opened.is_same_node(Some(&list)))
    })?;
    let table = untrack(whole);
    let text = table.on_demand().nth(at as usize)?;
    opened.last_child()?.set_text_content(Some(text));
    Some(())
}
