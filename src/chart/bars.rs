//! Horizontal bars: one row for each option, and the states that are no answer apart below.

use super::apart::Parts;
use super::axis::Axis;
use super::canvas;
use super::rows::{Columns, Rhythm, texts};
use super::{Frame, Mark, Theme};

const RHYTHM: Rhythm = Rhythm { bar: 24, gap: 14 };
const TOP: i32 = 8;

/// Counts of options, out of a base.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bars {
    /// Name, text alternative and width.
    pub frame: Frame,
    /// Where the axis ends: the number of bodies that the figures are "of". A greater value
    /// stretches the axis.
    pub base: u32,
    /// What the axis counts, e.g. "enti che hanno risposto"; may be empty.
    pub axis: String,
    /// The options, from top to bottom.
    pub options: Vec<Mark>,
    /// What is no answer (blank, unclear, missing …): drawn apart, below.
    pub states: Vec<Mark>,
}

/// Draws the chart; without any row it holds only its name and text alternative.
pub fn render(spec: &Bars, theme: &Theme) -> String {
    let marks = || spec.options.iter().chain(&spec.states);
    let columns = Columns::new(
        spec.frame.width,
        texts(&spec.options).chain(texts(&spec.states)),
    );
    if marks().next().is_none() {
        return canvas::page(&spec.frame, "bars", (columns.width(), 1), theme, |_| Ok(()));
    }
    let max = marks().map(|m| m.value).fold(spec.base, u32::max);
    let axis = Axis::new(max, &spec.axis, &columns);
    let parts = Parts::place(&columns, RHYTHM, TOP, &spec.options, &spec.states);
    let bottom = parts.end + 8;
    let size = (columns.width(), bottom + axis.height() + 4);

    canvas::page(&spec.frame, "bars", size, theme, |canvas| {
        let plot = canvas.plot(max, columns.plot.clone());
        axis.draw(canvas, &columns, &parts.bands(&columns, 0..bottom))?;
        parts.draw(canvas, &columns, &plot)
    })
}
