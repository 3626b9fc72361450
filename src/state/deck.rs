//! Actions on what the authors decide of the deck. All of it is called by code
//! in the part `presenting`; who was invited to fill in a sheet decides nothing.

use super::{App, browser};
use crate::model::{Raw, Slide, SlideId};
use crate::report::deck::edit::{self, Edit};
use leptos::prelude::*;

impl App {
    /// What the authors have decided of the deck.
    pub fn slides(self) -> Vec<Slide> {
        self.with_head(|head| head.slides.or_default())
            .unwrap_or_default()
    }

    /// An id for a text slide that nobody has written yet.
    pub fn new_text_slide(self) -> Option<SlideId> {
        edit::text_id(&browser::random_name())
    }

    /// Decides something, as one step. `given` names the slides that the survey
    /// gives, in its order. Gives the slide that it is about; what changes nothing
    /// is no edit.
    pub fn edit_deck(self, given: &[String], edit: &Edit) -> Option<String> {
        if untrack(|| self.is_invited()) {
            return None;
        }
        let mut all = untrack(|| self.slides());
        let about = edit.apply(&mut all, given)?;
        self.edit_head(|head| head.slides = Raw::new(&all));
        Some(about)
    }
}
