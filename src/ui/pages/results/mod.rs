//! Results: all dimensions, and each with its questions.

mod bars;
mod card;
mod table;

use card::result_card;

use crate::analysis::Counting;
use crate::model::DimensionId;
use crate::ui::components::some_names;
use crate::ui::el::{El, Part, el, link, live_in_place, p, span};
use crate::ui::pages::overview::completeness_by_dimension;
use crate::ui::routes::Filter;
use crate::ui::{Page, Route, app, t};
use leptos::prelude::*;

/// Which sheets a filter counts.
const fn counting(filter: Filter) -> Counting {
    if filter.drafts {
        Counting::WithDrafts
    } else {
        Counting::Received
    }
}

/// The landing page of the results.
pub fn results(filter: Filter) -> El {
    let t = t();
    el("div")
        .class("page")
        .child(el("h1").child(t.results_title()))
        .child(tabs(None, filter))
        .child(base(filter, None))
        .child(completeness_by_dimension(counting(filter), true))
}

/// The results of one dimension.
pub fn dimension_results(dimension: &DimensionId, filter: Filter) -> El {
    let (app, t) = (app(), t());
    let found = app.with_head(|head| {
        let questionnaire = &head.questionnaire;
        let title = questionnaire.dimension(dimension)?.title.get(t.code());
        let questions: Vec<_> = questionnaire.in_dimension(dimension).cloned().collect();
        Some((title.to_owned(), questions))
    });
    let Some((title, questions)) = found.flatten() else {
        return el("div")
            .class("page narrow")
            .child(el("h1").child(t.results_title()))
            .child(el("p").child(t.no_dimension_text()))
            .child(tabs(None, filter));
    };
    let cards = questions.into_iter();
    let cards: Vec<_> = cards
        .map(|question| result_card(question, counting(filter)))
        .collect();
    let code = span("code", dimension.to_string());
    el("div")
        .class("page results")
        .child(el("h1").child([code.part(), " ".part(), title.part()]))
        .child(tabs(Some(dimension), filter))
        .child(base(filter, Some(dimension.clone())))
        .child(cards)
}

/// Leads to each dimension.
fn tabs(current: Option<&DimensionId>, filter: Filter) -> El {
    let (app, t) = (app(), t());
    let links = app.with_head(|head| {
        let to = |page: Page, name: String, here: bool| {
            let link = link(Route::Survey(head.id.clone(), page).href(), name);
            if here {
                link.attr("aria-current", "page")
            } else {
                link
            }
        };
        let all = t.all_dimensions().to_owned();
        let all = to(Page::Results(filter), all, current.is_none());
        let each = head.questionnaire.dimensions.iter().map(|d| {
            let page = Page::Dimension(d.id.clone(), filter);
            let link = to(page, d.id.to_string(), current == Some(&d.id));
            link.attr("title", d.title.get(t.code()).to_owned())
        });
        let links = std::iter::once(all).chain(each);
        links.map(|link| el("li").child(link)).collect::<Vec<_>>()
    });
    el("nav")
        .class("tabs")
        .attr("aria-label", t.dimensions())
        .child(el("ul").child(links))
}

/// Who is counted, who is not, and drafts on demand.
fn base(filter: Filter, current: Option<DimensionId>) -> AnyView {
    let (app, t) = (app(), t());
    let text = move || {
        app.with_population(counting(filter), |_, population| {
            let (k, n) = (population.counted().len(), population.bodies().len());
            let mut text = if filter.drafts {
                t.results_base_drafts(k, n)
            } else {
                t.results_base(k, n)
            };
            let missing = population.missing().iter();
            let missing: Vec<String> = missing
                .filter_map(|b| Some(population.body(*b)?.partner.name.clone()))
                .collect();
            let drafts = population.drafts_left_out().len();
            text.push(' ');
            if !missing.is_empty() {
                text.push_str(&t.without_sheet(some_names(t, &missing)));
                text.push(' ');
            }
            if drafts > 0 {
                text.push_str(&t.drafts_left_out(drafts));
                text.push(' ');
            }
            (text, drafts > 0 || filter.drafts)
        })
    };
    let other = Filter {
        drafts: !filter.drafts,
    };
    let toggle = move || {
        let page = match current.clone() {
            Some(dimension) => Page::Dimension(dimension, other),
            None => Page::Results(other),
        };
        let name = if filter.drafts {
            t.leave_drafts()
        } else {
            t.count_drafts()
        };
        let id = untrack(|| app.open_id())?;
        Some(link(Route::Survey(id, page).href(), name))
    };
    live_in_place(move || {
        let (text, choice) = text()?;
        let toggle = if choice { toggle() } else { None };
        Some(p("base", [text.part(), toggle.part()]))
    })
}
