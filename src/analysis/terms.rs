//! Terms of a list question, read through the codebook.
//!
//! A list is kept as it was typed. The known terms are found inside the text,
//! not by splitting it: "VMWare vSphere Linux" has no separator. What is left
//! over is cut at strong separators and shown as unread, for the coordinator
//! to add to the codebook.

use super::lists::Lists;
use super::piece::pieces;
use super::spelling::{Spelling, places};
use super::{BodyIndex, Population, Warning};
use crate::model::{
    CodebookEntry, EffectiveState, Question, QuestionId, TermId, Value, lowercase, sort_by,
    sort_by_key,
};
use std::cmp::Reverse;
use std::ops::Range;

/// One occurrence of a codebook entry in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The entry.
    pub term: TermId,
    /// Whether the entry is read and not counted.
    pub ignored: bool,
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
}

/// A list as the codebook reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadList {
    /// What was found, in the order of the text; nothing overlaps.
    pub found: Vec<Found>,
    /// The pieces that no entry explains, in bytes of the text.
    pub unread: Vec<Range<usize>>,
}

/// The codebook entries of one question, ready to read texts.
pub struct ListReader<'a> {
    /// The longest spelling first, so that "SQL Server" is found before "SQL";
    /// as long ones by their letters: which entries they belong to, and in which
    /// order those stand, changes nothing.
    spellings: Vec<(Spelling, &'a CodebookEntry)>,
}

impl<'a> ListReader<'a> {
    /// Takes the entries that name `question`.
    pub fn new(codebook: &'a [CodebookEntry], question: &QuestionId) -> Self {
        let entries = codebook.iter().filter(|e| e.questions.contains(question));
        Self::of(entries.collect())
    }

    /// Takes these entries, in the order of the codebook.
    pub fn of(entries: Vec<&'a CodebookEntry>) -> Self {
        let mut spellings: Vec<_> = entries
            .into_iter()
            .flat_map(|entry| {
                let spellings = entry.spellings();
                spellings.filter_map(move |s| Some((Spelling::new(s)?, entry)))
            })
            .collect();
        sort_by(&mut spellings, |(a, _), (b, _)| a.before(b));
        Self { spellings }
    }

    /// Reads one text.
    pub fn read(&self, text: &str) -> ReadList {
        let spellings = self.spellings.iter();
        let found = places(text, spellings.map(|(spelling, _)| spelling)).into_iter();
        let found = found.filter_map(|(at, range)| {
            let (_, entry) = self.spellings.get(at)?;
            Some(Found {
                term: entry.id.clone(),
                ignored: entry.ignored,
                range,
            })
        });
        let found: Vec<_> = found.collect();
        let unread = unread(text, &found);
        ReadList { found, unread }
    }
}

/// The pieces of the text between what was found.
fn unread(text: &str, found: &[Found]) -> Vec<Range<usize>> {
    let mut rest = Vec::new();
    let mut end = 0;
    for Found { range, .. } in found {
        rest.extend(pieces(text, end..range.start, end > 0));
        end = range.end;
    }
    rest.extend(pieces(text, end..text.len(), end > 0));
    rest
}

/// The bodies that name a known term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermTally {
    /// The codebook entry.
    pub id: TermId,
    /// The term as it is shown.
    pub term: String,
    /// The bodies, each once however often it names the term.
    pub bodies: Vec<BodyIndex>,
}

/// A piece that the codebook does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadPiece {
    /// As the first body typed it.
    pub text: String,
    /// The bodies that typed it, in whatever case.
    pub bodies: Vec<BodyIndex>,
}

/// A list question, read and counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// How many bodies were asked and gave an answer: the base.
    pub answered: usize,
    /// Known terms that somebody names, those of most bodies first; as
    /// frequent ones in alphabetical order.
    pub terms: Vec<TermTally>,
    /// What is left over, in the same order.
    pub unread: Vec<UnreadPiece>,
    /// Bodies whose answer was taken out of the export that brought it.
    pub withheld: Vec<BodyIndex>,
}

/// Reads the given answers to a list question. Without any codebook entry for
/// the question everything is unread and counted as typed.
pub fn terms(population: &Population, question: &Question) -> (Terms, Vec<Warning>) {
    let codebook = &population.head().codebook;
    let mut result = Terms::default();
    let mut warnings = Vec::new();
    let none = Lists::default();
    let lists = population.lists(&question.id).unwrap_or(&none);
    let mut known: Vec<Vec<BodyIndex>> = vec![Vec::new(); codebook.len()];
    // In alphabetical order.
    let mut unread: Vec<Option<UnreadPiece>> = vec![None; lists.different()];
    for body in population.in_state(&question.id, EffectiveState::Given) {
        result.answered += 1;
        let items = population.place(body).map_or(&[][..], |at| lists.items(at));
        if items.is_empty() {
            match population.value(body, &question.id) {
                Some(Value::Text(_)) => {}
                Some(Value::Withheld(_)) => result.withheld.push(body),
                _ => warnings.push(Warning::OtherKind { body }),
            }
        }
        for item in items {
            if let Some(bodies) = known.get_mut(*item) {
                push_once(bodies, body);
            } else if let Some(piece) = lists.piece(*item)
                && let Some(one) = unread.get_mut(piece.one)
            {
                let one = one.get_or_insert_with(|| UnreadPiece {
                    text: piece.text.clone(),
                    bodies: Vec::new(),
                });
                push_once(&mut one.bodies, body);
            }
        }
    }
    // The entry's order among equal names decides nothing: ids are unique.
    for (entry, bodies) in codebook.iter().zip(known) {
        if !bodies.is_empty() {
            result.terms.push(TermTally {
                id: entry.id.clone(),
                term: entry.term.clone(),
                bodies,
            });
        }
    }
    let order = |t: &TermTally| (Reverse(t.bodies.len()), lowercase(&t.term), t.id.clone());
    sort_by_key(&mut result.terms, order);
    result.unread = unread.into_iter().flatten().collect();
    // The order is alphabetical; a stable sort keeps it.
    sort_by_key(&mut result.unread, |p| Reverse(p.bodies.len()));
    (result, warnings)
}

/// Each body counts once, however often it names the term.
fn push_once(bodies: &mut Vec<BodyIndex>, body: BodyIndex) {
    if bodies.last() != Some(&body) {
        bodies.push(body);
    }
}
