//! Tables: a head that is repeated on every page, rows that are not cut in two,
//! numbers on the right, and widths after what stands in the columns.

use super::finish::HEAD_ROW;
use super::words::{Links, Look, run};
use crate::report::{Cell, Group, Inline, Row, Table};
use docx_rs::{AlignmentType, Paragraph, Shading, Table as Made, TableCell, TableRow, WidthType};

/// Width of the text on a page, in twentieths of a point.
pub const TEXT_WIDTH: usize = 9354;
const HEAD: &str = "E6ECF2";
const GROUP: &str = "F3F5F8";

/// A table, as wide as the page.
pub fn table(table: &Table, links: &mut Links) -> Made {
    let widths = widths(table);
    let mut rows = Vec::new();
    if table.columns.iter().any(|column| !column.name.is_empty()) {
        let cells = table.columns.iter().enumerate().map(|(at, column)| {
            let words = paragraph("TableHead", column.number);
            let words = words.add_run(run(&column.name, Look::default()));
            cell(&widths, at)
                .add_paragraph(words)
                .shading(Shading::new().fill(HEAD))
        });
        let head = TableRow::new(cells.collect());
        rows.push(head.cant_split().row_height(HEAD_ROW));
    }
    for group in &table.groups {
        rows.extend(name(group, &widths));
        rows.extend(group.rows.iter().map(|r| row(table, r, &widths, links)));
    }
    // Lines and margins are those of the style.
    Made::new(rows).set_grid(widths)
}

fn cell(widths: &[usize], at: usize) -> TableCell {
    let width = widths.get(at).copied().unwrap_or_default();
    TableCell::new().width(width, WidthType::Dxa)
}

fn paragraph(style: &str, number: bool) -> Paragraph {
    let p = Paragraph::new().style(style);
    if number {
        p.align(AlignmentType::Right)
    } else {
        p
    }
}

fn name(group: &Group, widths: &[usize]) -> Option<TableRow> {
    (!group.heading.is_empty()).then(|| {
        let words = paragraph("TableHead", false).keep_next(true);
        let cell = TableCell::new()
            .width(widths.iter().sum(), WidthType::Dxa)
            .grid_span(widths.len())
            .shading(Shading::new().fill(GROUP))
            .add_paragraph(words.add_run(run(&group.heading, Look::default())));
        TableRow::new(vec![cell]).cant_split()
    })
}

/// A row has as many cells as the table has columns.
fn row(table: &Table, row: &Row, widths: &[usize], links: &mut Links) -> TableRow {
    let heading = links.inlines(paragraph("TableText", false), &row.heading, Look::strong());
    let mut cells = vec![cell(widths, 0).add_paragraph(heading)];
    for at in 1..widths.len() {
        let number = table.columns.get(at).is_some_and(|column| column.number);
        let said = row.cells.get(at - 1);
        let number = number || said.is_some_and(|cell| cell.class == "number");
        let words = paragraph("TableText", number);
        let words = match said {
            Some(cell) => links.inlines(words, &cell.content, Look::default()),
            None => words,
        };
        cells.push(cell(widths, at).add_paragraph(words));
    }
    TableRow::new(cells).cant_split()
}

/// How the width of the page is shared out: by the longest of a column, so that
/// no long column takes the room that a short one needs.
fn widths(table: &Table) -> Vec<usize> {
    let rows = || table.groups.iter().flat_map(|group| &group.rows);
    let cells = rows().map(|row| row.cells.len() + 1);
    let columns = cells.chain([table.columns.len(), 1]).max().unwrap_or(1);
    let mut needs = vec![0; columns];
    let mut need = |at: usize, length: usize| {
        if let Some(most) = needs.get_mut(at) {
            *most = length.max(*most);
        }
    };
    for (at, column) in table.columns.iter().enumerate() {
        // A head may be cut at its spaces.
        let word = column.name.split(' ').map(|word| word.chars().count());
        need(at, word.max().unwrap_or_default() + 1);
    }
    for row in rows() {
        need(0, length(&row.heading));
        let cells = row.cells.iter().map(|cell: &Cell| length(&cell.content));
        cells.enumerate().for_each(|(at, l)| need(at + 1, l));
    }
    let needs: Vec<usize> = needs.into_iter().map(|need| need.clamp(6, 60)).collect();
    let all: usize = needs.iter().sum();
    let mut widths: Vec<usize> = needs.iter().map(|need| TEXT_WIDTH * need / all).collect();
    let given: usize = widths.iter().sum();
    if let Some(first) = widths.first_mut() {
        *first += TEXT_WIDTH - given;
    }
    widths
}

fn length(parts: &[Inline]) -> usize {
    let part = |part: &Inline| match part {
        Inline::Text(text)
        | Inline::Struck(text)
        | Inline::Link { text, .. }
        | Inline::Outside(text)
        | Inline::Remark(text)
        | Inline::Badge { text, .. }
        | Inline::More { text, .. } => text.chars().count(),
        Inline::Choice { text, beside, .. } => text.chars().count() + beside.chars().count() + 3,
        Inline::Run(parts) => length(parts),
    };
    parts.iter().map(part).sum::<usize>() + parts.len().saturating_sub(1)
}
