//! Writes tables for spreadsheets: as CSV for a file, and as tab-separated text
//! for the clipboard. A spreadsheet must show what a file brought as words and
//! never run it as a formula.

use super::data::{DataTable, Datum};
use super::{Group, Inline, Row, Table};
use crate::i18n::Locale;
use std::borrow::Cow;
use std::slice::from_ref;

/// What stands between the cells. A spreadsheet that writes numbers with a
/// decimal comma expects semicolons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
}

impl Separator {
    /// What a spreadsheet of people who speak this language expects.
    pub const fn of(t: Locale) -> Self {
        match t {
            Locale::It => Self::Semicolon,
            Locale::En => Self::Comma,
        }
    }

    const fn letter(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
        }
    }
}

/// A table as a CSV file: UTF-8 with a byte order mark, lines that end in CRLF,
/// quotes as RFC 4180 wants them. Where rows are grouped, the first column says
/// the group of each. A cell that says a count for programs (`data-count`) is
/// that number alone. The `notes`, what the table is about and what it is based
/// on, stand below it after an empty line.
pub fn csv(table: &Table, notes: &[String], separator: Separator) -> String {
    let mut text = Lines::of_file(separator);
    text.table(table);
    if !notes.is_empty() {
        text.end();
    }
    for note in notes {
        text.line(from_ref(note));
    }
    text.text
}

/// A table of data as a CSV file, as this language writes numbers: one line of
/// headings, and the rows. A text never becomes a formula; a number stays one,
/// also below zero.
pub fn data_csv(table: &DataTable, t: Locale) -> String {
    let mut text = Lines::of_file(Separator::of(t));
    let headings = table.columns.iter().map(|column| column.heading.as_ref());
    text.line(&headings.collect::<Vec<_>>());
    for row in &table.rows {
        for (at, cell) in row.iter().enumerate() {
            text.part(at);
            match cell {
                Datum::Empty => {}
                Datum::Text(words) => text.cell(words),
                Datum::Number(number) => text.quoted(&t.number(number.as_str())),
                Datum::Count(count) => text.quoted(&count.to_string()),
                Datum::Day(day) => text.quoted(day),
                Datum::YesNo(true) => text.quoted(t.matrix_yes()),
                Datum::YesNo(false) => text.quoted(t.matrix_no()),
            }
        }
        text.end();
    }
    text.text
}

/// The same table for the clipboard: the cells lie in a spreadsheet as they
/// stood in the page.
pub fn tsv(table: &Table) -> String {
    let mut text = Lines {
        text: String::new(),
        separator: '\t',
    };
    text.table(table);
    text.text
}

/// Lines that are being written.
struct Lines {
    text: String,
    separator: char,
}

impl Lines {
    fn of_file(separator: Separator) -> Self {
        Self {
            text: "\u{FEFF}".into(),
            separator: separator.letter(),
        }
    }

    /// Every line has as many cells as the longest.
    fn table(&mut self, table: &Table) {
        let grouped = table.groups.iter().any(|group| !group.heading.is_empty());
        let head = grouped.then(String::new).into_iter();
        let names = table.columns.iter().map(|column| column.name.clone());
        let mut lines: Vec<Vec<String>> = vec![head.chain(names).collect()];
        for group in &table.groups {
            lines.extend(group.rows.iter().map(|row| cells(row, group, grouped)));
        }
        let width = lines.iter().map(Vec::len).max().unwrap_or_default();
        for mut line in lines {
            line.resize(width, String::new());
            self.line(&line);
        }
    }

    fn line(&mut self, cells: &[impl AsRef<str>]) {
        for (at, cell) in cells.iter().enumerate() {
            self.part(at);
            self.cell(cell.as_ref());
        }
        self.end();
    }

    /// Before a cell: what parts it from the one before.
    fn part(&mut self, at: usize) {
        if at > 0 {
            self.text.push(self.separator);
        }
    }

    fn end(&mut self) {
        self.text.push_str("\r\n");
    }

    /// Words, of which a spreadsheet must make no formula.
    fn cell(&mut self, cell: &str) {
        self.quoted(&harmless(cell));
    }

    fn quoted(&mut self, cell: &str) {
        let special = |c: char| c == self.separator || matches!(c, '"' | '\n' | '\r');
        if cell.contains(special) {
            self.text.push('"');
            self.text.push_str(&cell.replace('"', "\"\""));
            self.text.push('"');
        } else {
            self.text.push_str(cell);
        }
    }
}

fn cells(row: &Row, group: &Group, grouped: bool) -> Vec<String> {
    let heading = grouped.then(|| group.heading.clone()).into_iter();
    let cells = row.cells.iter().map(|cell| {
        let mut marks = cell.marks.iter();
        let count = marks.find(|(name, _)| *name == "data-count");
        count.map_or_else(|| words(&cell.content), |(_, count)| count.clone())
    });
    let cells = std::iter::once(words(&row.heading)).chain(cells);
    heading.chain(cells).collect()
}

/// Words that are shown on demand are shown; a symbol says nothing that its
/// words do not; of choices, those that were made.
fn words(content: &[Inline]) -> String {
    let words = content.iter().map(|part| match part {
        Inline::Text(text)
        | Inline::Struck(text)
        | Inline::Link { text, .. }
        | Inline::Outside(text)
        | Inline::Remark(text)
        | Inline::Badge { text, .. }
        | Inline::More { text, .. } => text.clone(),
        Inline::Choice { made: false, .. } => String::new(),
        Inline::Choice { text, beside, .. } => [text, " ", beside].concat().trim_end().into(),
        Inline::Run(parts) => parts.iter().map(|part| words(from_ref(part))).collect(),
    });
    let words: Vec<String> = words.filter(|text| !text.is_empty()).collect();
    words.join(" ")
}

/// A spreadsheet takes a cell for a formula by how it begins: an apostrophe
/// before it makes it words.
fn harmless(cell: &str) -> String {
    let mut text = shown(cell).into_owned();
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        text.insert(0, '\'');
    }
    text
}

/// A text as it stands in a cell: control characters are left out; line breaks
/// and tabs stay.
pub(super) fn shown(cell: &str) -> Cow<'_, str> {
    let steers = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if cell.contains(steers) {
        return cell.chars().filter(|c| !steers(*c)).collect();
    }
    cell.into()
}

#[cfg(test)]
mod tests {
    use super::super::{Cell, Column};
    use super::*;

    fn text(text: &str) -> Vec<Inline> {
        vec![Inline::Text(text.into())]
    }

    fn row(heading: &str, cells: &[&str]) -> Row {
        let cells = cells.iter().map(|words| Cell {
            content: text(words),
            ..Cell::default()
        });
        Row {
            heading: text(heading),
            cells: cells.collect(),
            ..Row::default()
        }
    }

    fn table(columns: &[&str], groups: Vec<(&str, Vec<Row>)>) -> Table {
        let columns = columns.iter().map(|name| Column {
            name: (*name).into(),
            number: false,
        });
        let groups = groups.into_iter().map(|(heading, rows)| Group {
            heading: heading.into(),
            rows,
        });
        Table {
            columns: columns.collect(),
            groups: groups.collect(),
            ..Table::default()
        }
    }

    /// Reads back what was written, by the letter of RFC 4180.
    fn read(text: &str, separator: char) -> Vec<Vec<String>> {
        let (mut lines, mut line, mut cell) = (Vec::new(), Vec::new(), String::new());
        let mut letters = text.chars().peekable();
        let mut quoted = false;
        while let Some(c) = letters.next() {
            match c {
                '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
                '"' => quoted = !quoted,
                c if quoted => cell.push(c),
                '\r' if letters.peek() == Some(&'\n') => {
                    letters.next();
                    line.push(std::mem::take(&mut cell));
                    lines.push(std::mem::take(&mut line));
                }
                c if c == separator => line.push(std::mem::take(&mut cell)),
                c => cell.push(c),
            }
        }
        assert!(!quoted && cell.is_empty() && line.is_empty(), "{text:?}");
        lines
    }

    #[test]
    fn a_table_becomes_lines_with_the_group_in_front() {
        let counted = Row {
            heading: text("interno"),
            cells: vec![
                Cell::number("5 di 9", vec![("data-count", "5".into())]),
                Cell {
                    content: vec![
                        Inline::Badge {
                            class: String::new(),
                            symbol: "?".into(),
                            text: "Non so".into(),
                        },
                        Inline::More {
                            summary: "2 nomi".into(),
                            text: "Bari, Lecce".into(),
                        },
                        Inline::Run(vec![
                            Inline::Text("(v. ".into()),
                            Inline::Outside("https://example.org".into()),
                            Inline::Text(")".into()),
                        ]),
                    ],
                    ..Cell::default()
                },
            ],
            ..Row::default()
        };
        let groups = vec![
            ("Scelte", vec![counted]),
            ("Stati", vec![row("Vuota", &["0", ""])]),
        ];
        let shown = table(&["Risposta", "Enti", "Nomi"], groups);
        let notes = ["Domanda 2".into(), "Base: 9 di 10; filtro: nessuno".into()];
        assert_eq!(
            csv(&shown, &notes, Separator::Semicolon),
            "\u{FEFF};Risposta;Enti;Nomi\r\n\
             Scelte;interno;5;Non so Bari, Lecce (v. https://example.org)\r\n\
             Stati;Vuota;0;\r\n\
             \r\n\
             Domanda 2\r\n\
             \"Base: 9 di 10; filtro: nessuno\"\r\n"
        );
        assert_eq!(
            tsv(&shown),
            "\tRisposta\tEnti\tNomi\r\n\
             Scelte\tinterno\t5\tNon so Bari, Lecce (v. https://example.org)\r\n\
             Stati\tVuota\t0\t\r\n"
        );
    }

    #[test]
    fn a_table_without_groups_has_no_column_for_them_and_lines_are_as_long() {
        let rows = vec![row("a", &["1"]), row("b", &[]), row("c", &["1", "2", "3"])];
        let shown = table(&["Chi", "Che"], vec![("", rows)]);
        assert_eq!(
            csv(&shown, &[], Separator::Comma),
            "\u{FEFF}Chi,Che,,\r\na,1,,\r\nb,,,\r\nc,1,2,3\r\n"
        );
    }

    #[test]
    fn whatever_a_cell_holds_is_read_back() {
        let nasty = [
            "semplice",
            "a;b",
            "a,b",
            "a\tb",
            "la \"Casa\"",
            "\"",
            "\"\"",
            "riga\nsotto",
            "riga\r\nsotto",
            "",
            " ",
            "città",
            "1.5",
            "\u{FEFF}",
        ];
        let rows: Vec<Row> = nasty.iter().map(|words| row(words, &nasty)).collect();
        let columns: Vec<&str> = ["\"testa\";,"].into_iter().chain(nasty).collect();
        let shown = table(&columns, vec![("", rows)]);
        let notes: Vec<String> = nasty.iter().map(ToString::to_string).collect();
        let expected =
            |line: &[&str]| -> Vec<String> { line.iter().map(ToString::to_string).collect() };
        for (written, separator) in [
            (csv(&shown, &notes, Separator::Comma), ','),
            (csv(&shown, &notes, Separator::Semicolon), ';'),
            (tsv(&shown), '\t'),
        ] {
            let lines = read(
                written.strip_prefix('\u{FEFF}').unwrap_or(&written),
                separator,
            );
            assert_eq!(lines[0], expected(&columns));
            for (line, words) in lines[1..].iter().zip(nasty) {
                let row: Vec<&str> = [words].into_iter().chain(nasty).collect();
                assert_eq!(*line, expected(&row));
            }
            let below = &lines[nasty.len() + 1..];
            if separator == '\t' {
                assert!(below.is_empty());
                continue;
            }
            assert_eq!(below[0], [""], "an empty line");
            let written: Vec<&str> = below[1..].iter().map(|line| line[0].as_str()).collect();
            assert_eq!(written, nasty);
        }
    }

    #[test]
    fn no_cell_is_taken_for_a_formula() {
        let formulas = [
            "=1+1",
            "+39 055",
            "-5",
            "@SUM(A1)",
            "\t=1+1",
            "\r=1+1",
            "\n=1+1",
            "\u{0}=1+1",
        ];
        let rows = formulas.iter().map(|words| row(words, &[words]));
        let shown = table(&["=A1"], vec![("=B2", rows.collect())]);
        let notes = ["=HYPERLINK(\"x\")".to_owned()];
        for (written, separator) in [
            (csv(&shown, &notes, Separator::Comma), ','),
            (csv(&shown, &notes, Separator::Semicolon), ';'),
            (tsv(&shown), '\t'),
        ] {
            let lines = read(written.trim_start_matches('\u{FEFF}'), separator);
            for cell in lines.iter().flatten() {
                assert!(cell.is_empty() || cell.starts_with('\''), "{cell:?}");
            }
        }
        let dashes = table(&["a-b", "c=d", "x@y.it"], Vec::new());
        assert_eq!(tsv(&dashes), "a-b\tc=d\tx@y.it\r\n");
    }

    #[test]
    fn an_empty_table_is_an_empty_line() {
        let text = csv(&Table::default(), &[], Separator::Comma);
        assert_eq!(text, "\u{FEFF}\r\n");
    }
}
