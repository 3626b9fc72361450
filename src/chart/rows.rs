//! How the rows of a chart share its width: labels at the left (or above, on a phone), the plot,
//! and room for the figures at the right.

use std::ops::Range;

use super::Mark;
use super::canvas::{Align, Canvas, Drawn, Plot};
use super::metrics::{self, Weight};

/// Margin at the left and right edge.
pub(super) const PAD: i32 = 8;
/// Font size of labels and figures.
pub(super) const LABEL: u32 = 14;
/// From one line of a label to the next.
const LINE: i32 = 18;
const LABEL_LINES: usize = 2;
/// Between the options and the states, with a rule in its middle.
pub(super) const APART: i32 = 32;
/// Between a bar and its figure, and between a label column and the plot.
const GUTTER: i32 = 12;
/// Below this width labels stand above their bars.
const NARROW: u32 = 480;

/// The columns of a chart, or of a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Columns {
    /// Whether labels stand above their bars.
    pub(super) narrow: bool,
    /// From edge to edge, with the margins.
    pub(super) outer: Range<i32>,
    label: Range<i32>,
    /// From the line at zero to the longest bar that is possible.
    pub(super) plot: Range<i32>,
    figure: i32,
}

/// The width of a chart that is asked to be so wide.
pub(super) fn held(width: u32) -> i32 {
    px(width.clamp(240, 1600))
}

impl Columns {
    /// Columns for rows with these labels and figures, within `width` pixels.
    pub(super) fn new<'a>(width: u32, rows: impl Iterator<Item = (&'a str, &'a str)>) -> Columns {
        Columns::within(0..held(width), width < NARROW, rows)
    }

    /// Columns from edge to edge of `outer`, for a part of a chart.
    pub(super) fn within<'a>(
        outer: Range<i32>,
        narrow: bool,
        rows: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Columns {
        let (left, right) = (outer.start + PAD, outer.end - PAD);
        let inner = (right - left).max(0).unsigned_abs();
        let label_room = if narrow { inner } else { inner * 2 / 5 };
        let (mut label, mut figure) = (0, 0);
        for (text, count) in rows {
            for line in wrap(text, label_room) {
                label = label.max(metrics::width(&line, LABEL, Weight::Regular));
            }
            figure = figure.max(metrics::width(count, LABEL, Weight::Semibold));
        }
        // A figure is cut only where it would leave no room for bars.
        let figure = px(figure.min(if narrow { inner * 3 / 5 } else { inner / 3 }));
        let label = if narrow {
            left..right
        } else {
            left..left + px(label)
        };
        let start = if narrow { left } else { label.end + GUTTER };
        let end = right - figure - if figure > 0 { GUTTER } else { 0 };
        Columns {
            narrow,
            outer,
            label,
            plot: start..end,
            figure,
        }
    }

    /// The width of the whole chart.
    pub(super) fn width(&self) -> i32 {
        self.outer.end
    }

    /// From the label, or the edge where labels stand above, to the other edge.
    pub(super) fn beside_label(&self) -> Range<i32> {
        let start = if self.narrow {
            self.outer.start
        } else {
            self.label.end
        };
        start..self.outer.end
    }

    /// Pixels of the plot.
    pub(super) fn plot_width(&self) -> i32 {
        self.plot.end - self.plot.start
    }

    /// The same, with as much room for figures before the plot as behind it, and for dots of this
    /// radius at both ends of the axis.
    pub(super) fn with_figures_at_both_ends(mut self, radius: i32) -> Columns {
        self.plot.start += self.figure + GUTTER + radius;
        self.plot.end -= radius;
        self
    }

    /// Writes a figure on one side of a point.
    pub(super) fn draw_figure(
        &self,
        canvas: &Canvas<'_, '_>,
        text: &str,
        at: (i32, i32),
        side: Side,
    ) -> Drawn {
        figure(canvas, &self.fit_figure(text), at, side)
    }

    fn fit_figure(&self, text: &str) -> String {
        let room = self.figure.unsigned_abs();
        metrics::shorten(text, room, LABEL, Weight::Semibold)
    }

    fn label_width(&self) -> u32 {
        (self.label.end - self.label.start).unsigned_abs()
    }
}

/// The heights of a kind of row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rhythm {
    /// Thickness of a bar.
    pub(super) bar: i32,
    /// Between two rows.
    pub(super) gap: i32,
}

/// A row at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    lines: Vec<String>,
    figure: String,
    /// Middle of the first line of the label.
    pub(super) first_line: i32,
    /// Where the row begins.
    pub(super) top: i32,
    /// The bar, from top to bottom.
    pub(super) bar: Range<i32>,
    /// Where the row ends.
    pub(super) bottom: i32,
}

impl Row {
    /// Places a row whose top is at `top`.
    pub(super) fn place(
        columns: &Columns,
        rhythm: Rhythm,
        top: i32,
        label: &str,
        figure: &str,
    ) -> Row {
        let lines = wrap(label, columns.label_width());
        let text = LINE * i32::try_from(lines.len()).unwrap_or(0);
        let (first_line, bar_top, height) = if columns.narrow {
            let above = if text > 0 { text + 4 } else { 0 };
            (top + LINE / 2, top + above, above + rhythm.bar)
        } else {
            let height = text.max(rhythm.bar);
            let first = top + (height - text) / 2 + LINE / 2;
            (first, top + (height - rhythm.bar) / 2, height)
        };
        Row {
            lines,
            figure: columns.fit_figure(figure),
            first_line,
            top,
            bar: bar_top..bar_top + rhythm.bar,
            bottom: top + height,
        }
    }

    /// Places rows one under the other from `top`; gives them and where the last one ends.
    pub(super) fn place_all<'a>(
        columns: &Columns,
        rhythm: Rhythm,
        top: i32,
        rows: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> (Vec<Row>, i32) {
        let mut placed: Vec<Row> = Vec::new();
        let mut end = top;
        for (label, figure) in rows {
            let at = if placed.is_empty() {
                top
            } else {
                end + rhythm.gap
            };
            let row = Row::place(columns, rhythm, at, label, figure);
            end = row.bottom;
            placed.push(row);
        }
        (placed, end)
    }

    /// What is hit of a row with one mark: all of it, over these pixels.
    pub(super) fn draw_hit(&self, canvas: &Canvas<'_, '_>, x: Range<i32>) -> Drawn {
        canvas.hit(x, self.top..self.bottom)
    }

    /// Writes the label.
    pub(super) fn draw_label(&self, canvas: &Canvas<'_, '_>, columns: &Columns) -> Drawn {
        let (x, align) = if columns.narrow {
            (columns.label.start, Align::Left)
        } else {
            (columns.label.end, Align::Right)
        };
        let mut y = self.first_line;
        for line in &self.lines {
            canvas.text(line, (x, y), align, canvas.label_ink(LABEL))?;
            y += LINE;
        }
        Ok(())
    }

    /// Writes the figure to the right of `x`.
    pub(super) fn draw_figure(&self, canvas: &Canvas<'_, '_>, x: i32) -> Drawn {
        let y = i32::midpoint(self.bar.start, self.bar.end);
        figure(canvas, &self.figure, (x, y), Side::Right)
    }

    /// Draws a mark as one bar from zero, with its label and its figure.
    pub(super) fn draw_mark(
        &self,
        canvas: &Canvas<'_, '_>,
        columns: &Columns,
        plot: &Plot<'_, '_>,
        mark: &Mark,
    ) -> Drawn {
        canvas.open_mark("", mark)?;
        self.draw_hit(canvas, columns.outer.clone())?;
        self.draw_label(canvas, columns)?;
        let end = self.draw_bar(canvas, plot, mark)?;
        self.draw_figure(canvas, end)?;
        canvas.close()
    }

    /// Draws the bar of a mark from zero; gives where it ends.
    pub(super) fn draw_bar(
        &self,
        canvas: &Canvas<'_, '_>,
        plot: &Plot<'_, '_>,
        mark: &Mark,
    ) -> Drawn<i32> {
        let pixel = |count: u32| plot.map_coordinate(&(u64::from(count), 0)).0;
        let (zero, end) = (pixel(0), pixel(mark.value));
        canvas.tone_rect((zero, self.bar.start), (end, self.bar.end), mark.tone)?;
        Ok(end)
    }
}

/// Where a figure stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Left,
    Right,
}

/// Writes a figure beside a point, on a plate that keeps the grid away.
fn figure(canvas: &Canvas<'_, '_>, text: &str, (x, y): (i32, i32), side: Side) -> Drawn {
    if text.is_empty() {
        return Ok(());
    }
    let (way, align) = match side {
        Side::Left => (-1, Align::Right),
        Side::Right => (1, Align::Left),
    };
    let width = px(metrics::width(text, LABEL, Weight::Semibold));
    let plate = ((x + 5 * way, y - 9), (x + (10 + width) * way, y + 9));
    canvas.plate(plate.0, plate.1, canvas.theme.background)?;
    let ink = canvas.figure_ink(LABEL, canvas.theme.text);
    canvas.text(text, (x + 8 * way, y), align, ink)
}

/// The label and figure of each mark, as [`Columns`] and [`Row`] take them.
pub(super) fn texts(marks: &[Mark]) -> impl Iterator<Item = (&str, &str)> {
    marks
        .iter()
        .map(|mark| (mark.label.as_str(), mark.figure.as_str()))
}

/// The heights over which a grid is drawn: all of `all`, or where labels stand above their bars
/// only the bars, so that no line crosses a word.
pub(super) fn bands(columns: &Columns, rows: &[Row], all: Range<i32>) -> Vec<Range<i32>> {
    if !columns.narrow {
        return vec![all];
    }
    let last = rows.len().saturating_sub(1);
    let end = |i: usize, row: &Row| if i == last { all.end } else { row.bar.end + 3 };
    rows.iter()
        .enumerate()
        .map(|(i, row)| row.bar.start - 3..end(i, row))
        .collect()
}

/// The line that parts states from options.
pub(super) fn rule(canvas: &Canvas<'_, '_>, columns: &Columns, y: i32) -> Drawn {
    let color = canvas.theme.grid;
    let Range { start, end } = columns.outer;
    canvas.line((start + PAD, y), (end - PAD, y), color)
}

fn wrap(label: &str, room: u32) -> Vec<String> {
    metrics::wrap(label, room, LABEL, Weight::Regular, LABEL_LINES)
}

/// Pixels as plotters counts them.
pub(super) fn px(width: u32) -> i32 {
    i32::try_from(width).unwrap_or(i32::MAX)
}
