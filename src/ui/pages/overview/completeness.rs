//! Completeness by dimension: a chart and its table.

use crate::analysis::dimension::{DimensionResult, dimension_results};
use crate::analysis::{Completeness, Population, Selection};
use crate::chart::{Frame, Mark, Stack, Stacks, Theme, stacked};
use crate::i18n::Locale;
use crate::model::{EffectiveState, SurveyHead};
use crate::report::{Cell, Column, Group, Inline, Row, Table};
use crate::ui::components::{Picture, picture, tone};
use crate::ui::el::{El, card, p};
use crate::ui::{Page, Query, Route, View, app, query, t, wording};
use leptos::prelude::*;
use std::sync::Arc;

/// One dimension's line.
#[derive(Clone, PartialEq)]
struct Line {
    href: String,
    id: String,
    title: String,
    counts: Completeness,
    /// Of each state, the bodies that have an answer in it.
    names: Vec<(EffectiveState, Vec<String>)>,
}

/// How complete each dimension is over the sheets that count; with `links`,
/// each leads to its results.
pub fn completeness_by_dimension(links: bool) -> El {
    let (app, t, query) = (app(), t(), query());
    let lines = Memo::new(move |_| {
        let selection = query.with(|q| q.selection.clone());
        app.with_population(&selection, |head, population| {
            (
                lines(t, head, population, &selection),
                population.counted().len(),
            )
        })
        .unwrap_or_default()
    });
    let none = Memo::new(move |_| lines.with(|(_, sheets)| *sheets == 0));
    let shown = move |none: bool| {
        if none {
            return p("empty", t.completeness_empty());
        }
        let draw =
            move |width, theme: &Theme| lines.with(|(lines, _)| chart(t, lines, width, theme));
        picture(Picture {
            id: "completeness".into(),
            title: t.completeness().into(),
            draw: Arc::new(draw),
            base: Arc::new(move || lines.with(|(_, sheets)| t.completeness_base(*sheets))),
            table: Arc::new(move || lines.with(|(lines, _)| table(t, lines, links))),
        })
    };
    card("completeness-title", t.completeness()).live(move || {
        let none = none.get();
        untrack(|| shown(none))
    })
}

fn lines(
    t: Locale,
    head: &SurveyHead,
    population: &Population,
    selection: &Selection,
) -> Vec<Line> {
    let results = dimension_results(population).into_iter();
    results
        .map(|result| {
            let view = View::Dimension(result.dimension.clone());
            let page = Page::Results(view, Query::of(selection.clone()));
            let dimension = head.questionnaire.dimension(&result.dimension);
            Line {
                href: Route::Survey(head.id.clone(), page).href(),
                title: dimension.map_or("", |d| d.title.get(t.code())).to_owned(),
                id: result.dimension.to_string(),
                counts: result.completeness,
                names: names(population, &result),
            }
        })
        .collect()
}

/// Who has answers in which state.
fn names(population: &Population, result: &DimensionResult) -> Vec<(EffectiveState, Vec<String>)> {
    let states = EffectiveState::ALL.into_iter();
    let named = states.map(|state| {
        let bodies = result.bodies.iter();
        let bodies = bodies.filter(|body| body.completeness.count(state) > 0);
        let names = bodies.filter_map(|body| {
            let name = &population.body(body.body)?.partner.name;
            Some([name, " ", &body.completeness.count(state).to_string()].concat())
        });
        (state, names.collect())
    });
    named.collect()
}

fn table(t: Locale, lines: &[Line], links: bool) -> Table {
    let column = |name: &str, number| Column {
        name: name.into(),
        number,
    };
    Table {
        class: "table".into(),
        marks: vec![("data-completeness", String::new())],
        caption: t.completeness().into(),
        columns: vec![column(t.dimension(), false), column(t.answered(), true)],
        groups: vec![Group {
            heading: String::new(),
            rows: lines.iter().map(|line| row(t, line, links)).collect(),
        }],
    }
}

fn row(t: Locale, line: &Line, link: bool) -> Row {
    let text = format!("{} · {}", line.id, line.title);
    let name = if link {
        let href = line.href.clone();
        Inline::Link { href, text }
    } else {
        Inline::Text(text)
    };
    let (answered, asked) = (line.counts.answered(), line.counts.asked());
    let marks = vec![
        ("data-answered", answered.to_string()),
        ("data-asked", asked.to_string()),
    ];
    Row {
        marks: vec![("data-dimension", line.id.clone())],
        heading: vec![name],
        cells: vec![Cell::number(t.of(answered, asked), marks)],
    }
}

fn chart(t: Locale, lines: &[Line], width: u32, theme: &Theme) -> String {
    let rows = lines.iter().map(|line| Stack {
        key: line.id.clone(),
        label: format!("{} · {}", line.id, line.title),
        figure: t.of(line.counts.answered(), line.counts.asked()),
        segments: line
            .names
            .iter()
            .filter_map(|of| segment(t, line, of))
            .collect(),
    });
    let rows: Vec<Stack> = rows.collect();
    let description: Vec<_> = rows
        .iter()
        .map(|r| format!("{}: {}", r.label, r.figure))
        .collect();
    let spec = Stacks {
        frame: Frame {
            id: "completeness".into(),
            title: t.completeness().into(),
            description: description.join("; "),
            width,
            more: t.and_more_names().into(),
        },
        base: 0,
        axis: t.axis_answers().into(),
        rows,
    };
    stacked::render(&spec, theme)
}

/// Not asked and off-condition are outside the base, so outside the bar.
fn segment(t: Locale, line: &Line, (state, names): &(EffectiveState, Vec<String>)) -> Option<Mark> {
    let count = line.counts.count(*state);
    (count > 0 && state.was_asked()).then(|| Mark {
        key: state.code().into(),
        label: wording::state(t, *state).into(),
        value: u32::try_from(count).unwrap_or(u32::MAX),
        figure: t.of(count, line.counts.asked()),
        names: names.clone(),
        tone: tone(*state),
    })
}
