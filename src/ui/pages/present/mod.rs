//! The slides in the meeting: the stage, one slide at a time over the whole
//! window; and, in a second window, what helps who speaks.

mod act;
mod bar;
mod channel;
mod clock;
pub mod data;
mod drill;
mod full;
mod keys;
mod message;
mod notes;
mod overview;
mod panel;
mod show;
mod speaker;
mod stage;
mod swipe;
mod windows;

pub use data::to_take;

use crate::ui::el::{El, el};
use crate::ui::{document, query};
use keys::command;
use leptos::ev;
use leptos::prelude::*;
use show::Show;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// The page: the address says whether it is the speaker's.
pub fn present() -> El {
    let query = query();
    let speaker = Memo::new(move |_| query.with(|query| query.get("speaker") == "1"));
    el("div").live(move || {
        let speaker = speaker.get();
        untrack(|| {
            if speaker {
                speaker::speaker()
            } else {
                stage::stage()
            }
        })
    })
}

/// While the present component is there, nothing else of the page can be reached,
/// and keys are commands.
fn take_the_page(show: Show) {
    Effect::new(|_| around(true));
    on_cleanup(|| around(false));
    let listener = window_event_listener(ev::keydown, move |event| press(show, &event));
    on_cleanup(move || listener.remove());
    Effect::new(move |_| {
        let title = show.title(show.at.get());
        let of = show
            .made
            .with(|made| Some(made.as_ref()?.deck.title.clone()));
        let app = Some(show.t.app_name().to_owned());
        let parts: Vec<_> = [title, of, app].into_iter().flatten().collect();
        document::set_title(&parts.join(" · "));
    });
}

/// A button that the pointer presses does not take the keyboard: the next Space is
/// for the next slide.
fn keeping_the_keyboard(page: El) -> El {
    page.on("mousedown", |event| {
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        let button = target.and_then(|target| target.closest("button").ok().flatten());
        if button.is_some() {
            event.prevent_default();
        }
    })
}

/// Sets what is around the content out of reach, or back into it.
fn around(inert: bool) {
    let content = leptos::prelude::document().get_element_by_id("content");
    let Some(page) = content
        .as_ref()
        .and_then(|content| content.parent_element())
    else {
        return;
    };
    let children = page.children();
    for at in 0..children.length() {
        let Some(child) = children
            .item(at)
            .filter(|child| Some(child) != content.as_ref())
        else {
            continue;
        };
        // Neither fails on an element.
        let _ = if inert {
            child.set_attribute("inert", "")
        } else {
            child.remove_attribute("inert")
        };
    }
}

fn press(show: Show, event: &KeyboardEvent) {
    if event.default_prevented() || event.is_composing() {
        return;
    }
    let held = event.ctrl_key() || event.alt_key() || event.meta_key();
    let key = event.key();
    let Some(asked) = command(&key, event.shift_key(), held) else {
        return;
    };
    if is_for_the_field(event, &key) || (event.repeat() && !asked.steps()) {
        return;
    }
    event.prevent_default();
    show.act(asked);
}

/// Whether a key is for the field or the button that has the keyboard.
fn is_for_the_field(event: &KeyboardEvent, key: &str) -> bool {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let within = |selector: &str| {
        let target = target.as_ref();
        target.is_some_and(|t| t.closest(selector).ok().flatten().is_some())
    };
    match key {
        "Escape" => false,
        "Enter" | " " => within("input, button, a[href], summary"),
        // They roll notes that are longer than their place.
        "ArrowUp" | "ArrowDown" => within("input, [data-notes]"),
        _ => within("input"),
    }
}
