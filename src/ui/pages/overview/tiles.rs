//! The figures of the survey: bodies, sheets, deadline, indicator.

use crate::analysis::{self, Selection};
use crate::i18n::Locale;
use crate::ui::components::{days_left, some_names};
use crate::ui::el::{El, Part, el, live_in_place, span};
use crate::ui::{app, document, manage, t};
use leptos::prelude::*;

/// The first year that a deadline can be in: before it, somebody is still
/// typing the year.
const FIRST_DAY: &str = "1900-01-01";

/// What a coordinator wants to know first.
#[derive(Clone, PartialEq)]
struct Figures {
    bodies: usize,
    received: usize,
    missing: Vec<String>,
    indicator: Option<(usize, u32, String)>,
}

/// The figures of the survey.
pub fn tiles() -> El {
    let (app, t) = (app(), t());
    let figures = Memo::new(move |_| {
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
    });
    let counts = live_in_place(move || figures.with(|f| f.as_ref().map(|f| counts(t, f))));
    let measured = move || figures.get().and_then(|figures| figures.indicator);
    el("dl")
        .class("tiles")
        .child(counts)
        .child(deadline())
        .live_in_place(move || measured().map(|measured| indicator(t, measured)))
}

fn tile(mark: &'static str, name: &'static str, said: El) -> El {
    el("div")
        .class("tile")
        .attr("data-tile", mark)
        .child([el("dt").child(name), said])
}

fn counts(t: Locale, figures: &Figures) -> [El; 3] {
    let said = |number: usize, about: Option<El>| {
        let number = el("strong").child(number.to_string());
        el("dd").child([number.part(), " ".part(), about.part()])
    };
    let missing = if figures.missing.is_empty() {
        t.nobody_missing().to_owned()
    } else {
        some_names(t, &figures.missing)
    };
    let of = el("span").child(t.out_of(figures.bodies));
    let missing = span("about", missing);
    let received = said(figures.received, Some(of));
    let lacking = said(figures.missing.len(), Some(missing));
    [
        tile("bodies", t.tile_bodies(), said(figures.bodies, None)),
        tile("received", t.tile_received(), received),
        tile("missing", t.tile_missing(), lacking),
    ]
}

/// The day by which sheets are expected, to be set by whoever runs the survey,
/// and how long that is.
fn deadline() -> El {
    let (app, t) = (app(), t());
    let day = Memo::new(move |_| {
        let day = app.with_head(|head| head.document.deadline.clone());
        day.unwrap_or_default()
    });
    let left = move || {
        let left = day.with(|day| days_left(t, day));
        left.unwrap_or_else(|| t.deadline_none().into())
    };
    let said = if untrack(|| app.is_invited()) {
        let day = move || day.with(|day| document::day(t, day));
        el("strong").class("day").live_in_place(day)
    } else {
        el("input")
            .attr("type", "date")
            .attr("data-deadline", "")
            .attr("aria-label", t.deadline_day())
            .prop("value", move || day.get().into())
            .on("change", move |event| {
                let day = event_target_value(&event);
                if day.is_empty() || day.as_str() >= FIRST_DAY {
                    app.set_deadline(&day);
                }
            })
    };
    let left = span("about", "")
        .attr("data-days-left", "")
        .live_in_place(left);
    let said = el("dd").child([said, left]);
    tile("deadline", t.deadline(), said)
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
