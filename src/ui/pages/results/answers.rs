//! Answers in words, body by body, for questions that nobody can count.

use super::card::Result;
use crate::analysis::{BodyIndex, Population, words};
use crate::i18n::Locale;
use crate::model::{EffectiveState, Question, Value};
use crate::report::counts::{MANY, table};
use crate::report::{self, Cell, Column, Group, Inline, Table};
use crate::ui::components::{first_of, portions, state_mark, with_names};
use crate::ui::el::{El, el};
use crate::ui::{Page, Route, app, document, query, t};
use leptos::prelude::*;

/// What was answered although it was not asked: in no count, and shown in words.
/// Nothing where there is none.
pub fn off_condition(question: Question, shown: Result) -> El {
    let caption = t().off_condition_answers();
    answers(question, caption.into(), caption, shown)
}

/// The answers of those whom the result names, body by body; nothing where there
/// are none.
fn answers(question: Question, caption: String, heading: &'static str, shown: Result) -> El {
    let (app, t, query) = (app(), t(), query());
    let count = move || shown.with(|s| s.answers.len()).unwrap_or_default();
    portions(count, move |most| {
        let rows = query.with(|query| {
            app.with_population(&query.selection, |_, population| {
                let rows = shown.with(|shown| {
                    let bodies = shown.answers.iter().take(most);
                    let row = |body: &BodyIndex| row(t, population, &question, *body);
                    bodies.filter_map(row).collect::<Vec<_>>()
                });
                rows.unwrap_or_default()
            })
        });
        let rows = rows.unwrap_or_default();
        if rows.is_empty() && question.kind.is_counted() {
            return String::new();
        }
        let table = by_body(t, &caption, heading, rows);
        report::table(&first_of(table, count()))
    })
}

/// A table of answers by body; `heading` stands above them where it is not empty.
fn by_body(t: Locale, caption: &str, heading: &str, rows: Vec<report::Row>) -> Table {
    let column = |name: &str| Column {
        name: name.into(),
        number: false,
    };
    Table {
        class: "table stacked answers".into(),
        caption: caption.into(),
        columns: vec![column(t.body()), column(t.body_answer())],
        groups: vec![Group {
            heading: heading.into(),
            rows,
        }],
        ..Table::default()
    }
}

/// The answers by body, and how many are in which state.
pub fn open_answers(question: Question, shown: Result) -> [El; 3] {
    let t = t();
    let base = move || shown.with(|s| s.counted.base.clone()).unwrap_or_default();
    let caption = t.table_of(&question.number);
    let states = move |most| {
        let states = shown.with(|s| table(t, t.by_state().into(), s.counted.rows.iter(), most));
        states.unwrap_or_default()
    };
    [
        el("p").class("base").live_in_place(base),
        answers(question, caption, "", shown),
        with_names(move || states(MANY), move || states(usize::MAX)),
    ]
}

/// Whose answers are shown in words: of a question that nobody can count all of
/// them, of others those that are in no count.
pub fn in_words(population: &Population, question: &Question) -> Vec<BodyIndex> {
    let states = population.states(&question.id).enumerate();
    let shown = states.filter(|(_, state)| match state {
        EffectiveState::Missing => false,
        EffectiveState::OffCondition => true,
        _ => !question.kind.is_counted(),
    });
    shown.map(|(body, _)| body).collect()
}

/// The answer of one body.
fn row(
    t: Locale,
    population: &Population,
    question: &Question,
    body: BodyIndex,
) -> Option<report::Row> {
    let partner = population.body(body)?.partner;
    let state = population.state(body, &question.id);
    let answer = population.answer(body, &question.id);
    let mut content = match answer.and_then(|answer| answer.value.as_ref()) {
        Some(Value::Text(text)) => vec![Inline::Run(report::links(text))],
        Some(Value::Date(day)) => vec![Inline::Text(document::day(t, day))],
        Some(value) => vec![Inline::Text(words::value(t, Some(question), value))],
        None => Vec::new(),
    };
    if state != EffectiveState::Given {
        content.push(state_mark(t, state));
    }
    if let Some(answer) = answer.filter(|answer| !answer.comment.is_empty()) {
        content.push(Inline::Remark(answer.comment.clone()));
    }
    let page = Page::Question(partner.id.clone(), question.id.clone());
    let href = Route::Survey(population.head().id.clone(), page).href();
    Some(report::Row {
        marks: vec![("data-body", partner.id.to_string())],
        heading: vec![Inline::Link {
            href,
            text: partner.name.clone(),
        }],
        cells: vec![Cell {
            content,
            ..Cell::default()
        }],
    })
}
