//! Cutting what the codebook does not know into pieces, only where a person
//! surely meant to: "e procurement" and "Dell-EMC" stay whole.

use crate::model::is_of_word;
use std::ops::Range;

/// Characters that separate wherever they stand.
const SEPARATORS: &str = ",;|•·–—()[]{}\n\r\t";

/// Characters that do not belong to a piece at its ends.
const DANGLING: &str = "-_/\\:*\"'“”«»‘’?!=&";

/// Words between two things.
const CONJUNCTIONS: [&str; 3] = ["e", "ed", "and"];

/// The pieces of `text` inside `within`, as bytes of `text`. With
/// `after_term`, a known term stands just before, so that a conjunction at the
/// start joins and is not part of a name.
pub(super) fn pieces(text: &str, within: Range<usize>, after_term: bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = within.start;
    let mut at = within.start;
    let mut joins = after_term;
    while at < within.end {
        let length = separator_at(text, &(start..within.end), at, joins);
        if length == 0 {
            at += next_char(text, at).map_or(1, char::len_utf8);
            continue;
        }
        found.extend(trimmed(text, start..at));
        at += length;
        start = at;
        joins = false;
    }
    found.extend(trimmed(text, start..within.end));
    // Beside a known term a conjunction alone is what is left of a list.
    found.retain(|range| !text.get(range.clone()).is_some_and(is_conjunction));
    found
}

/// How many bytes of separator stand at `at`; none where there is none. The
/// piece began at `piece.start`, and the stretch ends at `piece.end`.
fn separator_at(text: &str, piece: &Range<usize>, at: usize, joins: bool) -> usize {
    let Some(c) = next_char(text, at) else {
        return 0;
    };
    // Looking for a character that is not known beforehand brings the search of whole
    // texts, and with its panic the tables of all that can be printed.
    if SEPARATORS.chars().any(|separator| separator == c) {
        return c.len_utf8();
    }
    let spaced = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let before = text.get(..at).and_then(|t| t.chars().next_back());
    match c {
        // "OPAC- SbnWeb": a space on one side is enough; "Dell-EMC" has none.
        '-' if spaced(before) || spaced(next_char(text, at + 1)) => 1,
        // "TIM / Fastweb", but "Tim/Fastweb" and "CI/CD" are names.
        '/' if spaced(before) && spaced(next_char(text, at + 1)) => 1,
        _ if spaced(before) => {
            let begun = text.get(piece.start..at);
            let begun = joins || begun.is_some_and(|t| t.contains(is_of_word));
            let rest = text.get(at..piece.end).unwrap_or_default();
            let word = rest.split(char::is_whitespace).next().unwrap_or_default();
            // A conjunction joins something to something: it needs both.
            let joins = begun && word.len() < rest.len() && is_conjunction(word);
            if joins { word.len() } else { 0 }
        }
        _ => 0,
    }
}

fn is_conjunction(word: &str) -> bool {
    CONJUNCTIONS.iter().any(|c| c.eq_ignore_ascii_case(word))
}

fn next_char(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The range without dangling punctuation; `None` where no word is left. A
/// leading point stays (".NET"), and so do the signs of "C++" and "C#".
fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let piece = text.get(range.clone())?;
    let dangling = |c: char| c.is_whitespace() || DANGLING.chars().any(|sign| sign == c);
    let right = piece.trim_end_matches(|c| dangling(c) || c == '.');
    let left = right.trim_start_matches(dangling);
    let start = range.start + (right.len() - left.len());
    left.contains(is_of_word).then(|| start..start + left.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = pieces(text, 0..text.len(), false);
        let found: Vec<_> = found.into_iter().map(|r| &text[r]).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn strong_separators_cut() {
        check(
            "Oracle, DB2;Access\nSybase",
            &["Oracle", "DB2", "Access", "Sybase"],
        );
        check("TIM – Fastweb—Eolo", &["TIM", "Fastweb", "Eolo"]);
        check("Internet e SPC ed altro", &["Internet", "SPC", "altro"]);
        check("Global Payment (TAS)", &["Global Payment", "TAS"]);
        check(
            "InnovaPuglia S.p.A. / Engineering S.p.A.",
            &["InnovaPuglia S.p.A", "Engineering S.p.A"],
        );
        check("OPAC- SbnWeb- MAP_BARI", &["OPAC", "SbnWeb", "MAP_BARI"]);
    }

    #[test]
    fn names_stay_whole() {
        check(
            "e procurement - flussi documentali",
            &["e procurement", "flussi documentali"],
        );
        check("gipel, e procurement", &["gipel", "e procurement"]);
        check("Dell-EMC", &["Dell-EMC"]);
        check("Tim/Fastweb", &["Tim/Fastweb"]);
        check(".NET, C++, C#", &[".NET", "C++", "C#"]);
        check("Piano A e", &["Piano A e"]);
    }

    #[test]
    fn punctuation_alone_is_no_piece() {
        check(" - , . ; ( ) … ", &[]);
        check("«Access».", &["Access"]);
    }

    #[test]
    fn after_a_known_term_a_conjunction_joins() {
        let cut = |text: &'static str, from, after_term| -> Vec<&str> {
            let found = pieces(text, from..text.len(), after_term);
            found.into_iter().filter_map(|r| text.get(r)).collect()
        };
        assert_eq!(cut("MyPay e altro", 5, true), ["altro"]);
        assert_eq!(cut("MyPay, e altro", 5, true), ["e altro"]);
        assert_eq!(cut("MyPay e ", 5, true), [""; 0]);
        assert_eq!(cut("e ", 0, false), [""; 0], "between two known terms");
    }
}
