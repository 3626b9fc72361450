//! What this browser keeps, and its care: room, copies, trash, use without a
//! network, checks, and everything deleted.

mod checks;
mod copies;
mod offline;
mod room;
mod snapshots;
mod trash;

use crate::model::SurveyId;
use crate::ui::el::{El, el, p};
use crate::ui::{app, t};
use leptos::prelude::*;

pub use offline::word as offline_word;

/// The page.
pub fn settings() -> El {
    let t = t();
    // What changes the store makes the figures be read again.
    let looked = RwSignal::new(0_u32);
    el("div")
        .class("page narrow settings")
        .child(el("h1").child(t.settings()))
        .child(p("lead", t.settings_intro()))
        .child(copies::copies())
        .child(room::room(looked))
        .child(snapshots::snapshots(looked))
        .child(trash::trash(looked))
        .child(offline::offline())
        .child(checks::checks())
        .child(checks::delete_everything())
}

/// Title of a survey of this browser; its id where it has none here.
fn title_of(id: &SurveyId) -> String {
    let (app, t) = (app(), t());
    let surveys = app.surveys().into_iter().chain(app.trashed());
    let mut titles = surveys.filter(|survey| survey.head.id == *id);
    match titles.next() {
        Some(survey) if survey.trashed.is_some() => t.in_trash(survey.head.title),
        Some(survey) => survey.head.title,
        None => id.to_string(),
    }
}

/// Says that the store is another now.
fn changed(looked: RwSignal<u32>) {
    looked.update(|n| *n += 1);
}
