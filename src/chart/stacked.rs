//! Stacked bars: one row for each dimension or question, a segment for each tone, and a legend.

use super::axis::Axis;
use super::canvas::{self, Canvas, Drawn, Plot};
use super::legend::Legend;
use super::rows::{Columns, Rhythm, Row, bands};
use super::segment::{self, BELOW, CLEAR};
use super::{Frame, Mark, Theme};

const RHYTHM: Rhythm = Rhythm {
    bar: 28,
    gap: BELOW + 6,
};
/// Width of the smallest segment, with the clear line before it.
const LEAST: i32 = CLEAR + 2;

/// One stacked bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stack {
    /// What the page recognises the row by; written to `data-key`.
    pub key: String,
    /// Name of the row.
    pub label: String,
    /// What stands at the end of the bar, e.g. the total in words; may be empty.
    pub figure: String,
    /// The segments from left to right. Those without a count are left out.
    pub segments: Vec<Mark>,
}

/// Rows of segments, whose totals may differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stacks {
    /// Name, text alternative and width.
    pub frame: Frame,
    /// Where the axis ends; a greater total stretches it, so 0 means the greatest total.
    pub base: u32,
    /// What the axis counts; may be empty.
    pub axis: String,
    /// The rows, from top to bottom. In all of them, segments of one tone have one label: the
    /// legend shows the first.
    pub rows: Vec<Stack>,
}

/// Draws the chart; without any row it holds only its name and text alternative.
pub fn render(spec: &Stacks, theme: &Theme) -> String {
    let texts = || {
        spec.rows
            .iter()
            .map(|row| (row.label.as_str(), row.figure.as_str()))
    };
    let columns = Columns::new(spec.frame.width, texts());
    if spec.rows.is_empty() {
        return canvas::page(&spec.frame, "stacked", (columns.width(), 1), theme, |_| {
            Ok(())
        });
    }
    let max = spec.rows.iter().map(total).fold(spec.base, u32::max);
    let axis = Axis::new(max, &spec.axis, &columns);
    let segments = spec.rows.iter().flat_map(|row| &row.segments);
    let legend = Legend::of_marks(columns.width(), segments);
    let top = legend.bottom;
    let (rows, end) = Row::place_all(&columns, RHYTHM, top + 8, texts());
    let bottom = end + BELOW + 2;
    let size = (columns.width(), bottom + axis.height() + 4);

    canvas::page(&spec.frame, "stacked", size, theme, |canvas| {
        legend.draw(canvas)?;
        let plot = canvas.plot(max, columns.plot.clone());
        axis.draw(canvas, &columns, &bands(&columns, &rows, top..bottom))?;
        for (stack, row) in spec.rows.iter().zip(&rows) {
            canvas.open_row(&stack.key)?;
            row.draw_label(canvas, &columns)?;
            let end = draw_segments(canvas, &columns, &plot, stack, row)?;
            row.draw_figure(canvas, end)?;
            canvas.close()?;
        }
        Ok(())
    })
}

fn total(stack: &Stack) -> u32 {
    let values = stack.segments.iter().map(|segment| segment.value);
    values.fold(0, u32::saturating_add)
}

/// Draws the segments side by side, [`CLEAR`] pixels apart so that each keeps its whole edge; gives
/// where the bar ends.
fn draw_segments(
    canvas: &Canvas<'_, '_>,
    columns: &Columns,
    plot: &Plot<'_, '_>,
    stack: &Stack,
    row: &Row,
) -> Drawn<i32> {
    let pixel = |value: u64| plot.map_coordinate(&(value, 0)).0;
    let (zero, mut sum) = (pixel(0), 0_u64);
    let counted = || stack.segments.iter().filter(|s| s.value > 0);
    let ends = counted().map(|segment| {
        sum += u64::from(segment.value);
        pixel(sum)
    });
    let ends = make_room(zero, ends.collect());
    let mut end = zero;
    let placed = counted().zip(ends).map(|(segment, to)| {
        let left = if end > zero { end + CLEAR } else { end };
        end = to;
        (segment, left..to)
    });
    let placed: Vec<_> = placed.collect();
    let room = columns.beside_label();
    segment::draw_all(canvas, &stack.label, &row.bar, &placed, room)?;
    Ok(end)
}

/// Moves the ends of segments so that even 1 of 1,500 is seen: each gets [`LEAST`] pixels, taken
/// from its greater neighbours. The bar itself grows only if all its segments are that small.
fn make_room(zero: i32, mut ends: Vec<i32>) -> Vec<i32> {
    let count = i32::try_from(ends.len()).unwrap_or(0);
    let mut most = ends
        .last()
        .map_or(zero, |end| *end)
        .max(zero + count * LEAST);
    if let Some(last) = ends.last_mut() {
        *last = most;
    }
    // From the right, no end comes too close to the next one; then from the left, none too close
    // to the one before. The second pass has room, because the whole bar has.
    for end in ends.iter_mut().rev() {
        *end = (*end).min(most);
        most = *end - LEAST;
    }
    let mut least = zero;
    for end in &mut ends {
        *end = (*end).max(least + LEAST);
        least = *end;
    }
    ends
}

#[cfg(test)]
mod tests {
    use super::make_room;

    #[test]
    fn segments_with_room_stay_where_they_are() {
        assert_eq!(make_room(8, vec![40, 60, 100]), [40, 60, 100]);
        assert!(make_room(8, vec![]).is_empty());
    }

    #[test]
    fn a_tiny_segment_takes_room_from_its_neighbour() {
        assert_eq!(make_room(8, vec![99, 100, 100]), [92, 96, 100]);
        assert_eq!(make_room(8, vec![8, 8, 100]), [12, 16, 100]);
        assert_eq!(make_room(8, vec![50, 50, 50, 100]), [42, 46, 50, 100]);
    }

    #[test]
    fn a_bar_of_tiny_segments_only_grows() {
        assert_eq!(make_room(8, vec![8, 8, 9]), [12, 16, 20]);
    }
}
