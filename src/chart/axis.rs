//! The axis of counts: whole numbers only, a light grid behind the bars, and a name below.

use std::ops::Range;

use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordu64;

use super::canvas::{Align, Canvas, Drawn};
use super::metrics::{self, Weight};
use super::rows::{Columns, PAD, px};

const TICK: u32 = 12;
const NAME: u32 = 13;
const LINE: i32 = 17;
/// Clear room between two tick labels.
const TICK_ROOM: i32 = 24;

/// An axis at its place: where its ticks stand, and what they count.
pub(super) struct Axis {
    ticks: Vec<(i32, u64)>,
    name: Vec<String>,
}

impl Axis {
    /// An axis over the plot up to `max` with a tick wherever there is room, and always at zero
    /// and `max`.
    pub(super) fn new(max: u32, name: &str, columns: &Columns) -> Axis {
        let ticks = ticks(max, columns.plot_width());
        let coord = RangedCoordu64::from(0..u64::from(max.max(1)));
        let pixels = (columns.plot.start, columns.plot.end);
        let place = |tick: &u32| (coord.map(&u64::from(*tick), pixels), u64::from(*tick));
        Axis::at(ticks.iter().map(place).collect(), name, columns)
    }

    /// An axis with these ticks.
    pub(super) fn at(ticks: Vec<(i32, u64)>, name: &str, columns: &Columns) -> Axis {
        let room = (columns.outer.end - columns.outer.start - 2 * PAD).unsigned_abs();
        Axis {
            ticks,
            name: metrics::wrap(name, room, NAME, Weight::Regular, 2),
        }
    }

    /// Pixels it takes below the plot.
    pub(super) fn height(&self) -> i32 {
        let lines = i32::try_from(self.name.len()).unwrap_or(0);
        20 + if lines > 0 { 6 + lines * LINE } else { 0 }
    }

    /// Draws the grid over the heights in `bands`, and ticks and name below the last one.
    pub(super) fn draw(
        &self,
        canvas: &Canvas<'_, '_>,
        columns: &Columns,
        bands: &[Range<i32>],
    ) -> Drawn {
        let theme = canvas.theme;
        let bottom = bands.last().map_or(0, |band| band.end);
        canvas.open_hidden("axis")?;
        for (x, tick) in self.ticks.iter().rev() {
            let color = if *tick == 0 { theme.axis } else { theme.grid };
            for band in bands {
                canvas.line((*x, band.start), (*x, band.end), color)?;
            }
            let ink = canvas.muted_ink(TICK);
            let label = tick.to_string();
            let half = px(metrics::width(&label, TICK, Weight::Regular).div_ceil(2));
            // The last one may stand at the very edge of the chart.
            let x = (*x).min(columns.outer.end - half - 2);
            canvas.text(&label, (x, bottom + 12), Align::Center, ink)?;
        }
        let (x, align) = if columns.narrow {
            (columns.outer.start + PAD, Align::Left)
        } else {
            (columns.plot.end, Align::Right)
        };
        let mut at = bottom + 20 + 6 + LINE / 2;
        for line in &self.name {
            canvas.text(line, (x, at), align, canvas.muted_ink(NAME))?;
            at += LINE;
        }
        canvas.close()
    }
}

/// The smallest round step whose ticks, up to `max`, do not touch; `pixels` says how long a count is.
pub(super) fn step(max: u64, pixels: impl Fn(u64) -> i32) -> u64 {
    let label = metrics::width(&max.to_string(), TICK, Weight::Regular).cast_signed();
    let powers = (0..11).map(|exponent| 10_u64.pow(exponent));
    let steps = powers.flat_map(|power| [1, 2, 5].map(|round| power * round));
    let mut fitting = steps.filter(|step| pixels(*step) >= label + TICK_ROOM / 2);
    fitting.next().unwrap_or(max).max(1)
}

/// Whole-number ticks from 0 to `max` that `width` pixels have room for. The greatest count is
/// always one of them, because it is the base that every figure names; a tick that would touch
/// it gives way.
fn ticks(max: u32, width: i32) -> Vec<u32> {
    let max = max.max(1);
    let label = metrics::width(&max.to_string(), TICK, Weight::Regular).cast_signed();
    let room = label + TICK_ROOM;
    let most = usize::try_from(width / room).unwrap_or(0).max(2);
    // 64 bits, because plotters multiplies by ten on its way to a round step.
    let coord = RangedCoordu64::from(0..u64::from(max));
    let mut ticks: Vec<u32> = coord
        .key_points(most)
        .into_iter()
        .filter(|tick| width - coord.map(tick, (0, width)) >= room)
        .filter_map(|tick| u32::try_from(tick).ok())
        .filter(|tick| *tick > 0 && *tick < max)
        .collect();
    ticks.insert(0, 0);
    ticks.push(max);
    ticks
}

#[cfg(test)]
mod tests {
    use super::ticks;

    #[test]
    fn few_bodies_get_every_number() {
        assert_eq!(ticks(9, 400), (0..=9).collect::<Vec<_>>());
        assert_eq!(ticks(2, 400), [0, 1, 2]);
        assert_eq!(ticks(1, 400), [0, 1]);
    }

    #[test]
    fn many_bodies_get_round_numbers_and_the_base() {
        assert_eq!(ticks(1504, 400), [0, 500, 1000, 1504]);
        assert_eq!(ticks(9, 120), [0, 5, 9]);
    }

    #[test]
    fn no_count_still_has_an_axis() {
        assert_eq!(ticks(0, 400), [0, 1]);
        assert_eq!(ticks(0, 0), [0, 1]);
    }

    #[test]
    fn a_count_beyond_reason_does_not_panic() {
        let found = ticks(u32::MAX, 400);
        assert_eq!((found[0], found.last()), (0, Some(&u32::MAX)));
    }
}
