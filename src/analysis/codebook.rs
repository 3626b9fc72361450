//! How the codebook reads a list question: under each entry every spelling as it
//! was typed, with who typed it; what no entry reads; entries that nobody uses.
//!
//! Its terms and its unread pieces are those of [`terms`](super::terms), in the
//! same order.

use super::{BodyIndex, ListReader, Population, Warning, terms};
use crate::model::{
    CodebookEntry, EffectiveState, Places, Question, QuestionId, TermId, Value, folded, lowercase,
    single_spaced, sort_by_key,
};
use std::cmp::Reverse;

/// A spelling of a term, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// As it was typed, but for the number of spaces.
    pub text: String,
    /// Who typed it.
    pub bodies: Vec<BodyIndex>,
    /// Whether it is the name of the term, in whatever case.
    pub is_name: bool,
}

/// What an entry reads in a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryUse {
    /// The entry.
    pub id: TermId,
    /// The term as it is shown.
    pub term: String,
    /// Whether it is read and not counted.
    pub ignored: bool,
    /// The other questions that it serves: an edit holds for them too.
    pub elsewhere: Vec<QuestionId>,
    /// Who typed one of its spellings.
    pub bodies: Vec<BodyIndex>,
    /// What they typed, the spellings of most bodies first.
    pub typed: Vec<Typed>,
    /// Spellings that nobody typed, without its name.
    pub untyped: Vec<String>,
}

/// A piece that no entry reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// As the first body typed it.
    pub text: String,
    /// Who typed it, in whatever case.
    pub bodies: Vec<BodyIndex>,
    /// An entry of other questions that has this spelling.
    pub known_as: Option<TermId>,
}

/// A list question as the codebook reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodebookUse {
    /// How many bodies were asked and gave an answer: the base.
    pub answered: usize,
    /// Entries that are counted, in the order of the results.
    pub counted: Vec<EntryUse>,
    /// Entries that are read and not counted, in the same order.
    pub ignored: Vec<EntryUse>,
    /// Entries that would be counted, and that nobody uses; by their names.
    pub unused: Vec<EntryUse>,
    /// What is left over, in the order of the results.
    pub unread: Vec<Unread>,
    /// Bodies whose answer was taken out of the export that brought it.
    pub withheld: Vec<BodyIndex>,
}

impl CodebookUse {
    /// All entries that serve the question.
    pub fn entries(&self) -> impl Iterator<Item = &EntryUse> {
        let counted = self.counted.iter().chain(&self.unused);
        counted.chain(&self.ignored)
    }

    /// One of them.
    pub fn entry(&self, id: &TermId) -> Option<&EntryUse> {
        self.entries().find(|entry| entry.id == *id)
    }
}

/// Reads the given answers to a list question.
pub fn codebook(population: &Population, question: &Question) -> (CodebookUse, Vec<Warning>) {
    let (terms, warnings) = terms(population, question);
    let codebook = &population.head().codebook;
    let mut result = CodebookUse {
        answered: terms.answered,
        withheld: terms.withheld,
        ..CodebookUse::default()
    };
    for used in uses(population, &question.id) {
        let place = match (used.ignored, used.bodies.is_empty()) {
            (true, _) => &mut result.ignored,
            (false, true) => &mut result.unused,
            (false, false) => &mut result.counted,
        };
        place.push(used);
    }
    // An entry that serves this question would have read it.
    let known_as = |text: &str| Some(codebook.iter().find(|e| e.has(text))?.id.clone());
    let unread = terms.unread.into_iter().map(|piece| Unread {
        known_as: known_as(&piece.text),
        text: piece.text,
        bodies: piece.bodies,
    });
    result.unread = unread.collect();
    (result, warnings)
}

/// The entries that serve a question, with what they read; those of most bodies
/// first, as frequent ones in alphabetical order.
fn uses(population: &Population, question: &QuestionId) -> Vec<EntryUse> {
    let codebook = &population.head().codebook;
    let entries = codebook.iter().filter(|e| e.questions.contains(question));
    let entries: Vec<&CodebookEntry> = entries.collect();
    let places = Places::new(entries.iter().map(|entry| &entry.id));
    let mut typed: Vec<Vec<Typed>> = vec![Vec::new(); entries.len()];
    let reader = ListReader::new(codebook, question);
    for body in population.in_state(question, EffectiveState::Given) {
        let Some(Value::Text(text)) = population.value(body, question) else {
            continue;
        };
        for found in reader.read(text).found {
            let place = places.of(&found.term).and_then(|at| typed.get_mut(at));
            if let (Some(typed), Some(spelling)) = (place, text.get(found.range)) {
                note(typed, single_spaced(spelling), body);
            }
        }
    }
    let uses = entries.into_iter().zip(typed);
    let mut uses: Vec<_> = uses.map(|(e, typed)| used(e, question, typed)).collect();
    let order = |u: &EntryUse| (Reverse(u.bodies.len()), lowercase(&u.term), u.id.clone());
    sort_by_key(&mut uses, order);
    uses
}

/// Notes that a body typed a spelling; once, however often it did.
fn note(typed: &mut Vec<Typed>, text: String, body: BodyIndex) {
    match typed.iter_mut().find(|t| t.text == text) {
        Some(known) if known.bodies.last() == Some(&body) => {}
        Some(known) => known.bodies.push(body),
        None => typed.push(Typed {
            text,
            bodies: vec![body],
            is_name: false,
        }),
    }
}

fn used(entry: &CodebookEntry, question: &QuestionId, mut typed: Vec<Typed>) -> EntryUse {
    for spelling in &mut typed {
        spelling.is_name = entry.is_called(&spelling.text);
    }
    let order = |t: &Typed| (Reverse(t.bodies.len()), lowercase(&t.text), t.text.clone());
    sort_by_key(&mut typed, order);
    let mut bodies: Vec<BodyIndex> = typed.iter().flat_map(|t| t.bodies.clone()).collect();
    sort_by_key(&mut bodies, |body| *body);
    bodies.dedup();
    let is_typed = |spelling: &str| typed.iter().any(|t| folded(&t.text) == folded(spelling));
    let untyped = entry.synonyms.iter().filter(|s| !is_typed(s));
    let elsewhere = entry.questions.iter().filter(|q| *q != question);
    EntryUse {
        id: entry.id.clone(),
        term: entry.term.clone(),
        ignored: entry.ignored,
        elsewhere: elsewhere.cloned().collect(),
        bodies,
        untyped: untyped.cloned().collect(),
        typed,
    }
}
