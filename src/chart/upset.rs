//! Combinations of a multiple choice, as an UpSet plot that lies down: the sets with their totals
//! above, and one row for each combination below, with joined dots for its members and a bar for
//! its count. It needs no slanted text, and so no wide screen.

use super::axis::Axis;
use super::canvas::{self, Canvas, Drawn, Plot};
use super::rows::{Columns, PAD, Rhythm, Row, bands, held, rule, texts};
use super::{Frame, Mark, Theme};

const SETS: Rhythm = Rhythm { bar: 10, gap: 8 };
const COMBINATIONS: Rhythm = Rhythm { bar: 22, gap: 10 };
const TOP: i32 = 8;
/// Between the sets and the combinations, with a rule in its middle.
const APART: i32 = 28;
/// Between the dots and the bars.
const GUTTER: i32 = 10;

/// A set of options that were chosen together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Combination {
    /// How many chose exactly these. The label is said, not drawn: the dots show it.
    pub mark: Mark,
    /// Which sets it is made of, by their place in [`UpSet::sets`].
    pub members: Vec<usize>,
}

/// Combinations, and the sets they are made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UpSet {
    /// Name, text alternative and width.
    pub frame: Frame,
    /// Where the axis ends: the number of bodies that the figures are "of". A greater value
    /// stretches the axis.
    pub base: u32,
    /// What the axis counts; may be empty.
    pub axis: String,
    /// The options with their totals, whatever they are combined with.
    pub sets: Vec<Mark>,
    /// The combinations, from top to bottom; the caller has ranked them.
    pub combinations: Vec<Combination>,
}

/// The columns of dots.
struct Matrix {
    pitch: i32,
    sets: usize,
}

impl Matrix {
    fn new(width: i32, sets: usize) -> Matrix {
        let count = i32::try_from(sets).unwrap_or(i32::MAX).max(1);
        Matrix {
            pitch: (width * 2 / 5 / count).clamp(12, 26),
            sets,
        }
    }

    /// The middle of a column.
    fn x(&self, set: usize) -> i32 {
        let set = i32::try_from(set).unwrap_or(0);
        PAD + self.pitch * set + self.pitch / 2
    }

    fn end(&self) -> i32 {
        self.x(self.sets) - self.pitch / 2
    }
}

/// Draws the chart; without any row it holds only its name and text alternative.
pub fn render(spec: &UpSet, theme: &Theme) -> String {
    let width = held(spec.frame.width);
    let combined = || {
        spec.combinations
            .iter()
            .map(|c| ("", c.mark.figure.as_str()))
    };
    let matrix = Matrix::new(width, spec.sets.len());
    let outer = matrix.end() + GUTTER - PAD..width;
    let columns = Columns::within(outer, true, texts(&spec.sets).chain(combined()));
    let (sets, sets_end) = Row::place_all(&columns, SETS, TOP, texts(&spec.sets));
    let apart = !sets.is_empty() && !spec.combinations.is_empty();
    let below = sets_end + if apart { APART } else { 0 };
    let (rows, end) = Row::place_all(&columns, COMBINATIONS, below, combined());
    if sets.is_empty() && rows.is_empty() {
        return canvas::page(&spec.frame, "upset", (width, 1), theme, |_| Ok(()));
    }
    let values = spec.combinations.iter().map(|c| &c.mark).chain(&spec.sets);
    let max = values.map(|mark| mark.value).fold(spec.base, u32::max);
    let axis = Axis::new(max, &spec.axis, &columns);
    let bottom = end + 8;
    // No line of the grid crosses the name of a set.
    let mut heights = bands(&columns, &sets, 0..sets_end + 3);
    heights.push(below - 4..bottom);
    let size = (width, bottom + axis.height() + 4);

    canvas::page(&spec.frame, "upset", size, theme, |canvas| {
        let plot = canvas.plot(max, columns.plot.clone());
        axis.draw(canvas, &columns, &heights)?;
        draw_lanes(canvas, &matrix, &sets, &rows)?;
        if apart {
            rule(canvas, &columns, below - APART / 2)?;
        }
        canvas.open("sets")?;
        for (mark, row) in spec.sets.iter().zip(&sets) {
            row.draw_mark(canvas, &columns, &plot, mark)?;
        }
        canvas.close()?;
        canvas.open("combinations")?;
        for (combination, row) in spec.combinations.iter().zip(&rows) {
            draw_combination(canvas, (&columns, &matrix), &plot, combination, row)?;
        }
        canvas.close()
    })
}

/// From each column of dots a line up and over to the name of its set. The first set stands
/// highest, so that no line crosses another.
fn draw_lanes(canvas: &Canvas<'_, '_>, matrix: &Matrix, sets: &[Row], rows: &[Row]) -> Drawn {
    let color = canvas.theme.axis;
    let to = matrix.end() + GUTTER - 4;
    let lowest = rows.last().or(sets.last());
    let foot = lowest.map_or(0, middle);
    canvas.open_hidden("lanes")?;
    for (set, row) in sets.iter().enumerate() {
        let (x, y) = (matrix.x(set), row.first_line);
        canvas.line((x, y), (to, y), color)?;
        canvas.line((x, y), (x, foot), color)?;
    }
    canvas.close()
}

fn middle(row: &Row) -> i32 {
    i32::midpoint(row.bar.start, row.bar.end)
}

fn draw_combination(
    canvas: &Canvas<'_, '_>,
    (columns, matrix): (&Columns, &Matrix),
    plot: &Plot<'_, '_>,
    combination: &Combination,
    row: &Row,
) -> Drawn {
    let Combination { mark, members } = combination;
    let theme = canvas.theme;
    let y = middle(row);
    let (large, small) = (matrix.pitch * 3 / 10, matrix.pitch / 5);
    let members = || members.iter().filter(|set| **set < matrix.sets);
    canvas.open_mark("", mark)?;
    row.draw_hit(canvas, 0..columns.width())?;
    for set in 0..matrix.sets {
        canvas.dot((matrix.x(set), y), small + 2, theme.background)?;
        canvas.dot((matrix.x(set), y), small, theme.grid)?;
    }
    let (first, last) = (members().min(), members().max());
    if let (Some(first), Some(last), true) = (first, last, first < last) {
        let ends = ((matrix.x(*first), y), (matrix.x(*last), y));
        canvas.broad_line(ends.0, ends.1, 4, theme.text)?;
    }
    for set in members() {
        canvas.dot((matrix.x(*set), y), large, theme.text)?;
    }
    let end = row.draw_bar(canvas, plot, mark)?;
    row.draw_figure(canvas, end)?;
    canvas.close()
}
