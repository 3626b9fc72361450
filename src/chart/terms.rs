//! Ranked terms: thin bars, the most named first, as long as the list is.

use super::canvas;
use super::rows::{Columns, Rhythm, Row, bands, texts};
use super::{Frame, Mark, Theme};

const TOP: i32 = 8;

/// Terms in the order to show them; the caller has ranked them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// Name, text alternative and width.
    pub frame: Frame,
    /// The count that fills the width: the base of the figures, or 0 to give the most named
    /// term the whole width.
    pub base: u32,
    /// The terms, from top to bottom. Their order is kept.
    pub terms: Vec<Mark>,
}

/// Draws the list; without any term it holds only its name and text alternative.
pub fn render(spec: &Terms, theme: &Theme) -> String {
    let columns = Columns::new(spec.frame.width, texts(&spec.terms));
    if spec.terms.is_empty() {
        return canvas::page(
            &spec.frame,
            "terms",
            (columns.width(), 1),
            theme,
            |_| Ok(()),
        );
    }
    let rhythm = if columns.narrow {
        Rhythm { bar: 10, gap: 12 }
    } else {
        Rhythm { bar: 12, gap: 10 }
    };
    let max = spec.terms.iter().map(|m| m.value).fold(spec.base, u32::max);
    let (rows, end) = Row::place_all(&columns, rhythm, TOP, texts(&spec.terms));
    let size = (columns.width(), end + TOP);

    canvas::page(&spec.frame, "terms", size, theme, |canvas| {
        let plot = canvas.plot(max, columns.plot.clone());
        let zero = columns.plot.start;
        for band in bands(&columns, &rows, 0..size.1) {
            canvas.line((zero, band.start), (zero, band.end), canvas.theme.axis)?;
        }
        for (mark, row) in spec.terms.iter().zip(&rows) {
            row.draw_mark(canvas, &columns, &plot, mark)?;
        }
        Ok(())
    })
}
