//! The data as a workbook: one sheet for each table, with typed cells, filters and
//! headings that stay in view. Every text stays a text, and nothing is cut: what
//! is too long for a cell goes on in the last columns, what is too long for a
//! sheet on another one.

use super::ExportError;
use crate::i18n::Locale;
use crate::model::{PartnerId, Survey};
use crate::report::compose::{Options, Part, compose, let_through};
use crate::report::csv::shown;
use crate::report::data::{Data, DataTable, Datum, Holds};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

/// Rows of a sheet below its headings.
const ROWS: usize = 1_048_575;

/// Letters of a cell, as a spreadsheet counts them: in UTF-16.
const LETTERS: usize = 32_767;

/// The workbook of a survey. `on` is the day on which it is made, `2020-04-30`;
/// the same survey on the same day gives the same bytes.
///
/// # Errors
/// Where a table has more columns than a sheet can have.
pub fn xlsx(survey: &Survey, options: &Options, on: &str) -> Result<Vec<u8>, ExportError> {
    let t = options.language;
    // The stamp alone is asked for.
    let bare = Options {
        without: Part::ALL.into(),
        bodies: Vec::<PartnerId>::new(),
        ..options.clone()
    };
    let stamp = compose(survey, &bare, on).stamp;
    let seen = let_through(survey, options);
    let data = Data::new(&seen, options);
    let mut tables = vec![
        data.answers_long(),
        data.answers_wide(),
        data.codebook(),
        data.counts(),
        data.findings(),
        data.readings(),
        data.partners(),
    ];
    tables.push(data.columns(&tables));
    tables.push(data.about(&stamp, on));
    let mut workbook = Workbook::new();
    let properties = DocProperties::new()
        .set_title(&seen.head.title)
        .set_subject(&stamp.version)
        .set_comment([t.fingerprint(), ": ", &stamp.fingerprint].concat())
        .set_creation_datetime(&day(on).unwrap_or_default());
    workbook.set_properties(&properties);
    let looks = Looks::new(t);
    for table in &tables {
        write(&mut workbook, &looks, t, table, ROWS)?;
    }
    Ok(workbook.save_to_buffer()?)
}

impl From<XlsxError> for ExportError {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::RowColumnLimitError => Self::TooWide,
            error => Self::Spreadsheet(error.to_string()),
        }
    }
}

/// How cells look.
struct Looks {
    heading: Format,
    text: Format,
    long: Format,
    /// A text that a spreadsheet would take for a formula if somebody typed it.
    marked: Format,
    day: Format,
    plain: Format,
}

impl Looks {
    fn new(t: Locale) -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        let day = match t {
            Locale::It => "dd/mm/yyyy",
            Locale::En => "yyyy-mm-dd",
        };
        Self {
            heading: top
                .clone()
                .set_bold()
                .set_text_wrap()
                .set_font_color(Color::White)
                .set_background_color(Color::RGB(0x0017_324D))
                .set_border_bottom(FormatBorder::Thin),
            text: top.clone(),
            long: top.clone().set_text_wrap(),
            marked: top.clone().set_text_wrap().set_quote_prefix(),
            day: top.clone().set_num_format(day).set_align(FormatAlign::Left),
            plain: top,
        }
    }
}

/// One sheet, or as many as the rows need, of which each holds so many at most.
fn write(
    workbook: &mut Workbook,
    looks: &Looks,
    t: Locale,
    table: &DataTable,
    most: usize,
) -> Result<(), ExportError> {
    let parts = table.rows.len().div_ceil(most).max(1);
    for part in 0..parts {
        let rows = table.rows.iter().skip(part * most).take(most);
        let sheet = workbook.add_worksheet();
        match part {
            0 => sheet.set_name(table.name)?,
            more => sheet.set_name([table.name, " ", &(more + 1).to_string()].concat())?,
        };
        let longer = head(sheet, looks, t, table)?;
        let mut last = 0;
        for (row, cells) in (1..).zip(rows) {
            last = row;
            for (at, cell) in (0..).zip(cells) {
                let Datum::Text(text) = cell else {
                    put(sheet, looks, (row, at), cell)?;
                    continue;
                };
                let holds = table.columns.get(usize::from(at)).map(|c| c.kind);
                let look = match holds {
                    _ if text.starts_with(['=', '+', '-', '@']) => &looks.marked,
                    Some(Holds::Long | Holds::Any) => &looks.long,
                    _ => &looks.text,
                };
                let on = longer.iter().find(|(of, _)| *of == at);
                let on = on.map_or(0, |(_, first)| *first);
                let text = shown(text);
                let places = std::iter::once(at).chain(on..);
                for (at, piece) in places.zip(pieces(&text)) {
                    sheet.write_string_with_format(row, at, piece, look)?;
                }
            }
        }
        let columns = u16::try_from(table.columns.len()).unwrap_or(u16::MAX);
        sheet.autofilter(0, 0, last, columns.saturating_sub(1))?;
        sheet.set_freeze_panes(1, table.fixed)?;
        sheet.set_repeat_rows(0, 0)?;
        sheet.set_landscape();
    }
    Ok(())
}

/// The headings and widths. Columns with texts that are too long for a cell, each
/// with the column in which they go on.
fn head(
    sheet: &mut Worksheet,
    looks: &Looks,
    t: Locale,
    table: &DataTable,
) -> Result<Vec<(u16, u16)>, ExportError> {
    let mut longer = Vec::new();
    let mut next = u16::try_from(table.columns.len()).map_err(|_| ExportError::TooWide)?;
    for (at, column) in (0..).zip(&table.columns) {
        sheet.write_string_with_format(0, at, &*column.heading, &looks.heading)?;
        sheet.set_column_width(at, width(table, usize::from(at), column.kind))?;
        let cells = table.rows.iter().filter_map(|row| row.get(usize::from(at)));
        let most = cells.map(|cell| match cell {
            Datum::Text(text) if text.len() > LETTERS => pieces(&shown(text)).len(),
            _ => 1,
        });
        let most = most.max().unwrap_or(1);
        if most > 1 {
            longer.push((at, next));
        }
        for part in 2..=most {
            let heading = t.data_continued(&column.heading, part);
            sheet.write_string_with_format(0, next, heading, &looks.heading)?;
            sheet.set_column_width(next, 60)?;
            next = next.checked_add(1).ok_or(ExportError::TooWide)?;
        }
    }
    Ok(longer)
}

/// How wide a column is, in digits: what its first rows need, within limits.
fn width(table: &DataTable, at: usize, kind: Holds) -> f64 {
    let most = match kind {
        Holds::Text => 32,
        Holds::Long => 60,
        Holds::Any => 70,
        Holds::Number | Holds::Day | Holds::YesNo => 14,
    };
    let cells = table.rows.iter().take(500).filter_map(|row| row.get(at));
    let needed = cells.map(|cell| match cell {
        Datum::Text(text) => text.chars().count(),
        _ => 10,
    });
    let heading = table.columns.get(at).map_or(0, |c| c.heading.len().min(18));
    let needed = needed.max().unwrap_or_default().max(heading) + 3;
    // No more than 70 digits: the number is exact.
    u32::try_from(needed.min(most)).map_or(10.0, f64::from)
}

/// Whatever is no text.
fn put(
    sheet: &mut Worksheet,
    looks: &Looks,
    (row, at): (u32, u16),
    cell: &Datum,
) -> Result<(), ExportError> {
    match cell {
        Datum::Empty | Datum::Text(_) => {}
        // At most 15 digits: a spreadsheet holds as many.
        Datum::Number(number) => match number.as_str().parse::<f64>() {
            Ok(exact) => drop(sheet.write_number_with_format(row, at, exact, &looks.plain)?),
            Err(_) => drop(sheet.write_string(row, at, number.as_str())?),
        },
        Datum::Count(count) => {
            let count = u32::try_from(*count).unwrap_or(u32::MAX);
            sheet.write_number_with_format(row, at, count, &looks.plain)?;
        }
        Datum::Day(text) => match day(text) {
            Some(day) => drop(sheet.write_datetime_with_format(row, at, &day, &looks.day)?),
            None => drop(sheet.write_string_with_format(row, at, &**text, &looks.text)?),
        },
        Datum::YesNo(yes) => {
            sheet.write_boolean_with_format(row, at, *yes, &looks.plain)?;
        }
    }
    Ok(())
}

/// A day as spreadsheets count them, from 1900 on.
fn day(text: &str) -> Option<ExcelDateTime> {
    let mut parts = text.split('-');
    let year = parts.next()?.parse().ok().filter(|year| *year >= 1900)?;
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    ExcelDateTime::from_ymd(year, month, day).ok()
}

/// A text in pieces that fit into cells.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut letters) = (0, 0);
    for (at, letter) in text.char_indices() {
        letters += letter.len_utf16();
        if letters > LETTERS {
            pieces.extend(text.get(start..at));
            (start, letters) = (at, letter.len_utf16());
        }
    }
    pieces.extend(text.get(start..));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::data::DataColumn;

    #[test]
    fn a_long_text_goes_on_and_nothing_is_lost() {
        for text in ["", "breve", &"è".repeat(LETTERS), &"a😀".repeat(40_000)] {
            let pieces = pieces(text);
            assert_eq!(pieces.concat(), text);
            for piece in &pieces {
                assert!(piece.encode_utf16().count() <= LETTERS);
            }
        }
        assert_eq!(pieces(&"è".repeat(LETTERS)).len(), 1);
        assert_eq!(pieces(&"è".repeat(LETTERS + 1)).len(), 2);
    }

    fn table(columns: usize, rows: usize) -> DataTable<'static> {
        let column = |n: usize| DataColumn {
            key: n.to_string().into(),
            heading: n.to_string().into(),
            kind: Holds::Number,
            note: "",
        };
        let mut table = DataTable::new("x", "Dati", 1, (0..columns).map(column).collect());
        table.rows = vec![vec![Datum::Count(1); columns]; rows];
        table
    }

    fn sheets(table: &DataTable, most: usize) -> Result<Vec<String>, ExportError> {
        let mut workbook = Workbook::new();
        write(
            &mut workbook,
            &Looks::new(Locale::It),
            Locale::It,
            table,
            most,
        )?;
        let sheets = workbook.worksheets().iter();
        Ok(sheets.map(Worksheet::name).collect())
    }

    #[test]
    fn more_rows_than_fit_go_on_another_sheet() {
        assert_eq!(sheets(&table(2, 4), 4), Ok(vec!["Dati".into()]));
        let two = vec!["Dati".into(), "Dati 2".into()];
        assert_eq!(sheets(&table(2, 5), 4), Ok(two));
        assert_eq!(sheets(&table(2, 0), 4), Ok(vec!["Dati".into()]));
    }

    #[test]
    fn more_columns_than_fit_are_refused() {
        assert_eq!(sheets(&table(16_384, 1), 4), Ok(vec!["Dati".into()]));
        let refused = Err(ExportError::TooWide);
        assert_eq!(sheets(&table(16_385, 1), 4), refused);
        assert_eq!(sheets(&table(70_000, 1), 4), refused);
    }
}
