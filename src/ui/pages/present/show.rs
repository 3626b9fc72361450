//! A presentation that runs: its slides, where it is, what is open over them,
//! and what a command does.

use super::data::{Made, made};
use super::full;
use super::message::{At, Role};
use crate::i18n::Locale;
use crate::model::SurveyId;
use crate::report::deck::{self, Behind, Body, Slide};
use crate::ui::{Page, Query, Route, app, document, query, t};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// What is open over the slide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Open {
    /// Nothing.
    #[default]
    Nothing,
    /// All slides.
    Overview,
    /// The field for a number.
    GoTo,
    /// The keys.
    Help,
    /// The bodies behind a mark of the chart, by its place among them.
    Names(usize),
}

/// A presentation that runs in this window.
#[derive(Clone, Copy)]
pub struct Show {
    /// Its language, that of the interface.
    pub t: Locale,
    /// What this window is.
    pub role: Role,
    survey: StoredValue<SurveyId>,
    query: Memo<Query>,
    /// The slides; none while no survey is open.
    pub made: Memo<Option<Arc<Made>>>,
    /// How many are shown.
    pub count: Memo<usize>,
    /// The place of the present one among those that are shown.
    pub at: Memo<usize>,
    /// The present one.
    pub slide: Memo<Option<Slide>>,
    /// What is open over it.
    pub open: RwSignal<Open>,
    /// The screen is black.
    pub black: RwSignal<bool>,
    /// The notes stand below the slide.
    pub notes: RwSignal<bool>,
    /// Digits of a number that is being typed.
    pub typed: RwSignal<String>,
    /// What a command could not do.
    pub said: RwSignal<String>,
    /// The names behind a mark were opened by the pointer: keys are commands then.
    pub pointed: StoredValue<bool>,
    /// Opens the speaker's window.
    pub open_speaker: StoredValue<Option<Callback<()>>>,
}

impl Show {
    /// The presentation of the open survey; `None` where none is open.
    pub fn new(role: Role) -> Option<Self> {
        let (app, t, query) = (app(), t(), query());
        let survey = untrack(|| app.open_id())?;
        let made = Memo::new(move |_| made(app, t).map(Arc::new));
        let count = Memo::new(move |_| {
            made.with(|made| made.as_ref().map_or(0, |made| made.deck.shown().count()))
        });
        let at = Memo::new(move |_| {
            let name = query.with(|query| query.get("slide").to_owned());
            made.with(|made| made.as_ref().map_or(0, |made| made.deck.find(&name)))
        });
        let slide = Memo::new(move |_| {
            let at = at.get();
            made.with(|made| made.as_ref()?.deck.shown().nth(at).cloned())
        });
        Some(Self {
            t,
            role,
            survey: StoredValue::new(survey),
            query,
            made,
            count,
            at,
            slide,
            open: RwSignal::new(Open::Nothing),
            black: RwSignal::new(false),
            notes: RwSignal::new(false),
            typed: RwSignal::new(String::new()),
            said: RwSignal::new(String::new()),
            pointed: StoredValue::new(false),
            open_speaker: StoredValue::new(None),
        })
    }

    /// Id of the survey.
    pub fn survey(self) -> String {
        self.survey.with_value(|id| id.to_string())
    }

    /// A slide as HTML, by its place; empty where there is none. Its marks can be
    /// reached.
    pub fn html(self, at: usize) -> String {
        let html = |made: &Arc<Made>| deck::html(&made.deck, at);
        let html = self.made.with(|made| made.as_ref().map(html));
        html.unwrap_or_default()
    }

    /// The same as a picture, to stand beside others.
    pub fn picture(self, at: usize) -> String {
        let html = |made: &Arc<Made>| {
            let slide = made.deck.shown().nth(at)?;
            Some(deck::html_of(&made.deck, slide, Some(at + 1)))
        };
        let html = self.made.with(|made| made.as_ref().and_then(html));
        html.unwrap_or_default()
    }

    /// The title of a slide, by its place.
    pub fn title(self, at: usize) -> Option<String> {
        self.made.with(|made| {
            let slide = made.as_ref()?.deck.shown().nth(at)?;
            Some(slide.title.clone())
        })
    }

    /// What is shown, as the other windows know it.
    pub fn shows(self) -> Option<At> {
        let slide = self.slide.with(|slide| Some(slide.as_ref()?.key.clone()))?;
        let black = self.black.get();
        Some(At { slide, black })
    }

    /// The address of a slide in this window, or in one of another role.
    pub fn href(self, slide: &str, role: Role) -> String {
        let speaker = if role == Role::Speaker { "1" } else { "" };
        let query = self.query.get_untracked().set("speaker", speaker);
        let page = Page::Present(String::new(), Query::default());
        let page = page.with(query.set("slide", slide));
        Route::Survey(self.survey.get_value(), page).href()
    }

    /// Shows what another window shows, where this one has it too.
    pub fn follow(self, at: &At) {
        let place = self.made.with_untracked(|made| {
            let made = made.as_ref()?;
            made.deck.shown().position(|slide| slide.key == at.slide)
        });
        if let Some(place) = place {
            self.black.set(at.black);
            if place != self.at.get_untracked() {
                self.go(place);
            }
        }
    }

    /// Goes to a slide, by its place. The way back leaves the presentation: it
    /// does not pass all slides again.
    pub fn go(self, place: usize) {
        let key = self.made.with_untracked(|made| {
            let slide = made.as_ref()?.deck.shown().nth(place)?;
            Some(slide.key.clone())
        });
        let Some(key) = key else {
            return;
        };
        let was = self.open.get_untracked();
        self.open.set(Open::Nothing);
        if place != self.at.get_untracked() {
            document::forget_in_address(&self.href(&key, self.role));
            document::tell_of_the_address();
        }
        if was != Open::Nothing {
            rest_then();
        }
    }

    /// Goes on to the next slide, or back to the one before.
    pub fn step(self, forth: bool) {
        let at = self.at.get_untracked();
        let last = self.count.get_untracked().saturating_sub(1);
        self.black.set(false);
        self.go(if forth {
            (at + 1).min(last)
        } else {
            at.saturating_sub(1)
        });
    }

    /// Goes to the slide with this number; says so where there is none.
    pub fn go_to(self, number: &str) {
        let count = self.count.get_untracked();
        match number.trim().parse::<usize>() {
            Ok(number) if (1..=count).contains(&number) => {
                self.black.set(false);
                self.go(number - 1);
            }
            _ => self.said.set(self.t.stage_no_such(count)),
        }
    }

    /// Leaves for the page of the slides.
    pub fn leave(self) {
        full::end();
        document::go(&Route::Survey(self.survey.get_value(), Page::Slides).href());
    }

    /// The marks of the present slide, with the bodies behind them.
    pub fn marks(self) -> Vec<Behind> {
        self.slide
            .with_untracked(|slide| match slide.as_ref().map(|slide| &slide.body) {
                Some(Body::Figure(figure)) => figure.marks.clone(),
                _ => Vec::new(),
            })
    }
}

/// The keyboard rests on the page, where its keys are commands.
pub fn rest() {
    document::focus_in_place("content");
}

/// The same once what had the keyboard has gone.
pub fn rest_then() {
    spawn_local(async {
        let active = leptos::prelude::document().active_element();
        if active.is_none_or(|active| active.tag_name() == "BODY") {
            rest();
        }
    });
}
