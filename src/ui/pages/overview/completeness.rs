//! Completeness by dimension: a chart and its table.

use crate::analysis::completeness::of_each_in;
use crate::analysis::{Completeness, People, Population, Selection};
use crate::chart::{Frame, Mark, Stack, Stacks, Theme, stacked};
use crate::i18n::Locale;
use crate::model::{EffectiveState, SurveyHead};
use crate::report::counts::{names, tone};
use crate::report::{Cell, Column, Group, Inline, Row, Table};
use crate::ui::components::{Picture, picture};
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
    /// Of each state, the bodies that have answers in it, by their places among
    /// the partners, each with how many.
    who: Vec<(EffectiveState, Vec<(usize, usize)>)>,
    people: Arc<People>,
}

impl Line {
    /// The first `most` of those who have answers in a state, and how many.
    fn told(&self, who: &[(usize, usize)], most: usize) -> Vec<String> {
        let told = who.iter().take(most).map(|(place, count)| {
            let name = self.people.name(*place);
            [name, " ", &count.to_string()].concat()
        });
        told.collect()
    }
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
            table: Arc::new(move |most| lines.with(|(lines, _)| table(t, lines, links, most))),
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
    let dimensions = head.questionnaire.dimensions.iter();
    dimensions
        .map(|dimension| {
            let view = View::Dimension(dimension.id.clone());
            let page = Page::Results(view, Query::of(selection.clone()));
            let each = of_each_in(population, &dimension.id);
            Line {
                href: Route::Survey(head.id.clone(), page).href(),
                title: dimension.title.get(t.code()).to_owned(),
                id: dimension.id.to_string(),
                counts: each.iter().copied().sum(),
                who: who(population, &each),
                people: population.people(),
            }
        })
        .collect()
}

/// Who has answers in which state, and how many.
fn who(
    population: &Population,
    each: &[Completeness],
) -> Vec<(EffectiveState, Vec<(usize, usize)>)> {
    let states = EffectiveState::ALL.into_iter().map(|state| {
        let who = population.counted().iter().filter_map(|body| {
            let count = each.get(*body)?.count(state);
            let place = population.place(*body).filter(|_| count > 0)?;
            Some((place, count))
        });
        (state, who.collect())
    });
    states.collect()
}

/// One group for each dimension: what was answered, then each state that is no
/// answer, with the bodies.
fn table(t: Locale, lines: &[Line], links: bool, most: usize) -> Table {
    let column = |name: &str, number| Column {
        name: name.into(),
        number,
    };
    let group = |line: &Line| Group {
        heading: String::new(),
        rows: rows(t, line, links, most),
    };
    Table {
        class: "table counts".into(),
        marks: vec![("data-completeness", String::new())],
        caption: t.completeness().into(),
        columns: vec![
            column(t.dimension(), false),
            column(t.answered(), true),
            column(t.names_column(), false),
        ],
        groups: lines.iter().map(group).collect(),
    }
}

fn rows(t: Locale, line: &Line, link: bool, most: usize) -> Vec<Row> {
    let text = format!("{} · {}", line.id, line.title);
    let name = if link {
        let href = line.href.clone();
        Inline::Link { href, text }
    } else {
        Inline::Text(text)
    };
    let asked = line.counts.asked();
    let counted = line.who.iter().filter(|(state, _)| state.was_asked());
    let rows = counted.filter_map(|(state, who)| {
        let count = line.counts.count(*state);
        let of_all = *state == EffectiveState::Given;
        (count > 0 || of_all).then(|| Row {
            marks: if of_all {
                vec![("data-dimension", line.id.clone())]
            } else {
                vec![("data-state", state.code().into())]
            },
            heading: if of_all {
                vec![name.clone()]
            } else {
                vec![Inline::Text(wording::state(t, *state).into())]
            },
            cells: vec![
                Cell::number(
                    t.of(count, asked),
                    vec![("data-answered", count.to_string())],
                ),
                Cell {
                    class: "names".into(),
                    content: vec![names(t, who.len(), &|n| line.told(who, n), most, most)],
                    ..Cell::default()
                },
            ],
        })
    });
    rows.collect()
}

fn chart(t: Locale, lines: &[Line], width: u32, theme: &Theme) -> String {
    let rows = lines.iter().map(|line| Stack {
        key: line.id.clone(),
        label: format!("{} · {}", line.id, line.title),
        figure: t.of(line.counts.answered(), line.counts.asked()),
        segments: line
            .who
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
fn segment(
    t: Locale,
    line: &Line,
    (state, who): &(EffectiveState, Vec<(usize, usize)>),
) -> Option<Mark> {
    let count = line.counts.count(*state);
    (count > 0 && state.was_asked()).then(|| Mark {
        key: state.code().into(),
        label: wording::state(t, *state).into(),
        value: u32::try_from(count).unwrap_or(u32::MAX),
        figure: t.of(count, line.counts.asked()),
        names: line.told(who, Mark::NAMES),
        others: who.len().saturating_sub(Mark::NAMES),
        tone: tone(*state),
    })
}
