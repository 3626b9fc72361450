//! A table of data: columns with names that stay, rows of typed cells. Unlike a
//! [`Table`](crate::report::Table), which is read, it is computed with.

use crate::model::Decimal;
use std::borrow::Cow;

/// A table of data.
#[derive(Clone, Debug, PartialEq)]
pub struct DataTable<'a> {
    /// Its name for programs, the same in all languages.
    pub key: &'static str,
    /// Its name for people.
    pub name: &'static str,
    /// How many columns say what a row is about; they stay in view.
    pub fixed: u16,
    /// The columns.
    pub columns: Vec<DataColumn<'a>>,
    /// The rows, each with one cell for each column.
    pub rows: Vec<Vec<Datum<'a>>>,
}

/// A column of a table of data.
#[derive(Clone, Debug, PartialEq)]
pub struct DataColumn<'a> {
    /// Its name for programs, the same in all languages.
    pub key: Cow<'a, str>,
    /// Its heading; no two columns of a table have the same.
    pub heading: Cow<'a, str>,
    /// What its cells hold, where they hold anything.
    pub kind: Holds,
    /// What has to be known of it; empty where nothing has.
    pub note: &'static str,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// A word or a line.
    Text,
    /// A text of any length.
    Long,
    /// A number.
    Number,
    /// A day.
    Day,
    /// Yes or no.
    YesNo,
    /// Cells of several kinds, as in a list of names and values.
    Any,
}

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Datum<'a> {
    /// Nothing.
    Empty,
    /// A text, never an empty one.
    Text(Cow<'a, str>),
    /// A number as somebody wrote it, exact.
    Number(Decimal),
    /// A number of things.
    Count(usize),
    /// A day, `2020-04-30`.
    Day(Cow<'a, str>),
    /// Yes or no.
    YesNo(bool),
}

impl<'a> Datum<'a> {
    /// A text; nothing where it is empty.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        if text.is_empty() {
            return Self::Empty;
        }
        Self::Text(text)
    }

    /// A day; what is none stays the text that it is.
    pub fn day(day: impl Into<Cow<'a, str>>) -> Self {
        let day = day.into();
        if crate::model::days_between(&day, &day).is_some() {
            return Self::Day(day);
        }
        Self::text(day)
    }

    /// Whether nothing stands in it.
    pub const fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }
}

impl<'a> DataTable<'a> {
    /// An empty table with these columns; headings that would be the same are
    /// told apart.
    pub fn new(
        key: &'static str,
        name: &'static str,
        fixed: u16,
        mut columns: Vec<DataColumn<'a>>,
    ) -> Self {
        let mut seen = std::collections::BTreeSet::new();
        for column in &mut columns {
            // A spreadsheet takes headings for the same that differ in case alone.
            if !seen.insert(crate::model::lowercase(&column.heading)) {
                column.heading = [&column.heading, " [", &column.key, "]"].concat().into();
                seen.insert(crate::model::lowercase(&column.heading));
            }
        }
        Self {
            key,
            name,
            fixed,
            columns,
            rows: Vec::new(),
        }
    }

    /// The place of a column.
    pub fn column(&self, key: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.key == key)
    }

    /// The cell of a row in a column.
    pub fn cell(&self, row: usize, key: &str) -> Option<&Datum<'a>> {
        self.rows.get(row)?.get(self.column(key)?)
    }
}

/// A column.
pub(super) fn column<'a>(
    key: impl Into<Cow<'a, str>>,
    heading: impl Into<Cow<'a, str>>,
    kind: Holds,
) -> DataColumn<'a> {
    DataColumn {
        key: key.into(),
        heading: heading.into(),
        kind,
        note: "",
    }
}

/// A column of which something has to be known.
pub(super) fn noted<'a>(
    key: impl Into<Cow<'a, str>>,
    heading: impl Into<Cow<'a, str>>,
    kind: Holds,
    note: &'static str,
) -> DataColumn<'a> {
    DataColumn {
        note,
        ..column(key, heading, kind)
    }
}
