//! Files for other programs: a button for each, and how far the one is that is
//! being written. A worker writes it, so that the page goes on meanwhile; what it
//! wants as pictures the page draws, one after another.

mod worker;

use crate::i18n::Locale;
use crate::model::Survey;
use crate::report::Kind;
use crate::report::compose::Options;
use crate::state::worker::Running;
use crate::ui::el::{El, button, el, live, p};
use crate::ui::{document, t};
use leptos::prelude::*;
use std::sync::Arc;

/// What is to be exported, as it stands when a button is pressed.
pub type Ordered = Arc<dyn Fn() -> Option<(Survey, Options)> + Send + Sync>;

/// How far it is.
#[derive(Clone, PartialEq)]
enum Stage {
    /// Nothing is being written; what there is to say of the last time.
    Idle(String),
    /// What is being done, and how many hundredths of all are.
    Working(String, u32),
    /// It failed, and what is to be tried again.
    Failed(&'static str, Kind),
}

/// The place where it happens.
#[derive(Clone, Copy)]
struct Desk {
    t: Locale,
    stage: RwSignal<Stage>,
    ordered: StoredValue<Ordered>,
    running: StoredValue<Option<Running>, LocalStorage>,
}

/// A button for each kind of file, with what happens below.
pub fn exporting(ordered: Ordered) -> El {
    let t = t();
    let desk = Desk {
        t,
        stage: RwSignal::new(Stage::Idle(String::new())),
        ordered: StoredValue::new(ordered),
        running: StoredValue::new_local(None),
    };
    on_cleanup(move || desk.end());
    let buttons = Kind::ALL.map(|kind| {
        let press = move || desk.begin(kind);
        button("button secondary", name(t, kind), press)
            .attr("data-export", kind.code())
            .live_attr("aria-disabled", move || {
                desk.is_working().then(|| "true".into())
            })
    });
    el("section")
        .class("exporting")
        .attr("aria-labelledby", "exporting")
        .child(el("h2").attr("id", "exporting").child(t.export_files()))
        .child(el("div").class("export-buttons").child(buttons))
        .child(live(move || desk.shown()))
        .child(
            p("hint", "")
                .attr("role", "status")
                .live_in_place(move || desk.said()),
        )
}

const fn name(t: Locale, kind: Kind) -> &'static str {
    match kind {
        Kind::Docx => t.export_docx(),
        Kind::Bodies => t.export_bodies(),
        Kind::Xlsx => t.export_xlsx(),
        Kind::CsvLong => t.export_csv_long(),
        Kind::CsvWide => t.export_csv_wide(),
        Kind::Dossier => t.export_dossier(),
    }
}

impl Desk {
    fn is_working(self) -> bool {
        matches!(self.stage.get(), Stage::Working(..))
    }

    /// Says what is done, for those who do not see the bar.
    fn said(self) -> String {
        match self.stage.get() {
            Stage::Idle(words) | Stage::Working(words, _) => words,
            Stage::Failed(..) => String::new(),
        }
    }

    /// The bar stays the same element while it moves.
    fn shown(self) -> Option<El> {
        let working = Memo::new(move |_| self.is_working());
        if working.get() {
            return Some(self.bar());
        }
        match self.stage.get() {
            Stage::Failed(words, kind) => Some(
                el("div")
                    .class("notice danger")
                    .attr("data-export-failed", "")
                    .child(p("", words).attr("role", "alert"))
                    .child(button("button", self.t.try_again(), move || {
                        self.begin(kind)
                    })),
            ),
            _ => None,
        }
    }

    fn bar(self) -> El {
        let done = move || match self.stage.get() {
            Stage::Working(_, done) => Some(done.to_string().into()),
            _ => None,
        };
        let bar = el("progress")
            .attr("max", "100")
            .attr("aria-labelledby", "exporting")
            .live_attr("value", done);
        let stop = move || {
            self.end();
            self.stage.set(Stage::Idle(self.t.export_stopped().into()));
        };
        let stop = button("button secondary", self.t.cancel(), stop).attr("data-export-stop", "");
        el("div").class("export-progress").child([bar, stop])
    }

    /// Stops what is being written.
    fn end(self) {
        let _ = self.running.try_update_value(|running| running.take());
    }

    fn begin(self, kind: Kind) {
        if untrack(|| self.is_working()) {
            return;
        }
        let ordered = self.ordered.get_value();
        let Some((survey, options)) = untrack(|| ordered()) else {
            return;
        };
        self.work(self.t.export_loading().into(), 0);
        match worker::start(self, kind, &survey, &options) {
            Ok(running) => self.running.set_value(Some(running)),
            Err(_) => self.fail(self.t.export_not_loaded(), kind),
        }
    }

    /// Says how far it is, unless the page has gone.
    fn work(self, words: String, done: u32) {
        let _ = self.stage.try_set(Stage::Working(words, done));
    }

    fn fail(self, words: &'static str, kind: Kind) {
        self.end();
        let _ = self.stage.try_set(Stage::Failed(words, kind));
    }

    /// Gives the file to the person.
    fn take(self, name: &str, media: &str, bytes: &wasm_bindgen::JsValue) {
        self.end();
        // A browser that refuses a download says so itself.
        let _ = document::download(name, media, bytes);
        let words = self.t.export_made(name);
        let _ = self.stage.try_set(Stage::Idle(words));
    }
}
