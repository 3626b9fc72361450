//! The stage: one slide at a time, over the whole window.

use crate::report::compose::Scope;
use crate::report::deck::{self, Data, Options};
use crate::ui::el::{El, el};
use crate::ui::{app, document, query, t};
use leptos::prelude::*;

/// The page.
pub fn present() -> El {
    let (app, t, query) = (app(), t(), query());
    let slide = move || {
        let survey = app.survey()?;
        let options = Options {
            language: t,
            scope: Scope::Internal,
            data: Data::Live,
        };
        let deck = deck::compose(&survey, &options, &document::today());
        let at = query.with(|query| deck.find(query.get("slide")));
        Some(deck::html(&deck, at))
    };
    el("div")
        .class("stage")
        .html(move || slide().unwrap_or_default())
}
