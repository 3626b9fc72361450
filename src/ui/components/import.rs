//! Import: choose files, drop or paste them, see what would happen, say yes.
//!
//! What would happen, a place to paste into, and taking an import back are in the
//! part `exchange`.

use super::arrivals::{self, Arrived};
use super::{dry_run, undo_import};
use crate::state::{App, Fetched, NotFetched, preview, preview_text, warm};
use crate::ui::el::{El, card, el, on_demand};
use crate::ui::lazy::{failed, lazy};
use crate::ui::{app, t};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlInputElement;

/// The element to choose files with.
pub const INPUT: &str = "import-file";

lazy! { exchange =>
/// What would come of the files.
fn dry_run() = dry_run::dry_run() }

lazy! { exchange =>
/// A place to paste a text into.
fn paste_form() = dry_run::paste_form() }

lazy! { exchange =>
/// The last import, with the way to take it back.
fn last_import() = undo_import::last_import() }

/// What has arrived, and what has become of reading it.
#[derive(Clone, Copy)]
struct Choice {
    app: App,
    arrived: StoredValue<Arrived, LocalStorage>,
    failed: RwSignal<bool>,
    trying: RwSignal<bool>,
}

/// The import form, with its dry run.
pub fn import() -> El {
    let (app, t) = (app(), t());
    app.clear_incoming();
    let choice = Choice {
        app,
        arrived: StoredValue::new_local(Arrived::default()),
        failed: RwSignal::new(false),
        trying: RwSignal::new(false),
    };
    let dragging = RwSignal::new(false);
    arrivals::follow(dragging, move |arrived| choice.take(arrived));
    let choose = move |event| {
        let input: HtmlInputElement = event_target(&event);
        let files = arrivals::listed(input.files());
        // The same file can be chosen again after it was changed.
        input.set_value("");
        choice.take(Arrived::Files(files));
    };
    let input = el("input")
        .attr("type", "file")
        .attr("id", INPUT)
        .attr("multiple", "")
        .attr("data-import", "")
        .attr("aria-describedby", "import-text")
        .on("change", choose);
    // Without it a large file is read all the same, a moment later.
    let near = || spawn_local(async { warm().await.unwrap_or_default() });
    let pick = el("label")
        .class("pick")
        .on("pointerenter", move |_| near())
        .on("focusin", move |_| near())
        .child(el("span").child(t.import_pick()))
        .child(input);
    let not_fetched = move || {
        let again = move || choice.read();
        choice.failed.get().then(|| failed(t, choice.trying, again))
    };
    let undoable = move || {
        let at = app.undoable();
        at.map(|_| untrack(last_import))
    };
    card("import-title", t.import_title())
        .live(undoable)
        .child(el("p").attr("id", "import-text").child(t.import_text()))
        .child(pick)
        .child(on_demand(t.import_paste(), paste_form).attr("data-paste", ""))
        .live(not_fetched)
        .child(incoming())
        .live(move || {
            dragging.get().then(|| {
                near();
                drop_here(t.import_drop())
            })
        })
}

/// What would come of files that wait, while some do.
pub fn incoming() -> AnyView {
    let app = app();
    crate::ui::el::live(move || (app.incoming() > 0).then(|| untrack(dry_run)))
}

/// Lies over the page while files are dragged over it.
fn drop_here(text: &'static str) -> El {
    let text = el("p").child(text);
    el("div")
        .class("drop-here")
        .attr("data-drop-here", "")
        .child(text)
}

impl Choice {
    fn take(self, arrived: Arrived) {
        if !arrived.is_empty() {
            self.arrived.set_value(arrived);
            self.read();
        }
    }

    /// Reads what has arrived; where the part cannot be fetched that reads it,
    /// it stays chosen.
    fn read(self) {
        self.trying.set(true);
        let name = t().pasted_text();
        let arrived = self.arrived.get_value();
        spawn_local(async move {
            let read = match arrived {
                Arrived::Files(files) => match preview(self.app, files).await {
                    Ok(reading) => {
                        reading.await;
                        Ok(())
                    }
                    Err(NotFetched) => Err(NotFetched),
                },
                Arrived::Text(text) => preview_text(self.app, name.into(), text).await,
            };
            self.done(read);
        });
    }

    /// The page may have gone in the meantime, and its signals with it.
    fn done(self, read: Fetched<()>) {
        let Some(before) = self.failed.try_get_untracked() else {
            return;
        };
        self.trying.set(false);
        let now = read == Err(NotFetched);
        if now != before {
            self.failed.set(now);
        }
    }
}
