//! Import: choose files, see what would happen, say yes.

use super::dry_run;
use crate::state::{App, Fetched, Incoming, NotFetched, preview};
use crate::ui::el::{El, card, el};
use crate::ui::lazy::{failed, lazy};
use crate::ui::{app, document, t};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{File, HtmlInputElement};

/// The element to choose files with.
const INPUT: &str = "import-file";

lazy! { exchange =>
/// What would come of the files. The part is here, because it has read them.
fn dry_run(incoming: Vec<Incoming>) = dry_run::dry_run(incoming.clone()) }

/// Files that were chosen, and what has become of reading them.
#[derive(Clone, Copy)]
struct Choice {
    app: App,
    files: StoredValue<Vec<File>, LocalStorage>,
    failed: RwSignal<bool>,
    trying: RwSignal<bool>,
}

/// The import form, with its dry run.
pub fn import() -> El {
    let (app, t) = (app(), t());
    app.clear_incoming();
    let choice = Choice {
        app,
        files: StoredValue::new_local(Vec::new()),
        failed: RwSignal::new(false),
        trying: RwSignal::new(false),
    };
    let choose = move |event| {
        let input: HtmlInputElement = event_target(&event);
        let files = chosen(&input);
        // The same file can be chosen again after it was changed.
        input.set_value("");
        if !files.is_empty() {
            choice.files.set_value(files);
            choice.read();
        }
    };
    let input = el("input")
        .attr("type", "file")
        .attr("id", INPUT)
        .attr("multiple", "")
        .attr("data-import", "")
        .attr("aria-describedby", "import-text")
        .attr("accept", ".json,.txt,application/json,text/plain")
        .on("change", choose);
    let pick = el("label")
        .class("pick")
        .child(el("span").child(t.import_pick()))
        .child(input);
    let not_fetched = move || {
        let again = move || {
            choice.read();
        };
        choice.failed.get().then(|| failed(t, choice.trying, again))
    };
    card("import-title", t.import_title())
        .child(el("p").attr("id", "import-text").child(t.import_text()))
        .child(pick)
        .live(not_fetched)
        .live(move || {
            let incoming = app.incoming();
            (!incoming.is_empty()).then(|| untrack(|| dry_run(incoming)))
        })
}

impl Choice {
    /// Reads the files; where the part cannot be fetched that reads them, they
    /// stay chosen.
    fn read(self) {
        self.trying.set(true);
        let files = self.files.get_value();
        spawn_local(async move {
            let read = match preview(self.app, files).await {
                Ok(reading) => {
                    reading.await;
                    Ok(())
                }
                Err(NotFetched) => Err(NotFetched),
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
        if before && !now {
            // The button that the keyboard stood on has gone.
            document::focus_in_place(INPUT);
        }
    }
}

fn chosen(input: &HtmlInputElement) -> Vec<File> {
    let Some(files) = input.files() else {
        return Vec::new();
    };
    (0..files.length()).filter_map(|i| files.get(i)).collect()
}
