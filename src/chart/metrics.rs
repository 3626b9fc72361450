//! Text widths without a font engine: advance widths of Titillium Web, wrapping and shortening.
//!
//! Measuring with the fonts at hand would give other coordinates in a browser than in a test, so
//! the widths are data, read once from the fonts in `public/fonts` (1000 units to the em). Pairs
//! are not kerned: an estimate that is a little too wide is what a layout wants.

/// Font weight, as far as the charts use it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// 400.
    Regular,
    /// 600, for figures.
    Semibold,
}

/// Height of the capital letters, in thousandths of the font size.
pub(super) const CAP_HEIGHT: i32 = 692;

const ELLIPSIS: char = '…';

/// Width of `text` in whole pixels, rounded up, at `size` pixels.
pub fn width(text: &str, size: u32, weight: Weight) -> u32 {
    let units: u64 = text.chars().map(|c| u64::from(advance(c, weight))).sum();
    u32::try_from((units * u64::from(size)).div_ceil(1000)).unwrap_or(u32::MAX)
}

/// Breaks `text` at spaces, but at none that does not break, into at most `max_lines` lines of at most `max_width` pixels. A word
/// that is too long for a line is cut where it must be; what does not fit in the last line is
/// replaced by an ellipsis. An empty text gives no line.
pub fn wrap(
    text: &str,
    max_width: u32,
    size: u32,
    weight: Weight,
    max_lines: usize,
) -> Vec<String> {
    let fits = |line: &str| width(line, size, weight) <= max_width;
    let mut lines: Vec<String> = Vec::new();
    let breaks = |c: char| c.is_whitespace() && c != '\u{a0}';
    let mut words = text
        .split(breaks)
        .filter(|word| !word.is_empty())
        .peekable();
    let mut line = String::new();
    while let Some(word) = words.next() {
        if lines.len() + 1 >= max_lines {
            // The last line takes all the rest, and is shortened if it must be.
            let rest = std::iter::once(word).chain(words);
            let tail = join(&line, &rest.collect::<Vec<_>>().join(" "));
            lines.push(shorten(&tail, max_width, size, weight));
            return lines;
        }
        let longer = join(&line, word);
        if fits(&longer) {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        line = word.to_owned();
        while !fits(&line) && lines.len() + 1 < max_lines {
            let cut = break_at(&line, max_width, size, weight);
            let rest = line.split_off(cut);
            lines.push(std::mem::replace(&mut line, rest));
        }
        if lines.len() + 1 >= max_lines && words.peek().is_none() {
            line = shorten(&line, max_width, size, weight);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// `text` if it fits in `max_width` pixels, otherwise as much of it as fits with an ellipsis.
pub(super) fn shorten(text: &str, max_width: u32, size: u32, weight: Weight) -> String {
    if width(text, size, weight) <= max_width {
        return text.to_owned();
    }
    let room = max_width.saturating_sub(width("…", size, weight));
    let kept = prefix(text, room, size, weight);
    let kept = kept.trim_end_matches(|c: char| c.is_whitespace() || ",;:.-–(/".contains(c));
    format!("{kept}{ELLIPSIS}")
}

fn join(line: &str, word: &str) -> String {
    if line.is_empty() {
        word.to_owned()
    } else {
        format!("{line} {word}")
    }
}

/// Where to cut a word that is wider than a line: after the last `-`, `/` or `_` that fits, else
/// after the last character that fits; at least after the first.
fn break_at(word: &str, max_width: u32, size: u32, weight: Weight) -> usize {
    let head = prefix(word, max_width, size, weight);
    let soft = head.rfind(['-', '/', '_']).map(|i| i + 1);
    let first = word.chars().next().map_or(0, char::len_utf8);
    soft.unwrap_or(head.len()).max(first)
}

/// The longest start of `text` that fits in `max_width` pixels. Combining marks have no width,
/// so they stay with their letter.
fn prefix(text: &str, max_width: u32, size: u32, weight: Weight) -> &str {
    let limit = u64::from(max_width) * 1000;
    let mut units = 0_u64;
    for (at, c) in text.char_indices() {
        units += u64::from(advance(c, weight)) * u64::from(size);
        if units > limit {
            return &text[..at];
        }
    }
    text
}

/// Advance width of one character in thousandths of the font size.
fn advance(c: char, weight: Weight) -> u32 {
    let (ascii, latin1) = match weight {
        Weight::Regular => (&REGULAR_ASCII, &REGULAR_LATIN1),
        Weight::Semibold => (&SEMIBOLD_ASCII, &SEMIBOLD_LATIN1),
    };
    let code = c as u32;
    let known = |table: &[u16], first: u32| {
        let index = usize::try_from(code - first).ok()?;
        table.get(index).map(|w| u32::from(*w))
    };
    match code {
        0x20..=0x7e => known(ascii, 0x20).unwrap_or(OTHER),
        0xa0..=0xff => known(latin1, 0xa0).unwrap_or(OTHER),
        0x2013 => 631,
        0x2014 => 1131,
        0x2018..=0x201a => 242,
        0x201c..=0x201e => 413,
        0x2022 => 473,
        0x2026 => 748,
        0x20ac => 560,
        // Control characters are never written; combining marks and joiners take no room.
        0..=0x1f | 0x7f..=0x9f | 0x300..=0x36f | 0x200b..=0x200f | 0xfe00..=0xfe0f => 0,
        // East Asian letters and pictures come from a fallback font, a full em wide.
        0x1100.. => 1000,
        _ => OTHER,
    }
}

/// Letters that the font lacks come from another one: take a wide letter's width.
const OTHER: u32 = 680;

/// Weight 400, U+0020 to U+007E.
const REGULAR_ASCII: [u16; 95] = [
    220, 247, 373, 560, 560, 560, 688, 208, 264, 264, 420, 560, 223, 438, 216, 412, 560, 560, 560,
    560, 560, 560, 560, 560, 560, 560, 217, 248, 560, 560, 560, 447, 977, 596, 616, 544, 645, 553,
    526, 616, 675, 246, 289, 569, 479, 840, 676, 660, 593, 660, 616, 542, 526, 644, 582, 886, 558,
    538, 536, 329, 436, 329, 560, 632, 236, 501, 526, 436, 529, 505, 331, 514, 537, 219, 219, 479,
    231, 836, 537, 528, 527, 526, 346, 465, 351, 531, 481, 762, 452, 483, 455, 352, 230, 352, 560,
];

/// Weight 400, U+00A0 to U+00FF; the soft hyphen has no width.
const REGULAR_LATIN1: [u16; 96] = [
    220, 228, 560, 560, 560, 560, 234, 499, 236, 645, 386, 539, 560, 0, 645, 236, 560, 560, 280,
    280, 268, 560, 593, 217, 263, 280, 380, 539, 534, 529, 550, 441, 596, 596, 596, 596, 596, 596,
    876, 544, 553, 553, 553, 553, 246, 246, 246, 246, 647, 676, 660, 660, 660, 660, 660, 560, 660,
    644, 644, 644, 644, 538, 599, 574, 501, 501, 501, 501, 501, 501, 804, 436, 505, 505, 505, 505,
    219, 219, 219, 219, 548, 537, 528, 528, 528, 528, 528, 560, 528, 531, 531, 531, 531, 483, 527,
    483,
];

/// Weight 600, U+0020 to U+007E.
const SEMIBOLD_ASCII: [u16; 95] = [
    220, 266, 395, 560, 560, 560, 696, 225, 289, 289, 423, 560, 246, 421, 239, 443, 560, 560, 560,
    560, 560, 560, 560, 560, 560, 560, 239, 266, 560, 560, 560, 441, 975, 599, 612, 544, 641, 553,
    529, 613, 676, 269, 296, 583, 475, 850, 686, 656, 591, 656, 618, 543, 526, 650, 594, 911, 564,
    549, 534, 344, 471, 344, 560, 625, 254, 507, 536, 442, 540, 508, 346, 525, 546, 241, 242, 499,
    253, 838, 546, 530, 537, 535, 361, 469, 358, 543, 491, 768, 464, 492, 454, 357, 252, 357, 560,
];

/// Weight 600, U+00A0 to U+00FF; the soft hyphen has no width.
const SEMIBOLD_LATIN1: [u16; 96] = [
    220, 248, 560, 560, 560, 560, 256, 509, 254, 644, 403, 574, 560, 0, 644, 254, 560, 560, 280,
    280, 268, 560, 596, 239, 264, 280, 403, 575, 542, 536, 556, 437, 599, 599, 599, 599, 599, 599,
    873, 544, 553, 553, 553, 553, 269, 269, 269, 269, 644, 686, 656, 656, 656, 656, 656, 560, 656,
    650, 650, 650, 650, 549, 597, 595, 507, 507, 507, 507, 507, 507, 793, 442, 508, 508, 508, 508,
    241, 241, 241, 241, 559, 546, 530, 530, 530, 530, 530, 560, 530, 543, 543, 543, 543, 492, 536,
    492,
];

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, max: u32) -> Vec<String> {
        wrap(text, max, 14, Weight::Regular, 2)
    }

    #[test]
    fn widths_come_from_the_font() {
        // A = 596, b = 526, space = 220, à = 501: 1843 units.
        assert_eq!(width("Ab à", 1000, Weight::Regular), 1843);
        assert_eq!(width("Ab à", 14, Weight::Regular), 26);
        assert_eq!(
            width("5 di 9", 1000, Weight::Semibold),
            560 + 220 + 540 + 241 + 220 + 560
        );
    }

    #[test]
    fn control_and_combining_characters_take_no_room() {
        assert_eq!(
            width("a\u{7}\u{301}", 14, Weight::Regular),
            width("a", 14, Weight::Regular)
        );
    }

    #[test]
    fn short_text_stays_on_one_line() {
        assert_eq!(lines("In house", 200), ["In house"]);
        assert_eq!(lines("  spazi \n doppi ", 200), ["spazi doppi"]);
        assert!(lines("", 200).is_empty());
    }

    #[test]
    fn long_text_takes_two_lines_and_then_an_ellipsis() {
        let text = "Personale interno dell'ente con il supporto di una società in house";
        let got = lines(text, 220);
        assert_eq!(
            got,
            [
                "Personale interno dell'ente con il",
                "supporto di una società in house"
            ]
        );
        let got = lines(text, 150);
        assert_eq!(got, ["Personale interno", "dell'ente con il support…"]);
    }

    #[test]
    fn a_word_that_is_too_long_is_cut() {
        let got = lines(
            "https://www.comune.esempio.it/amministrazione-trasparente/bandi",
            150,
        );
        assert_eq!(got.len(), 2);
        assert_eq!(got[0], "https://");
        let got = lines("Precipitevolissimevolmente", 100);
        assert_eq!(got, ["Precipitevolissi", "mevolmente"]);
    }

    #[test]
    fn no_line_is_ever_wider_than_asked() {
        let text = "Precipitevolissimevolmente è la parola, più-lunga/ma_non_la_sola che si cita";
        for max in 20..300 {
            for lines_allowed in 1..4 {
                let got = wrap(text, max, 14, Weight::Semibold, lines_allowed);
                assert!(got.len() <= lines_allowed);
                for line in got {
                    assert!(width(&line, 14, Weight::Semibold) <= max, "{line} at {max}");
                }
            }
        }
    }

    #[test]
    fn a_room_narrower_than_a_letter_does_not_hang() {
        assert_eq!(wrap("Mare", 1, 14, Weight::Regular, 2), ["M", "…"]);
    }
}
