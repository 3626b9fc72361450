//! What the slides are made from: the survey as it is, or as it was when the
//! version was issued that the authors tied them to.

use crate::bundle::Opens;
use crate::i18n::Locale;
use crate::model::{Issued, Survey};
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
    let (survey, data, not_here) = source(app)?;
    Some(Made {
        deck: composed(&survey, data, t),
        not_here,
    })
}

/// The slides of a survey, for the project.
pub fn composed(survey: &Survey, data: Data, t: Locale) -> Deck {
    let options = Options {
        language: t,
        scope: Scope::Internal,
        data,
    };
    deck::compose(survey, &options, &document::today())
}

/// The survey that the slides are made from, what it is, and the version that it
/// should be where that is not in this browser.
pub fn source(app: App) -> Option<(Survey, Data, Option<String>)> {
    let survey = app.survey()?;
    let Some(issued) = tied_to(&survey) else {
        return Some((survey, Data::Live, None));
    };
    let Some(mut then) = app.as_issued(&issued) else {
        return Some((survey, Data::Live, Some(issued.version)));
    };
    // Order, words and notes are those of today; what is counted is of that day.
    then.head.slides = survey.head.slides;
    let data = Data::Issued {
        version: issued.version,
        on: issued.on,
        fingerprint: issued.fingerprint,
    };
    Some((then, data, None))
}

/// What of the open survey is taken along in a file that opens so: for the slides
/// that which they are made from. As an issued version it carries the fingerprint
/// of that, although what the authors decided of the slides is of today.
pub fn to_take(app: App, opens: Opens) -> Option<Survey> {
    if opens == Opens::Results {
        return app.survey();
    }
    let (mut survey, data, _) = source(app)?;
    if let Data::Issued { fingerprint, .. } = data {
        survey.head.copy_of = fingerprint;
    }
    Some(survey)
}

/// The issued version that the authors tied the slides to.
fn tied_to(survey: &Survey) -> Option<Issued> {
    let records = survey.head.slides.or_default();
    let id = deck::frozen_to(&records)?;
    let mut all = survey.head.issued.or_default().into_iter();
    all.find(|issued| issued.id.as_str() == id)
}
