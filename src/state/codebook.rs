//! Actions on the codebook of the open survey.

use super::App;
use crate::model::{CodebookEdit, CodebookEntry, QuestionId, TermId, taken_back};
use leptos::prelude::*;

/// An edit of the codebook, which can be taken back as long as the codebook
/// stands as the edit has left it.
#[derive(Clone, Debug, PartialEq)]
pub struct CodebookEdited {
    /// The term that it was about.
    pub term: TermId,
    before: Vec<CodebookEntry>,
    after: Vec<CodebookEntry>,
}

impl App {
    /// Edits the codebook where a question is looked at; nothing where that
    /// changes nothing. Who was invited to fill in a sheet edits no codebook.
    pub fn edit_codebook(
        self,
        question: &QuestionId,
        edit: &CodebookEdit,
    ) -> Option<CodebookEdited> {
        if untrack(|| self.is_invited()) {
            return None;
        }
        let before = untrack(|| self.codebook())?;
        let mut codebook = before.clone();
        let term = edit.apply(&mut codebook, question)?;
        self.put_codebook(term, before, codebook)
    }

    /// Whether an edit can be taken back: nothing else has changed the codebook
    /// since.
    pub fn can_take_back(self, edited: &CodebookEdited) -> bool {
        self.with_head(|head| head.codebook == edited.after)
            .unwrap_or_default()
    }

    /// Takes an edit back; that is an edit too, and can be taken back itself.
    pub fn take_back(self, edited: &CodebookEdited) -> Option<CodebookEdited> {
        if !untrack(|| self.can_take_back(edited)) {
            return None;
        }
        let codebook = taken_back(&edited.after, &edited.before);
        self.put_codebook(edited.term.clone(), edited.after.clone(), codebook)
    }

    fn put_codebook(
        self,
        term: TermId,
        before: Vec<CodebookEntry>,
        codebook: Vec<CodebookEntry>,
    ) -> Option<CodebookEdited> {
        self.edit_head(|head| head.codebook = codebook);
        let after = untrack(|| self.codebook())?;
        Some(CodebookEdited {
            term,
            before,
            after,
        })
    }

    fn codebook(self) -> Option<Vec<CodebookEntry>> {
        self.with_head(|head| head.codebook.clone())
    }
}
