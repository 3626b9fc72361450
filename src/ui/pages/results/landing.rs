//! The result of each dimension: answered *k* of *n* asked, and the readings, for
//! all bodies together and, on demand, for each of them.

use crate::analysis::completeness::{of_dimension, of_each_in};
use crate::analysis::{Completeness, Population, QuestionReadings, ReadingCounts, readings};
use crate::i18n::Locale;
use crate::model::{DimensionId, Reading, SurveyHead};
use crate::report::counts::SHOWN;
use crate::report::{self, Cell, Column, Group, Inline, Mark, Row, Table};
use crate::ui::components::{first_of, portions, with_names};
use crate::ui::el::{El, el, on_demand};
use crate::ui::pages::overview::completeness_by_dimension;
use crate::ui::{Page, Query, Route, View, app, query, t};
use leptos::prelude::*;

/// The result of each dimension, and how complete they are.
pub fn landing() -> El {
    el("div").child([results(), completeness_by_dimension(true)])
}

/// The table of all dimensions, and on demand one of bodies for each.
fn results() -> El {
    let (app, t, query) = (app(), t(), query());
    let all = move |most| {
        let query = query.get();
        let table = app.with_population(&query.selection, |head, population| {
            of_dimensions(t, head, population, &query, most)
        });
        table.unwrap_or_default()
    };
    let dimensions = app.with_head(|head| {
        let dimensions = head.questionnaire.dimensions.iter();
        dimensions.map(|d| d.id.clone()).collect::<Vec<_>>()
    });
    let each = dimensions.unwrap_or_default().into_iter().map(|id| {
        let mark = id.to_string();
        on_demand(t.body_by_body(&mark), move || of_bodies(id.clone())).attr("data-bodies-of", mark)
    });
    el("section")
        .class("card")
        .attr("aria-labelledby", "dimensions-title")
        .child(
            el("h2")
                .attr("id", "dimensions-title")
                .child(t.dimension_results()),
        )
        .child(el("p").class("base").child(t.dimension_results_base()))
        .child(with_names(move || all(SHOWN), move || all(usize::MAX)))
        .child(each.collect::<Vec<_>>())
}

fn of_dimensions(
    t: Locale,
    head: &SurveyHead,
    population: &Population,
    query: &Query,
    most: usize,
) -> Table {
    let groups = readings::by_dimension(population);
    let rows = groups.iter().map(|group| {
        let view = View::Dimension(group.key.clone());
        let page = Page::Results(view, Query::of(query.selection.clone()));
        let names = |reading| names(t, population, &group.questions, reading, most);
        let answers = of_dimension(population, &group.key);
        Row {
            marks: vec![("data-dimension-result", group.key.to_string())],
            heading: vec![Inline::Link {
                href: Route::Survey(head.id.clone(), page).href(),
                text: title(t, head, &group.key),
            }],
            ..figures(t, &answers, &group.total(), &names)
        }
    });
    table(t, t.dimension(), t.dimension_results(), rows.collect())
}

/// The table of bodies for a dimension: those whose sheets count.
fn of_bodies(dimension: DimensionId) -> El {
    let (app, t, query) = (app(), t(), query());
    // As many as count; the first of them are in the page.
    let count = move || {
        let count = query.with(|query| {
            app.with_population(&query.selection, |_, population| population.counted().len())
        });
        count.unwrap_or_default()
    };
    portions(count, move |most| {
        let table = query.with(|query| {
            app.with_population(&query.selection, |_, population| {
                let group = readings::of_dimension(population, &dimension);
                let each = of_each_in(population, &dimension);
                let bodies = population.counted().iter().take(most);
                let rows = bodies.filter_map(|body| {
                    let partner = population.body(*body)?.partner;
                    let answers = each.get(*body)?;
                    Some(Row {
                        marks: vec![("data-body", partner.id.to_string())],
                        heading: vec![Inline::Text(partner.name.clone())],
                        ..figures(t, answers, &group.of_body(*body), &|_| String::new())
                    })
                });
                let name = t.body_by_body(&dimension);
                let rows = table(t, t.body(), &name, rows.collect());
                report::table(&first_of(rows, population.counted().len()))
            })
        });
        table.unwrap_or_default()
    })
}

fn title(t: Locale, head: &SurveyHead, dimension: &DimensionId) -> String {
    let found = head.questionnaire.dimension(dimension);
    let title = found.map_or("", |d| d.title.get(t.code()));
    [dimension.as_str(), " · ", title].concat()
}

/// Who has a reading, question by question: `most` of each at most.
fn names(
    t: Locale,
    population: &Population,
    questions: &[QuestionReadings],
    reading: Reading,
    most: usize,
) -> String {
    let people = population.people();
    let questions = questions.iter().filter_map(|question| {
        let asked = population
            .head()
            .questionnaire
            .question(&question.question)?;
        let bodies = question.bodies(reading);
        let places = bodies.iter().filter_map(|body| population.place(*body));
        let mut names: Vec<&str> = places.take(most).map(|place| people.name(place)).collect();
        let more = bodies.len().saturating_sub(most);
        let more = t.and_more_names().replace("{n}", &more.to_string());
        if bodies.len() > most {
            names.push(&more);
        }
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
