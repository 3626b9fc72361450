//! What the charts share when they draw: groups with their tooltip, text, tone rectangles, and
//! the plot where counts become pixels.

use std::convert::Infallible;
use std::ops::Range;

use plotters::coord::Shift;
use plotters::coord::types::{RangedCoordi32, RangedCoordu64};
use plotters::element::{Drawable, PointCollection};
use plotters::prelude::{Cartesian2d, DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::prelude::{PathElement, Rectangle};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, TextStyle};
use plotters_backend::text_anchor::{Pos, VPos};
use plotters_backend::{BackendCoord, DrawingErrorKind};

use super::backend::SvgBackend;
use super::metrics::Weight;
use super::page::Page;
use super::{Frame, Mark, Theme, Tone, xml};

/// Outcome of a drawing step. Our backend cannot fail; what remains is plotters' own guard
/// against drawing from within a drawing step.
pub(super) type Drawn<T = ()> = Result<T, DrawingAreaErrorKind<Infallible>>;

/// Where counts run from left to right, and rows from top to bottom in pixels.
pub(super) type Plot<'p, 't> =
    DrawingArea<SvgBackend<'p, 't>, Cartesian2d<RangedCoordu64, RangedCoordi32>>;

/// Names a tooltip shows before the rest is only counted.
const NAMES_SHOWN: usize = 12;

/// Where text stands in relation to its point; it is always centred in height.
pub(super) use plotters_backend::text_anchor::HPos as Align;

/// The look of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ink {
    /// Pixels.
    pub(super) size: u32,
    pub(super) weight: Weight,
    pub(super) color: RGBColor,
}

/// Draws a chart of `size` pixels with `draw`. If plotters refuses, what remains is a chart with
/// its name and its text alternative: nothing half drawn.
pub(super) fn page(
    frame: &Frame,
    class: &str,
    size: (i32, i32),
    theme: &Theme,
    draw: impl FnOnce(&Canvas<'_, '_>) -> Drawn,
) -> String {
    let size = (size.0.unsigned_abs().max(1), size.1.unsigned_abs().max(1));
    let mut page = Page::new(&frame.id, size, theme);
    let canvas = Canvas {
        root: SvgBackend::new(&mut page).into_drawing_area(),
        theme,
        more: &frame.more,
    };
    let drawn = draw(&canvas);
    drop(canvas);
    if drawn.is_err() {
        page.clear();
    }
    page.finish(frame, class)
}

/// The drawing surface of one chart.
pub(super) struct Canvas<'p, 't> {
    root: DrawingArea<SvgBackend<'p, 't>, Shift>,
    pub(super) theme: &'t Theme,
    more: &'t str,
}

impl<'p, 't> Canvas<'p, 't> {
    /// A plot where 0 to `max` spans the pixels of `x`, over the whole height.
    pub(super) fn plot(&self, max: u32, x: Range<i32>) -> Plot<'p, 't> {
        let height = self.root.dim_in_pixel().1.cast_signed();
        let space = Cartesian2d::<RangedCoordu64, RangedCoordi32>::new(
            0..u64::from(max.max(1)),
            0..height,
            (x, 0..height),
        );
        self.root.apply_coord_spec(space)
    }

    /// Opens a group with a class name.
    pub(super) fn open(&self, class: &str) -> Drawn {
        self.markup(format!("<g class=\"{class}\">\n"))
    }

    /// Opens the group of a row, found again by `key`.
    pub(super) fn open_row(&self, key: &str) -> Drawn {
        let key = xml::escape(key);
        self.markup(format!("<g class=\"row\" data-key=\"{key}\">\n"))
    }

    /// Opens the group of a mark, with a tooltip that says who is behind it.
    pub(super) fn open_mark(&self, mark: &Mark) -> Drawn {
        self.markup(format!(
            "<g class=\"mark\" data-key=\"{}\">\n<title>{}</title>\n",
            xml::escape(&mark.key),
            xml::escape(&tooltip(mark, self.more)),
        ))
    }

    /// Closes the last group.
    pub(super) fn close(&self) -> Drawn {
        self.markup("</g>\n".to_owned())
    }

    /// One line of text, centred in height on `y`.
    pub(super) fn text(&self, text: &str, (x, y): (i32, i32), align: Align, ink: Ink) -> Drawn {
        let style = match ink.weight {
            Weight::Regular => FontStyle::Normal,
            Weight::Semibold => FontStyle::Bold,
        };
        let family = FontFamily::Name(self.theme.font_family);
        let font = FontDesc::new(family, f64::from(ink.size), style);
        let style = TextStyle::from(font)
            .color(&ink.color)
            .pos(Pos::new(align, VPos::Center));
        self.root.draw_text(text, &style, (x, y))
    }

    /// A line of one pixel.
    pub(super) fn line(&self, from: BackendCoord, to: BackendCoord, color: RGBColor) -> Drawn {
        self.root
            .draw(&PathElement::new(vec![from, to], color.stroke_width(1)))
    }

    /// A filled rectangle without an edge.
    pub(super) fn plate(&self, from: BackendCoord, to: BackendCoord, color: RGBColor) -> Drawn {
        self.root.draw(&Rectangle::new([from, to], color.filled()))
    }

    /// A rectangle in a tone, in pixels.
    pub(super) fn tone_rect(&self, from: BackendCoord, to: BackendCoord, tone: Tone) -> Drawn {
        self.root.draw(&ToneRect::new([from, to], tone))
    }

    fn markup(&self, markup: String) -> Drawn {
        self.root.draw(&Markup(markup))
    }

    /// Labels and the names in a legend.
    pub(super) fn label_ink(&self, size: u32) -> Ink {
        Ink {
            size,
            weight: Weight::Regular,
            color: self.theme.text,
        }
    }

    /// Figures at the end of a bar, and counts in it.
    pub(super) fn figure_ink(&self, size: u32, color: RGBColor) -> Ink {
        Ink {
            size,
            weight: Weight::Semibold,
            color,
        }
    }

    /// Tick labels and the name of the axis.
    pub(super) fn muted_ink(&self, size: u32) -> Ink {
        Ink {
            size,
            weight: Weight::Regular,
            color: self.theme.muted,
        }
    }
}

/// "label: figure — names", the names cut after [`NAMES_SHOWN`].
fn tooltip(mark: &Mark, more: &str) -> String {
    let mut out = format!("{}: {}", mark.label, mark.figure);
    if mark.names.is_empty() {
        return out;
    }
    let shown = mark.names.iter().take(NAMES_SHOWN).map(String::as_str);
    out.push_str(" — ");
    out.push_str(&shown.collect::<Vec<_>>().join(", "));
    let hidden = mark.names.len().saturating_sub(NAMES_SHOWN);
    if hidden > 0 {
        out.push_str(", ");
        out.push_str(&more.replace("{n}", &hidden.to_string()));
    }
    out
}

/// An element in the fill, pattern and edge of a tone, between two corners.
pub(super) struct ToneRect<C> {
    corners: [C; 2],
    tone: Tone,
}

impl<C> ToneRect<C> {
    pub(super) fn new(corners: [C; 2], tone: Tone) -> Self {
        ToneRect { corners, tone }
    }
}

impl<'a, C> PointCollection<'a, C> for &'a ToneRect<C> {
    type Point = &'a C;
    type IntoIter = &'a [C];

    fn point_iter(self) -> &'a [C] {
        &self.corners
    }
}

impl<C> Drawable<SvgBackend<'_, '_>> for ToneRect<C> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut corners: I,
        backend: &mut SvgBackend<'_, '_>,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        if let (Some(from), Some(to)) = (corners.next(), corners.next()) {
            backend.tone_rect(from, to, self.tone);
        }
        Ok(())
    }
}

/// An element of ready markup: it has no place of its own.
struct Markup(String);

impl<'a, C: 'a> PointCollection<'a, C> for &'a Markup {
    type Point = &'a C;
    type IntoIter = std::iter::Empty<&'a C>;

    fn point_iter(self) -> Self::IntoIter {
        std::iter::empty()
    }
}

impl Drawable<SvgBackend<'_, '_>> for Markup {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        _: I,
        backend: &mut SvgBackend<'_, '_>,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        backend.markup(&self.0);
        Ok(())
    }
}
