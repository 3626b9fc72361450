//! The slides on paper. They are put into the page when somebody prints, and go
//! when that is done.

use super::super::report::name_while_printed;
use super::desk::Desk;
use crate::bundle;
use crate::model::SurveyHead;
use crate::report::deck::paper::{Paper, page_rules, paper};
use crate::ui::document;
use crate::ui::el::{El, button, el, p};
use leptos::ev;
use leptos::prelude::*;

/// What is being printed.
#[derive(Clone, Copy)]
pub struct Printing {
    desk: Desk,
    what: RwSignal<Option<Paper>>,
}

impl Printing {
    pub fn new(desk: Desk) -> Self {
        let printing = Self {
            desk,
            what: RwSignal::new(None),
        };
        let what = printing.what;
        // Who prints by the browser's own command prints the slides.
        let before = window_event_listener(ev::beforeprint, move |_| {
            if what.get_untracked().is_none() {
                printing.lay_out(Paper::Slides);
            }
        });
        let after = window_event_listener(ev::afterprint, move |_| what.set(None));
        on_cleanup(move || {
            before.remove();
            after.remove();
            document::page_rules("");
        });
        name_while_printed(move || {
            let t = desk.t;
            let kind = match what.get_untracked() {
                Some(Paper::Handout) => t.slides_file_handout(),
                _ => t.slides_file(),
            };
            let name = |head: &SurveyHead| bundle::part_name(head, kind, "");
            let name = untrack(|| desk.app.with_head(name))?;
            Some(name.trim_end_matches('.').to_owned())
        });
        printing
    }

    fn lay_out(self, paper: Paper) {
        let rules = untrack(|| self.desk.with(|deck| page_rules(deck, paper)));
        document::page_rules(&rules.unwrap_or_default());
        self.what.set(Some(paper));
    }

    /// The button that prints.
    pub fn button(self, paper: Paper) -> El {
        let t = self.desk.t;
        let (name, mark) = match paper {
            Paper::Slides => (t.slides_print(), "slides"),
            Paper::Handout => (t.slides_handout(), "handout"),
        };
        let none = move || self.desk.count().0 == 0;
        button("button secondary", name, move || {
            self.lay_out(paper);
            // The pages stand there after the next frame.
            request_animation_frame(|| request_animation_frame(document::print));
        })
        .attr("data-print", mark)
        .live_attr("disabled", move || none().then(|| "".into()))
    }

    /// What is printed; nothing of it shows on the screen.
    pub fn sheets(self) -> El {
        let sheets = move || {
            let what = self.what.get()?;
            untrack(|| self.desk.with(|deck| paper(deck, what)))
        };
        el("div")
            .class("paper")
            .html(move || sheets().unwrap_or_default())
    }

    /// What to know of it.
    pub fn hint(self) -> El {
        p("hint", self.desk.t.slides_print_hint())
    }
}
