//! The result of each dimension: answered *k* of *n* asked, and the readings, for
//! all bodies together and, on demand, for each of them.

use crate::analysis::dimension::{DimensionResult, dimension_results};
use crate::analysis::{Completeness, Population, ReadingCounts};
use crate::i18n::Locale;
use crate::model::SurveyHead;
use crate::report::{self, Cell, Column, Group, Inline, Mark, Row, Table};
use crate::ui::el::{El, el};
use crate::ui::pages::overview::completeness_by_dimension;
use crate::ui::{Page, Query, Route, View, app, query, t};
use leptos::prelude::*;

/// The result of each dimension, and how complete they are.
pub fn landing() -> El {
    el("div").child([results(), completeness_by_dimension(true)])
}

/// The table of all dimensions, and one of bodies for each.
fn results() -> El {
    let (app, t, query) = (app(), t(), query());
    let html = move || {
        let query = query.get();
        let html = app.with_population(&query.selection, |head, population| {
            html(t, head, population, &query)
        });
        html.unwrap_or_default()
    };
    el("section")
        .class("card")
        .attr("aria-labelledby", "dimensions-title")
        .child(
            el("h2")
                .attr("id", "dimensions-title")
                .child(t.dimension_results()),
        )
        .child(el("p").class("base").child(t.dimension_results_base()))
        .child(el("div").html(html))
}

fn html(t: Locale, head: &SurveyHead, population: &Population, query: &Query) -> String {
    let results = dimension_results(population);
    let rows = results.iter().map(|result| row(t, head, result, query));
    let all = table(t, t.dimension(), "", rows.collect());
    let each = results.iter().map(|result| {
        let rows = result.bodies.iter().filter_map(|body| {
            let partner = population.body(body.body)?.partner;
            let mut row = figures(t, &body.completeness, &body.readings);
            row.marks = vec![("data-body", partner.id.to_string())];
            row.heading = vec![Inline::Text(partner.name.clone())];
            Some(row)
        });
        let rows: Vec<Row> = rows.collect();
        let mut html = report::Html::default();
        html.open(
            "details",
            "",
            &[("data-bodies-of", result.dimension.to_string())],
        );
        let name = t.body_by_body(&result.dimension);
        html.element("summary", "", &name);
        html.raw(&report::table(&table(t, t.body(), &name, rows)));
        html.close("details");
        html.finish()
    });
    report::table(&all) + &each.collect::<String>()
}

fn title(t: Locale, head: &SurveyHead, result: &DimensionResult) -> String {
    let dimension = head.questionnaire.dimension(&result.dimension);
    let title = dimension.map_or("", |d| d.title.get(t.code()));
    [result.dimension.as_str(), " · ", title].concat()
}

fn row(t: Locale, head: &SurveyHead, result: &DimensionResult, query: &Query) -> Row {
    let view = View::Dimension(result.dimension.clone());
    let page = Page::Results(view, Query::of(query.selection.clone()));
    let mut row = figures(t, &result.completeness, &result.readings);
    row.marks = vec![("data-dimension-result", result.dimension.to_string())];
    row.heading = vec![Inline::Link {
        href: Route::Survey(head.id.clone(), page).href(),
        text: title(t, head, result),
    }];
    row
}

/// A row of figures, whose heading is still to be set.
fn figures(t: Locale, answers: &Completeness, readings: &ReadingCounts) -> Row {
    let (answered, asked) = (answers.answered(), answers.asked());
    // On a phone the heads are gone, and each figure says what it is.
    let figure = |name: &str, mark, n: usize, text: String| -> Cell {
        let marks: Vec<Mark> = vec![(mark, n.to_string()), ("data-label", name.into())];
        Cell::number(text, marks)
    };
    let count = |name, mark, n: usize| figure(name, mark, n, n.to_string());
    let of = t.of(answered, asked);
    Row {
        cells: vec![
            figure(t.answered(), "data-answered", answered, of),
            count(t.reading_enabling(), "data-enabling", readings.enabling),
            count(t.reading_neutral(), "data-neutral", readings.neutral),
            count(t.reading_hindering(), "data-hindering", readings.hindering),
            count(t.reading_unknown(), "data-unknown", readings.unknown),
        ],
        ..Row::default()
    }
}

fn table(t: Locale, heading: &str, caption: &str, rows: Vec<Row>) -> Table {
    let number = |name: &str| Column {
        name: name.into(),
        number: true,
    };
    Table {
        class: "table readings".into(),
        caption: caption.into(),
        columns: vec![
            Column {
                name: heading.into(),
                number: false,
            },
            number(t.answered()),
            number(t.reading_enabling()),
            number(t.reading_neutral()),
            number(t.reading_hindering()),
            number(t.reading_unknown()),
        ],
        groups: vec![Group {
            heading: String::new(),
            rows,
        }],
        ..Table::default()
    }
}
