//! Title and pages of the open survey.

use crate::model::SurveyId;
use crate::ui::el::{El, Text, el, link};
use crate::ui::{Page, Query, Route, View, app, t};
use leptos::prelude::*;

/// Title and pages of the open survey.
pub fn survey_bar(id: &SurveyId, route: RwSignal<Route>) -> El {
    let (app, t) = (app(), t());
    let mut pages = own_sheets();
    if pages.is_empty() {
        pages.push((t.overview().into(), Page::overview()));
        pages.push((
            t.results().into(),
            Page::Results(View::All, Query::default()),
        ));
        pages.push((t.report().into(), Page::Report(Query::default())));
        pages.push((t.presentation().into(), Page::Slides));
        pages.push((t.exchange().into(), Page::Exchange));
    } else {
        pages.push((t.send().into(), Page::Exchange));
    }
    if app.only_shows() {
        pages.retain(|(_, page)| page.is_shown());
    }
    let mut links = Vec::new();
    for (name, page) in pages {
        let href = Route::Survey(id.clone(), page.clone()).href();
        let current = move || is_part_of(&route.get(), &page).then_some("page".into());
        links.push(el("li").child(link(href, name).live_attr("aria-current", current)));
    }
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

/// The sheets that this browser was invited to fill in: who was invited finds
/// them, and the way to send them.
fn own_sheets() -> Vec<(Text, Page)> {
    let (app, t) = (app(), t());
    let mut sheets = Vec::new();
    app.with_head(|head| {
        for invited in &head.invited {
            let name = match head.partner(&invited.partner) {
                Some(partner) if head.invited.len() > 1 => partner.name.clone().into(),
                _ => t.my_sheet().into(),
            };
            sheets.push((name, Page::Sheet(invited.partner.clone())));
        }
    });
    sheets
}

/// A dimension's results belong to the results, a sheet to the overview.
fn is_part_of(route: &Route, tab: &Page) -> bool {
    let Route::Survey(_, page) = route else {
        return false;
    };
    if let (
        Page::Sheet(shown) | Page::Question(shown, _) | Page::Step(shown, _),
        Page::Sheet(own),
    ) = (page, tab)
    {
        return shown == own;
    }
    matches!(
        (page, tab),
        (
            Page::Overview(_) | Page::Sheet(_) | Page::Question(..) | Page::Step(..),
            Page::Overview(_)
        ) | (Page::Results(..) | Page::Codebook(_), Page::Results(..))
            | (
                Page::Conclusions(_) | Page::Document | Page::Report(_),
                Page::Report(_)
            )
            | (Page::Slides | Page::Present(..), Page::Slides)
            | (Page::Exchange, Page::Exchange)
    )
}
