//! Completeness by dimension: a chart and its table.

use crate::analysis::completeness::{self, Completeness};
use crate::analysis::{Population, Selection};
use crate::chart::{Frame, Mark, Stack, Stacks, Theme, stacked};
use crate::i18n::Locale;
use crate::model::{EffectiveState, SurveyHead};
use crate::report::{self, Cell, Column, Group, Inline, Row, Table};
use crate::ui::components::{chart_width, figure, tone};
use crate::ui::el::{El, card, el, p};
use crate::ui::{Page, Query, Route, View, app, query, t, wording};
use leptos::prelude::*;

/// One dimension's line.
#[derive(Clone, PartialEq)]
struct Line {
    href: String,
    id: String,
    title: String,
    counts: Completeness,
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
    let width = chart_width();
    let draw = move || lines.with(|(lines, _)| chart(t, lines, width()));
    let table = move || lines.with(|(lines, _)| report::table(&table(t, lines, links)));
    let none = Memo::new(move |_| lines.with(|(_, sheets)| *sheets == 0));
    let shown = move || {
        if none.get() {
            return vec![p("empty", t.completeness_empty())];
        }
        let base = move || lines.with(|(_, sheets)| t.completeness_base(*sheets));
        vec![
            el("p").class("base").live_in_place(base),
            figure(draw),
            el("div").html(table),
        ]
    };
    card("completeness-title", t.completeness()).live(shown)
}

fn lines(
    t: Locale,
    head: &SurveyHead,
    population: &Population,
    selection: &Selection,
) -> Vec<Line> {
    let dimensions = head.questionnaire.dimensions.iter();
    dimensions
        .map(|dimension| Line {
            href: Route::Survey(
                head.id.clone(),
                Page::Results(
                    View::Dimension(dimension.id.clone()),
                    Query::of(selection.clone()),
                ),
            )
            .href(),
            id: dimension.id.to_string(),
            title: dimension.title.get(t.code()).to_owned(),
            counts: completeness::of_dimension(population, &dimension.id),
        })
        .collect()
}

fn table(t: Locale, lines: &[Line], links: bool) -> Table {
    let column = |name: &str, number| Column {
        name: name.into(),
        number,
    };
    Table {
        class: "table".into(),
        marks: vec![("data-completeness", String::new())],
        columns: vec![column(t.dimension(), false), column(t.answered(), true)],
        groups: vec![Group {
            heading: String::new(),
            rows: lines.iter().map(|line| row(t, line, links)).collect(),
        }],
        ..Table::default()
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

fn chart(t: Locale, lines: &[Line], width: u32) -> String {
    let rows = lines.iter().map(|line| Stack {
        key: line.id.clone(),
        label: format!("{} · {}", line.id, line.title),
        figure: t.of(line.counts.answered(), line.counts.asked()),
        segments: line
            .counts
            .states()
            .filter_map(|(s, n)| segment(t, s, n))
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
            more: String::new(),
        },
        base: 0,
        axis: t.axis_answers().into(),
        rows,
    };
    stacked::render(&spec, &Theme::light())
}

/// Not asked and off-condition are outside the base, so outside the bar.
fn segment(t: Locale, state: EffectiveState, count: usize) -> Option<Mark> {
    (count > 0 && state.was_asked()).then(|| Mark {
        key: state.code().into(),
        label: wording::state(t, state).into(),
        value: u32::try_from(count).unwrap_or(u32::MAX),
        figure: count.to_string(),
        names: Vec::new(),
        tone: tone(state),
    })
}
