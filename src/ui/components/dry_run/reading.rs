//! How far a worker is with large files, and the way to stop it.

use super::TITLE;
use crate::state::App;
use crate::ui::components::import::INPUT;
use crate::ui::el::{El, button, el, p};
use crate::ui::{app, document, t};
use leptos::prelude::*;

/// Bytes of a megabyte, as file managers count.
const MEGABYTE: f64 = 1e6;

/// While files are read.
pub fn reading() -> El {
    let (app, t) = (app(), t());
    let far = move || app.with_incoming(|incoming| incoming.reading).flatten();
    let read = move || {
        let (done, all) = far()?;
        let megabytes = |bytes: f64| format!("{:.0}", (bytes / MEGABYTE).ceil());
        Some(t.import_read_of(megabytes(done), megabytes(all)))
    };
    // Said once: how far it is can be asked of the bar.
    let said = Memo::new(move |_| far().is_some_and(|(done, all)| done >= all));
    request_animation_frame(|| document::focus(TITLE));
    el("div")
        .class("dry-run")
        .attr("data-reading", "")
        .child(
            el("h3")
                .attr("id", TITLE)
                .attr("tabindex", "-1")
                .child(t.import_reading()),
        )
        .child(bar(app, far))
        .child(p("hint", "").live_in_place(read))
        .child(
            p("hint", "")
                .attr("role", "status")
                .live(move || said.get().then(|| t.import_comparing())),
        )
}

/// While what is to be written is made ready.
pub fn writing(app: App) -> El {
    let t = t();
    let far = move || app.with_incoming(|incoming| incoming.writing).flatten();
    let made = move || {
        let (done, all) = far()?;
        (all > 1.0).then(|| t.import_writing(done, all))
    };
    el("div")
        .attr("data-writing", "")
        .child(bar(app, far))
        .child(p("hint", "").live_in_place(made))
}

/// A bar that stays the same element while it moves, with the button that stops it.
fn bar(app: App, far: impl Fn() -> Option<(f64, f64)> + Copy + Send + 'static) -> El {
    let done = move || {
        let (done, all) = far()?;
        Some(format!("{:.0}", done / all.max(1.0) * 100.0).into())
    };
    let bar = el("progress")
        .attr("max", "100")
        .attr("aria-labelledby", TITLE)
        .live_attr("value", done);
    let stop = button("button secondary", t().cancel(), move || {
        app.clear_incoming();
        document::focus_in_place(INPUT);
    });
    let stop = stop.attr("data-import-stop", "");
    el("div").class("export-progress").child([bar, stop])
}
