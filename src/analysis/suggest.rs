//! Terms that are suggested while a list is typed, and how a list is read.
//!
//! What the other sheets name is counted once ([`known_terms`]); each keystroke
//! asks only which of that fits ([`Typing::suggested`]).

use super::{ListReader, Population, terms};
use crate::model::{
    CodebookEntry, PartnerId, Question, QuestionId, folded, is_of_word, sort_by, sort_by_key,
};
use std::ops::Range;

/// A term that may be suggested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The term.
    pub term: String,
    /// How many other bodies name it.
    pub bodies: usize,
    /// All ways in which it is written, without case; its name first.
    spellings: Vec<String>,
}

impl Known {
    /// Whether a word in one of its spellings begins with `piece`.
    fn begins_with(&self, piece: &str) -> bool {
        let mut spellings = self.spellings.iter();
        spellings.any(|spelling| has_word_beginning(spelling, piece))
    }
}

/// The terms of the codebook for a question, and what other bodies name that the
/// codebook does not know; those of most bodies first, as frequent ones in
/// alphabetical order. The body `but` does not suggest to itself.
pub fn known_terms(population: &Population, question: &Question, but: &PartnerId) -> Vec<Known> {
    let own = population.index_of(but);
    let others = |bodies: &[usize]| bodies.iter().filter(|body| Some(**body) != own).count();
    let (named, _) = terms(population, question);
    let entries = of_question(&population.head().codebook, &question.id);
    let known = entries.filter(|entry| !entry.ignored).map(|entry| {
        let named = named.terms.iter().find(|term| term.id == entry.id);
        Known {
            term: entry.term.clone(),
            bodies: named.map_or(0, |term| others(&term.bodies)),
            spellings: entry.spellings().map(|s| folded(s)).collect(),
        }
    });
    let unread = named.unread.iter().map(|piece| Known {
        term: piece.text.clone(),
        bodies: others(&piece.bodies),
        spellings: vec![folded(&piece.text)],
    });
    let unread = unread.filter(|piece| piece.bodies > 0);
    let mut known: Vec<Known> = known.chain(unread).collect();
    // By reference: with thousands of sheets there are thousands of pieces.
    sort_by(&mut known, |a, b| {
        let more = b.bodies.cmp(&a.bodies);
        more.then_with(|| a.spellings.cmp(&b.spellings))
    });
    known
}

fn of_question<'a>(
    codebook: &'a [CodebookEntry],
    question: &'a QuestionId,
) -> impl Iterator<Item = &'a CodebookEntry> {
    let entries = codebook.iter();
    entries.filter(move |entry| entry.questions.contains(question))
}

/// A list while it is typed.
pub struct Typing<'t> {
    text: &'t str,
    /// What it names, as the codebook reads it, in its order, each once.
    entries: Vec<String>,
    /// The last piece, as long as nothing that separates follows it.
    piece: Option<Range<usize>>,
    /// Whether the codebook knows that piece.
    piece_is_known: bool,
}

impl<'t> Typing<'t> {
    /// Reads what was typed so far.
    pub fn new(codebook: &[CodebookEntry], question: &QuestionId, text: &'t str) -> Self {
        let list = ListReader::new(codebook, question).read(text);
        let known = list.found.into_iter().map(|found| {
            let entry = codebook.iter().find(|entry| entry.id == found.term);
            let term = entry.map(|entry| entry.term.clone());
            (found.range, term.filter(|_| !found.ignored), true)
        });
        let unread = list.unread.into_iter().map(|range| {
            let piece = text.get(range.clone()).map(str::to_owned);
            (range, piece, false)
        });
        let mut pieces: Vec<_> = known.chain(unread).collect();
        sort_by_key(&mut pieces, |(range, ..)| range.start);
        let last = pieces.last().filter(|p| p.0.end == text.trim_end().len());
        let piece_is_known = last.is_some_and(|(.., known)| *known);
        let piece = last.map(|(range, ..)| range.clone());
        let mut entries: Vec<String> = Vec::new();
        for term in pieces.into_iter().filter_map(|(_, term, _)| term) {
            if entries.iter().all(|entry| folded(entry) != folded(&term)) {
                entries.push(term);
            }
        }
        Self {
            text,
            entries,
            piece,
            piece_is_known,
        }
    }

    /// What the list names: known terms by their names, the rest as typed.
    pub fn entries(&self) -> &[String] {
        &self.entries
    }

    /// What is suggested, at most `most`: while a piece is typed, terms in which
    /// a word begins with it; else all. What stands in the list is left out.
    pub fn suggested<'k>(&self, known: &'k [Known], most: usize) -> Vec<&'k Known> {
        let piece = self.piece_typed();
        let typed = |known: &&Known| piece.is_empty() || known.begins_with(&piece);
        let named: Vec<String> = self.entries.iter().map(|entry| folded(entry)).collect();
        let is_named = |known: &Known| known.spellings.first().is_some_and(|s| named.contains(s));
        let left = known.iter().filter(|known| !is_named(known));
        let fitting: Vec<_> = left.clone().filter(typed).take(most).collect();
        if fitting.is_empty() && self.piece_is_known {
            // It is a term already: what comes next can be anything.
            return left.take(most).collect();
        }
        fitting
    }

    /// The text with a suggested term: it completes the piece being typed where
    /// it fits, else it is added.
    pub fn with(&self, known: &Known) -> String {
        let piece = self.piece_typed();
        let completes = !piece.is_empty() && known.begins_with(&piece);
        let before = match &self.piece {
            Some(range) if completes => self.text.get(..range.start).unwrap_or_default(),
            _ => self.text,
        };
        if completes {
            return [before, &known.term].concat();
        }
        let before = before.trim_end_matches(' ');
        [before, joint(before), &known.term].concat()
    }

    /// The piece being typed, without case.
    fn piece_typed(&self) -> String {
        let piece = self.piece.clone().and_then(|range| self.text.get(range));
        piece.map(folded).unwrap_or_default()
    }
}

/// What has to stand after a text so that the next word is an entry of its own.
fn joint(before: &str) -> &'static str {
    let before = before.trim_end_matches(' ');
    let joins = matches!(
        before.rsplit(' ').next(),
        Some("-" | "–" | "—" | "/" | "e" | "ed" | "and")
    );
    match before.chars().next_back() {
        None | Some('\n' | '\r' | '\t') => "",
        Some(',' | ';' | '|' | '•' | '·') => " ",
        Some(_) if joins => " ",
        Some(_) if before.contains('\n') => "\n",
        Some(_) if before.contains(';') => "; ",
        Some(_) => ", ",
    }
}

/// Whether a word in `text` begins with `start`; both without case.
fn has_word_beginning(text: &str, start: &str) -> bool {
    let mut places = text.match_indices(start);
    places.any(|(at, _)| {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        before.is_none_or(|c| !is_of_word(c))
    })
}

/// What is pasted into a list, where it comes from several lines or cells: the
/// marks of lists go, and what stood in lines stands behind commas. `None` where
/// it can be pasted as it is. `before` and `after` are what stands around it.
pub fn pasted(before: &str, clipboard: &str, after: &str) -> Option<String> {
    let is_break = |c: char| matches!(c, '\n' | '\r' | '\u{b}' | '\u{2028}');
    let text = clipboard.trim();
    if !text.contains(|c| is_break(c) || c == '\t') {
        return None;
    }
    let cells = text
        .split(is_break)
        .flat_map(|line| unmarked(line).split('\t'));
    let cells = cells
        .map(str::trim)
        .filter(|cell| cell.contains(is_of_word));
    let list = cells.collect::<Vec<_>>().join(", ");
    let joint = match joint(before) {
        joint if before.ends_with(' ') => joint.trim_start_matches(' '),
        joint => joint,
    };
    let follows = !after.trim().is_empty() && !after.trim_start().starts_with([',', ';']);
    Some([joint, &list, if follows { ", " } else { "" }].concat())
}

/// A line without the mark of a list before it: a bullet, a dash, a number.
fn unmarked(line: &str) -> &str {
    let line = line.trim();
    let is_bullet = |c: char| "•·▪▫■□●○◦‣⁃–—*\u{f0b7}\u{f0a7}".contains(c);
    let plain = line.trim_start_matches(is_bullet).trim_start();
    match plain.split_once(char::is_whitespace) {
        Some((mark, rest)) if is_mark(mark) => rest.trim_start(),
        _ => plain,
    }
}

/// Whether a first word is the mark of a list: "-", "1.", "2)", and the "o" that
/// word processors write for a hollow bullet.
fn is_mark(word: &str) -> bool {
    let number = word.strip_suffix(['.', ')']).unwrap_or_default();
    let is_number = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
    is_number || matches!(word, "-" | "o")
}
