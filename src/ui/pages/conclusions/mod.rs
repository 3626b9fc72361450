//! Conclusions: what the authors write, beside what the data say. What is looked
//! at stands in the address (`d`): a dimension, the survey, or the factors.

mod chapter;
mod desk;
mod editor;
mod evidence;
mod factor;
mod factors;
mod preview;
mod review;
mod typing;

use crate::model::{DimensionId, SurveyHead};
use crate::ui::components::authoring;
use crate::ui::el::{El, Part, el, p, span};
use crate::ui::{Page, Route, app, query, t};
use desk::Desk;
use leptos::prelude::*;

/// Option of the address: what is looked at.
const LOOKED_AT: &str = "d";

/// What is looked at.
#[derive(Clone, Debug, PartialEq)]
enum Tab {
    Dimension(DimensionId),
    Survey,
    Factors,
}

impl Tab {
    /// As it stands in the address; these names are taken.
    fn name(&self) -> &str {
        match self {
            Self::Dimension(id) => id.as_str(),
            Self::Survey => "survey",
            Self::Factors => "factors",
        }
    }

    /// All of them; the first is open where the address does not say.
    fn all(head: &SurveyHead) -> Vec<Self> {
        let dimensions = head.questionnaire.dimensions.iter();
        let dimensions = dimensions.map(|d| Self::Dimension(d.id.clone()));
        dimensions.chain([Self::Survey, Self::Factors]).collect()
    }
}

/// The page.
pub fn conclusions() -> El {
    let (app, t, query) = (app(), t(), query());
    let page = el("div")
        .class("page conclusions")
        .child(el("h1").child(t.conclusions()))
        .child(authoring());
    if untrack(|| app.is_invited()) {
        return page.child(p("notice", t.conclusions_invited()));
    }
    let desk = Desk::new();
    let tabs = Memo::new(move |_| app.with_head(Tab::all).unwrap_or_default());
    let chosen = Memo::new(move |_| {
        let asked = query.with(|q| q.get(LOOKED_AT).to_owned());
        tabs.with(|tabs| {
            let found = tabs.iter().find(|tab| tab.name() == asked);
            found.or(tabs.first()).cloned()
        })
    });
    page.child(p("base", t.conclusions_intro()))
        .live(move || {
            let tabs = tabs.get();
            untrack(|| nav(desk, tabs, chosen))
        })
        .live(move || {
            let open = |tab| match tab {
                Tab::Dimension(id) => chapter::chapter(desk, Some(id)),
                Tab::Survey => chapter::chapter(desk, None),
                Tab::Factors => factors::factors(desk),
            };
            let tab = chosen.get();
            // What was done last was done elsewhere.
            desk.said.set("");
            untrack(|| tab.map(open))
        })
}

/// Leads to each text, and says where something is to be read again.
fn nav(desk: Desk, tabs: Vec<Tab>, chosen: Memo<Option<Tab>>) -> El {
    let (app, t) = (desk.app, desk.t);
    let query = query();
    let link = |tab: Tab| {
        let (there, here, mark) = (tab.clone(), tab.clone(), tab.clone());
        let href = move || {
            let survey = untrack(|| app.open_id())?;
            let page = Page::Conclusions(query.get().set(LOOKED_AT, there.name()));
            Some(Route::Survey(survey, page).href().into())
        };
        let current = move || {
            let current = chosen.with(|chosen| chosen.as_ref() == Some(&here));
            current.then_some("page".into())
        };
        let stale = move || {
            let n = desk.stale_on(&mark);
            (n > 0).then(|| span("about", t.to_read_again(n)))
        };
        let title = match &tab {
            Tab::Dimension(id) => desk.dimension(id),
            _ => None,
        };
        let words = match &tab {
            Tab::Dimension(id) => span("code", id.to_string()).part(),
            Tab::Survey => t.whole_survey().part(),
            Tab::Factors => t.written_factors().part(),
        };
        let link = el("a")
            .live_attr("href", href)
            .live_attr("aria-current", current)
            .attr("data-tab", tab.name().to_owned())
            .child(words)
            .live(stale);
        let link = match title {
            Some(title) => link.attr("title", title),
            None => link,
        };
        el("li").child(link)
    };
    let links: Vec<_> = tabs.into_iter().map(link).collect();
    el("nav")
        .class("lists")
        .attr("aria-label", t.conclusions_of())
        .child(el("ul").child(links))
}
