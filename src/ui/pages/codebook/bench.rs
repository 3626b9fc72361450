//! One question at work: what is read, what was done last, and where the
//! keyboard stays.

use super::Read;
use super::bar::Last;
use super::stay::{List, Stay};
use super::words::{done, numbers};
use crate::analysis::EntryUse;
use crate::i18n::Locale;
use crate::model::{CodebookEdit, CodebookEntry, QuestionId, SurveyHead, TermId};
use crate::state::App;
use crate::ui::{app, t};
use leptos::prelude::*;

/// One question at work.
#[derive(Clone, Copy)]
pub struct Bench {
    /// The state and its actions.
    pub app: App,
    /// Language.
    pub t: Locale,
    /// What is read.
    pub read: Memo<Read>,
    question: StoredValue<QuestionId>,
    last: RwSignal<Last>,
}

impl Bench {
    /// Puts a question there; what is done is noted in `last`.
    pub fn new(question: QuestionId, read: Memo<Read>, last: RwSignal<Last>) -> Self {
        Self {
            app: app(),
            t: t(),
            read,
            question: StoredValue::new(question),
            last,
        }
    }

    /// Whether something can be done here.
    pub fn can_edit(self) -> bool {
        self.app.may_edit()
    }

    /// An entry, following its edits.
    pub fn entry(self, id: TermId) -> Memo<Option<EntryUse>> {
        Memo::new(move |_| self.read.with(|read| read.uses.entry(&id).cloned()))
    }

    /// Names of bodies.
    pub fn names(self, bodies: &[usize]) -> Vec<String> {
        self.read.with(|read| {
            let names = bodies.iter().filter_map(|b| read.names.get(*b));
            names.cloned().collect()
        })
    }

    /// The printed numbers of questions.
    pub fn numbers(self, questions: &[QuestionId]) -> (usize, String) {
        self.app
            .with_head(|head| numbers(self.t, head, questions))
            .unwrap_or_default()
    }

    /// The entries of other questions, those that are counted.
    pub fn others(self) -> Vec<CodebookEntry> {
        let others = |head: &SurveyHead| {
            let question = self.question.get_value();
            let entries = head.codebook.iter();
            let others = entries.filter(|e| !e.ignored && !e.questions.contains(&question));
            others.cloned().collect()
        };
        self.app.with_head(others).unwrap_or_default()
    }

    /// Edits the codebook from the row of `list` that has this key, and says
    /// what came of it; says whether anything did.
    pub fn edit(self, edit: CodebookEdit, list: List, key: &str) -> bool {
        let before = self.read.get_untracked();
        let question = self.question.get_value();
        let Some(edited) = self.app.edit_codebook(&question, &edit) else {
            self.last.set(Last {
                said: match &edit {
                    CodebookEdit::Rename(_, name) if !name.trim().is_empty() => {
                        self.t.codebook_taken(name)
                    }
                    _ => self.t.codebook_nothing().into(),
                },
                ..Last::default()
            });
            return false;
        };
        let after = self.read.get_untracked();
        let said = untrack(|| {
            let head = |head: &_| done(self.t, head, &edit, &edited.term, &before, &after);
            self.app.with_head(head).unwrap_or_default()
        });
        let stay = Stay {
            term: match &edit {
                CodebookEdit::Split(from, _) => Some(from.clone()),
                CodebookEdit::Rename(..)
                | CodebookEdit::Drop(..)
                | CodebookEdit::Merge(..)
                | CodebookEdit::Limit(_) => Some(edited.term.clone()),
                _ => None,
            },
            list,
            at: list.position(&before.uses, key),
        };
        self.last.set(Last {
            said,
            edited: Some(edited),
            undone: false,
        });
        request_animation_frame(move || stay.focus());
        true
    }
}
