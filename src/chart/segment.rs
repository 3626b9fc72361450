//! The segments of a bar: marks side by side, each with its count in it, or below it where it is too
//! narrow for a number.

use std::ops::Range;

use super::Mark;
use super::canvas::{Align, Canvas, Drawn};
use super::metrics::{self, Weight};
use super::rows::px;
use super::theme::Pattern;

/// Between two segments, so that each keeps its whole edge.
pub(super) const CLEAR: i32 = 2;
/// Room below a bar for the counts of narrow segments.
pub(super) const BELOW: i32 = 18;
/// Font size of a count.
const COUNT: u32 = 13;
/// Between two counts below a bar.
const SPACE: i32 = 6;

/// Draws the segments of the row named `of`, each over its pixels. The counts below stand within
/// `room`, in the order of their segments.
pub(super) fn draw_all(
    canvas: &Canvas<'_, '_>,
    of: &str,
    bar: &Range<i32>,
    segments: &[(&Mark, Range<i32>)],
    room: Range<i32>,
) -> Drawn {
    let middle = |x: &Range<i32>| i32::midpoint(x.start, x.end);
    let narrow = segments.iter().filter(|(mark, x)| !fits(canvas, mark, x));
    let below = narrow.map(|(mark, x)| (middle(x), width(mark)));
    let mut below = spread(&below.collect::<Vec<_>>(), room).into_iter();
    for (mark, x) in segments {
        canvas.open_mark(of, mark)?;
        canvas.hit(x.clone(), bar.clone())?;
        canvas.tone_rect((x.start, bar.start), (x.end, bar.end), mark.tone)?;
        let text = mark.value.to_string();
        if fits(canvas, mark, x) {
            let at = (middle(x), i32::midpoint(bar.start, bar.end));
            inscribe(canvas, mark, &text, COUNT, at)?;
        } else if let Some(x) = below.next() {
            let (half, y) = (width(mark) / 2 + 2, bar.end + BELOW / 2 + 1);
            let plate = ((x - half, y - 8), (x + half, y + 8));
            canvas.plate(plate.0, plate.1, canvas.theme.background)?;
            let ink = canvas.figure_ink(COUNT, canvas.theme.text);
            canvas.text(&text, (x, y), Align::Center, ink)?;
        }
        canvas.close()?;
    }
    Ok(())
}

/// Pixels of a count.
fn width(mark: &Mark) -> i32 {
    px(metrics::width(
        &mark.value.to_string(),
        COUNT,
        Weight::Semibold,
    ))
}

/// Whether a segment has room for its count. A plate must leave enough of the pattern to know it
/// by.
fn fits(canvas: &Canvas<'_, '_>, mark: &Mark, x: &Range<i32>) -> bool {
    let margin = if canvas.theme.paint(mark.tone).pattern == Pattern::Solid {
        8
    } else {
        20
    };
    x.end - x.start >= width(mark) + margin
}

/// The middles of texts with these widths, as near to where they were as they can be without
/// touching each other or leaving `room`.
fn spread(texts: &[(i32, i32)], room: Range<i32>) -> Vec<i32> {
    let half = |width: i32| (width + SPACE) / 2;
    // From the left, none comes too close to the one before; then from the right, none to the next.
    let mut least = room.start;
    let pushed = texts.iter().map(|(middle, width)| {
        let middle = (*middle).max(least + half(*width));
        least = middle + half(*width);
        middle
    });
    let mut middles: Vec<i32> = pushed.collect();
    let mut most = room.end;
    for (middle, (_, width)) in middles.iter_mut().zip(texts).rev() {
        *middle = (*middle).min(most - half(*width));
        most = *middle - half(*width);
    }
    middles
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

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn texts_with_room_stay_where_they_are() {
        assert_eq!(spread(&[(20, 8), (60, 8)], 0..100), [20, 60]);
    }

    #[test]
    fn texts_that_touch_are_parted_in_their_order() {
        assert_eq!(spread(&[(20, 8), (24, 8), (28, 8)], 0..100), [20, 34, 48]);
        assert_eq!(spread(&[(2, 8), (96, 8), (98, 8)], 0..100), [7, 79, 93]);
    }
}
