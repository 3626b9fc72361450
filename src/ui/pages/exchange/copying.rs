//! A text to be copied.

use crate::ui::el::{El, Reference, button, el, p};
use crate::ui::{document, t};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlTextAreaElement;

/// What has become of copying.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    NotYet,
    Done,
    /// The browser does not let pages copy: the text is selected.
    Selected,
}

/// A field with a text, and the button that copies it, with another `beside`
/// it. `mark` is put on the field as an attribute; `on_copy` is called with each
/// press.
pub fn copying(
    label: &'static str,
    mark: &'static str,
    copy: &'static str,
    beside: Option<El>,
    text: impl Fn() -> String + Copy + Send + 'static,
    on_copy: impl Fn() + 'static,
) -> El {
    let t = t();
    let field = Reference::new();
    let copied = RwSignal::new(Copied::NotYet);
    let area = el("textarea")
        .attr("readonly", "")
        .attr("rows", "3")
        .attr("spellcheck", "false")
        .attr("aria-label", label)
        .attr(mark, "")
        .reference(field)
        .prop("value", move || {
            copied.set(Copied::NotYet);
            JsValue::from_str(&text())
        });
    let press = move || {
        on_copy();
        if let Some(area) = field.get_untracked()
            && let Ok(area) = area.dyn_into::<HtmlTextAreaElement>()
        {
            area.select();
        }
        let text = untrack(text);
        spawn_local(async move {
            let done = document::copy(&text).await;
            let now = if done { Copied::Done } else { Copied::Selected };
            // The field may have gone meanwhile.
            let _ = copied.try_set(now);
        });
    };
    let said = move || match copied.get() {
        Copied::NotYet => "",
        Copied::Done => t.copied(),
        Copied::Selected => t.copy_by_hand(),
    };
    let said = el("span")
        .class("hint")
        .attr("role", "status")
        .live_in_place(said);
    let copy = button("button secondary", copy, press);
    el("div")
        .class("copying")
        .child(area)
        .child(p("actions", copy).child(beside).child(said))
}
