//! What all views of the results share: their heading, the ways to the other
//! views, the filters, and who is counted.

use super::filters;
use crate::analysis::{Population, Selection};
use crate::model::DimensionId;
use crate::ui::components::some_names;
use crate::ui::el::{El, Part, el, link, live_in_place, on_demand, p};
use crate::ui::{Page, Query, Route, View, app, document, query, t};
use leptos::prelude::*;

/// Id of the filters.
pub const FILTERS: &str = "filters";

/// A view with its heading; what it shows follows who is looked at.
pub fn shell(view: &View, title: impl Part, shown: impl Part) -> El {
    let dimension = match view {
        View::Dimension(id) => Some(Some(id)),
        View::All => Some(None),
        _ => None,
    };
    el("div")
        .class("page results")
        .child(el("h1").child(title))
        .child(views(Some(view)))
        .child(dimension.map(dimensions))
        .child(own_copy())
        .child(filter())
        .child(base())
        .child(content(shown))
}

/// What a view shows; nothing where there is nobody to look at.
fn content(shown: impl Part) -> El {
    let (app, query) = (app(), query());
    let nobody = Memo::new(move |_| {
        let selection = query.with(|q| q.selection.clone());
        let bodies = app.with_population(&selection, |_, population| population.bodies().len());
        bodies == Some(0)
    });
    el("div")
        .class_hidden("shown", move || nobody.get())
        .child(shown)
}

/// Who was invited has their own sheet and nothing of the others.
fn own_copy() -> Option<El> {
    let (app, t) = (app(), t());
    untrack(|| app.is_invited()).then(|| p("notice", t.results_own_copy()))
}

/// Leads to each view; `None` is the codebook.
pub fn views(current: Option<&View>) -> El {
    let t = t();
    let results = [
        (t.by_dimension(), View::All),
        (t.matrix(), View::Matrix),
        (t.factors(), View::Factors),
        (t.compare(), View::Compare),
        (t.findings(), View::Findings),
    ];
    let by_dimension = |view: &View| matches!(view, View::All | View::Dimension(_));
    let mut links = Vec::new();
    for (name, view) in results {
        let here = current.is_some_and(|c| *c == view || by_dimension(c) && by_dimension(&view));
        links.push(tab(
            Page::Results(view, Query::default()),
            name.into(),
            here,
        ));
    }
    let codebook = Page::Codebook(Query::default());
    links.push(tab(codebook, t.codebook().into(), current.is_none()));
    tabs("views", t.results_views(), links)
}

/// Leads to each dimension.
fn dimensions(current: Option<&DimensionId>) -> El {
    let (app, t) = (app(), t());
    let page = |view| Page::Results(view, Query::default());
    let mut links = vec![tab(
        page(View::All),
        t.all_dimensions().into(),
        current.is_none(),
    )];
    app.with_head(|head| {
        for d in &head.questionnaire.dimensions {
            let here = current == Some(&d.id);
            let view = View::Dimension(d.id.clone());
            let link = tab(page(view), d.id.to_string(), here);
            links.push(link.attr("title", d.title.get(t.code()).to_owned()));
        }
    });
    tabs("dimensions", t.dimensions(), links)
}

fn tabs(class: &'static str, name: &'static str, links: Vec<El>) -> El {
    let links: Vec<_> = links.into_iter().map(|link| el("li").child(link)).collect();
    el("nav")
        .class(format!("tabs {class}"))
        .attr("aria-label", name)
        .child(el("ul").child(links))
}

/// A link to a page, for the same bodies.
fn tab(page: Page, name: String, here: bool) -> El {
    let (app, query) = (app(), query());
    let href = move || {
        let id = untrack(|| app.open_id())?;
        let page = page.with(Query::of(query.with(|q| q.selection.clone())));
        Some(Route::Survey(id, page).href().into())
    };
    let link = el("a").live_attr("href", href).child(name);
    if here {
        link.attr("aria-current", "page")
    } else {
        link
    }
}

/// What is asked of bodies, each to be taken away; and the way to ask for more.
fn filter() -> El {
    let (t, query) = (t(), query());
    let asked = Memo::new(move |_| query.with(|q| !q.selection.is_everybody()));
    let chips = move || asked.get().then(|| untrack(filters::chips));
    let panel = on_demand(t.filters(), filters::filters).class("filters");
    el("section")
        .class("filter")
        .attr("id", FILTERS)
        .attr("tabindex", "-1")
        .attr("aria-label", t.filters())
        .live(chips)
        .child(panel)
}

/// Who is counted, who is not, and drafts on demand.
fn base() -> AnyView {
    let (app, t, query) = (app(), t(), query());
    let text = move || {
        let query = query.get();
        app.with_population(&query.selection, |head, population| {
            let drafts = population.drafts_left_out().len();
            let all = head.partners.len();
            let text = said(t, &query.selection, population, all);
            (text, drafts > 0 || query.selection.drafts)
        })
    };
    let toggle = move || {
        let now = query.get();
        let drafts = !now.selection.drafts;
        let name = if drafts {
            t.count_drafts()
        } else {
            t.leave_drafts()
        };
        let selection = Selection {
            drafts,
            ..now.selection.clone()
        };
        let other = now.selecting(selection);
        let here = Route::parse(&document::hash());
        let Route::Survey(id, page) = here else {
            return None;
        };
        Some(link(Route::Survey(id, page.with(other)).href(), name))
    };
    live_in_place(move || {
        let (text, choice) = text()?;
        let toggle = if choice { toggle() } else { None };
        Some(p("base", [text.part(), toggle.part()]).attr("data-base", ""))
    })
}

fn said(
    t: crate::i18n::Locale,
    selection: &Selection,
    population: &Population,
    all: usize,
) -> String {
    let (k, n) = (population.counted().len(), population.bodies().len());
    let mut sentences = Vec::new();
    if !selection.is_everybody() {
        sentences.push(t.filter_result(n, all));
    }
    if all == 0 {
        sentences.push(t.results_no_bodies().into());
    } else if n == 0 {
        sentences.push(t.filter_nobody().into());
    } else if selection.drafts {
        sentences.push(t.results_base_drafts(k, n));
    } else {
        sentences.push(t.results_base(k, n));
    }
    let missing = population.missing().iter();
    let missing: Vec<String> = missing
        .filter_map(|b| Some(population.body(*b)?.partner.name.clone()))
        .collect();
    if !missing.is_empty() {
        sentences.push(t.without_sheet(some_names(t, &missing)));
    }
    let drafts = population.drafts_left_out().len();
    if drafts > 0 {
        sentences.push(t.drafts_left_out(drafts));
    }
    sentences.join(" ") + " "
}
