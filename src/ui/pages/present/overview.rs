//! All slides at once, small: the arrow keys go from one to the next, Enter goes
//! to it.

use super::show::Show;
use crate::ui::document;
use crate::ui::el::{El, el, span};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// A slide to look at only: neither the keyboard nor a screen reader goes in.
pub fn miniature(html: impl Fn() -> String + Send + 'static) -> El {
    el("div")
        .class("slide-box miniature")
        .attr("inert", "")
        .html(html)
}

/// All slides.
pub fn overview(show: Show) -> El {
    let t = show.t;
    let here = show.at.get_untracked();
    let slides = (0..show.count.get()).map(|at| {
        let title = show.title(at).unwrap_or_default();
        let html = show.picture(at);
        let button = el("button")
            .attr("type", "button")
            .attr("id", id(at))
            .attr("data-to-slide", (at + 1).to_string())
            .attr("tabindex", if at == here { "0" } else { "-1" })
            .attr("aria-current", if at == here { "true" } else { "false" })
            .on("click", move |_| show.go(at))
            .child(span("", t.stage_numbered(at + 1, title)));
        el("li")
            .child(miniature(move || html.clone()))
            .child(button)
    });
    let slides: Vec<El> = slides.collect();
    request_animation_frame(move || document::focus(&id(here)));
    el("div")
        .class("stage-overview")
        .attr("data-overview", "")
        .child(el("h1").child(t.stage_all()))
        .child(el("ul").on("keydown", step).child(slides))
}

fn id(at: usize) -> String {
    format!("stage-slide-{at}")
}

/// Goes from slide to slide by the arrow keys.
fn step(event: Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    if key.ctrl_key() || key.alt_key() || key.meta_key() {
        return;
    }
    let key = key.key();
    if matches!(key.as_str(), "PageUp" | "PageDown") {
        // They roll the list.
        return event.stop_propagation();
    }
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let list = target.and_then(|target| target.closest("ul").ok().flatten());
    let Some(found) = list.and_then(|list| list.query_selector_all("button").ok()) else {
        return;
    };
    let found = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<HtmlElement>().ok());
    let buttons: Vec<HtmlElement> = found.collect();
    let active = document_active();
    let here = buttons.iter().position(|b| Some(b) == active.as_ref());
    let columns = columns(&buttons);
    let Some(to) = target_of(&key, here.unwrap_or(0), columns, buttons.len()) else {
        return;
    };
    event.prevent_default();
    for (at, button) in buttons.iter().enumerate() {
        let _ = button.set_attribute("tabindex", if at == to { "0" } else { "-1" });
    }
    if let Some(next) = buttons.get(to) {
        let _ = next.focus();
    }
}

fn document_active() -> Option<HtmlElement> {
    leptos::prelude::document()
        .active_element()?
        .dyn_into()
        .ok()
}

/// How many stand in the first row.
fn columns(buttons: &[HtmlElement]) -> usize {
    let top = |button: &HtmlElement| button.get_bounding_client_rect().top();
    let Some(first) = buttons.first().map(top) else {
        return 1;
    };
    let same = |button: &&HtmlElement| (top(button) - first).abs() < 2.0;
    buttons.iter().take_while(same).count().max(1)
}

/// Where a key leads to in a grid; `None` for keys that lead nowhere.
fn target_of(key: &str, here: usize, columns: usize, all: usize) -> Option<usize> {
    let last = all.checked_sub(1)?;
    Some(match key {
        "ArrowRight" => (here + 1).min(last),
        "ArrowLeft" => here.saturating_sub(1),
        "ArrowDown" if here + columns <= last => here + columns,
        "ArrowUp" if here >= columns => here - columns,
        "ArrowDown" | "ArrowUp" => here,
        "Home" => 0,
        "End" => last,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_move_in_the_grid_and_stay_in_it() {
        let to = |key, here| target_of(key, here, 4, 10);
        assert_eq!(to("ArrowRight", 3), Some(4));
        assert_eq!(to("ArrowRight", 9), Some(9));
        assert_eq!(to("ArrowLeft", 0), Some(0));
        assert_eq!(to("ArrowDown", 1), Some(5));
        assert_eq!(to("ArrowDown", 7), Some(7), "nothing below");
        assert_eq!(to("ArrowUp", 5), Some(1));
        assert_eq!(to("ArrowUp", 3), Some(3));
        assert_eq!(to("Home", 5), Some(0));
        assert_eq!(to("End", 5), Some(9));
        assert_eq!(to("x", 5), None);
        assert_eq!(target_of("End", 0, 4, 0), None);
    }
}
