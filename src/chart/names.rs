//! Names in small print under a row, so that a picture on paper says who.

use super::canvas::{Align, Canvas, Drawn, count_more};
use super::metrics::{self, Weight};

const SIZE: u32 = 12;
const LINE: i32 = 16;
/// Lines for names of whom the rest is counted.
const LINES: usize = 3;
/// More names than this are never tried: the lines of the widest chart hold fewer.
const MOST: usize = 100;
/// Keeps what stands before it on one line with what stands behind it.
const BOND: &str = "\u{a0}";

/// Names broken into lines.
pub(super) struct Names {
    lines: Vec<String>,
}

impl Names {
    /// All names, where one line more than [`LINES`] is enough for them; otherwise as many as fit,
    /// and `more` counts the rest. The lines have `width` pixels.
    pub(super) fn fit(names: &[String], width: i32, more: &str) -> Names {
        let wrap = |names: Vec<&str>, most: usize| {
            let text = names.join(&format!("{BOND}· "));
            let width = width.unsigned_abs();
            let lines = metrics::wrap(&text, width, SIZE, Weight::Regular, most + 1);
            (lines.len() <= most).then_some(lines)
        };
        let all = || names.iter().map(String::as_str);
        let everybody = || {
            let few = names.len() <= MOST;
            few.then(|| wrap(all().collect(), LINES + 1)).flatten()
        };
        let counted = |shown: usize| {
            let rest = count_more(more, names.len() - shown);
            wrap(all().take(shown).chain([rest.as_str()]).collect(), LINES)
        };
        let lines = everybody().or_else(|| (0..names.len().min(MOST)).rev().find_map(counted));
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

/// A name with the code that stands before it, never at the end of a line.
pub(super) fn coded(code: &str, name: &str) -> String {
    if code.is_empty() {
        return name.to_owned();
    }
    format!("{code}{BOND}{name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fitted(names: &[&str], width: i32) -> Vec<String> {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        Names::fit(&names, width, "e altri {n}").lines
    }

    #[test]
    fn a_line_ends_behind_a_dot_and_never_behind_a_code() {
        let found = fitted(&[&coded("EC", "Comune di Bari"), &coded("7", "Roma")], 200);
        assert_eq!(found, ["EC\u{a0}Comune di Bari\u{a0}· 7\u{a0}Roma"]);
        let found = fitted(&[&coded("EC", "Comune di Bari"), &coded("7", "Roma")], 105);
        assert_eq!(found, ["EC\u{a0}Comune di Bari\u{a0}·", "7\u{a0}Roma"]);
        assert!(fitted(&[], 200).is_empty());
    }

    #[test]
    fn what_finds_no_room_is_counted() {
        let found = fitted(&["Ente di Alfa"; 40], 160);
        assert_eq!(found.len(), 3);
        assert!(found[2].ends_with("e altri 34"), "{found:?}");
    }

    #[test]
    fn nobody_is_left_out_for_want_of_one_line() {
        let four = [
            "Ente di Alfa",
            "Ente di Beta",
            "Ente di Gamma",
            "Ente di Delta",
        ];
        let found = fitted(&four, 90);
        assert_eq!(found.len(), 4);
        assert!(found[3].ends_with("Delta"));
    }
}
