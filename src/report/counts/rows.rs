//! The table behind a chart: one row for each thing counted, with the names.

use crate::analysis::{BodyIndex, People, Person, Population};
use crate::i18n::Locale;
use crate::report::{Cell, Column, Group, Inline, Row as Line, Table};
use std::sync::Arc;

/// Names shown without asking: of a choice, and of a state.
pub const SHOWN: usize = 30;
const SHOWN_OF_STATE: usize = 3;

/// A page writes so many names into a table at most, and the others when they are
/// asked for: thousands of them in each row take longer than all counting.
pub const MANY: usize = 200;

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
    /// Its place among the partners.
    pub place: usize,
    /// What it wrote beside its choice; empty where nothing is written.
    pub beside: String,
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
    /// How they are named.
    pub people: Arc<People>,
}

/// A body, with what it wrote beside its choice.
pub fn who(population: &Population, body: BodyIndex, beside: &str) -> Option<Who> {
    Some(Who {
        place: population.place(body)?,
        beside: beside.into(),
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

    /// The bodies, each with its name and what it wrote beside its choice.
    pub fn bodies(&self) -> impl Iterator<Item = (&Person, String)> {
        self.who.iter().filter_map(|who| {
            let person = self.people.at(who.place)?;
            Some((
                person,
                match who.beside.as_str() {
                    "" => person.name.clone(),
                    beside => format!("{} ({beside})", person.name),
                },
            ))
        })
    }

    /// The names of the first `most` of them.
    pub fn names(&self, most: usize) -> Vec<String> {
        let first = self.bodies().take(most);
        first.map(|(_, name)| name).collect()
    }
}

/// Rows in groups, each under a heading of its own; in each row `most` names at
/// most.
pub fn table<'a>(
    t: Locale,
    caption: String,
    rows: impl Iterator<Item = &'a Row>,
    most: usize,
) -> Table {
    let rows: Vec<&Row> = rows.collect();
    let groups = rows.chunk_by(|a, b| a.of == b.of).map(|rows| Group {
        heading: rows.first().map_or("", |row| heading(t, row.of)).into(),
        rows: rows.iter().map(|row| line(t, row, most)).collect(),
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

/// A row of the table: the count, and the names, `most` of them at most.
pub fn line(t: Locale, row: &Row, most: usize) -> Line {
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
                content: vec![listed(t, row, most)],
                ..Cell::default()
            },
        ],
    }
}

/// All names; many of them on demand.
fn listed(t: Locale, row: &Row, most: usize) -> Inline {
    let shown = if row.of == Of::State {
        SHOWN_OF_STATE
    } else {
        SHOWN
    };
    names(t, row.who.len(), &|n| row.names(n), shown, most)
}

/// The names of `count` bodies, of which `first` gives the first so many: on
/// demand where there are more than `shown`, and not all of them where there are
/// more than `most`.
pub fn names(
    t: Locale,
    count: usize,
    first: &dyn Fn(usize) -> Vec<String>,
    shown: usize,
    most: usize,
) -> Inline {
    if count <= shown {
        return Inline::Text(first(count).join(", "));
    }
    let mut names = first(if count > most { SHOWN } else { count });
    if count > most {
        let others = count - names.len();
        names.push(t.and_more_names().replace("{n}", &others.to_string()));
    }
    Inline::More {
        summary: t.show_all_names(count),
        text: names.join(", "),
    }
}
