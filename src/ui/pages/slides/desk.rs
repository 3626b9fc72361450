//! What the page of the slides works on: the deck, what the authors have said of
//! it, and what was done last.

use super::super::present::data::{composed, source};
use crate::i18n::Locale;
use crate::model::{QuestionId, Slide as Said};
use crate::report::deck::edit::{Edit, Given, record_of, with_chart};
use crate::report::deck::{Deck, Slide, frozen_to, html_of};
use crate::state::App;
use crate::ui::el::Text;
use crate::ui::{app, document, t};
use leptos::prelude::*;
use std::sync::Arc;

/// The deck, and what there is to decide about it.
#[derive(Clone, PartialEq)]
struct Made {
    deck: Deck,
    given: Given,
    not_here: Option<String>,
}

/// The deck at work.
#[derive(Clone, Copy)]
pub struct Desk {
    pub app: App,
    pub t: Locale,
    /// The deck; none while no survey is open.
    made: Memo<Option<Arc<Made>>>,
    /// What the authors have said.
    said: Memo<Vec<Said>>,
    /// The slides by what they show, each once.
    pub order: Memo<Vec<String>>,
    /// The slide whose fields are open.
    pub open: RwSignal<String>,
    /// What was done last, in words.
    pub told: RwSignal<String>,
}

impl Desk {
    pub fn new() -> Self {
        let (app, t) = (app(), t());
        let made = Memo::new(move |_| {
            let (survey, data, not_here) = source(app)?;
            Some(Arc::new(Made {
                deck: composed(&survey, data, t),
                given: Given::of(&survey),
                not_here,
            }))
        });
        let order = move |made: &Option<Arc<Made>>| {
            let mut order: Vec<String> = Vec::new();
            for slide in made.iter().flat_map(|made| &made.deck.slides) {
                if order.last() != Some(&slide.shows) {
                    order.push(slide.shows.clone());
                }
            }
            order
        };
        Self {
            app,
            t,
            made,
            said: Memo::new(move |_| app.slides()),
            order: Memo::new(move |_| made.with(order)),
            open: RwSignal::new(String::new()),
            told: RwSignal::new(String::new()),
        }
    }

    /// Looks at the deck.
    pub fn with<T>(self, look: impl FnOnce(&Deck) -> T) -> Option<T> {
        self.made
            .with(|made| made.as_ref().map(|made| look(&made.deck)))
    }

    /// The version that the deck should be made from, and is not here.
    pub fn not_here(self) -> Option<String> {
        self.made.with(|made| made.as_ref()?.not_here.clone())
    }

    /// The slides that show this: the first, and those on which it goes on.
    pub fn slides(self, of: &str) -> Vec<Slide> {
        let slides = self.with(|deck| {
            let slides = deck.slides.iter().filter(|slide| slide.shows == of);
            slides.cloned().collect()
        });
        slides.unwrap_or_default()
    }

    /// How many slides are shown, and how many are left out.
    pub fn count(self) -> (usize, usize) {
        let count = self.with(|deck| {
            let shown = deck.shown().count();
            (shown, deck.slides.len() - shown)
        });
        count.unwrap_or_default()
    }

    /// The number of a slide among those that are shown.
    pub fn number(self, of: &str) -> Option<usize> {
        let at = self.with(|deck| deck.shown().position(|slide| slide.shows == of));
        at.flatten().map(|at| at + 1)
    }

    /// Where a slide is by now, in words.
    pub fn where_it_is(self, of: &str) -> Text {
        let said = untrack(|| {
            let number = self.number(of)?;
            Some(self.t.slides_moved(number, self.count().0))
        });
        said.unwrap_or_default().into()
    }

    /// The slide that the keyboard goes to when this one goes.
    pub fn neighbour(self, of: &str) -> Option<String> {
        self.order.with(|order| {
            let at = order.iter().position(|one| one == of)?;
            order.get(at + 1).or(order.get(at.checked_sub(1)?)).cloned()
        })
    }

    /// A slide as HTML.
    pub fn html(self, of: &str) -> Option<String> {
        let number = self.number(of);
        let html = self.with(|deck| {
            let slide = deck.slides.iter().find(|slide| slide.shows == of)?;
            Some(html_of(deck, slide, number))
        });
        html.flatten()
    }

    /// What the authors have said of a slide.
    pub fn says<T>(self, of: &str, look: impl FnOnce(&Said) -> T) -> Option<T> {
        self.said.with(|said| record_of(said, of).map(look))
    }

    /// The issued version to which the deck is tied.
    pub fn frozen(self) -> String {
        self.said.with(|said| {
            let frozen = frozen_to(said);
            frozen.unwrap_or_default().to_owned()
        })
    }

    /// What there is to decide about.
    pub fn given<T>(self, look: impl FnOnce(&Given) -> T) -> Option<T> {
        self.made
            .with(|made| made.as_ref().map(|made| look(&made.given)))
    }

    /// Does what an author decides; gives the slide that it is about.
    pub fn edit(self, edit: &Edit) -> Option<String> {
        let given = untrack(|| self.given(|given| given.all.clone()));
        self.app.edit_deck(&given.unwrap_or_default(), edit)
    }

    /// Adds the chart of a question; gives its slide.
    pub fn add_chart(self, question: QuestionId) -> Option<String> {
        let (survey, ..) = untrack(|| source(self.app))?;
        let given = with_chart(survey, &question);
        self.app.edit_deck(&given, &Edit::AddChart(question))
    }

    /// Opens the fields of a slide and puts the keyboard on the first, once it
    /// stands there.
    pub fn open_at(self, of: &str) {
        self.open.set(of.to_owned());
        self.focus("title", of);
    }

    /// Puts the keyboard on something of a slide, once the page has followed.
    pub fn focus(self, what: &'static str, of: &str) {
        let id = id(what, of);
        request_animation_frame(move || document::focus_in_place(&id));
    }
}

/// Id in the page of something of a slide.
pub fn id(what: &str, of: &str) -> String {
    [what, "-", of].concat()
}
