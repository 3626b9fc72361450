//! The app as one file: where its data are, and the copy to save before the file
//! is moved.

use crate::ui::el::{El, button, card, p};
use crate::ui::{app, document, t};
use leptos::task::spawn_local;

/// Where the data of a page are that was opened from a file; nothing elsewhere.
pub fn in_a_file() -> Option<El> {
    let t = t();
    document::is_a_file().then(|| {
        card("one-file-title", t.file_title())
            .attr("data-one-file", "")
            .child(p("", t.file_keeps()))
            .child(p("", t.file_moves()))
    })
}

/// Saves all surveys of this browser in one file.
pub fn save_a_copy() -> El {
    let (app, t) = (app(), t());
    let save = move || {
        spawn_local(async move {
            if let Some((name, text)) = app.backup().await {
                // A browser that refuses a download says so itself.
                let _ = document::download(&name, document::JSON, &text.into());
            }
        });
    };
    let none = move || app.surveys().is_empty();
    button("button", t.save_copy(), save)
        .attr("data-backup", "")
        .live_attr("disabled", move || none().then(|| "".into()))
}
