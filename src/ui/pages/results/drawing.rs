//! The code that draws the charts of the questions. It comes in the part
//! `charts`, behind tables that are there at once.

use crate::chart::{Frame, Theme};
use crate::i18n::Locale;
use crate::report::counts::Counted;
use crate::state::{Fetched, in_part};
use crate::ui::app;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::Cell;

/// Draws the answers to a question.
type Draw = fn(&Counted, Locale, Frame, &Theme) -> String;

thread_local! {
    /// Filled once the part is here.
    static HERE: Cell<Option<Draw>> = const { Cell::new(None) };
}

in_part! {
    charts =>
    fn drawing() -> Fetched<Draw> {
        Ok(Counted::answers)
    }
}

/// Whether charts can be drawn; to be asked for once on a page, which fetches
/// the part. Where it cannot be fetched, the person is told.
#[derive(Clone, Copy)]
pub struct Drawing(RwSignal<bool>);

impl Drawing {
    /// Fetches the part, unless it is here.
    pub fn fetched() -> Self {
        let app = app();
        let here = RwSignal::new(HERE.get().is_some());
        if !here.get_untracked() {
            spawn_local(async move {
                match drawing().await {
                    Ok(draw) => {
                        HERE.set(Some(draw));
                        // The page may have gone meanwhile.
                        let _ = here.try_set(true);
                    }
                    Err(_) => app.part_not_there(),
                }
            });
        }
        Self(here)
    }

    /// Draws the answers to a question; empty until that can be done.
    pub fn answers(self, counted: &Counted, t: Locale, frame: Frame, theme: &Theme) -> String {
        self.0.track();
        HERE.get()
            .map(|draw| draw(counted, t, frame, theme))
            .unwrap_or_default()
    }
}
