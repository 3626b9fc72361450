//! A question before something is taken away.

use crate::ui::el::{El, Reference, button, el, p};
use crate::ui::t;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

/// A modal question; shown while `open` is true. `explained` says what yes
/// means, and `action` is what its button says. The keyboard starts on the
/// answer that changes nothing.
pub fn confirm(
    open: RwSignal<bool>,
    question: String,
    explained: String,
    action: &'static str,
    on_confirm: Callback<()>,
) -> El {
    let t = t();
    let reference = Reference::new();
    Effect::new(move |_| {
        let Some(dialog) = reference.get() else {
            return;
        };
        let Ok(dialog) = dialog.dyn_into::<HtmlDialogElement>() else {
            return;
        };
        if open.get() {
            // Fails only when the dialog is open already.
            let _ = dialog.show_modal();
        } else {
            dialog.close();
        }
    });
    let no = button("button secondary", t.cancel(), move || open.set(false)).attr("autofocus", "");
    let yes = button("button danger", action, move || {
        open.set(false);
        on_confirm.run(());
    })
    .attr("data-confirm-delete", "");
    el("dialog")
        .class("dialog")
        .attr("aria-label", question.clone())
        .reference(reference)
        .on("close", move |_| open.set(false))
        .child(el("h2").child(question))
        .child(el("p").child(explained))
        .child(p("actions", [no, yes]))
}
