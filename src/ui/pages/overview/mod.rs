//! Overview: who has answered, the indicator, completeness by dimension.

mod completeness;
mod partners;

pub use completeness::completeness_by_dimension;
use partners::partners;

use crate::analysis::{self, Selection};
use crate::i18n::Locale;
use crate::model::LocalText;
use crate::ui::components::some_names;
use crate::ui::el::{El, Part, button, card, el, live_in_place, span};
use crate::ui::{app, manage, t};
use leptos::prelude::*;

/// The overview page.
pub fn overview() -> El {
    el("div")
        .class("page")
        .child(title())
        .child(tiles())
        .child(completeness_by_dimension(false))
        .child(partners())
        .child(notes())
}

/// What the survey says about itself; nothing where it has no notes.
fn notes() -> Option<El> {
    let (app, t) = (app(), t());
    let notes = untrack(|| app.with_head(|h| h.notes.clone()))?;
    let text = |note: &LocalText| el("p").child(note.get(t.code()).to_owned());
    let texts: Vec<_> = notes.iter().map(text).collect();
    (!texts.is_empty()).then(|| card("notes-title", t.survey_notes()).child(texts))
}

/// Title and project lines; the title can be changed here.
fn title() -> [El; 3] {
    let (app, t) = (app(), t());
    let renaming = RwSignal::new(false);
    let title = move || app.with_head(|h| h.title.clone()).unwrap_or_default();
    let row = move || {
        if renaming.get()
            && let Some(manage) = manage::here()
            && let Some(id) = untrack(|| app.open_id())
        {
            return vec![(manage.rename)(id, untrack(title), renaming)];
        }
        let rename = move || manage::with(app, move |_| renaming.set(true));
        let heading = el("h1").live_in_place(title);
        if app.is_invited() {
            return vec![heading];
        }
        vec![heading, button("link", t.rename(), rename)]
    };
    let project = move || app.with_head(|h| h.document.project.clone());
    let activity = move || app.with_head(|h| h.document.activity.clone());
    [
        el("div").class("title-row").live(row),
        el("p").class("project").live_in_place(project),
        el("p").class("activity").live_in_place(activity),
    ]
}

/// What a coordinator wants to know first.
struct Figures {
    bodies: usize,
    received: usize,
    missing: Vec<String>,
    indicator: Option<(usize, u32, String)>,
}

/// The figures of the survey.
fn tiles() -> AnyView {
    let (app, t) = (app(), t());
    let figures = move || {
        app.with_population(&Selection::default(), |head, population| Figures {
            bodies: population.bodies().len(),
            received: population.received().len(),
            missing: population
                .missing()
                .iter()
                .filter_map(|body| Some(population.body(*body)?.partner.name.clone()))
                .collect(),
            indicator: analysis::indicator(population).map(|i| {
                let name = head
                    .indicator
                    .as_ref()
                    .map(|i| i.name.get(t.code()).to_owned());
                (i.result(), i.target, name.unwrap_or_default())
            }),
        })
    };
    live_in_place(move || figures().map(|figures| list(t, figures)))
}

fn list(t: Locale, figures: Figures) -> El {
    let tile = |mark: &'static str, name: &'static str, number: usize, about: Option<El>| {
        let number = el("strong").child(number.to_string());
        let said = el("dd").child([number.part(), " ".part(), about.part()]);
        el("div")
            .class("tile")
            .attr("data-tile", mark)
            .child([el("dt").child(name), said])
    };
    let missing = if figures.missing.is_empty() {
        t.nobody_missing().to_owned()
    } else {
        some_names(t, &figures.missing)
    };
    let of = el("span").child(t.out_of(figures.bodies));
    let missing = span("about", missing);
    el("dl").class("tiles").child([
        tile("bodies", t.tile_bodies(), figures.bodies, None).part(),
        tile("received", t.tile_received(), figures.received, Some(of)).part(),
        tile(
            "missing",
            t.tile_missing(),
            figures.missing.len(),
            Some(missing),
        )
        .part(),
        figures.indicator.map(|i| indicator(t, i)).part(),
    ])
}

/// The indicator's result, and its target to be set.
fn indicator(t: Locale, (result, target, name): (usize, u32, String)) -> El {
    let app = app();
    let change = move |event| {
        let typed = event_target_value(&event);
        manage::with(app, move |manage| (manage.set_target)(app, &typed));
    };
    let result = el("strong")
        .attr("data-indicator-result", result.to_string())
        .child(result.to_string());
    let target = el("input")
        .attr("type", "number")
        .attr("min", "0")
        .attr("max", "99999")
        .prop("value", move || target.into())
        .attr("data-indicator-target", target.to_string())
        .on("change", change);
    let line = span("figure-line", result)
        .child(" ")
        .child(el("span").child(t.indicator_result_of()))
        .child(" ")
        .child(
            el("label")
                .class("inline")
                .child([span("hidden", t.target()), target]),
        );
    el("div")
        .class("tile wide")
        .attr("data-tile", "indicator")
        .child(el("dt").child(t.tile_indicator()))
        .child(el("dd").child([line, span("about", name)]))
}
