//! What the charts share when they draw: groups with what they say, text, shapes in a tone, and
//! the plot where counts become pixels.

use std::cell::Cell;
use std::convert::Infallible;
use std::ops::Range;

use plotters::coord::Shift;
use plotters::coord::types::{RangedCoordi32, RangedCoordu64};
use plotters::prelude::{Cartesian2d, DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::prelude::{PathElement, Rectangle};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBColor, TextStyle};
use plotters_backend::BackendCoord;
use plotters_backend::text_anchor::{Pos, VPos};

use super::backend::SvgBackend;
use super::metrics::Weight;
use super::page::{Page, hex};
use super::shapes::Element;
use super::{Frame, Mark, Theme, Tone, xml};

/// Outcome of a drawing step. Our backend cannot fail; what remains is plotters' own guard
/// against drawing from within a drawing step.
pub(super) type Drawn<T = ()> = Result<T, DrawingAreaErrorKind<Infallible>>;

/// Where counts run from left to right, and rows from top to bottom in pixels.
pub(super) type Plot<'p, 't> =
    DrawingArea<SvgBackend<'p, 't>, Cartesian2d<RangedCoordu64, RangedCoordi32>>;

/// Names a tooltip shows before the rest is only counted.
const NAMES_SHOWN: usize = 12;

/// The least height that a finger hits, as WCAG 2.2 has it.
const HIT: i32 = 24;

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
    let mut draw = Some(draw);
    let mut once = |canvas: &Canvas<'_, '_>| draw.take().map_or(Ok(()), |draw| draw(canvas));
    drawn_page(frame, class, size, theme, &mut once)
}

/// One instance for all charts: a page costs each of them no more than a call.
fn drawn_page(
    frame: &Frame,
    class: &str,
    size: (i32, i32),
    theme: &Theme,
    draw: &mut dyn FnMut(&Canvas<'_, '_>) -> Drawn,
) -> String {
    let size = (size.0.unsigned_abs().max(1), size.1.unsigned_abs().max(1));
    let mut page = Page::new(&frame.id, size, theme);
    let canvas = Canvas {
        root: SvgBackend::new(&mut page).into_drawing_area(),
        theme,
        more: &frame.more,
        reached: Cell::new(false),
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
    /// Whether a mark is already the one that the tab key reaches.
    reached: Cell<bool>,
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

    /// Opens the group of a mark that can be reached by keyboard and says who is behind it. `of`
    /// names the row or panel that it belongs to, unless it stands for itself.
    pub(super) fn open_mark(&self, of: &str, mark: &Mark) -> Drawn {
        let tabindex = if self.reached.replace(true) {
            "-1"
        } else {
            "0"
        };
        self.markup(format!(
            "<g class=\"mark\" data-key=\"{}\" role=\"img\" tabindex=\"{tabindex}\" \
             aria-label=\"{}\">\n<title>{}</title>\n",
            xml::escape(&mark.key),
            xml::escape(&said(of, mark, Mark::NAMES, self.more)),
            xml::escape(&said(of, mark, NAMES_SHOWN, self.more)),
        ))
    }

    /// Opens the group of what is drawn for the eye alone, because marks and text alternative
    /// say it better.
    pub(super) fn open_hidden(&self, class: &str) -> Drawn {
        self.markup(format!("<g class=\"{class}\" aria-hidden=\"true\">\n"))
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
        self.broad_line(from, to, 1, color)
    }

    /// A line of `width` pixels.
    pub(super) fn broad_line(
        &self,
        from: BackendCoord,
        to: BackendCoord,
        width: u32,
        color: RGBColor,
    ) -> Drawn {
        let style = color.stroke_width(width);
        self.root.draw(&PathElement::new(vec![from, to], style))
    }

    /// A filled rectangle without an edge.
    pub(super) fn plate(&self, from: BackendCoord, to: BackendCoord, color: RGBColor) -> Drawn {
        self.root.draw(&Rectangle::new([from, to], color.filled()))
    }

    /// A rectangle in a tone.
    pub(super) fn tone_rect(&self, from: BackendCoord, to: BackendCoord, tone: Tone) -> Drawn {
        self.root.draw(&Element::Shape {
            corners: [from, to],
            tone,
            round: false,
        })
    }

    /// A round dot in a tone around a middle.
    pub(super) fn tone_dot(&self, (x, y): BackendCoord, radius: i32, tone: Tone) -> Drawn {
        self.root.draw(&Element::Shape {
            corners: [(x - radius, y - radius), (x + radius, y + radius)],
            tone,
            round: true,
        })
    }

    /// The edge of an empty rectangle.
    pub(super) fn outline(&self, from: BackendCoord, to: BackendCoord) -> Drawn {
        let (x, y) = from;
        let (w, h) = ((to.0 - x - 1).max(0), (to.1 - y - 1).max(0));
        self.markup(format!(
            "<rect class=\"outline\" x=\"{x}.5\" y=\"{y}.5\" width=\"{w}\" height=\"{h}\" \
             fill=\"none\" stroke=\"{}\"/>\n",
            hex(self.theme.axis),
        ))
    }

    /// What is not seen and still hit: the place of a mark, at least [`HIT`] high.
    pub(super) fn hit(&self, x: Range<i32>, y: Range<i32>) -> Drawn {
        let middle = i32::midpoint(y.start, y.end);
        let (top, bottom) = (y.start.min(middle - HIT / 2), y.end.max(middle + HIT / 2));
        self.markup(format!(
            "<rect class=\"hit\" x=\"{}\" y=\"{top}\" width=\"{}\" height=\"{}\" \
             fill=\"none\" pointer-events=\"all\"/>\n",
            x.start,
            (x.end - x.start).max(0),
            bottom - top,
        ))
    }

    /// A filled dot without an edge.
    pub(super) fn dot(&self, (x, y): BackendCoord, radius: i32, color: RGBColor) -> Drawn {
        let color = hex(color);
        self.markup(format!(
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{color}\"/>\n"
        ))
    }

    /// Writes markup as it is: the caller has escaped it.
    pub(super) fn markup(&self, markup: String) -> Drawn {
        self.root.draw(&Element::Markup(markup))
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

/// "of, label: figure — names", where only the first `most` are named and the rest is counted.
fn said(of: &str, mark: &Mark, most: usize, more: &str) -> String {
    let comma = if of.is_empty() { "" } else { ", " };
    let mut out = format!("{of}{comma}{}: {}", mark.label, mark.figure);
    if mark.names.is_empty() {
        return out;
    }
    let shown = mark.names.iter().take(most).map(String::as_str);
    out.push_str(" — ");
    out.push_str(&shown.collect::<Vec<_>>().join(", "));
    let hidden = mark.names.len().saturating_sub(most) + mark.others;
    if hidden > 0 {
        out.push_str(", ");
        out.push_str(&count_more(more, hidden));
    }
    out
}

/// The wording for `n` names that are left out.
pub(super) fn count_more(more: &str, n: usize) -> String {
    more.replace("{n}", &n.to_string())
}
