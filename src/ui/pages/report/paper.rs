//! The reports as they will stand on paper, and what the browser needs to print
//! them: the rules of their pages, and a name for the file.

use super::made::Made;
use crate::report::page::page_rules;
use crate::ui::el::{El, el, p};
use crate::ui::{document, t};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// The preview.
pub fn paper(made: Made) -> El {
    let t = t();
    Effect::new(move |_| {
        let rules = made.with(page_rules).unwrap_or_default();
        document::page_rules(&rules);
    });
    on_cleanup(|| document::page_rules(""));
    let said = move || match made.progress() {
        (_, 0) => String::new(),
        (done, all) if done == all => t.report_composed(all),
        (_, 1) => t.report_composing().to_owned(),
        (done, all) => t.report_composing_of(done, all),
    };
    el("section")
        .attr("aria-label", t.report_preview())
        .child(
            p("hint", "")
                .attr("role", "status")
                .attr("data-composed", "")
                .live_in_place(said),
        )
        .child(
            el("div")
                .class("reports")
                .on("click", follow)
                .html(move || made.html()),
        )
}

/// While the page is printed its name is that of the file.
pub fn name_while_printed(name: impl Fn() -> Option<String> + 'static) {
    let was = StoredValue::new(None::<String>);
    let before = window_event_listener(ev::beforeprint, move |_| {
        if let Some(name) = untrack(&name) {
            was.set_value(Some(document::title()));
            document::set_title(&name);
        }
    });
    let back = move || {
        if let Some(title) = was.try_update_value(Option::take).flatten() {
            document::set_title(&title);
        }
    };
    let after = window_event_listener(ev::afterprint, move |_| back());
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}

/// A link inside a report leads to its place on this page: in the address of the
/// app it would be another page.
fn follow(event: Event) {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let link = target.and_then(|t| t.closest("a[href^='#']").ok().flatten());
    let Some(href) = link.and_then(|link| link.get_attribute("href")) else {
        return;
    };
    event.prevent_default();
    let id = href.trim_start_matches('#');
    let place = leptos::prelude::document().get_element_by_id(id);
    if let Some(place) = place.and_then(|place| place.dyn_into::<HtmlElement>().ok()) {
        // A place takes the keyboard only when it is sent there.
        place.set_tab_index(-1);
        let _ = place.focus();
        place.scroll_into_view();
    }
}
