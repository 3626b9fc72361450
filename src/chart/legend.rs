//! The legend above a chart: which tone means what.

use super::canvas::{Align, Canvas, Drawn};
use super::metrics::{self, Weight};
use super::rows::{PAD, px};
use super::{Mark, Tone};

const SIZE: u32 = 13;
const SWATCH: i32 = 16;
const LINE: i32 = 26;

/// A legend at its place.
pub(super) struct Legend {
    entries: Vec<Entry>,
    in_dots: bool,
    /// Where it ends; 0 without any entry.
    pub(super) bottom: i32,
}

struct Entry {
    tone: Tone,
    label: String,
    x: i32,
    y: i32,
}

impl Legend {
    /// The tones of the marks that count something, in their own order, each with the label of the
    /// first of them.
    pub(super) fn of_marks<'a>(width: i32, marks: impl Iterator<Item = &'a Mark>) -> Legend {
        let counted: Vec<&Mark> = marks.filter(|mark| mark.value > 0).collect();
        let label = |tone| counted.iter().find(|mark| mark.tone == tone);
        let found = Tone::ALL
            .iter()
            .filter_map(|tone| Some((*tone, label(*tone)?.label.as_str())));
        Legend::place(width, found)
    }

    /// Places entries in as many lines as they need.
    pub(super) fn place<'a>(width: i32, found: impl Iterator<Item = (Tone, &'a str)>) -> Legend {
        let right = width - PAD;
        let room = (right - PAD - SWATCH - 8).unsigned_abs();
        let (mut x, mut y) = (PAD, LINE / 2);
        let mut entries = Vec::new();
        for (tone, label) in found {
            let label = metrics::shorten(label, room, SIZE, Weight::Regular);
            let width = SWATCH + 8 + px(metrics::width(&label, SIZE, Weight::Regular));
            if x > PAD && x + width > right {
                (x, y) = (PAD, y + LINE);
            }
            entries.push(Entry { tone, label, x, y });
            x += width + 24;
        }
        let bottom = if entries.is_empty() {
            0
        } else {
            y + LINE / 2 + 8
        };
        Legend {
            entries,
            in_dots: false,
            bottom,
        }
    }

    /// The same, for a chart whose marks are dots.
    pub(super) fn in_dots(mut self) -> Legend {
        self.in_dots = true;
        self
    }

    /// Draws it; nothing without any entry.
    pub(super) fn draw(&self, canvas: &Canvas<'_, '_>) -> Drawn {
        if self.entries.is_empty() {
            return Ok(());
        }
        canvas.open("legend")?;
        for Entry { tone, label, x, y } in &self.entries {
            let half = SWATCH / 2;
            if self.in_dots {
                canvas.tone_dot((x + half, *y), half, *tone)?;
            } else {
                canvas.tone_rect((*x, y - half), (x + SWATCH, y + half), *tone)?;
            }
            let ink = canvas.label_ink(SIZE);
            canvas.text(label, (x + SWATCH + 8, *y), Align::Left, ink)?;
        }
        canvas.close()
    }
}
