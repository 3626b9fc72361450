//! Names in small print under a row, so that a picture on paper says who.

use super::canvas::{Align, Canvas, Drawn, count_more};
use super::metrics::{self, Weight};

const SIZE: u32 = 12;
const LINE: i32 = 16;
const LINES: usize = 3;
/// More names than this are never tried: three lines of the widest chart hold fewer.
const MOST: usize = 100;
const BETWEEN: &str = " · ";

/// Names broken into lines.
pub(super) struct Names {
    lines: Vec<String>,
}

impl Names {
    /// Fits as many names as there is room for in lines of `width` pixels; `more` counts the
    /// rest. A line never breaks within a name, unless the name alone is wider.
    pub(super) fn fit(names: &[String], width: i32, more: &str) -> Names {
        let width = width.unsigned_abs();
        let lines = (0..=names.len().min(MOST)).rev().find_map(|shown| {
            let (kept, left) = names.split_at(shown);
            let rest = (!left.is_empty()).then(|| count_more(more, left.len()));
            lines(kept.iter().chain(&rest), width)
        });
        Names {
            lines: lines.unwrap_or_default(),
        }
    }

    /// Pixels from top to bottom.
    pub(super) fn height(&self) -> i32 {
        LINE * i32::try_from(self.lines.len()).unwrap_or(0)
    }

    /// Writes them from this corner.
    pub(super) fn draw(&self, canvas: &Canvas<'_, '_>, (x, top): (i32, i32)) -> Drawn {
        let mut y = top + LINE / 2;
        for line in &self.lines {
            canvas.text(line, (x, y), Align::Left, canvas.muted_ink(SIZE))?;
            y += LINE;
        }
        Ok(())
    }
}

/// The names in lines, or nothing if they need too many.
fn lines<'a>(names: impl Iterator<Item = &'a String>, width: u32) -> Option<Vec<String>> {
    let measure = |text: &str| metrics::width(text, SIZE, Weight::Regular);
    let mut lines: Vec<String> = Vec::new();
    for name in names {
        let room = lines
            .last()
            .map_or(0, |line| width.saturating_sub(measure(line)));
        match lines.last_mut() {
            Some(line) if measure(BETWEEN) + measure(name) <= room => {
                line.push_str(BETWEEN);
                line.push_str(name);
            }
            _ => lines.push(metrics::shorten(name, width, SIZE, Weight::Regular)),
        }
        if lines.len() > LINES {
            return None;
        }
    }
    Some(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fitted(names: &[&str], width: i32) -> Vec<String> {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        Names::fit(&names, width, "e altri {n}").lines
    }

    #[test]
    fn a_line_breaks_between_names() {
        assert_eq!(fitted(&["EC Bari", "7 Roma"], 200), ["EC Bari · 7 Roma"]);
        assert_eq!(fitted(&["EC Bari", "7 Roma"], 60), ["EC Bari", "7 Roma"]);
        assert!(fitted(&[], 200).is_empty());
    }

    #[test]
    fn what_finds_no_room_is_counted() {
        let many = ["Ente di Alfa"; 40];
        let found = fitted(&many, 160);
        assert_eq!(found.len(), 3);
        assert!(found[2].ends_with("e altri 35"), "{found:?}");
    }

    #[test]
    fn a_name_wider_than_a_line_is_shortened() {
        assert_eq!(fitted(&["Unione di molti Comuni"], 80), ["Unione di mol…"]);
    }
}
