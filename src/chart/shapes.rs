//! What plotters has no element for: shapes in a tone, and ready markup.

use std::convert::Infallible;

use plotters::element::{Drawable, PointCollection};
use plotters_backend::{BackendCoord, DrawingErrorKind};

use super::Tone;
use super::backend::SvgBackend;

/// An element of our own. It knows its place in pixels, so plotters has no point to place.
pub(super) enum Element {
    /// A shape in the fill, pattern and edge of a tone, between two corners.
    Shape {
        corners: [BackendCoord; 2],
        tone: Tone,
        /// A dot in the square between the corners, and no rectangle.
        round: bool,
    },
    /// Markup as it is.
    Markup(String),
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Element {
    type Point = &'a BackendCoord;
    type IntoIter = std::iter::Empty<&'a BackendCoord>;

    fn point_iter(self) -> Self::IntoIter {
        std::iter::empty()
    }
}

impl Drawable<SvgBackend<'_, '_>> for Element {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        _: I,
        backend: &mut SvgBackend<'_, '_>,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        match self {
            Element::Markup(markup) => backend.markup(markup),
            Element::Shape {
                corners: [from, to],
                tone,
                round,
            } => backend.tone_shape(*from, *to, *tone, *round),
        }
        Ok(())
    }
}
