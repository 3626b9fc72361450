//! The part of the grid that is in the page, as HTML. Lines that are not stand as
//! empty ones of the same size, so that the scroll bar tells the truth.

use super::layout::{COLUMN, Layout, Line, ROW, Window};
use super::look::sign;
use crate::analysis::{BodyIndex, Population, words};
use crate::i18n::Locale;
use crate::model::EffectiveState;
use crate::report::{Cell, Column, Group, Html, Inline, Mark, Row, Table};
use crate::ui::wording;

/// Longest words of an open answer that a cell says.
const SAID: usize = 80;

/// Columns and heads, then the rows that are in the window.
pub fn grid(t: Locale, population: &Population, layout: &Layout, window: &Window) -> String {
    let mut html = Html::default();
    columns(&mut html, layout, window);
    heads(t, &mut html, layout, window);
    html.raw("<tbody>");
    space(&mut html, window.rows.start);
    for at in window.rows.clone() {
        row(t, &mut html, population, layout, window, at);
    }
    space(&mut html, layout.rows.len() - window.rows.end);
    html.raw("</tbody>");
    html.finish()
}

/// Widths: the heading, what is left out at the left, the columns, what is left
/// out at the right.
fn columns(html: &mut Html, layout: &Layout, window: &Window) {
    html.raw("<colgroup><col class=\"heading\">");
    let mut wide = |lines: usize, span: usize| {
        let width = (COLUMN * lines).to_string();
        html.open("col", "", &[("width", width), ("span", span.to_string())]);
    };
    wide(window.columns.start, 1);
    wide(1, window.columns.len().max(1));
    wide(layout.columns.len() - window.columns.end, 1);
    html.raw("</colgroup>");
}

fn heads(t: Locale, html: &mut Html, layout: &Layout, window: &Window) {
    html.raw("<thead><tr class=\"groups\">");
    html.element("td", "corner", "");
    blank(html);
    let dimension = |at: usize| match layout.columns.get(at)? {
        Line::Question(question) => Some(&layout.matrix.questions.get(*question)?.dimension),
        Line::Body(_) => None,
    };
    let mut at = window.columns.start;
    while at < window.columns.end {
        let mut end = at + 1;
        while end < window.columns.end && dimension(end) == dimension(at) {
            end += 1;
        }
        let span = [
            ("colspan", (end - at).to_string()),
            ("scope", "colgroup".into()),
        ];
        html.open("th", "group", &span);
        html.text(dimension(at).map_or(t.bodies_column(), |d| d.as_str()));
        html.close("th");
        at = end;
    }
    blank(html);
    html.raw("</tr><tr class=\"heads\">");
    html.element("td", "corner", "");
    blank(html);
    for column in window.columns.clone() {
        let (short, long) = head(t, layout, layout.columns.get(column).copied());
        let marks = [
            ("scope", "col".to_owned()),
            ("aria-colindex", (column + 2).to_string()),
            ("title", long.clone()),
            ("aria-label", long),
        ];
        html.open("th", "", &marks);
        html.text(&short);
        html.close("th");
    }
    blank(html);
    html.raw("</tr></thead>");
}

/// A column that is not in the page.
fn blank(html: &mut Html) {
    html.raw("<td class=\"void\" role=\"presentation\"></td>");
}

/// Short and long name of a line, the long one with its figure.
fn head(t: Locale, layout: &Layout, line: Option<Line>) -> (String, String) {
    let (short, long) = match line {
        Some(Line::Body(at)) => match layout.matrix.bodies.get(at) {
            Some(body) => (body.code.clone(), body.name.clone()),
            None => Default::default(),
        },
        Some(Line::Question(at)) => {
            let question = layout.matrix.questions.get(at);
            let number = question.map_or("", |q| q.number.as_str());
            let label = layout.asked.get(at).map_or("", |asked| &asked.label);
            (number.to_owned(), [number, " · ", label].concat())
        }
        None => Default::default(),
    };
    match line.and_then(|line| layout.figure(line)) {
        Some(share) if share.n > 0 => (short, [&long, " · ", &t.of(share.k, share.n)].concat()),
        _ => (short, long),
    }
}

/// Rows that are not in the page.
fn space(html: &mut Html, rows: usize) {
    if rows > 0 {
        html.raw("<tr role=\"presentation\" class=\"space\">");
        let height = (ROW * rows).to_string();
        html.open(
            "td",
            "",
            &[("height", height), ("role", "presentation".into())],
        );
        html.raw("</td></tr>");
    }
}

fn row(
    t: Locale,
    html: &mut Html,
    population: &Population,
    layout: &Layout,
    window: &Window,
    at: usize,
) {
    let line = layout.rows.get(at).copied();
    let first = match (
        line,
        at.checked_sub(1).and_then(|before| layout.rows.get(before)),
    ) {
        (Some(Line::Question(one)), Some(Line::Question(before))) => {
            let dimension = |at: usize| layout.matrix.questions.get(at).map(|q| &q.dimension);
            dimension(one) != dimension(*before)
        }
        _ => false,
    };
    let class = if first { "first" } else { "" };
    html.open("tr", class, &[("aria-rowindex", (at + 3).to_string())]);
    let (short, mut long) = head(t, layout, line);
    if let Some(Line::Body(_)) = line {
        // Names are cut where there is no room; codes tell them apart.
        long = [&short, " ", &long].concat();
    }
    html.open(
        "th",
        "",
        &[("scope", "row".into()), ("title", long.clone())],
    );
    html.element("span", "", &long);
    html.close("th");
    blank(html);
    for column in window.columns.clone() {
        cell(t, html, population, layout, (at, column));
    }
    blank(html);
    html.raw("</tr>");
}

fn cell(
    t: Locale,
    html: &mut Html,
    population: &Population,
    layout: &Layout,
    (row, column): (usize, usize),
) {
    let Some((body, question)) = layout.meeting(row, column) else {
        return blank(html);
    };
    let options = layout.asked.get(question).map_or(0, |asked| asked.options);
    let (sign, class) = sign(t, layout.matrix.cell(body, question), options);
    let marks: [Mark; 3] = [
        ("data-cell", layout.mark(row, column).unwrap_or_default()),
        ("aria-colindex", (column + 2).to_string()),
        ("aria-label", said(t, population, layout, body, question)),
    ];
    html.open("td", &["cell ", class].concat(), &marks);
    html.text(&sign);
    html.close("td");
}

/// The whole grid as a table of words, in the order in which it stands.
pub fn table(t: Locale, population: &Population, layout: &Layout) -> Table {
    let long = |line: &Line| head(t, layout, Some(*line)).1;
    let heads = layout.columns.iter().map(|line| Column {
        name: long(line),
        number: false,
    });
    let first = Column::default();
    let rows = layout.rows.iter().enumerate().map(|(row, line)| {
        let cells = (0..layout.columns.len()).map(|column| {
            let words = layout
                .meeting(row, column)
                .map(|(body, question)| answer(t, population, layout, body, question));
            Cell {
                content: vec![Inline::Text(words.unwrap_or_default())],
                ..Cell::default()
            }
        });
        Row {
            heading: vec![Inline::Text(long(line))],
            cells: cells.collect(),
            ..Row::default()
        }
    });
    Table {
        caption: t.matrix().into(),
        columns: std::iter::once(first).chain(heads).collect(),
        groups: vec![Group {
            heading: String::new(),
            rows: rows.collect(),
        }],
        ..Table::default()
    }
}

/// Body, question and answer in words.
fn said(
    t: Locale,
    population: &Population,
    layout: &Layout,
    body: BodyIndex,
    question: usize,
) -> String {
    let name = layout.matrix.bodies.get(body).map(|b| b.name.as_str());
    let number = layout
        .matrix
        .questions
        .get(question)
        .map(|q| q.number.as_str());
    let answer = answer(t, population, layout, body, question);
    [
        name.unwrap_or_default(),
        ", ",
        &t.question_number(number.unwrap_or_default()),
        ": ",
        &words::on_a_line(&answer, SAID),
    ]
    .concat()
}

/// An answer in words, with its state where that is not `given`.
fn answer(
    t: Locale,
    population: &Population,
    layout: &Layout,
    body: BodyIndex,
    question: usize,
) -> String {
    let Some(column) = layout.matrix.questions.get(question) else {
        return String::new();
    };
    let state = layout.matrix.cell(body, question).state();
    let asked = population.head().questionnaire.question(&column.question);
    let value = population.value(body, &column.question);
    let value = value.map(|value| words::value(t, asked, value));
    match value {
        Some(value) if state == EffectiveState::Given => value,
        Some(value) => [wording::state(t, state), ": ", &value].concat(),
        None => wording::state(t, state).to_owned(),
    }
}
