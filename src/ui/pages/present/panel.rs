//! What is open over the slide and takes the keyboard until it is closed: the
//! field for a number, the list of keys, the names behind a mark.

use super::show::Show;
use crate::ui::el::{El, Reference, button, el, p, submit};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDialogElement, HtmlInputElement};

/// A dialog that stands open, named by an element in it.
pub fn panel(class: &'static str, title: &'static str, show: Show) -> El {
    let reference = Reference::new();
    Effect::new(move |_| {
        let Some(dialog) = reference.get() else {
            return;
        };
        if let Ok(dialog) = dialog.dyn_into::<HtmlDialogElement>() {
            // Fails only when the dialog is open already.
            let _ = dialog.show_modal();
        }
    });
    let cancel = move |event: Event| {
        event.prevent_default();
        show.shut();
    };
    el("dialog")
        .class(["stage-panel ", class].concat())
        .attr("aria-labelledby", title)
        .attr("data-panel", class)
        .reference(reference)
        .on("cancel", cancel)
}

/// The field for the number of a slide.
pub fn go_to(show: Show) -> El {
    let t = show.t;
    let count = show.count.get_untracked();
    let reference = Reference::new();
    let go = move |event: Event| {
        event.prevent_default();
        let field = reference.get_untracked();
        let field = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
        let number = field.map(|field| field.value()).unwrap_or_default();
        show.go_to(&number);
    };
    let field = el("input")
        .attr("id", "stage-number")
        .attr("name", "number")
        .attr("inputmode", "numeric")
        .attr("autocomplete", "off")
        .attr("autofocus", "")
        .attr("aria-describedby", "stage-number-said")
        .reference(reference);
    let label = el("label")
        .attr("for", "stage-number")
        .child(t.stage_go_to_number(count));
    let said = p("", "")
        .attr("id", "stage-number-said")
        .attr("role", "status")
        .live_in_place(move || show.said.get());
    let cancel = button("button secondary", t.close(), move || show.shut());
    panel("stage-go-to", "stage-go-to-title", show)
        .child(
            el("h2")
                .attr("id", "stage-go-to-title")
                .child(t.stage_go_to()),
        )
        .child(
            el("form")
                .on("submit", go)
                .child(label)
                .child(field)
                .child(said)
                .child(p("actions", [submit(t.stage_go()), cancel])),
        )
}

/// The list of keys.
pub fn help(show: Show) -> El {
    let t = show.t;
    let keys = [
        (t.stage_key_steps(), t.stage_key_steps_keys()),
        (t.stage_key_ends(), t.stage_key_ends_keys()),
        (t.stage_key_number(), t.stage_key_number_keys()),
        (t.stage_all(), "O"),
        (t.stage_key_marks(), t.stage_key_marks_keys()),
        (t.stage_notes(), "N"),
        (t.stage_speaker(), "S"),
        (t.stage_full(), "F"),
        (t.stage_black(), t.stage_key_black_keys()),
        (t.stage_key_help(), t.stage_key_help_keys()),
        (t.stage_key_back(), "Esc"),
    ];
    let keys = keys.map(|(what, key)| {
        let what = el("dt").child(what);
        el("div").child([what, el("dd").child(key)])
    });
    panel("stage-help", "stage-help-title", show)
        .child(
            el("h2")
                .attr("id", "stage-help-title")
                .child(t.stage_help()),
        )
        .child(el("dl").child(keys))
        .child(p(
            "actions",
            button("button", t.close(), move || show.shut()).attr("autofocus", ""),
        ))
}
