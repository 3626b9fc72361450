//! Copies on file: everything in one bundle, and back.

use crate::ui::components::import;
use crate::ui::el::{El, button, card, el, p};
use crate::ui::{app, document, t};
use leptos::task::spawn_local;

/// The card.
pub fn copies() -> El {
    let (app, t) = (app(), t());
    let save = move || {
        spawn_local(async move {
            if let Some((name, text)) = app.backup().await {
                // A browser that refuses a download says so itself.
                let _ = document::download(&name, document::JSON, &text.into());
            }
        });
    };
    let last = move || match app.last_copy() {
        Some(at) => t.last_copy(document::moment(t, at)),
        None => t.no_copy_yet().into(),
    };
    let none = move || app.surveys().is_empty();
    let save = button("button", t.save_copy(), save)
        .attr("data-backup", "")
        .live_attr("disabled", move || none().then(|| "".into()));
    el("div")
        .child(
            card("copies-title", t.copies())
                .child(p("", t.copies_text()))
                .child(p("about", "").live_in_place(last))
                .child(p("actions", save)),
        )
        .child(import())
}
