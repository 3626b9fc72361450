//! The slides of a survey, as data: composed from it like the report, written
//! as HTML for the stage, the speaker, the list of slides and print. A slide says
//! one thing, and its title says it in a sentence.

mod authors;
mod bodies;
mod compose;
mod cover;
mod dimensions;
pub mod edit;
pub mod figures;
pub mod fit;
mod front;
pub mod order;
mod page;
mod pages;
pub mod paper;

pub use compose::{arranged, compose, default_keys};
pub use order::{frozen_to, place_of_record};
pub use page::{html, html_of};

use super::compose::Scope;
use super::whole::{Block, Stamp};
use crate::i18n::Locale;

/// What is chosen of a deck beside what the survey itself says of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// Its language.
    pub language: Locale,
    /// For whom it is.
    pub scope: Scope,
    /// What it is made from.
    pub data: Data,
}

/// What a deck is made from; a corner of every slide says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Data {
    /// The survey as it is.
    Live,
    /// The survey as it was when this version of the report was issued, on a day.
    Issued {
        /// Its number.
        version: String,
        /// The day, `2020-04-30`.
        on: String,
        /// Its fingerprint. That of the survey which is shown differs from it once the
        /// authors have changed a slide; the answers are those of the version.
        fingerprint: String,
    },
}

/// A deck. The slides that the authors left out are in it, and say so.
#[derive(Clone, Debug, PartialEq)]
pub struct Deck {
    /// Its language.
    pub language: Locale,
    /// Title of the survey.
    pub title: String,
    /// What tells it from others of the same survey.
    pub stamp: Stamp,
    /// What it was made from, in a few words: stands in a corner of every slide.
    pub data: String,
    /// The slides in their order.
    pub slides: Vec<Slide>,
}

/// A slide: it fits into 1920 by 1080 pixels with no words below 24.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// Its name, unique in the deck: `title`, `question/q2`, `text/<id>`; of a
    /// slide that goes on from the one before, that of the first with `~2`, `~3` …
    pub key: String,
    /// What a record of the survey calls it ([`crate::model::Slide::shows`]): the
    /// key without `~2`.
    pub shows: String,
    /// A line above the title: the dimension it belongs to.
    pub over: String,
    /// What it says, in a sentence.
    pub title: String,
    /// What it shows.
    pub body: Body,
    /// The base of what it shows, in a sentence.
    pub foot: String,
    /// What the speaker wants to say, in paragraphs.
    pub notes: String,
    /// The authors left it out.
    pub hidden: bool,
    /// The charts that it can show, by name; where there is no choice, none.
    pub charts: Vec<&'static str>,
    /// Which of them it shows.
    pub chart: &'static str,
}

/// What a slide shows below its title.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// The first slide: lines with their names, and funding lines.
    Cover {
        /// Project, CUP, call …
        lines: Vec<(String, String)>,
        /// Funding lines.
        funds: Vec<String>,
    },
    /// The first slide of a dimension.
    Divider {
        /// The id of the dimension, large.
        mark: String,
        /// What the dimension is about, in a line or two.
        about: String,
    },
    /// A few large numbers, each with what it counts.
    Numbers(Vec<Number>),
    /// Bodies by name, those without a sheet marked.
    Bodies(Vec<Listed>),
    /// A chart.
    Figure(Figure),
    /// Words.
    Words(Vec<Block>),
}

/// A large number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The number, `9`.
    pub value: String,
    /// What it counts.
    pub label: String,
    /// What it is compared with, such as the target; may be empty.
    pub beside: String,
}

/// A body in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its role, in words; may be empty.
    pub role: String,
    /// Whether its sheet was received.
    pub received: bool,
}

/// A chart on a slide.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The drawing.
    pub svg: String,
    /// The same in words, with every figure.
    pub alternative: String,
    /// Its marks with the bodies behind them, for who asks who said no.
    pub marks: Vec<Behind>,
}

/// The bodies behind a mark of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Behind {
    /// The mark's key in the drawing (`data-key`).
    pub key: String,
    /// What it counts.
    pub label: String,
    /// `k of n`.
    pub figure: String,
    /// Names of the bodies.
    pub names: Vec<String>,
}

impl Deck {
    /// Where a slide stands among those that are shown ([`Deck::shown`]); `name` is
    /// its key, or its number there, from 1. The first for anything else.
    pub fn find(&self, name: &str) -> usize {
        let mut shown = self.shown();
        let by_key = shown.position(|slide| slide.key == name);
        let by_number = || {
            let number: usize = name.parse().ok()?;
            let last = self.shown().count();
            (1..=last).contains(&number).then(|| number - 1)
        };
        by_key.or_else(by_number).unwrap_or(0)
    }

    /// The slides that are shown, in their order.
    pub fn shown(&self) -> impl Iterator<Item = &Slide> {
        self.slides.iter().filter(|slide| !slide.hidden)
    }
}
