//! Before and after: two dots for each row, joined by a line, each with its figure beside it.

use super::axis::Axis;
use super::canvas::{self, Canvas, Drawn, Plot};
use super::legend::Legend;
use super::rows::{Columns, Rhythm, Row, Side, bands};
use super::{Frame, Mark, Theme};

const RHYTHM: Rhythm = Rhythm { bar: 20, gap: 14 };
/// The dot of before is the greater one: where nothing changed it is a ring around the other.
const BEFORE: i32 = 9;
const AFTER: i32 = 6;

/// What one count was and is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DumbbellRow {
    /// What the page recognises the row by; written to `data-key`.
    pub key: String,
    /// Name of the row.
    pub label: String,
    /// What it was; its names may be those who are no longer behind it.
    pub before: Mark,
    /// What it is; its names may be those who are newly behind it.
    pub after: Mark,
}

/// Counts at two moments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dumbbell {
    /// Name, text alternative and width.
    pub frame: Frame,
    /// Where the axis ends; a greater value stretches it.
    pub base: u32,
    /// What the axis counts; may be empty.
    pub axis: String,
    /// Name of the earlier moment, for the legend.
    pub before: String,
    /// Name of the later moment, for the legend.
    pub after: String,
    /// The rows, from top to bottom. In all of them the marks before have one tone, and those after
    /// another.
    pub rows: Vec<DumbbellRow>,
}

/// Draws the chart; without any row it holds only its name and text alternative.
pub fn render(spec: &Dumbbell, theme: &Theme) -> String {
    let marks = || spec.rows.iter().flat_map(|row| [&row.before, &row.after]);
    let labels = || spec.rows.iter().map(|row| (row.label.as_str(), ""));
    let figures = marks().map(|mark| ("", mark.figure.as_str()));
    let columns =
        Columns::new(spec.frame.width, labels().chain(figures)).with_figures_at_both_ends(BEFORE);
    let width = columns.width();
    let Some(first) = spec.rows.first() else {
        return canvas::page(&spec.frame, "dumbbell", (width, 1), theme, |_| Ok(()));
    };
    let max = marks().map(|mark| mark.value).fold(spec.base, u32::max);
    let axis = Axis::new(max, &spec.axis, &columns);
    let moments = [
        (first.before.tone, spec.before.as_str()),
        (first.after.tone, spec.after.as_str()),
    ];
    let legend = Legend::place(width, moments.into_iter()).in_dots();
    let top = legend.bottom;
    let (rows, end) = Row::place_all(&columns, RHYTHM, top + 8, labels());
    let bottom = end + 8;
    let size = (width, bottom + axis.height() + 4);

    canvas::page(&spec.frame, "dumbbell", size, theme, |canvas| {
        legend.draw(canvas)?;
        let plot = canvas.plot(max, columns.plot.clone());
        axis.draw(canvas, &columns, &bands(&columns, &rows, top..bottom))?;
        for (change, row) in spec.rows.iter().zip(&rows) {
            canvas.open_row(&change.key)?;
            row.draw_label(canvas, &columns)?;
            draw_change(canvas, &columns, &plot, change, row)?;
            canvas.close()?;
        }
        Ok(())
    })
}

fn draw_change(
    canvas: &Canvas<'_, '_>,
    columns: &Columns,
    plot: &Plot<'_, '_>,
    change: &DumbbellRow,
    row: &Row,
) -> Drawn {
    let DumbbellRow { before, after, .. } = change;
    let y = i32::midpoint(row.bar.start, row.bar.end);
    let at = |mark: &Mark| (plot.map_coordinate(&(u64::from(mark.value), 0)).0, y);
    canvas.broad_line(at(before), at(after), 3, canvas.theme.axis)?;
    let sides = if before.value > after.value {
        [Side::Right, Side::Left]
    } else {
        [Side::Left, Side::Right]
    };
    // Each is hit from the middle between them to its end of the row.
    let middle = i32::midpoint(at(before).0, at(after).0);
    let ends = columns.beside_label();
    let dots = [(before, BEFORE), (after, AFTER)];
    for ((mark, radius), side) in dots.into_iter().zip(sides) {
        let (x, y) = at(mark);
        let beside = if side == Side::Right {
            x + BEFORE
        } else {
            x - BEFORE
        };
        canvas.open_mark(&change.label, mark)?;
        let hit = if side == Side::Right {
            middle..ends.end
        } else {
            ends.start..middle
        };
        canvas.hit(hit, row.bar.clone())?;
        columns.draw_figure(canvas, &mark.figure, (beside, y), side)?;
        canvas.tone_dot((x, y), radius, mark.tone)?;
        canvas.close()?;
    }
    Ok(())
}
