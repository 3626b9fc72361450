//! The reports that were asked for. They are composed anew whenever the choices
//! or the survey change, after the page was painted, and one at a time: so the
//! page can be used meanwhile, however many bodies there are.

use super::Chosen;
use crate::model::{PartnerId, Survey};
use crate::report::compose::{compose, compose_body};
use crate::report::page::page;
use crate::report::whole::Report;
use crate::ui::{app, document};
use leptos::prelude::*;
use std::rc::Rc;
use std::time::Duration;

/// The reports that were asked for, or how far they are.
#[derive(Clone, Copy)]
pub struct Made {
    reports: StoredValue<Vec<Report>>,
    html: StoredValue<String>,
    /// How many there are, and how many there will be.
    done: RwSignal<(usize, usize)>,
    /// Counts the times they were asked for: what was asked before is left.
    turn: StoredValue<usize>,
}

/// What is to be composed.
struct Work {
    turn: usize,
    survey: Survey,
    chosen: Chosen,
    reports: Vec<Option<PartnerId>>,
    on: String,
}

impl Made {
    /// What is chosen, following it and the survey.
    pub fn following(chosen: Memo<Chosen>) -> Self {
        let app = app();
        let made = Self {
            reports: StoredValue::new(Vec::new()),
            html: StoredValue::new(String::new()),
            done: RwSignal::new((0, 0)),
            turn: StoredValue::new(0),
        };
        Effect::new(move |_| {
            let chosen = chosen.get();
            if let Some(survey) = app.survey() {
                untrack(|| made.begin(survey, chosen));
            }
        });
        made
    }

    fn begin(self, survey: Survey, chosen: Chosen) {
        let turn = self.turn.get_value() + 1;
        let reports = chosen.reports(&survey.head);
        let on = document::today();
        self.turn.set_value(turn);
        self.reports.update_value(Vec::clear);
        self.html.update_value(String::clear);
        self.done.set((0, reports.len()));
        self.go_on(Rc::new(Work {
            turn,
            survey,
            chosen,
            reports,
            on,
        }));
    }

    /// Composes the next report once the page was painted.
    fn go_on(self, work: Rc<Work>) {
        let next = move || self.compose_next(&work);
        request_animation_frame(move || set_timeout(next, Duration::ZERO));
    }

    fn compose_next(self, work: &Rc<Work>) {
        // Asked for anew, or the page has gone.
        if self.turn.try_get_value() != Some(work.turn) {
            return;
        }
        let (at, all) = self.done.get_untracked();
        let options = &work.chosen.options;
        let report = match work.reports.get(at) {
            None => return,
            Some(None) => Some(compose(&work.survey, options, &work.on)),
            Some(Some(body)) => compose_body(&work.survey, body, options, &work.on),
        };
        if let Some(report) = report {
            let place = self.reports.with_value(Vec::len);
            self.html
                .update_value(|html| html.push_str(&page(&report, place)));
            self.reports.update_value(|reports| reports.push(report));
        }
        self.done.set((at + 1, all));
        if at + 1 < all {
            self.go_on(Rc::clone(work));
        }
    }

    /// How many there are, and how many there will be.
    pub fn progress(self) -> (usize, usize) {
        self.done.get()
    }

    /// Whether all are there.
    pub fn is_ready(self) -> bool {
        let (done, all) = self.done.get();
        done == all && all > 0
    }

    /// Looks at the reports, once all are there.
    pub fn with<T>(self, look: impl FnOnce(&[Report]) -> T) -> Option<T> {
        let ready = self.is_ready();
        ready.then(|| self.reports.with_value(|reports| look(reports)))
    }

    /// All of them as HTML; nothing before they are there.
    pub fn html(self) -> String {
        if self.is_ready() {
            self.html.get_value()
        } else {
            String::new()
        }
    }
}
