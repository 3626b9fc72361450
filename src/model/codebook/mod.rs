//! Edits of the codebook.
//!
//! An entry may serve several questions. It is one record: what is said of it
//! on the page of one question holds for all of them, until [`CodebookEdit::Limit`]
//! gives that question an entry of its own. In a question no two entries have
//! the same spelling: where an edit brings that about, the entry that was
//! edited keeps it.

mod entry;

pub use entry::{folded, single_spaced};

use super::{CodebookEntry, Extra, Places, QuestionId, Revision, TermId, slug};
use entry::tidy;

/// Longest id made of a term, before what makes it unique.
const LONGEST_ID: usize = 50;

/// One edit, made where the answers to one question are looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodebookEdit {
    /// A new term of this name; whether it is read and not counted.
    Add(String, bool),
    /// A spelling is read as a term from now on.
    Assign(String, TermId),
    /// All spellings of the first term become spellings of the second, in the
    /// questions of both.
    Merge(TermId, TermId),
    /// A spelling becomes a term of its own, in the questions of the one that it
    /// leaves. A term's name cannot leave it.
    Split(TermId, String),
    /// Another name. The old one stays a spelling, so that what was read is read.
    /// A spelling of another term is not taken.
    Rename(TermId, String),
    /// Whether a term is read and not counted.
    Ignore(TermId, bool),
    /// A spelling is looked for no more. A term's name always is.
    Drop(TermId, String),
    /// A term is looked for in this question no more.
    Remove(TermId),
    /// The question gets an entry of its own, to be edited apart from that of
    /// the other questions; what is read stays the same.
    Limit(TermId),
}

impl CodebookEdit {
    /// Edits the codebook for a question. Gives the term that the edit is about
    /// from now on, or nothing where nothing changes.
    pub fn apply(&self, codebook: &mut Vec<CodebookEntry>, of: &QuestionId) -> Option<TermId> {
        match self {
            Self::Add(name, ignored) => {
                let name = tidy(name)?;
                if entry_reading(codebook, of, &name).is_some() {
                    return None;
                }
                add(codebook, name, vec![of.clone()], *ignored)
            }
            Self::Assign(spelling, term) => assign(codebook, of, tidy(spelling)?, term),
            Self::Merge(term, into) => merge(codebook, term, into),
            Self::Split(term, spelling) => split(codebook, term, tidy(spelling)?),
            Self::Rename(term, name) => rename(codebook, term, tidy(name)?),
            Self::Ignore(term, ignored) => {
                let entry = find(codebook, term)?;
                let before = std::mem::replace(&mut entry.ignored, *ignored);
                (before != *ignored).then(|| term.clone())
            }
            Self::Drop(term, spelling) => {
                let forgotten = find(codebook, term)?.forget(spelling);
                forgotten.then(|| term.clone())
            }
            Self::Remove(term) => {
                let entry = serving(codebook, term, of)?;
                entry.questions.retain(|q| q != of);
                if entry.questions.is_empty() {
                    codebook.retain(|e| e.id != *term);
                }
                Some(term.clone())
            }
            Self::Limit(term) => {
                let entry = serving(codebook, term, of)?;
                if entry.questions.len() < 2 {
                    return None;
                }
                entry.questions.retain(|q| q != of);
                let entry = entry.clone();
                copy(codebook, &entry, vec![of.clone()])
            }
        }
    }
}

/// The entry that has this spelling in a question: of two, the first.
pub fn entry_reading<'a>(
    codebook: &'a [CodebookEntry],
    question: &QuestionId,
    spelling: &str,
) -> Option<&'a CodebookEntry> {
    let mut entries = codebook.iter().filter(|e| e.questions.contains(question));
    entries.find(|e| e.has(spelling))
}

/// The codebook as it was before, to stand in place of the one that stands now:
/// its entries follow those.
pub fn taken_back(now: &[CodebookEntry], before: &[CodebookEntry]) -> Vec<CodebookEntry> {
    let places = Places::new(now.iter().map(|e| &e.id));
    let follow = |old: &CodebookEntry| {
        let standing = places.of(&old.id).and_then(|at| now.get(at));
        CodebookEntry {
            revision: standing.unwrap_or(old).revision.clone(),
            ..old.clone()
        }
    };
    before.iter().map(follow).collect()
}

fn assign(
    codebook: &mut Vec<CodebookEntry>,
    of: &QuestionId,
    spelling: String,
    term: &TermId,
) -> Option<TermId> {
    let entry = find(codebook, term)?;
    if entry.has(&spelling) && entry.questions.contains(of) {
        return None;
    }
    entry.learn(&spelling);
    entry.serve(of);
    settle(codebook, term);
    Some(term.clone())
}

fn merge(codebook: &mut Vec<CodebookEntry>, term: &TermId, into: &TermId) -> Option<TermId> {
    find(codebook, into)?;
    if term == into {
        return None;
    }
    let at = codebook.iter().position(|e| e.id == *term)?;
    let gone = codebook.remove(at);
    let entry = find(codebook, into)?;
    gone.spellings().for_each(|s| entry.learn(s));
    gone.questions.iter().for_each(|q| entry.serve(q));
    settle(codebook, into);
    Some(into.clone())
}

fn split(codebook: &mut Vec<CodebookEntry>, term: &TermId, spelling: String) -> Option<TermId> {
    let entry = find(codebook, term)?;
    if !entry.forget(&spelling) {
        return None;
    }
    let (questions, ignored) = (entry.questions.clone(), entry.ignored);
    add(codebook, spelling, questions, ignored)
}

fn rename(codebook: &mut [CodebookEntry], term: &TermId, name: String) -> Option<TermId> {
    let entry = codebook.iter().find(|e| e.id == *term)?;
    let mut questions = entry.questions.iter();
    let is_of_another = questions.any(|question| {
        let reading = entry_reading(codebook, question, &name);
        reading.is_some_and(|reading| reading.id != *term)
    });
    if is_of_another || entry.term == name {
        return None;
    }
    find(codebook, term)?.call(name);
    Some(term.clone())
}

fn find<'a>(codebook: &'a mut [CodebookEntry], id: &TermId) -> Option<&'a mut CodebookEntry> {
    codebook.iter_mut().find(|e| e.id == *id)
}

/// The entry, where it serves the question.
fn serving<'a>(
    codebook: &'a mut [CodebookEntry],
    id: &TermId,
    question: &QuestionId,
) -> Option<&'a mut CodebookEntry> {
    find(codebook, id).filter(|e| e.questions.contains(question))
}

/// A new entry at the end of the codebook.
fn add(
    codebook: &mut Vec<CodebookEntry>,
    term: String,
    questions: Vec<QuestionId>,
    ignored: bool,
) -> Option<TermId> {
    let id = new_id(codebook, &term)?;
    codebook.push(CodebookEntry {
        id: id.clone(),
        term,
        questions,
        synonyms: Vec::new(),
        ignored,
        revision: Revision::default(),
        extra: Extra::new(),
    });
    Some(id)
}

/// The same entry once more, under an id of its own, for these questions.
fn copy(
    codebook: &mut Vec<CodebookEntry>,
    entry: &CodebookEntry,
    questions: Vec<QuestionId>,
) -> Option<TermId> {
    let id = new_id(codebook, &entry.term)?;
    codebook.push(CodebookEntry {
        id: id.clone(),
        questions,
        revision: Revision::default(),
        ..entry.clone()
    });
    Some(id)
}

fn new_id(codebook: &[CodebookEntry], term: &str) -> Option<TermId> {
    let mut plain: String = slug(term).chars().take(LONGEST_ID).collect();
    if plain.is_empty() {
        // A name in the letters of another alphabet.
        plain.push_str("term");
    }
    let numbered = (2..).map(|n| format!("{plain}-{n}"));
    let mut ids = std::iter::once(plain.clone()).chain(numbered);
    let is_free = |id: &TermId| codebook.iter().all(|e| e.id != *id);
    ids.find_map(|id| TermId::new(&id).ok().filter(is_free))
}

/// What an entry says stands: no other entry keeps a spelling of it in one of
/// its questions. In other questions they keep all.
fn settle(codebook: &mut Vec<CodebookEntry>, id: &TermId) {
    let Some(stands) = codebook.iter().find(|e| e.id == *id).cloned() else {
        return;
    };
    let (mut gone, mut apart) = (Vec::new(), Vec::new());
    for entry in codebook.iter_mut().filter(|e| e.id != *id) {
        let questions = entry.questions.iter().cloned();
        let (here, elsewhere): (Vec<_>, Vec<_>) =
            questions.partition(|q| stands.questions.contains(q));
        if here.is_empty() || !entry.spellings().any(|s| stands.has(s)) {
            continue;
        }
        let is_left = |s: &&String| !folded(s).is_empty() && !stands.has(s);
        let mut left = entry.spellings().filter(is_left).cloned();
        let rest = left.next().map(|term| CodebookEntry {
            term,
            synonyms: left.collect(),
            questions: here,
            ..entry.clone()
        });
        match rest {
            rest if !elsewhere.is_empty() => {
                entry.questions = elsewhere;
                apart.extend(rest);
            }
            Some(rest) => *entry = rest,
            None => gone.push(entry.id.clone()),
        }
    }
    codebook.retain(|e| !gone.contains(&e.id));
    for entry in apart {
        copy(codebook, &entry, entry.questions.clone());
    }
}
