//! The table behind a chart: one row for each thing counted, with the names.

use crate::analysis::{BodyIndex, Population};
use crate::i18n::Locale;
use crate::report::{self, Cell, Column, Group, Inline, Table};

/// Names shown without asking: of a choice, and of a state.
const SHOWN: usize = 30;
const SHOWN_OF_STATE: usize = 3;

/// What a row counts; the mark by which it is found in the page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// A choice, or a term of the codebook.
    Option,
    /// A set of choices.
    Combination,
    /// An entry that the codebook does not read.
    Unread,
    /// A state.
    State,
}

/// One row.
#[derive(Clone, PartialEq)]
pub struct Row {
    /// What it counts.
    pub of: Of,
    /// Its key there.
    pub key: String,
    /// Its name.
    pub label: String,
    /// The bodies behind it, each with what it wrote beside its choice.
    pub names: Vec<String>,
}

impl Row {
    /// A row of bodies.
    pub fn new(
        of: Of,
        key: impl Into<String>,
        label: impl Into<String>,
        names: Vec<String>,
    ) -> Self {
        Self {
            of,
            key: key.into(),
            label: label.into(),
            names,
        }
    }
}

/// Names of bodies.
pub fn names(population: &Population, bodies: impl IntoIterator<Item = BodyIndex>) -> Vec<String> {
    let bodies = bodies.into_iter();
    bodies
        .filter_map(|body| Some(population.body(body)?.partner.name.clone()))
        .collect()
}

/// Rows in groups, each under a heading of its own, as HTML.
pub fn html(t: Locale, caption: &str, rows: &[Row]) -> String {
    let column = |name: &str, number| Column {
        name: name.into(),
        number,
    };
    let groups = rows.chunk_by(|a, b| a.of == b.of).map(|rows| Group {
        heading: rows.first().map_or("", |row| heading(t, row.of)).into(),
        rows: rows.iter().map(|row| line(t, row)).collect(),
    });
    report::table(&Table {
        class: "table counts".into(),
        caption: caption.into(),
        columns: vec![
            column(t.answer(), false),
            column(t.bodies_column(), true),
            column(t.names_column(), false),
        ],
        groups: groups.collect(),
        ..Table::default()
    })
}

fn heading(t: Locale, of: Of) -> &'static str {
    match of {
        Of::Option => t.by_choice(),
        Of::Combination => t.by_combination(),
        Of::Unread => t.by_unread(),
        Of::State => t.by_state(),
    }
}

fn line(t: Locale, row: &Row) -> report::Row {
    let mark = match row.of {
        Of::Option => "data-option",
        Of::Combination => "data-combination",
        Of::Unread => "data-unread",
        Of::State => "data-state",
    };
    let count = row.names.len().to_string();
    report::Row {
        marks: vec![(mark, row.key.clone())],
        heading: vec![Inline::Text(row.label.clone())],
        cells: vec![
            Cell::number(count.clone(), vec![("data-count", count)]),
            Cell {
                class: "names".into(),
                content: vec![listed(t, row)],
                ..Cell::default()
            },
        ],
    }
}

/// All names; many of them on demand.
fn listed(t: Locale, row: &Row) -> Inline {
    let shown = if row.of == Of::State {
        SHOWN_OF_STATE
    } else {
        SHOWN
    };
    let text = row.names.join(", ");
    if row.names.len() <= shown {
        return Inline::Text(text);
    }
    let summary = t.show_all_names(row.names.len());
    Inline::More { summary, text }
}
