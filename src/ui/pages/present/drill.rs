//! The bodies behind a mark of the chart: who said no. The keyboard goes to the
//! marks, opens one, and goes back to it by one key.

use super::panel::panel;
use super::show::{Open, Show};
use crate::report::deck::Behind;
use crate::ui::components::{mark_of, step_marks};
use crate::ui::el::{El, button, el, p};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// Where the marks are.
const MARKS: &str = ".stage-slide .mark";

/// Puts the keyboard on the chart; says whether it has marks.
pub fn to_the_marks() -> bool {
    let marks = marks();
    let reached = |mark: &&Element| mark.get_attribute("tabindex").as_deref() == Some("0");
    let mark = marks.iter().find(reached).or(marks.first());
    mark.is_some_and(focus)
}

/// Whether the keyboard is on one of them.
pub fn on_a_mark() -> bool {
    let active = document().active_element();
    active.is_some_and(|active| active.closest(MARKS).ok().flatten().is_some())
}

/// Puts the keyboard on the mark of which the names were shown, by its place
/// among all `keys`. The slide may have been drawn anew meanwhile.
pub fn back_to(mark: usize, keys: Vec<String>) {
    // By then the panel has gone.
    spawn_local(async move {
        let marks = marks();
        let drawn: Vec<String> = marks.iter().map(key_of).collect();
        let found = same(mark, &keys, &drawn).and_then(|at| marks.get(at));
        if let Some(found) = found {
            for other in &marks {
                let _ = other.set_attribute("tabindex", "-1");
            }
            let _ = found.set_attribute("tabindex", "0");
            focus(found);
        } else {
            super::show::rest();
        }
    });
}

fn marks() -> Vec<Element> {
    let Ok(found) = document().query_selector_all(MARKS) else {
        return Vec::new();
    };
    let all = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok());
    all.collect()
}

fn key_of(mark: &Element) -> String {
    mark.get_attribute("data-key").unwrap_or_default()
}

fn focus(mark: &Element) -> bool {
    // An element of SVG has the same way to be focused.
    let _ = mark.unchecked_ref::<HtmlElement>().focus();
    true
}

/// Where the mark at `at` of one list is in the other: at the same place, where
/// the lists agree there, for keys are unique in a row, not in the chart.
fn same(at: usize, from: &[String], to: &[String]) -> Option<usize> {
    let key = from.get(at)?;
    if to.get(at) == Some(key) {
        return Some(at);
    }
    to.iter().position(|other| other == key)
}

/// Lets the marks of the slide be chosen, by a tap, a click or a key.
pub fn choosable(slide: El, show: Show) -> El {
    slide
        .on("keydown", move |event| {
            let key = event.dyn_ref::<KeyboardEvent>();
            let key = key.map(KeyboardEvent::key).unwrap_or_default();
            if key == "Enter" || key == " " {
                choose(show, &event);
            } else {
                step_marks(event);
            }
        })
        .on("click", move |event| choose(show, &event))
}

/// Opens the names behind the mark that an event is about.
fn choose(show: Show, event: &Event) {
    let Some(mark) = mark_of(event) else {
        return;
    };
    event.prevent_default();
    let drawn = marks();
    let keys: Vec<String> = show.marks().into_iter().map(|mark| mark.key).collect();
    let at = drawn.iter().position(|other| *other == mark);
    let drawn: Vec<String> = drawn.iter().map(key_of).collect();
    if let Some(at) = at.and_then(|at| same(at, &drawn, &keys)) {
        show.open.set(Open::Names(at));
    }
}

/// The names behind the mark that was chosen; the arrow keys go on to the next.
pub fn names(show: Show) -> El {
    let t = show.t;
    let behind = Memo::new(move |_| {
        show.slide.track();
        let Open::Names(at) = show.open.get() else {
            return None;
        };
        let mut marks = show.marks();
        (at < marks.len()).then(|| marks.swap_remove(at))
    });
    let step = move |event: &Event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let Open::Names(at) = show.open.get_untracked() else {
            return;
        };
        let to = match key.key().as_str() {
            "ArrowRight" => at + 1,
            "ArrowLeft" => at.saturating_sub(1),
            // These roll a list that is longer than the screen.
            "ArrowUp" | "ArrowDown" => return event.stop_propagation(),
            _ => return,
        };
        event.prevent_default();
        if to < show.marks().len() {
            show.open.set(Open::Names(to));
        }
    };
    let words = move || behind.get().map(|behind| listed(show, behind));
    panel("stage-names", "stage-names-title", show)
        .on("keydown", move |event| step(&event))
        .child(
            el("div")
                .class("stage-names-list")
                .attr("tabindex", "0")
                .attr("autofocus", "")
                .attr("role", "group")
                .attr("aria-labelledby", "stage-names-title")
                .live(words),
        )
        .child(p(
            "actions",
            button("button", t.stage_back(), move || show.shut()).attr("data-names-back", ""),
        ))
}

fn listed(show: Show, behind: Behind) -> El {
    let names = behind.names.into_iter();
    let names: Vec<El> = names.map(|name| el("li").child(name)).collect();
    let nobody = names.is_empty().then(|| p("", show.t.stage_nobody()));
    let title = el("h2")
        .attr("id", "stage-names-title")
        .child(el("span").child(behind.label))
        .child(" ")
        .child(el("strong").child(behind.figure));
    let list = (!names.is_empty()).then(|| el("ul").child(names));
    el("div").child(title).child(nobody).child(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_found_at_its_place_or_by_its_key() {
        let keys = |all: &str| all.split(' ').map(String::from).collect::<Vec<_>>();
        let (from, to) = (keys("yes no yes no"), keys("yes no yes no"));
        assert_eq!(same(3, &from, &to), Some(3), "keys that come twice");
        assert_eq!(same(1, &keys("a b"), &keys("x a b")), Some(2));
        assert_eq!(same(0, &keys("a"), &keys("b")), None);
        assert_eq!(same(5, &from, &to), None);
    }
}
