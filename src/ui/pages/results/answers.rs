//! Answers in words, body by body, for questions that nobody can count.

use super::card::Result;
use super::table::table;
use crate::analysis::{self, Population};
use crate::i18n::Locale;
use crate::model::{EffectiveState, Question, Value};
use crate::report::{self, Cell, Column, Group, Inline, Table};
use crate::ui::components::state_mark;
use crate::ui::el::{El, el};
use crate::ui::{Page, Route, document};

/// The answers by body, and how many are in which state.
pub fn open_answers(t: Locale, number: &str, shown: Result) -> [El; 3] {
    let base = move || shown.with(|s| s.base.clone()).unwrap_or_default();
    let caption = t.table_of(number);
    let column = |name: &str| Column {
        name: name.into(),
        number: false,
    };
    let (body, answer) = (column(t.body()), column(t.body_answer()));
    let answers = move || {
        let rows = shown.with(|s| s.answers.clone());
        report::table(&Table {
            class: "table stacked answers".into(),
            caption: caption.clone(),
            columns: vec![body.clone(), answer.clone()],
            groups: vec![Group {
                heading: String::new(),
                rows: rows.unwrap_or_default(),
            }],
            ..Table::default()
        })
    };
    let caption = t.by_state();
    let states = move || {
        let states =
            shown.with(|s| report::table(&table(t, caption.into(), s.counted.rows.iter())));
        states.unwrap_or_default()
    };
    [
        el("p").class("base").live_in_place(base),
        el("div").html(answers),
        el("div").html(states),
    ]
}

/// Answers by body, for questions that nobody can count.
pub fn answer_rows(t: Locale, population: &Population, question: &Question) -> Vec<report::Row> {
    analysis::answers(population, &question.id)
        .into_iter()
        .filter(|answer| answer.state != EffectiveState::Missing)
        .filter_map(|answer| {
            let partner = population.body(answer.body)?.partner;
            let mut content = match answer.value {
                Some(Value::Text(text)) => vec![Inline::Run(report::links(&text))],
                Some(Value::Date(day)) => vec![Inline::Text(document::day(t, &day))],
                Some(Value::Number(number)) => vec![Inline::Text(t.number(number.as_str()))],
                Some(Value::Withheld(reason)) => {
                    vec![Inline::Text(t.withheld(reason.get(t.code())))]
                }
                Some(Value::Choices(_)) | None => Vec::new(),
            };
            if answer.state != EffectiveState::Given {
                content.push(state_mark(t, answer.state));
            }
            if !answer.comment.is_empty() {
                content.push(Inline::Remark(answer.comment));
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
        })
        .collect()
}
