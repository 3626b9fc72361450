//! The table behind a chart: one row for each thing counted, with the names.

use crate::analysis::{BodyIndex, Population};
use crate::i18n::Locale;
use crate::report::{Cell, Column, Group, Inline, Row as Line, Table};

/// Names shown without asking: of a choice, and of a state.
pub const SHOWN: usize = 30;
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

/// A body behind a figure.
#[derive(Clone, PartialEq)]
pub struct Who {
    /// Its id.
    pub id: String,
    /// Its printed code.
    pub code: String,
    /// Its name, with what it wrote beside its choice.
    pub name: String,
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
    /// The bodies behind it.
    pub who: Vec<Who>,
}

/// A body, with what it wrote beside its choice.
pub fn who(population: &Population, body: BodyIndex, beside: &str) -> Option<Who> {
    let partner = population.body(body)?.partner;
    let name = match beside {
        "" => partner.name.clone(),
        beside => format!("{} ({beside})", partner.name),
    };
    Some(Who {
        id: partner.id.to_string(),
        code: partner.code.clone(),
        name,
    })
}

/// Several of them.
pub fn all(population: &Population, bodies: &[BodyIndex]) -> Vec<Who> {
    let bodies = bodies.iter();
    bodies
        .filter_map(|body| who(population, *body, ""))
        .collect()
}

impl Row {
    /// How many bodies.
    pub fn count(&self) -> u32 {
        u32::try_from(self.who.len()).unwrap_or(u32::MAX)
    }

    /// Their names.
    pub fn names(&self) -> Vec<String> {
        self.who.iter().map(|who| who.name.clone()).collect()
    }
}

/// Rows in groups, each under a heading of its own.
pub fn table<'a>(t: Locale, caption: String, rows: impl Iterator<Item = &'a Row>) -> Table {
    let rows: Vec<&Row> = rows.collect();
    let groups = rows.chunk_by(|a, b| a.of == b.of).map(|rows| Group {
        heading: rows.first().map_or("", |row| heading(t, row.of)).into(),
        rows: rows.iter().map(|row| line(t, row)).collect(),
    });
    of_groups(t, caption, groups.collect())
}

/// The same of any groups of such rows.
pub fn of_groups(t: Locale, caption: String, groups: Vec<Group>) -> Table {
    let column = |name: &str, number| Column {
        name: name.into(),
        number,
    };
    Table {
        class: "table counts".into(),
        caption,
        columns: vec![
            column(t.answer(), false),
            column(t.bodies_column(), true),
            column(t.names_column(), false),
        ],
        groups,
        ..Table::default()
    }
}

fn heading(t: Locale, of: Of) -> &'static str {
    match of {
        Of::Option => t.by_choice(),
        Of::Combination => t.by_combination(),
        Of::Unread => t.by_unread(),
        Of::State => t.by_state(),
    }
}

/// A row of the table: the count, and the names.
pub fn line(t: Locale, row: &Row) -> Line {
    let mark = match row.of {
        Of::Option => "data-option",
        Of::Combination => "data-combination",
        Of::Unread => "data-unread",
        Of::State => "data-state",
    };
    let count = row.who.len().to_string();
    Line {
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
    names(t, &row.names(), shown)
}

/// Names, on demand where there are more than so many.
pub fn names(t: Locale, names: &[String], shown: usize) -> Inline {
    let text = names.join(", ");
    if names.len() <= shown {
        return Inline::Text(text);
    }
    let summary = t.show_all_names(names.len());
    Inline::More { summary, text }
}
