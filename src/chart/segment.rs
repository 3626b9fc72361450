//! A segment of a bar: a mark between two others, with its count in it.

use std::ops::Range;

use super::Mark;
use super::canvas::{Align, Canvas, Drawn};
use super::metrics::{self, Weight};
use super::rows::px;
use super::theme::Pattern;

/// Between two segments, so that each keeps its whole edge.
pub(super) const CLEAR: i32 = 2;
/// Font size of a count in its segment.
const COUNT: u32 = 13;

/// Draws a segment of the row named `of` over these pixels.
pub(super) fn draw(
    canvas: &Canvas<'_, '_>,
    of: &str,
    mark: &Mark,
    bar: &Range<i32>,
    x: Range<i32>,
) -> Drawn {
    canvas.open_mark(of, mark)?;
    canvas.tone_rect((x.start, bar.start), (x.end, bar.end), mark.tone)?;
    // A plate must leave enough of the pattern to know it by.
    let paint = canvas.theme.paint(mark.tone);
    let margin = if paint.pattern == Pattern::Solid {
        8
    } else {
        20
    };
    let text = mark.value.to_string();
    let width = px(metrics::width(&text, COUNT, Weight::Semibold));
    if x.end - x.start >= width + margin {
        let middle = (
            i32::midpoint(x.start, x.end),
            i32::midpoint(bar.start, bar.end),
        );
        inscribe(canvas, mark, &text, COUNT, middle)?;
    }
    canvas.close()
}

/// Writes a short text on a mark: on a plate where there is a pattern.
pub(super) fn inscribe(
    canvas: &Canvas<'_, '_>,
    mark: &Mark,
    text: &str,
    size: u32,
    (x, y): (i32, i32),
) -> Drawn {
    let paint = canvas.theme.paint(mark.tone);
    let mut color = paint.text;
    if paint.pattern != Pattern::Solid {
        color = canvas.theme.text;
        let half = px(metrics::width(text, size, Weight::Semibold).div_ceil(2)) + 2;
        let plate = canvas.theme.background;
        canvas.plate((x - half, y - 8), (x + half, y + 8), plate)?;
    }
    canvas.text(text, (x, y), Align::Center, canvas.figure_ink(size, color))
}
