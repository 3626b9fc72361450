//! A name that can be changed in place.

use crate::ui::el::{El, Reference, button, el, submit};
use crate::ui::t;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// A small form with the present `name`, in a field called `label`; calls back
/// with the new name, or when nothing changes.
pub fn rename(
    name: String,
    label: &'static str,
    on_name: Callback<String>,
    on_cancel: Callback<()>,
) -> El {
    let t = t();
    let reference = Reference::new();
    Effect::new(move |_| {
        if let Some(input) = reference.get()
            && let Ok(input) = input.dyn_into::<HtmlInputElement>()
        {
            let _ = input.focus();
            input.select();
        }
    });
    let input = el("input")
        .attr("type", "text")
        .attr("value", name)
        .attr("aria-label", label)
        .attr("required", "")
        .attr("maxlength", "200")
        .reference(reference);
    el("form")
        .class("rename")
        .on("submit", move |event| {
            event.prevent_default();
            if let Some(input) = reference.get_untracked()
                && let Ok(input) = input.dyn_into::<HtmlInputElement>()
            {
                on_name.run(input.value());
            }
        })
        .on("keydown", move |event| {
            if event
                .dyn_ref::<KeyboardEvent>()
                .is_some_and(|e| e.key() == "Escape")
            {
                on_cancel.run(());
            }
        })
        .child(input)
        .child(submit(t.save_name()))
        .child(button("button secondary", t.cancel(), move || {
            on_cancel.run(());
        }))
}
