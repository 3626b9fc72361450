//! Options as bars, and apart below them the states that are no answer.

use std::ops::Range;

use super::Mark;
use super::canvas::{Canvas, Drawn, Plot};
use super::rows::{self, APART, Columns, Rhythm, Row, texts};

/// Both at their places.
pub(super) struct Parts<'a> {
    options: &'a [Mark],
    states: &'a [Mark],
    /// The rows of the options, then those of the states.
    rows: Vec<Row>,
    /// Where the line between them stands, if there are both.
    rule: Option<i32>,
    /// Where the last row ends.
    pub(super) end: i32,
}

impl<'a> Parts<'a> {
    /// Places the rows from `top`.
    pub(super) fn place(
        columns: &Columns,
        rhythm: Rhythm,
        top: i32,
        options: &'a [Mark],
        states: &'a [Mark],
    ) -> Parts<'a> {
        let (mut rows, end) = Row::place_all(columns, rhythm, top, texts(options));
        let both = !options.is_empty() && !states.is_empty();
        let rule = both.then_some(end + APART / 2);
        let below = if both { end + APART } else { end };
        let (more, end) = Row::place_all(columns, rhythm, below, texts(states));
        rows.extend(more);
        Parts {
            options,
            states,
            rows,
            rule,
            end,
        }
    }

    /// The heights over which a grid is drawn.
    pub(super) fn bands(&self, columns: &Columns, all: Range<i32>) -> Vec<Range<i32>> {
        rows::bands(columns, &self.rows, all)
    }

    /// Draws the bars, and the line between options and states.
    pub(super) fn draw(
        &self,
        canvas: &Canvas<'_, '_>,
        columns: &Columns,
        plot: &Plot<'_, '_>,
    ) -> Drawn {
        if let Some(y) = self.rule {
            rows::rule(canvas, columns, y)?;
        }
        let mut rows = self.rows.iter();
        for (class, marks) in [("options", self.options), ("states", self.states)] {
            if marks.is_empty() {
                continue;
            }
            canvas.open(class)?;
            for (mark, row) in marks.iter().zip(rows.by_ref()) {
                row.draw_mark(canvas, columns, plot, mark)?;
            }
            canvas.close()?;
        }
        Ok(())
    }
}
