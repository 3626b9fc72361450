//! The patterns that tell tones apart where colour cannot: on a grey printer, for a colour-blind
//! eye, on a bad projector.

use plotters::style::RGBColor;

use super::page::hex;

/// How the ink lies on the paper of a tone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pattern {
    /// All paper, no ink: the paper is the colour.
    Solid,
    /// Broad stripes, falling.
    BroadStripes,
    /// Thin lines, rising, far apart.
    ThinStripes,
    /// Upright lines.
    Upright,
    /// Thin lying lines, far apart.
    Lying,
    /// Thick lying lines, like a redacted text.
    Redacted,
    /// Round dots.
    Dots,
    /// Open rings.
    Rings,
    /// Lines crossing at a slant.
    Crosshatch,
    /// Lines crossing upright, like squared paper.
    Squares,
    /// A wavering line.
    Zigzag,
    /// Short dashes in staggered rows.
    Dashes,
    /// Plus signs.
    Plus,
    /// Filled squares like a chessboard.
    Chessboard,
    /// Slanted crosses, apart from each other.
    Crosses,
}

/// A tile: its side in pixels, the path in it, and the width of the stroke (0 fills the path).
struct Tile {
    side: u32,
    path: &'static str,
    stroke: &'static str,
}

const fn tile(side: u32, path: &'static str, stroke: &'static str) -> Option<Tile> {
    Some(Tile { side, path, stroke })
}

impl Pattern {
    /// The tile to repeat, or nothing for a plain fill.
    const fn tile(self) -> Option<Tile> {
        match self {
            Pattern::Solid => None,
            // Slanted lines run past the corners, so that tiles join without a notch.
            Pattern::BroadStripes => tile(8, "M-2 -2 10 10M-2 6 2 10M6 -2 10 2", "3"),
            Pattern::ThinStripes => tile(8, "M-2 10 10 -2M-2 2 2 -2M6 10 10 6", "1"),
            Pattern::Upright => tile(6, "M3 0V6", "2"),
            Pattern::Lying => tile(8, "M0 4H8", "1"),
            Pattern::Redacted => tile(8, "M0 4H8", "5"),
            Pattern::Dots => tile(
                8,
                "M2 .5a1.5 1.5 0 1 0 .01 0zM6 4.5a1.5 1.5 0 1 0 .01 0z",
                "0",
            ),
            Pattern::Rings => tile(10, "M5 2a3 3 0 1 0 .01 0z", "1.5"),
            Pattern::Crosshatch => tile(
                8,
                "M-2 -2 10 10M-2 6 2 10M6 -2 10 2M-2 10 10 -2M-2 2 2 -2M6 10 10 6",
                "1",
            ),
            Pattern::Squares => tile(7, "M0 3.5H7M3.5 0V7", "1"),
            Pattern::Zigzag => tile(8, "M-1 6 2 2.5 6 6.5 9 3", "1.5"),
            Pattern::Dashes => tile(12, "M1 3H6M7 9H12", "1.5"),
            Pattern::Plus => tile(10, "M5 2V8M2 5H8", "1.5"),
            Pattern::Chessboard => tile(8, "M0 0H4V4H0zM4 4H8V8H4z", "0"),
            Pattern::Crosses => tile(10, "M2.5 2.5 7.5 7.5M7.5 2.5 2.5 7.5", "1.75"),
        }
    }

    /// Whether a plain fill is enough.
    pub(super) const fn is_plain(self) -> bool {
        self.tile().is_none()
    }

    /// The `<pattern>` element with this id, or nothing for a plain fill.
    pub(super) fn definition(self, id: &str, ink: RGBColor, paper: RGBColor) -> String {
        let Some(Tile { side, path, stroke }) = self.tile() else {
            return String::new();
        };
        let (ink, paper) = (hex(ink), hex(paper));
        let drawn = if stroke == "0" {
            format!("<path d=\"{path}\" fill=\"{ink}\"/>")
        } else {
            format!("<path d=\"{path}\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"{stroke}\"/>")
        };
        format!(
            "<pattern id=\"{id}\" width=\"{side}\" height=\"{side}\" patternUnits=\"userSpaceOnUse\">\
             <rect width=\"{side}\" height=\"{side}\" fill=\"{paper}\"/>{drawn}</pattern>\n"
        )
    }
}
