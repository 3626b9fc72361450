//! Charts of the questions. What draws them, and what stands around them, comes in the
//! part `charts`; what they count is there before, and where the part cannot be fetched
//! it is read in tables.

use crate::chart::{Frame, Theme};
use crate::i18n::Locale;
use crate::report::counts::{Counted, MANY};
use crate::state::{Fetched, in_part};
use crate::ui::app;
use crate::ui::components::{Picture, picture, with_names};
use crate::ui::el::{El, el, live};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::Cell;

/// What the part can do.
#[derive(Clone, Copy)]
struct Charts {
    /// Draws the answers to a question.
    answers: fn(&Counted, Locale, Frame, &Theme) -> String,
    /// A chart with all that belongs to it.
    picture: fn(Picture) -> El,
}

thread_local! {
    /// Filled once the part is here.
    static HERE: Cell<Option<Charts>> = const { Cell::new(None) };
}

in_part! {
    charts =>
    fn charts() -> Fetched<Charts> {
        Ok(Charts {
            answers: Counted::answers,
            picture,
        })
    }
}

/// Begins to fetch what draws charts, while the survey that they will show is read.
pub fn begin() {
    // Who shows charts asks again, and tells the person where they cannot be fetched.
    spawn_local(async move {
        let _ = charts().await;
    });
}

/// Whether charts can be shown; to be asked for once on a page, which fetches
/// the part. Where it cannot be fetched, the person is told.
#[derive(Clone, Copy)]
pub struct Drawing {
    here: RwSignal<bool>,
    failed: RwSignal<bool>,
}

impl Drawing {
    /// Fetches the part, unless it is here.
    pub fn fetched() -> Self {
        let app = app();
        let here = RwSignal::new(HERE.get().is_some());
        let failed = RwSignal::new(false);
        if !here.get_untracked() {
            spawn_local(async move {
                // The page may have gone meanwhile.
                let _ = match charts().await {
                    Ok(charts) => {
                        HERE.set(Some(charts));
                        here.try_set(true)
                    }
                    Err(_) => {
                        app.part_not_there();
                        failed.try_set(true)
                    }
                };
            });
        }
        Self { here, failed }
    }

    /// The chart in the page, once it can be shown. Room is kept for it.
    pub fn picture(self, shown: Picture) -> AnyView {
        live(move || {
            self.here.track();
            if let Some(charts) = HERE.get() {
                return untrack(|| (charts.picture)(shown.clone()));
            }
            let Picture { base, table, .. } = shown.clone();
            let instead = if self.failed.get() {
                let whole = table.clone();
                with_names(move || table(MANY), move || whole(usize::MAX))
            } else {
                el("div").class("figure")
            };
            el("figure")
                .class("picture")
                .child(instead)
                .child(el("figcaption").class("base").live_in_place(move || base()))
        })
    }
}

/// Draws the answers to a question; empty until that can be done.
pub fn answers(counted: &Counted, t: Locale, frame: Frame, theme: &Theme) -> String {
    let charts = HERE.get();
    charts.map_or_else(String::new, |charts| {
        (charts.answers)(counted, t, frame, theme)
    })
}
