//! Actions on how questions are read: what their answers mean for the transfer.

use super::App;
use crate::model::{QuestionId, ReadingChange};
use leptos::prelude::*;

impl App {
    /// Changes how a question is read. What changes nothing is no edit.
    pub fn change_reading(self, question: &QuestionId, change: ReadingChange) {
        let changes = untrack(|| {
            self.with_head(|head| {
                let found = head.questionnaire.question(question);
                found.is_some_and(|q| q.clone().change_reading(change))
            })
        });
        if changes != Some(true) {
            return;
        }
        self.edit_head(|head| {
            let mut questions = head.questionnaire.questions.iter_mut();
            if let Some(found) = questions.find(|q| q.id == *question) {
                found.change_reading(change);
            }
        });
    }
}
