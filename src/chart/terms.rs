//! Ranked terms: thin bars, the most named first, as long as the list is, and the states that are no
//! answer apart below.

use super::apart::Parts;
use super::canvas;
use super::rows::{Columns, Rhythm, texts};
use super::{Frame, Mark, Theme};

const TOP: i32 = 8;

/// Terms in the order to show them; the caller has ranked them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Terms {
    /// Name, text alternative and width.
    pub frame: Frame,
    /// The count that fills the width: the base of the figures, or 0 to give the most named
    /// term the whole width.
    pub base: u32,
    /// The terms, from top to bottom. Their order is kept.
    pub terms: Vec<Mark>,
    /// What is no answer (blank, unclear, missing …): drawn apart, below.
    pub states: Vec<Mark>,
}

/// Draws the list; without any row it holds only its name and text alternative.
pub fn render(spec: &Terms, theme: &Theme) -> String {
    let marks = || spec.terms.iter().chain(&spec.states);
    let columns = Columns::new(
        spec.frame.width,
        texts(&spec.terms).chain(texts(&spec.states)),
    );
    if marks().next().is_none() {
        return canvas::page(
            &spec.frame,
            "terms",
            (columns.width(), 1),
            theme,
            |_| Ok(()),
        );
    }
    let rhythm = if columns.narrow {
        Rhythm { bar: 10, gap: 12 }
    } else {
        Rhythm { bar: 12, gap: 10 }
    };
    let max = marks().map(|m| m.value).fold(spec.base, u32::max);
    let parts = Parts::place(&columns, rhythm, TOP, &spec.terms, &spec.states);
    let size = (columns.width(), parts.end + TOP);

    canvas::page(&spec.frame, "terms", size, theme, |canvas| {
        let plot = canvas.plot(max, columns.plot.clone());
        let zero = columns.plot.start;
        for band in parts.bands(&columns, 0..size.1) {
            canvas.line((zero, band.start), (zero, band.end), canvas.theme.axis)?;
        }
        parts.draw(canvas, &columns, &plot)
    })
}
