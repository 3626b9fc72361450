//! One entry of the codebook and its spellings.

use crate::model::{CodebookEntry, QuestionId, is_of_word, lowercase};

impl CodebookEntry {
    /// The name and the other spellings.
    pub fn spellings(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.term).chain(&self.synonyms)
    }

    /// Whether this is one of its spellings.
    pub fn has(&self, spelling: &str) -> bool {
        let wanted = folded(spelling);
        !wanted.is_empty() && self.spellings().any(|s| folded(s) == wanted)
    }

    /// Whether this is its name.
    pub fn is_called(&self, spelling: &str) -> bool {
        folded(&self.term) == folded(spelling)
    }

    /// One more spelling.
    pub(super) fn learn(&mut self, spelling: &str) {
        if !self.has(spelling) {
            self.synonyms.push(spelling.into());
        }
    }

    /// One more question.
    pub(super) fn serve(&mut self, question: &QuestionId) {
        if !self.questions.contains(question) {
            self.questions.push(question.clone());
        }
    }

    /// Takes a spelling away that is not the name; says whether it was there.
    pub(super) fn forget(&mut self, spelling: &str) -> bool {
        if self.is_called(spelling) || !self.has(spelling) {
            return false;
        }
        let gone = folded(spelling);
        self.synonyms.retain(|s| folded(s) != gone);
        true
    }

    /// Gives it another name; the old one stays a spelling.
    pub(super) fn call(&mut self, name: String) {
        let new = folded(&name);
        let old = std::mem::replace(&mut self.term, name);
        self.synonyms.retain(|s| folded(s) != new);
        if folded(&old) != new {
            self.synonyms.insert(0, old);
        }
    }
}

/// A spelling as it is compared: in small letters, with single spaces.
pub fn folded(spelling: &str) -> String {
    lowercase(&single_spaced(spelling))
}

/// A text with single spaces between its words, and none around them.
pub fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A spelling as it is kept; none where it has no letter and no digit.
pub(super) fn tidy(typed: &str) -> Option<String> {
    let text = single_spaced(typed);
    text.contains(is_of_word).then_some(text)
}
