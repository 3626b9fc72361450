//! Title and pages of the open survey.

use crate::model::SurveyId;
use crate::ui::el::{El, el, link};
use crate::ui::routes::Filter;
use crate::ui::{Page, Route, app, t};
use leptos::prelude::*;

/// Title and pages of the open survey.
pub fn survey_bar(id: &SurveyId, route: RwSignal<Route>) -> El {
    let (app, t) = (app(), t());
    let pages = [
        (t.overview(), Page::Overview),
        (t.results(), Page::Results(Filter::default())),
        (t.exchange(), Page::Exchange),
    ];
    let links = pages.map(|(name, page)| {
        let href = Route::Survey(id.clone(), page.clone()).href();
        let current = move || is_part_of(&route.get(), &page).then_some("page".into());
        el("li").child(link(href, name).live_attr("aria-current", current))
    });
    let title = move || app.with_head(|h| h.title.clone()).unwrap_or_default();
    let nav = el("nav")
        .attr("aria-label", t.survey_pages())
        .child(el("ul").child(links));
    let bar = el("section")
        .class("survey-bar")
        .attr("aria-labelledby", "survey-title")
        .child(
            el("p")
                .class("survey-title")
                .attr("id", "survey-title")
                .live_in_place(title),
        );
    bar.child(nav)
}

/// A dimension's results belong to the results, a sheet to the overview.
fn is_part_of(route: &Route, tab: &Page) -> bool {
    let Route::Survey(_, page) = route else {
        return false;
    };
    matches!(
        (page, tab),
        (Page::Overview | Page::Sheet(_), Page::Overview)
            | (Page::Results(_) | Page::Dimension(..), Page::Results(_))
            | (Page::Exchange, Page::Exchange)
    )
}
