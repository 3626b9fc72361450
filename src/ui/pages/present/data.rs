//! What the slides are made from: the survey as it is, or as it was when the
//! version was issued that the authors tied them to.

use crate::i18n::Locale;
use crate::report::compose::Scope;
use crate::report::deck::{self, Data, Deck, Options};
use crate::state::App;
use crate::ui::document;

/// A deck, and what it could not be made from.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    /// The slides.
    pub deck: Deck,
    /// The version that they are tied to, where it is not in this browser: they
    /// are made from the data as they are now.
    pub not_here: Option<String>,
}

/// The deck of the open survey, for the project; wakes for any change.
pub fn made(app: App, t: Locale) -> Option<Made> {
    let survey = app.survey()?;
    let options = Options {
        language: t,
        scope: Scope::Internal,
        data: Data::Live,
    };
    Some(Made {
        deck: deck::compose(&survey, &options, &document::today()),
        not_here: None,
    })
}
