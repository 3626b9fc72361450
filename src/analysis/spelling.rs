//! Finding a spelling inside a text: without case, on word boundaries.

use crate::model::{folded, is_of_word, small, sort_by_key};
use std::cmp::Ordering;
use std::ops::Range;

/// A text without case and with every run of white space as one space, which
/// still knows where each of its characters comes from.
struct Folded {
    chars: Vec<char>,
    /// Bytes of the original text behind each character.
    origins: Vec<Range<usize>>,
    /// The places where a spelling can begin, in order: no word runs across them.
    starts: Vec<usize>,
    /// Which characters stand there, as [`bit`]s: most spellings begin with none
    /// of them.
    beginnings: u64,
}

impl Folded {
    fn new(text: &str) -> Self {
        let mut folded = Self {
            chars: Vec::with_capacity(text.len()),
            origins: Vec::with_capacity(text.len()),
            starts: Vec::new(),
            beginnings: 0,
        };
        for (start, c) in text.char_indices() {
            let origin = start..start + c.len_utf8();
            if !c.is_whitespace() {
                folded.push(small(c), origin);
            } else if folded.chars.last() == Some(&' ') {
                if let Some(run) = folded.origins.last_mut() {
                    run.end = origin.end;
                }
            } else {
                folded.push(' ', origin);
            }
        }
        let mut word = false;
        for (place, c) in folded.chars.iter().enumerate() {
            let before = std::mem::replace(&mut word, is_of_word(*c));
            if !(before && word) {
                folded.starts.push(place);
                folded.beginnings |= bit(*c);
            }
        }
        folded
    }

    fn push(&mut self, c: char, origin: Range<usize>) {
        self.chars.push(c);
        self.origins.push(origin);
    }

    /// How many characters.
    fn len(&self) -> usize {
        self.chars.len()
    }

    /// Characters `range` as bytes of the original text.
    fn bytes(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.origins.get(range.start).map_or(0, |o| o.start);
        let end = self.origins.get(range.end.wrapping_sub(1));
        start..end.map_or(start, |o| o.end)
    }

    /// Where `spelling` stands from character `from` on, as characters.
    fn find(&self, spelling: &Spelling, from: usize) -> Option<Range<usize>> {
        let wanted = &spelling.0;
        let first = wanted.first()?;
        if self.beginnings & bit(*first) == 0 {
            return None;
        }
        let starts = self.starts.iter().filter(|start| **start >= from);
        starts
            .filter(|start| self.chars.get(**start) == Some(first))
            .map(|start| *start..start + wanted.len())
            .find(|range| {
                self.chars.get(range.clone()) == Some(wanted) && self.is_boundary(range.end)
            })
    }

    /// Whether no word runs across the place before character `at`.
    fn is_boundary(&self, at: usize) -> bool {
        let is_word = |place: Option<usize>| {
            let c = place.and_then(|p| self.chars.get(p));
            c.is_some_and(|c| is_of_word(*c))
        };
        !(is_word(at.checked_sub(1)) && is_word(Some(at)))
    }
}

/// One of 64 bits for a character; several share each.
fn bit(c: char) -> u64 {
    1 << (u32::from(c) & 63)
}

/// Where spellings stand in a text, each with its place among `spellings`, in
/// the order of the text. Those that come first in the list are found first, and
/// nothing overlaps.
pub(super) fn places<'s>(
    text: &str,
    spellings: impl Iterator<Item = &'s Spelling>,
) -> Vec<(usize, Range<usize>)> {
    let folded = Folded::new(text);
    let mut taken = vec![false; folded.len()];
    let mut found = Vec::new();
    for (place, spelling) in spellings.enumerate() {
        let mut from = 0;
        while let Some(range) = folded.find(spelling, from) {
            from = range.end;
            let Some(here) = taken.get_mut(range.clone()) else {
                break;
            };
            if here.contains(&true) {
                // Part of something longer; look on from the next character.
                from = range.start + 1;
                continue;
            }
            here.fill(true);
            found.push((place, folded.bytes(&range)));
        }
    }
    sort_by_key(&mut found, |(_, range)| range.start);
    found
}

/// A spelling to look for, folded once.
pub(super) struct Spelling(Vec<char>);

impl Spelling {
    /// `None` where there is nothing to look for.
    pub(super) fn new(text: &str) -> Option<Self> {
        let chars: Vec<char> = folded(text).chars().collect();
        (!chars.is_empty()).then_some(Self(chars))
    }

    /// Which of two is looked for first: the longer one; of as long ones, the
    /// first in the alphabet.
    pub(super) fn before(&self, other: &Self) -> Ordering {
        let longer = other.0.len().cmp(&self.0.len());
        longer.then_with(|| self.0.cmp(&other.0))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // the spellings of the tests are not empty
mod tests {
    use super::*;

    fn found<'a>(spelling: &str, text: &'a str) -> Option<&'a str> {
        let folded = Folded::new(text);
        let range = folded.find(&Spelling::new(spelling).unwrap(), 0)?;
        text.get(folded.bytes(&range))
    }

    #[test]
    fn case_and_runs_of_space_do_not_matter() {
        assert_eq!(
            found("sql server", "MS SQL \n Server"),
            Some("SQL \n Server")
        );
        assert_eq!(found("città", "La CITTÀ"), Some("CITTÀ"));
        assert_eq!(
            found("izmir", "in İzmir"),
            None,
            "a dot more is another letter"
        );
        assert_eq!(found("server", "İ server"), Some("server"));
    }

    #[test]
    fn a_word_is_never_cut() {
        assert_eq!(found("sql", "MySQL"), None);
        assert_eq!(found("postgresql", "PostgreSQL12"), None);
        assert_eq!(found("emc", "Dell-EMC"), Some("EMC"));
        assert_eq!(found(".net", "Microsoft .NET"), Some(".NET"));
        assert_eq!(found("c++", "C++, C"), Some("C++"));
        assert!(Spelling::new(" \t").is_none());
    }
}
