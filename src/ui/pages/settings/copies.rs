//! Copies on file: everything in one bundle, and back.

use crate::ui::components::{import, in_a_file, save_a_copy};
use crate::ui::el::{El, card, el, p};
use crate::ui::{app, document, t};

/// The card.
pub fn copies() -> El {
    let (app, t) = (app(), t());
    let last = move || match app.last_copy() {
        Some(at) => t.last_copy(document::moment(t, at)),
        None => t.no_copy_yet().into(),
    };
    el("div")
        .child(in_a_file())
        .child(
            card("copies-title", t.copies())
                .child(p("", t.copies_text()))
                .child(p("about", "").live_in_place(last))
                .child(p("actions", save_a_copy())),
        )
        .child(import())
}
