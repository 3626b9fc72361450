//! The first slide, and the first of each dimension: how their words are laid out.

use super::fit::{self, Lines, SMALLEST, WIDTH};

/// Sizes of the title of the first slide, each with the lines that it may have.
const COVER: [(u32, usize); 5] = [(88, 2), (72, 2), (60, 3), (52, 3), (44, 5)];
/// Sizes of the title of a dimension.
pub const TITLES: [(u32, usize); 5] = [(80, 3), (68, 4), (56, 5), (48, 6), (40, 8)];
/// Sizes of its mark; ids may be words.
pub const MARKS: [(u32, usize); 4] = [(420, 1), (220, 1), (110, 1), (64, 3)];
/// Width of the mark, and of what stands beside it.
pub const MARK_WIDTH: u32 = 420;
/// Width of what stands beside the mark.
pub const BESIDE_MARK: u32 = 1160;

/// Room of the lines below the title.
const ROOM: u32 = 900;
/// Width of the names of lines.
const NAMES: u32 = 340;
/// Sizes of lines.
const SIZES: [u32; 5] = [34, 32, 30, 28, 26];

/// A first slide, laid out.
pub struct Laid {
    /// The title.
    pub title: Lines,
    /// Size of the lines.
    pub size: u32,
    /// Lines with their names.
    pub lines: Vec<(String, String)>,
    /// Funding lines.
    pub funds: Vec<String>,
}

/// Lays out a first slide. What is so long that it fits at no size ends in an
/// ellipsis: it stands whole on the cover of the report.
pub fn lay(title: &str, lines: &[(String, String)], funds: &[String]) -> Laid {
    let title = fit::first_fit(title, WIDTH, &COVER);
    let of_title = fit::count(title.lines.len()) * title.size * 115 / 100;
    let room = (ROOM - 60).saturating_sub(of_title);
    let at = |size: u32, most: usize| {
        let shorter = |text: &str, width, size| fit::first_fit(text, width, &[(size, most)]);
        let mut height = 0;
        let said = lines.iter().map(|(name, said)| {
            let broken = shorter(said, WIDTH - NAMES, size);
            let names = fit::first_fit(name, NAMES - 24, &[(SMALLEST, 2)]);
            let of_it = [(&broken, size), (&names, SMALLEST)];
            let of_it = of_it.map(|(text, size)| fit::count(text.lines.len()) * size);
            height += of_it.into_iter().max().unwrap_or(0) * 13 / 10 + 16;
            (names.said, broken.said)
        });
        let said: Vec<(String, String)> = said.collect();
        let funds = funds.iter().map(|line| {
            let broken = shorter(line, WIDTH, SMALLEST);
            height += fit::count(broken.lines.len()) * 34;
            broken.said
        });
        let funds: Vec<String> = funds.collect();
        let fits = height + if funds.is_empty() { 0 } else { 64 } <= room;
        (fits, said, funds)
    };
    let tries = (1..=4)
        .rev()
        .flat_map(|most| SIZES.map(|size| (size, most)));
    let mut tries = tries.map(|(size, most)| (size, at(size, most)));
    let found = tries.find(|(_, (fits, ..))| *fits);
    let (size, (_, lines, funds)) = found.unwrap_or_else(|| (SMALLEST, at(SMALLEST, 1)));
    Laid {
        title,
        size,
        lines,
        funds,
    }
}
