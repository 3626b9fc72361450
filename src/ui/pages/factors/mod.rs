//! Factors: what the answers mean for the transfer of the practice, by dimension
//! and by kind of factor, for all bodies or for one; and how each question is
//! read.

mod chart;
mod question;
mod rules;
mod words;

use crate::analysis::readings::{by_dimension, by_factor};
use crate::analysis::{Population, Selection};
use crate::i18n::Locale;
use crate::model::PartnerId;
use crate::report::counts::ReadingsRow;
use crate::ui::el::{El, el, p, span};
use crate::ui::{app, ask, query, t};
use leptos::prelude::*;

/// The name of the chosen body in the address.
const BODY: &str = "body";

/// Everything that is charted.
#[derive(Clone, Default, PartialEq)]
struct Shown {
    base: String,
    dimensions: Vec<ReadingsRow>,
    factors: Vec<ReadingsRow>,
}

/// The factors of those who are looked at.
pub fn factors() -> El {
    let (app, t, query) = (app(), t(), query());
    let asked = Memo::new(move |_| query.with(|q| (q.selection.clone(), q.get(BODY).to_owned())));
    let shown = Memo::new(move |_| {
        let look = |asked: &(Selection, String)| {
            let (selection, body) = asked;
            app.with_population(selection, |_, population| shown(t, population, body))
        };
        asked.with(look).unwrap_or_default()
    });
    el("div")
        .class("factors")
        .child(p("hint", t.factors_intro()))
        .child(body())
        .child(chart::card(
            "factors-dimensions",
            t.factors_by_dimension(),
            shown,
            |shown| &shown.dimensions,
        ))
        .child(chart::card(
            "factors-kinds",
            t.factors_by_factor(),
            shown,
            |shown| &shown.factors,
        ))
        .child(rules::rules())
}

/// Chooses whose readings are charted: those of all, or of one body.
fn body() -> El {
    let (app, t, query) = (app(), t(), query());
    let option = |value: String, name: String| el("option").attr("value", value).child(name);
    let partners = app.with_head(|head| {
        let partners = head.partners.iter();
        let option = |p: &crate::model::Partner| option(p.id.to_string(), p.name.clone());
        partners.map(option).collect::<Vec<_>>()
    });
    let all = option(String::new(), t.factors_of_all().into());
    let choose = move |event| {
        let body = event_target_value(&event);
        ask(query.get_untracked().set(BODY, &body));
    };
    let select = el("select")
        .attr("data-body-choice", "")
        .child(all)
        .child(partners.unwrap_or_default())
        .prop("value", move || query.with(|q| q.get(BODY).into()))
        .on("change", choose);
    el("label")
        .class("field")
        .child([span("label", t.factors_of()), select])
}

fn shown(t: Locale, population: &Population, body: &str) -> Shown {
    let questionnaire = &population.head().questionnaire;
    let chosen = PartnerId::new(body).ok();
    let place = chosen.as_ref().and_then(|id| population.index_of(id));
    let base = match (&chosen, place.and_then(|at| population.body(at))) {
        (None, _) => t.factors_base(population.counted().len()),
        (Some(_), None) => t.factors_filtered_out().into(),
        (Some(_), Some(body)) if body.sheet.is_none() => t.factors_no_sheet(&body.partner.name),
        (Some(_), Some(body)) => t.factors_base_of(&body.partner.name),
    };
    // Of somebody who is not looked at nothing is known.
    let only = chosen.map(|_| place.unwrap_or(usize::MAX));
    let dimensions = by_dimension(population);
    let dimensions = dimensions
        .iter()
        .filter(|group| !group.questions.is_empty());
    let dimensions = dimensions.map(|group| {
        let dimension = questionnaire.dimension(&group.key);
        let title = dimension.map_or("", |d| d.title.get(t.code()));
        let label = [group.key.as_str(), " · ", title].concat();
        ReadingsRow::new(population, group, group.key.to_string(), label, only)
    });
    let factors = by_factor(population);
    let factors = factors.iter().filter(|group| !group.questions.is_empty());
    let factors = factors.map(|group| {
        let (key, label) = match group.key {
            Some(factor) => (factor.code(), words::factor(t, factor)),
            None => ("none", t.factor_unset()),
        };
        ReadingsRow::new(population, group, key.into(), label.into(), only)
    });
    Shown {
        base,
        dimensions: dimensions.collect(),
        factors: factors.collect(),
    }
}
