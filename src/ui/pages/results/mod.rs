//! Results: all dimensions, and each with its questions.

mod bars;
mod card;
mod table;

use card::ResultCard;

use crate::analysis::Counting;
use crate::model::DimensionId;
use crate::ui::components::some_names;
use crate::ui::pages::overview::CompletenessByDimension;
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
#[component]
pub fn Results(filter: Filter) -> impl IntoView {
    let t = t();
    view! {
        <div class="page">
            <h1>{t.results_title()}</h1>
            <DimensionTabs current=None filter/>
            <Base filter current=None/>
            <CompletenessByDimension counting=counting(filter) links=true/>
        </div>
    }
}

/// The results of one dimension.
#[component]
pub fn DimensionResults(dimension: DimensionId, filter: Filter) -> impl IntoView {
    let (app, t) = (app(), t());
    let found = untrack(|| {
        app.with_head(|head| {
            let title = head
                .questionnaire
                .dimension(&dimension)?
                .title
                .get(t.code())
                .to_owned();
            let questions: Vec<_> = head
                .questionnaire
                .in_dimension(&dimension)
                .cloned()
                .collect();
            Some((title, questions))
        })
    });
    let Some((title, questions)) = found.flatten() else {
        return view! {
            <div class="page narrow"><h1>{t.results_title()}</h1><p>{t.no_dimension_text()}</p><DimensionTabs current=None filter/></div>
        }
        .into_any();
    };
    let cards: Vec<_> = questions
        .into_iter()
        .map(|question| view! { <ResultCard question counting=counting(filter)/> })
        .collect();
    view! {
        <div class="page results">
            <h1><span class="code">{dimension.to_string()}</span>" "{title}</h1>
            <DimensionTabs current=Some(dimension.clone()) filter/>
            <Base filter current=Some(dimension)/>
            {cards}
        </div>
    }
    .into_any()
}

/// Leads to each dimension.
#[component]
fn DimensionTabs(current: Option<DimensionId>, filter: Filter) -> impl IntoView {
    let (app, t) = (app(), t());
    let links = untrack(|| {
        app.with_head(|head| {
            let link = |page: Page, name: String, title: String, here: bool| {
                let href = Route::Survey(head.id.clone(), page).href();
                view! { <li><a href=href title=title aria-current=here.then_some("page")>{name}</a></li> }
            };
            let all = link(Page::Results(filter), t.all_dimensions().into(), String::new(), current.is_none());
            let each = head.questionnaire.dimensions.iter().map(|d| {
                let here = current.as_ref() == Some(&d.id);
                let title = d.title.get(t.code()).to_owned();
                link(Page::Dimension(d.id.clone(), filter), d.id.to_string(), title, here)
            });
            std::iter::once(all).chain(each).collect::<Vec<_>>()
        })
    });
    view! { <nav class="tabs" aria-label=t.dimensions()><ul>{links}</ul></nav> }
}

/// Who is counted, who is not, and drafts on demand.
#[component]
fn Base(filter: Filter, current: Option<DimensionId>) -> impl IntoView {
    let (app, t) = (app(), t());
    let text = move || {
        app.with_population(counting(filter), |_, population| {
            let (k, n) = (population.counted().len(), population.bodies().len());
            let base = if filter.drafts {
                t.results_base_drafts(k, n)
            } else {
                t.results_base(k, n)
            };
            let missing = population.missing().iter();
            let missing: Vec<String> = missing
                .filter_map(|b| Some(population.body(*b)?.partner.name.clone()))
                .collect();
            let missing = (!missing.is_empty()).then(|| t.without_sheet(some_names(t, &missing)));
            (base, missing, population.drafts_left_out().len())
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
        let href = app.open_id().map(|id| Route::Survey(id, page).href());
        let name = if filter.drafts {
            t.leave_drafts()
        } else {
            t.count_drafts()
        };
        view! { <a href=href>{name}</a> }
    };
    move || {
        text().map(|(base, missing, drafts)| {
            view! {
                <p class="base">
                    {base} " " {missing}
                    {(drafts > 0).then(|| format!(" {} ", t.drafts_left_out(drafts)))}
                    {(drafts > 0 || filter.drafts).then(|| toggle.clone()())}
                </p>
            }
        })
    }
}
