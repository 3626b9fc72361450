//! What a chart looks like, as data: the font, the quiet colours, and the paint of each tone.

use plotters::style::RGBColor;

use super::Tone;
pub use super::pattern::Pattern;

/// Font and colours of a chart. All text keeps at least 4.5:1 against `background`.
#[derive(Debug, Clone, Copy)]
pub struct Theme {
    /// Value of the `font-family` attribute. Widths are measured for Titillium Web.
    pub font_family: &'static str,
    /// What lies behind the chart; counts on a pattern stand on a plate of this colour.
    pub background: RGBColor,
    /// Labels and figures.
    pub text: RGBColor,
    /// Tick labels and the name of the axis.
    pub muted: RGBColor,
    /// Grid lines.
    pub grid: RGBColor,
    /// The line at zero.
    pub axis: RGBColor,
    /// The paint of each tone.
    pub paint: fn(Tone) -> Paint,
}

/// How one tone is painted: ink on paper, within an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paint {
    /// How the ink lies.
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
    /// The light theme, on the .italia palette.
    pub const fn light() -> Theme {
        Theme {
            font_family: "'Titillium Web', Geneva, Tahoma, sans-serif",
            background: WHITE,
            text: rgb(0x1a1a1a),
            muted: rgb(0x5c6f82),
            grid: rgb(0xe3e4e6),
            axis: rgb(0x5c6f82),
            paint: light_paint,
        }
    }
}

impl Default for Theme {
    fn default() -> Self {
        Theme::light()
    }
}

const WHITE: RGBColor = rgb(0xffffff);
const NIGHT: RGBColor = rgb(0x17324d);

/// A colour written as `0xrrggbb`.
const fn rgb(hex: u32) -> RGBColor {
    let [_, r, g, b] = hex.to_be_bytes();
    RGBColor(r, g, b)
}

/// A plain colour with an edge and the colour of text on it.
const fn plain(paper: u32, edge: u32, text: RGBColor) -> Paint {
    Paint {
        pattern: Pattern::Solid,
        ink: rgb(paper),
        paper: rgb(paper),
        edge: rgb(edge),
        dashed: false,
        text,
    }
}

/// A pattern of ink on paper; the edge has the colour of the ink.
const fn drawn(pattern: Pattern, ink: u32, paper: u32) -> Paint {
    Paint {
        pattern,
        ink: rgb(ink),
        paper: rgb(paper),
        edge: rgb(ink),
        dashed: false,
        text: NIGHT,
    }
}

/// Answers are dark and filled, gaps are light and drawn: so the eye sees first what was said.
/// Blank is an empty box, missing is hatched in a dashed box, unclear wavers, "no" is striped in
/// the darkest blue.
const fn light_paint(tone: Tone) -> Paint {
    match tone {
        Tone::Primary => plain(0x0066cc, 0x004d99, WHITE),
        Tone::Secondary => drawn(Pattern::Upright, 0x0066cc, 0xd9e8f7),
        Tone::No => drawn(Pattern::BroadStripes, 0x17324d, 0xd5dde6),
        Tone::Enabling => Paint {
            edge: rgb(0x004d33),
            ..drawn(Pattern::Plus, 0xffffff, 0x006644)
        },
        Tone::Hindering => drawn(Pattern::Crosses, 0xb3243c, 0xfbe9ec),
        Tone::Neutral => plain(0xc5c7c9, 0x5c6f82, NIGHT),
        Tone::Unread => drawn(Pattern::Dashes, 0x5c6f82, 0xffffff),
        Tone::Given => plain(0x003366, 0x001f3d, WHITE),
        Tone::OffCondition => drawn(Pattern::Chessboard, 0xcc334d, 0xffffff),
        Tone::Unclear => drawn(Pattern::Zigzag, 0x804d00, 0xfff1dc),
        Tone::Unknown => drawn(Pattern::Dots, 0x2f475e, 0xf2f7fc),
        Tone::Declined => drawn(Pattern::Rings, 0x5b3f8c, 0xf6f3fb),
        Tone::NotApplicable => drawn(Pattern::Squares, 0x5c6f82, 0xffffff),
        Tone::Blank => plain(0xffffff, 0x2f475e, NIGHT),
        Tone::NotAsked => drawn(Pattern::ThinStripes, 0x5c6f82, 0xffffff),
        Tone::Withheld => drawn(Pattern::Redacted, 0x1a1a1a, 0xffffff),
        Tone::Missing => Paint {
            dashed: true,
            ..drawn(Pattern::Crosshatch, 0x455a70, 0xe6e9ed)
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(RGBColor(r, g, b): RGBColor) -> f64 {
        let linear = |v: u8| {
            let v = f64::from(v) / 255.0;
            if v <= 0.04045 {
                v / 12.92
            } else {
                ((v + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }

    fn contrast(a: RGBColor, b: RGBColor) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn pairs() -> impl Iterator<Item = (Tone, Tone)> {
        let later = |i: usize| Tone::ALL.iter().skip(i + 1);
        Tone::ALL
            .iter()
            .enumerate()
            .flat_map(move |(i, a)| later(i).map(|b| (*a, *b)))
    }

    #[test]
    fn contrast_is_the_one_of_wcag() {
        assert!((contrast(WHITE, rgb(0)) - 21.0).abs() < 1e-9);
        assert!((contrast(WHITE, rgb(0x0066cc)) - 5.57).abs() < 0.01);
    }

    #[test]
    fn no_two_tones_look_alike_in_colour_or_in_grey() {
        let paint = Theme::light().paint;
        for (a, b) in pairs() {
            let (pa, pb) = (paint(a), paint(b));
            assert_ne!(
                (pa.pattern, pa.paper, pa.ink),
                (pb.pattern, pb.paper, pb.ink)
            );
            if pa.pattern == pb.pattern {
                let grey = contrast(pa.paper, pb.paper);
                assert!(grey >= 1.6, "{a:?} and {b:?} are {grey:.2}:1 in grey");
            }
        }
    }

    #[test]
    fn every_edge_stands_out_from_the_background() {
        let theme = Theme::light();
        for tone in Tone::ALL {
            let found = contrast((theme.paint)(*tone).edge, theme.background);
            assert!(found >= 3.0, "{tone:?} has {found:.2}:1");
        }
    }

    #[test]
    fn ink_is_seen_on_its_paper() {
        for tone in Tone::ALL {
            let paint = (Theme::light().paint)(*tone);
            if !paint.pattern.is_plain() {
                let found = contrast(paint.ink, paint.paper);
                assert!(found >= 3.0, "{tone:?} has {found:.2}:1");
            }
        }
    }

    #[test]
    fn text_is_read_wherever_it_stands() {
        let theme = Theme::light();
        for tone in Tone::ALL {
            let paint = (theme.paint)(*tone);
            let under = match paint.pattern {
                Pattern::Solid => paint.paper,
                _ => theme.background,
            };
            let color = match paint.pattern {
                Pattern::Solid => paint.text,
                _ => theme.text,
            };
            assert!(contrast(color, under) >= 4.5, "{tone:?}");
        }
        assert!(contrast(theme.text, theme.background) >= 4.5);
        assert!(contrast(theme.muted, theme.background) >= 4.5);
    }
}
