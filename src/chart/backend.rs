//! The drawing backend that plotters draws on: it writes SVG into a [`Page`].
//!
//! plotters comes with an SVG backend, but that one measures text with the fonts of the system,
//! or in a browser by inserting a styled element into the page. This one measures with the table
//! in `metrics`, so it gives the same picture everywhere and touches no page. It also offers what
//! a plotters backend has no word for: groups, and rectangles in a tone.

use std::convert::Infallible;
use std::fmt::Write as _;

use plotters::style::RGBColor;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};

use super::metrics::{self, Weight};
use super::page::{Page, hex};
use super::{Tone, xml};

/// Width of a bar that has none.
const HAIRLINE: i32 = 2;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// The pen that plotters holds while it draws on a page.
pub(super) struct SvgBackend<'p, 't> {
    page: &'p mut Page<'t>,
}

impl<'p, 't> SvgBackend<'p, 't> {
    /// A backend that writes to `page`.
    pub(super) fn new(page: &'p mut Page<'t>) -> Self {
        SvgBackend { page }
    }

    /// Writes markup as it is: the caller has escaped it.
    pub(super) fn markup(&mut self, markup: &str) {
        self.page.push(markup);
    }

    /// A rectangle, or a dot, in the fill, pattern and edge of `tone`. The corners are the outer
    /// bounds: the edge lies within them, on half pixels so that it is sharp. Where there is no room
    /// for an edge and something in it, all is edge, and never less than a hairline.
    pub(super) fn tone_shape(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        tone: Tone,
        round: bool,
    ) {
        let paint = self.page.paint(tone);
        let (x, y) = (from.0.min(to.0), from.1.min(to.1));
        let (w, h) = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
        let (slug, edge) = (tone.slug(), hex(paint.edge));
        if w < 3 {
            self.markup(&format!(
                "<rect class=\"tone-{slug}\" x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" \
                 fill=\"{edge}\"/>\n",
                w = w.max(HAIRLINE),
            ));
            return;
        }
        let fill = if paint.pattern.is_plain() {
            hex(paint.paper)
        } else {
            format!("url(#{})", self.page.pattern(tone))
        };
        let dashes = if paint.dashed {
            " stroke-dasharray=\"4 2\""
        } else {
            ""
        };
        let (w, h) = (w - 1, (h - 1).max(0));
        let corner = if round {
            format!(" rx=\"{}\"", (w + 1) / 2)
        } else {
            String::new()
        };
        self.markup(&format!(
            "<rect class=\"tone-{slug}\" x=\"{x}.5\" y=\"{y}.5\" width=\"{w}\" height=\"{h}\"{corner} \
             fill=\"{fill}\" stroke=\"{edge}\"{dashes}/>\n",
        ));
    }
}

impl DrawingBackend for SvgBackend<'_, '_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.page.size()
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (x, y) = (from.0.min(to.0), from.1.min(to.1));
        let (w, h) = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
        let color = color(style);
        let paint = if fill {
            format!("fill=\"{color}\"")
        } else {
            let width = style.stroke_width();
            format!("fill=\"none\" stroke=\"{color}\" stroke-width=\"{width}\"")
        };
        self.markup(&format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" {paint}/>\n"
        ));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let mut points = String::new();
        for (x, y) in path {
            let space = if points.is_empty() { "M" } else { " " };
            // Writing to a string cannot fail.
            let _ = write!(points, "{space}{x} {y}");
        }
        self.markup(&format!(
            "<path d=\"{points}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"{width}\" \
             shape-rendering=\"crispEdges\"/>\n",
            color = color(style),
            width = style.stroke_width(),
        ));
        Ok(())
    }

    /// Writes upright text; the font family is the one of the whole SVG.
    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Drawn {
        let (size, weight) = font(style);
        let cap = size as i32 * metrics::CAP_HEIGHT / 1000;
        let anchor = style.anchor();
        let baseline = match anchor.v_pos {
            VPos::Top => y + cap,
            VPos::Center => y + (cap + 1) / 2,
            VPos::Bottom => y,
        };
        let align = match anchor.h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        };
        let weight = match weight {
            Weight::Regular => "",
            Weight::Semibold => " font-weight=\"600\"",
        };
        let BackendColor { rgb: (r, g, b), .. } = style.color();
        self.markup(&format!(
            "<text x=\"{x}\" y=\"{baseline}\" font-size=\"{size}\"{weight}{align} \
             fill=\"{color}\">{text}</text>\n",
            color = hex(RGBColor(r, g, b)),
            text = xml::escape(text),
        ));
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let (size, weight) = font(style);
        Ok((metrics::width(text, size, weight), size))
    }
}

fn color<S: BackendStyle>(style: &S) -> String {
    let (r, g, b) = style.color().rgb;
    hex(RGBColor(r, g, b))
}

fn font<S: BackendTextStyle>(style: &S) -> (u32, Weight) {
    let weight = match style.style() {
        FontStyle::Bold => Weight::Semibold,
        FontStyle::Normal | FontStyle::Oblique | FontStyle::Italic => Weight::Regular,
    };
    (style.size().round() as u32, weight)
}

#[cfg(test)]
mod tests {
    use plotters::prelude::{DrawingArea, IntoDrawingArea};
    use plotters::style::{BLACK, FontDesc, FontFamily, TextStyle};
    use plotters_backend::text_anchor::Pos;

    use super::super::{Frame, Theme};
    use super::*;

    /// What `draw` writes on a page of 100 by 100 pixels.
    fn drawn(
        draw: impl FnOnce(&DrawingArea<SvgBackend<'_, '_>, plotters::coord::Shift>),
    ) -> String {
        let theme = Theme::light();
        let mut page = Page::new("t", (100, 100), &theme);
        draw(&SvgBackend::new(&mut page).into_drawing_area());
        let frame = Frame {
            id: "t".to_owned(),
            title: String::new(),
            description: String::new(),
            width: 100,
            more: String::new(),
        };
        page.finish(&frame, "test")
    }

    fn style(weight: FontStyle) -> TextStyle<'static> {
        FontDesc::new(FontFamily::SansSerif, 14.0, weight).color(&BLACK)
    }

    #[test]
    fn plotters_measures_text_with_our_table() {
        drawn(|area| {
            let size = area.estimate_text_size("Ab à", &style(FontStyle::Normal));
            assert_eq!(size.ok(), Some((26, 14)));
        });
    }

    #[test]
    fn text_is_placed_by_its_capitals_and_escaped() {
        let svg = drawn(|area| {
            let style = style(FontStyle::Bold).pos(Pos::new(HPos::Right, VPos::Center));
            assert!(area.draw_text("R&D", &style, (50, 20)).is_ok());
        });
        assert!(svg.contains(
            "<text x=\"50\" y=\"25\" font-size=\"14\" font-weight=\"600\" \
             text-anchor=\"end\" fill=\"#000000\">R&amp;D</text>"
        ));
    }

    #[test]
    fn a_pixel_of_plotters_becomes_a_square() {
        let svg = drawn(|area| assert!(area.draw_pixel((3, 4), &BLACK).is_ok()));
        let square = "<rect x=\"3\" y=\"4\" width=\"1\" height=\"1\" fill=\"#000000\"/>";
        assert!(svg.contains(square));
    }
}
