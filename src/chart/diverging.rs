//! Readings as diverging bars: what hinders to the left, what helps to the right, what does neither
//! centred on the line between them, and what could not be read in a column of its own at the
//! right, all on one scale.
//!
//! As in the diverging bars of Heiberger and Robbins (Journal of Statistical Software 57(5), 2014),
//! the neutral is halved by the line at zero, and the numbers below say how far it is from there.

use std::ops::Range;

use super::axis::{self, Axis};
use super::canvas;
use super::legend::Legend;
use super::rows::{Columns, Rhythm, Row, bands};
use super::segment::{self, BELOW, CLEAR};
use super::{Frame, Mark, Theme};

const RHYTHM: Rhythm = Rhythm {
    bar: 28,
    gap: BELOW + 6,
};
/// Between the diverging bars and the column beside them.
const BESIDE: i32 = 28;
/// Room at the left for bars that are widened to be seen.
const LEAD: i32 = 6;
/// The smallest segment.
const LEAST: i32 = 4;

/// The readings of one dimension, factor or body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DivergingRow {
    /// What the page recognises the row by; written to `data-key`.
    pub key: String,
    /// Name of the row.
    pub label: String,
    /// What stands at the end of the row, e.g. what was read in words; may be empty.
    pub figure: String,
    /// To the left.
    pub hindering: Mark,
    /// Centred on zero.
    pub neutral: Mark,
    /// To the right.
    pub enabling: Mark,
    /// In the column beside.
    pub unknown: Mark,
}

impl DivergingRow {
    fn marks(&self) -> [&Mark; 4] {
        [
            &self.hindering,
            &self.neutral,
            &self.enabling,
            &self.unknown,
        ]
    }

    /// From zero to the left end and to the right end, in halves of a count.
    fn reach(&self) -> (u64, u64) {
        let halves = |mark: &Mark| 2 * u64::from(mark.value);
        let neutral = u64::from(self.neutral.value);
        (
            neutral + halves(&self.hindering),
            neutral + halves(&self.enabling),
        )
    }
}

/// Rows of readings on one scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diverging {
    /// Name, text alternative and width.
    pub frame: Frame,
    /// What the axis counts; may be empty.
    pub axis: String,
    /// The rows, from top to bottom. In all of them, marks of one tone have one label: the legend
    /// shows the first.
    pub rows: Vec<DivergingRow>,
}

/// Where counts lie, in halves, because the line at zero halves the neutral.
struct Scale {
    zero: i32,
    /// The zero of the column beside, if anything stands there.
    beside: Option<i32>,
    room: i32,
    halves: u64,
}

impl Scale {
    fn new(rows: &[DivergingRow], columns: &Columns) -> Scale {
        let reach = rows.iter().map(DivergingRow::reach);
        let (left, right) = reach.fold((0, 0), |a, b| (a.0.max(b.0), a.1.max(b.1)));
        let unknown = rows.iter().map(|row| u64::from(row.unknown.value)).max();
        let unknown = unknown.unwrap_or(0);
        let between = if unknown > 0 { BESIDE } else { 0 };
        let start = columns.plot.start + LEAD;
        let mut scale = Scale {
            zero: start,
            beside: None,
            room: (columns.plot.end - start - between).max(1),
            halves: (left + right + 2 * unknown).max(1),
        };
        scale.zero = start + scale.pixels(left);
        if unknown > 0 {
            scale.beside = Some(start + scale.pixels(left + right) + between);
        }
        scale
    }

    /// How long so many halves are.
    fn pixels(&self, halves: u64) -> i32 {
        let room = u64::from(self.room.unsigned_abs());
        i32::try_from(halves * room / self.halves).unwrap_or(i32::MAX)
    }

    /// The axis: the same steps from each zero, as far as the longest bars reach.
    fn axis(&self, rows: &[DivergingRow], name: &str, columns: &Columns) -> Axis {
        let reach = |side: fn(&DivergingRow) -> u64| rows.iter().map(side).max().unwrap_or(0);
        let (left, right) = (reach(|row| row.reach().0), reach(|row| row.reach().1));
        let unknown = reach(|row| 2 * u64::from(row.unknown.value));
        // Which numbers stand on which side of which zero.
        let sides = [
            (Some(self.zero), -1, 1, left),
            (Some(self.zero), 1, 0, right),
            (self.beside, 1, 0, unknown),
        ];
        let step = axis::step(left.max(right).max(unknown) / 2, |count| {
            self.pixels(2 * count)
        });
        let ticks = sides.into_iter().flat_map(|(zero, way, first, halves)| {
            let counts = (first..=halves / 2 / step).map(move |n| n * step);
            counts.filter_map(move |count| Some((zero? + way * self.pixels(2 * count), count)))
        });
        Axis::at(ticks.collect(), name, columns)
    }

    /// The pixels of each mark of a row that counts something, at least [`LEAST`] wide.
    fn segments<'a>(&self, row: &'a DivergingRow) -> Vec<(&'a Mark, Range<i32>)> {
        let (left, right) = row.reach();
        let neutral = u64::from(row.neutral.value);
        let half = if neutral > 0 {
            self.pixels(neutral).max(LEAST / 2)
        } else {
            0
        };
        let clear = if neutral > 0 { CLEAR } else { CLEAR / 2 };
        let (inner_left, inner_right) = (self.zero - half, self.zero + half);
        let hindering = inner_left - clear;
        let enabling = inner_right + clear;
        let beside = self.beside.unwrap_or(self.zero);
        let unknown = self.pixels(2 * u64::from(row.unknown.value)).max(LEAST);
        let placed = [
            (self.zero - self.pixels(left)).min(hindering - LEAST)..hindering,
            inner_left..inner_right,
            enabling..(self.zero + self.pixels(right)).max(enabling + LEAST),
            beside..beside + unknown,
        ];
        let all = row.marks().into_iter().zip(placed);
        all.filter(|(mark, _)| mark.value > 0).collect()
    }
}

/// Draws the chart; without any row it holds only its name and text alternative.
pub fn render(spec: &Diverging, theme: &Theme) -> String {
    let texts = || {
        spec.rows
            .iter()
            .map(|row| (row.label.as_str(), row.figure.as_str()))
    };
    let columns = Columns::new(spec.frame.width, texts());
    let width = columns.width();
    if spec.rows.is_empty() {
        return canvas::page(&spec.frame, "diverging", (width, 1), theme, |_| Ok(()));
    }
    let scale = Scale::new(&spec.rows, &columns);
    let axis = scale.axis(&spec.rows, &spec.axis, &columns);
    let legend = Legend::of_marks(width, spec.rows.iter().flat_map(DivergingRow::marks));
    let top = legend.bottom;
    let (rows, end) = Row::place_all(&columns, RHYTHM, top + 8, texts());
    let bottom = end + BELOW + 2;
    let size = (width, bottom + axis.height() + 4);

    canvas::page(&spec.frame, "diverging", size, theme, |canvas| {
        legend.draw(canvas)?;
        axis.draw(canvas, &columns, &bands(&columns, &rows, top..bottom))?;
        for (readings, row) in spec.rows.iter().zip(&rows) {
            canvas.open_row(&readings.key)?;
            row.draw_label(canvas, &columns)?;
            let (label, room) = (&readings.label, columns.beside_label());
            segment::draw_all(canvas, label, &row.bar, &scale.segments(readings), room)?;
            row.draw_figure(canvas, columns.plot.end + 4)?;
            canvas.close()?;
        }
        Ok(())
    })
}
