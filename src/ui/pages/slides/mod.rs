//! What the authors decide about the slides: their order, which are left out,
//! titles, charts, notes, and slides of their own.

mod add;
mod data;
mod desk;
mod field;
mod fields;
mod item;
mod paper;
mod thumb;

use super::present::to_take;
use crate::report::deck::paper::Paper;
use crate::ui::components::take_along;
use crate::ui::el::{El, el, keyed, link, on_demand, p};
use crate::ui::{Page, Query, Route, app, t};
use desk::Desk;
use leptos::prelude::*;
use paper::Printing;
use std::sync::Arc;

/// The page.
pub fn slides() -> El {
    let (app, t) = (app(), t());
    let page = el("div")
        .class("page slides")
        .child(el("h1").child(t.presentation()));
    if untrack(|| app.is_invited()) {
        return page.child(p("empty", t.results_own_copy()));
    }
    let desk = Desk::new();
    let printing = Printing::new(desk);
    if app.only_shows() {
        return page.child(outputs(desk, printing)).child(printing.sheets());
    }
    page.child(p("lead", t.slides_lead()))
        .child(outputs(desk, printing))
        .child(
            on_demand(t.take_along(), move || {
                take_along(Arc::new(move |opens| to_take(app, opens)))
            })
            .class("slides-take"),
        )
        .child(data::data(desk))
        .child(list(desk))
        .child(printing.sheets())
}

/// The ways out of the page.
fn outputs(desk: Desk, printing: Printing) -> El {
    let t = desk.t;
    let present = move || {
        let first = desk.with(|deck| deck.shown().next().map(|slide| slide.key.clone()));
        let survey = untrack(|| desk.app.open_id());
        let Some((first, survey)) = first.flatten().zip(survey) else {
            return p("hint", t.slides_none_shown());
        };
        let page = Page::Present(first, Query::default());
        link(Route::Survey(survey, page).href(), t.slides_present())
            .class("button")
            .attr("data-present", "")
    };
    let buttons = el("div")
        .class("actions")
        .live(present)
        .child([Paper::Slides, Paper::Handout].map(|paper| printing.button(paper)));
    el("div")
        .class("slides-outputs")
        .child([buttons, printing.hint()])
}

/// All slides.
fn list(desk: Desk) -> El {
    let t = desk.t;
    let count = move || {
        let (shown, hidden) = desk.count();
        let shown = t.slides_shown(shown);
        match hidden {
            0 => shown,
            hidden => [shown, ", ".into(), t.slides_left_out(hidden)].concat(),
        }
    };
    let status = p("hint said", "")
        .attr("role", "status")
        .live_in_place(move || desk.told.get());
    let items = keyed(
        move || desk.order.get(),
        String::clone,
        move |of| item::item(desk, of),
    );
    el("section")
        .attr("aria-labelledby", "slides-list")
        .child(el("h2").attr("id", "slides-list").child(t.slides_list()))
        .child(p("hint", "").attr("data-count", "").live_in_place(count))
        .child(el("ol").class("slide-list").child(items))
        .child(status)
        .child(add::add(desk))
}
