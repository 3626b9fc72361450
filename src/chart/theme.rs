//! What a chart looks like, as data: the font, the quiet colours, and the paint of each tone.

use plotters::style::RGBColor;

use super::Tone;
use super::palette::{CONTRAST, Coats, DARK, LIGHT, PRINT};
pub use super::pattern::Pattern;

/// Font and colours of a chart. All text keeps at least 4.5:1 against `background`.
#[derive(Debug, Clone, Copy)]
pub struct Theme {
    /// Value of the `font-family` attribute. Widths are measured for Titillium Web.
    pub font_family: &'static str,
    /// What lies behind the chart; counts on a pattern stand on a plate of this colour. A chart
    /// draws it itself unless it is white.
    pub background: RGBColor,
    /// Labels and figures.
    pub text: RGBColor,
    /// Tick labels and the name of the axis.
    pub muted: RGBColor,
    /// Grid lines.
    pub grid: RGBColor,
    /// The line at zero, and outlines.
    pub axis: RGBColor,
    coats: &'static Coats,
}

/// How one tone is painted: ink on paper, within an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paint {
    /// How the ink lies: the same in every theme, so that a tone is known again.
    pub pattern: Pattern,
    /// Colour of the pattern's lines; unused by [`Pattern::Solid`].
    pub ink: RGBColor,
    /// Colour between the lines.
    pub paper: RGBColor,
    /// Border of the mark, at least 3:1 against the background.
    pub edge: RGBColor,
    /// Whether the border is dashed.
    pub dashed: bool,
    /// A count written on a solid mark; on a pattern it is written on a plate.
    pub text: RGBColor,
}

impl Theme {
    /// Dark on white, on the .italia palette.
    pub const fn light() -> Theme {
        Theme {
            font_family: FONT,
            background: WHITE,
            text: rgb(0x1a1a1a),
            muted: rgb(0x5c6f82),
            grid: rgb(0xe3e4e6),
            axis: rgb(0x5c6f82),
            coats: &LIGHT,
        }
    }

    /// Light on a deep blue grey.
    pub const fn dark() -> Theme {
        Theme {
            font_family: FONT,
            background: rgb(0x131b24),
            text: rgb(0xf2f5f8),
            muted: rgb(0xa9b8c7),
            grid: rgb(0x2c3844),
            axis: rgb(0x93a4b5),
            coats: &DARK,
        }
    }

    /// White and strong colours on black: all text has 21:1, every edge at least 7:1.
    pub const fn contrast() -> Theme {
        Theme {
            font_family: FONT,
            background: BLACK,
            text: WHITE,
            muted: WHITE,
            grid: rgb(0x595959),
            axis: WHITE,
            coats: &CONTRAST,
        }
    }

    /// Black, greys and patterns on white, for a printer without colour.
    pub const fn print() -> Theme {
        Theme {
            font_family: FONT,
            background: WHITE,
            text: BLACK,
            muted: rgb(0x404040),
            grid: rgb(0xd9d9d9),
            axis: rgb(0x404040),
            coats: &PRINT,
        }
    }

    /// How this theme paints a tone.
    pub fn paint(&self, tone: Tone) -> Paint {
        let [ink, paper, edge] = self.coats[tone as usize].map(rgb);
        Paint {
            pattern: pattern(tone),
            ink,
            paper,
            edge,
            dashed: tone == Tone::Missing,
            text: if is_dark(paper) { WHITE } else { BLACK },
        }
    }
}

impl Default for Theme {
    fn default() -> Self {
        Theme::light()
    }
}

const FONT: &str = "'Titillium Web', Geneva, Tahoma, sans-serif";
/// The colour of a bare page.
pub(super) const WHITE: RGBColor = rgb(0xffffff);
const BLACK: RGBColor = rgb(0);

/// A colour written as `0xrrggbb`.
const fn rgb(hex: u32) -> RGBColor {
    let [_, r, g, b] = hex.to_be_bytes();
    RGBColor(r, g, b)
}

/// Whether white is read better on this colour than black.
fn is_dark(RGBColor(r, g, b): RGBColor) -> bool {
    299 * u32::from(r) + 587 * u32::from(g) + 114 * u32::from(b) < 128_000
}

/// Answers are plain or broadly striped, gaps are drawn in thin lines: so the eye sees first
/// what was said. Blank is an empty box, missing is hatched in a dashed box, unclear wavers;
/// what hinders is crossed, what helps carries a plus, what does neither lies flat.
const fn pattern(tone: Tone) -> Pattern {
    match tone {
        Tone::Primary | Tone::Given | Tone::Blank => Pattern::Solid,
        Tone::Secondary => Pattern::Upright,
        Tone::No => Pattern::BroadStripes,
        Tone::Hindering => Pattern::Crosses,
        Tone::Neutral => Pattern::Lying,
        Tone::Enabling => Pattern::Plus,
        Tone::Unread => Pattern::Dashes,
        Tone::OffCondition => Pattern::Chessboard,
        Tone::Unclear => Pattern::Zigzag,
        Tone::Unknown => Pattern::Dots,
        Tone::Declined => Pattern::Rings,
        Tone::NotApplicable => Pattern::Squares,
        Tone::NotAsked => Pattern::ThinStripes,
        Tone::Withheld => Pattern::Redacted,
        Tone::Missing => Pattern::Crosshatch,
    }
}
