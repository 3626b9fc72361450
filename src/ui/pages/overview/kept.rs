//! What somebody has begun on the desk and not finished: it outlasts the page,
//! which is made anew when the language changes or another page was looked at.

use crate::model::{PartnerId, SurveyId};
use crate::ui::app;
use leptos::prelude::*;
use std::cell::RefCell;

/// What was begun.
#[derive(Default)]
pub struct Kept {
    /// On the desk of which survey.
    survey: Option<SurveyId>,
    /// The bodies that are ticked.
    pub chosen: Vec<PartnerId>,
    /// Texts of proposals that were changed before they were accepted: of which
    /// finding, on whose sheet.
    pub changed: Vec<(String, PartnerId, String)>,
}

thread_local! {
    static KEPT: RefCell<Kept> = RefCell::default();
}

/// What was begun on the desk of the open survey.
pub fn kept<T>(look: impl FnOnce(&mut Kept) -> T) -> T {
    let survey = untrack(|| app().open_id());
    KEPT.with_borrow_mut(|kept| {
        if kept.survey != survey {
            *kept = Kept {
                survey,
                ..Kept::default()
            };
        }
        look(kept)
    })
}
