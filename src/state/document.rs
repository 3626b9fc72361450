//! Actions on the document's data: project, cover, funding, version table. All
//! of it is called by code in parts.

use super::App;
use crate::model::{Document, Issue};
use leptos::prelude::*;

impl App {
    /// A copy of what the documents of the open survey say of the project.
    pub fn document(self) -> Option<Document> {
        self.with_head(|head| head.document.clone())
    }

    /// Changes what the documents of the open survey say of the project. What
    /// changes nothing is no edit; who was invited to fill in a sheet edits no
    /// document.
    pub fn edit_document(self, change: Box<dyn FnOnce(&mut Document) + '_>) {
        let Some(before) = untrack(|| self.document()) else {
            return;
        };
        if untrack(|| self.is_invited()) {
            return;
        }
        let mut after = before.clone();
        change(&mut after);
        if after != before {
            self.edit_head(|head| head.document = after);
        }
    }

    /// Changes a row of the version table.
    pub fn edit_version(self, at: usize, change: Box<dyn FnOnce(&mut Issue) + '_>) {
        self.edit_document(Box::new(|document| {
            if let Some(row) = document.versions.get_mut(at) {
                change(row);
            }
        }));
    }

    /// Renames the open survey; a document has a title, so an empty one is none.
    pub fn set_title(self, title: &str) {
        let title = title.trim();
        let same = untrack(|| self.with_head(|head| head.title == title));
        if same == Some(false) && !title.is_empty() && !untrack(|| self.is_invited()) {
            self.edit_head(|head| head.title = title.into());
        }
    }
}
