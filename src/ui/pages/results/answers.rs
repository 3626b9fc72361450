//! Answers in words, body by body, for questions that nobody can count.

use super::card::Result;
use crate::analysis::{self, Population, words};
use crate::i18n::Locale;
use crate::model::{EffectiveState, Question, QuestionKind, Value};
use crate::report::counts::table;
use crate::report::{self, Cell, Column, Group, Inline, Table};
use crate::ui::components::state_mark;
use crate::ui::el::{El, el};
use crate::ui::{Page, Route, document};

/// What was answered although it was not asked: in no count, and shown in words.
/// Nothing where there is none.
pub fn off_condition(t: Locale, shown: Result) -> El {
    let html = move || {
        let rows = shown.with(|s| s.answers.clone()).unwrap_or_default();
        if rows.is_empty() {
            return String::new();
        }
        report::table(&by_body(
            t,
            t.off_condition_answers(),
            t.off_condition_answers(),
            rows,
        ))
    };
    el("div").html(html)
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
pub fn open_answers(t: Locale, number: &str, shown: Result) -> [El; 3] {
    let base = move || shown.with(|s| s.counted.base.clone()).unwrap_or_default();
    let caption = t.table_of(number);
    let answers = move || {
        let rows = shown.with(|s| s.answers.clone());
        report::table(&by_body(t, &caption, "", rows.unwrap_or_default()))
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

/// Answers by body: of a question that nobody can count all of them, of others
/// those that are in no count.
pub fn answer_rows(t: Locale, population: &Population, question: &Question) -> Vec<report::Row> {
    let counted = question.kind.is_closed() || question.kind == QuestionKind::List;
    analysis::answers(population, &question.id)
        .into_iter()
        .filter(|answer| match answer.state {
            EffectiveState::Missing => false,
            EffectiveState::OffCondition => true,
            _ => !counted,
        })
        .filter_map(|answer| {
            let partner = population.body(answer.body)?.partner;
            let mut content = match answer.value {
                Some(Value::Text(text)) => vec![Inline::Run(report::links(&text))],
                Some(Value::Date(day)) => vec![Inline::Text(document::day(t, &day))],
                Some(value) => vec![Inline::Text(words::value(t, Some(question), &value))],
                None => Vec::new(),
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
