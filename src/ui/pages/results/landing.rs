//! The result of each dimension: answered *k* of *n* asked, and the readings, for
//! all bodies together and, on demand, for each of them.

use crate::analysis::dimension::{DimensionResult, dimension_results};
use crate::analysis::{Completeness, Population, QuestionReadings, ReadingCounts, readings};
use crate::i18n::Locale;
use crate::model::{Reading, SurveyHead};
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
    let groups = readings::by_dimension(population);
    let rows = results.iter().zip(&groups).map(|(result, group)| {
        let view = View::Dimension(result.dimension.clone());
        let page = Page::Results(view, Query::of(query.selection.clone()));
        let names = |reading| names(t, population, &group.questions, reading);
        Row {
            marks: vec![("data-dimension-result", result.dimension.to_string())],
            heading: vec![Inline::Link {
                href: Route::Survey(head.id.clone(), page).href(),
                text: title(t, head, result),
            }],
            ..figures(t, &result.completeness, &result.readings, &names)
        }
    });
    let all = table(t, t.dimension(), t.dimension_results(), rows.collect());
    let each = results.iter().map(|result| {
        let rows = result.bodies.iter().filter_map(|body| {
            let partner = population.body(body.body)?.partner;
            Some(Row {
                marks: vec![("data-body", partner.id.to_string())],
                heading: vec![Inline::Text(partner.name.clone())],
                ..figures(t, &body.completeness, &body.readings, &|_| String::new())
            })
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

/// Who has a reading, question by question.
fn names(
    t: Locale,
    population: &Population,
    questions: &[QuestionReadings],
    reading: Reading,
) -> String {
    let questions = questions.iter().filter_map(|question| {
        let bodies = question.bodies(reading).into_iter();
        let names = bodies.filter_map(|b| Some(population.body(b)?.partner.name.as_str()));
        let names: Vec<_> = names.collect();
        let asked = population
            .head()
            .questionnaire
            .question(&question.question)?;
        let number = t.question_number(&asked.number);
        (!names.is_empty()).then(|| t.with_name(number, names.join(", ")))
    });
    questions.collect::<Vec<_>>().join("; ")
}

/// A row of figures, whose heading is still to be set. `names` tells who is behind
/// the readings, where the row does not say so itself.
fn figures(
    t: Locale,
    answers: &Completeness,
    readings: &ReadingCounts,
    names: &dyn Fn(Reading) -> String,
) -> Row {
    let (answered, asked) = (answers.answered(), answers.asked());
    // On a phone the heads are gone, and each figure says what it is.
    let marks = |name: &str, mark: &'static str, n: usize| -> Vec<Mark> {
        vec![(mark, n.to_string()), ("data-label", name.into())]
    };
    let count = |name: &str, mark, reading, n: usize| {
        let mut cell = Cell::number(n.to_string(), marks(name, mark, n));
        let names = names(reading);
        if !names.is_empty() {
            let summary = n.to_string();
            cell.content = vec![Inline::More {
                summary,
                text: names,
            }];
        }
        cell
    };
    let ReadingCounts {
        enabling,
        hindering,
        neutral,
        unknown,
    } = *readings;
    let all = enabling + hindering + neutral + unknown;
    let base = t.readings_in_all();
    Row {
        cells: vec![
            Cell::number(
                t.of(answered, asked),
                marks(t.answered(), "data-answered", answered),
            ),
            Cell::number(all.to_string(), marks(base, "data-readings", all)),
            count(
                t.reading_enabling(),
                "data-enabling",
                Reading::Enabling,
                enabling,
            ),
            count(
                t.reading_neutral(),
                "data-neutral",
                Reading::Neutral,
                neutral,
            ),
            count(
                t.reading_hindering(),
                "data-hindering",
                Reading::Hindering,
                hindering,
            ),
            count(
                t.reading_unknown(),
                "data-unknown",
                Reading::Unknown,
                unknown,
            ),
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
            number(t.readings_in_all()),
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
