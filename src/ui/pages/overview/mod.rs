//! Overview: the coordinator's desk. How the survey stands, what comes next, who
//! is where; completeness by dimension.

mod accept_all;
mod completeness;
mod desk;
mod indicator;
mod kept;
mod next;
mod proposals;
mod tiles;

pub use completeness::completeness_by_dimension;

use crate::model::LocalText;
use crate::ui::el::{El, button, card, el};
use crate::ui::{app, manage, t};
use leptos::prelude::*;
use proposals::Proposed;

/// The overview page. Who was invited has no desk.
pub fn overview() -> El {
    let app = app();
    let page = el("div")
        .class("page")
        .child(title())
        .child(tiles::tiles())
        .child(indicator::rule_and_sheets());
    let page = if untrack(|| app.is_invited()) {
        page
    } else {
        let proposed = Proposed::new();
        page.child(next::next(proposed))
            .child(proposals::section(proposed))
    };
    page.child(desk::desk())
        .child(completeness_by_dimension(false))
        .child(notes())
}

/// What the survey says about itself; nothing where it has no notes.
fn notes() -> Option<El> {
    let (app, t) = (app(), t());
    let notes = untrack(|| app.with_head(|h| h.notes.clone()))?;
    let text = |note: &LocalText| el("p").child(note.get(t.code()).to_owned());
    let texts: Vec<_> = notes.iter().map(text).collect();
    (!texts.is_empty()).then(|| card("notes-title", t.survey_notes()).child(texts))
}

/// Title and project lines; the title can be changed here.
fn title() -> [El; 3] {
    let (app, t) = (app(), t());
    let renaming = RwSignal::new(false);
    let title = move || app.with_head(|h| h.title.clone()).unwrap_or_default();
    let row = move || {
        if renaming.get()
            && let Some(manage) = manage::here()
            && let Some(id) = untrack(|| app.open_id())
        {
            return vec![(manage.rename)(id, untrack(title), renaming)];
        }
        let rename = move || manage::with(app, move |_| renaming.set(true));
        let heading = el("h1").live_in_place(title);
        if app.is_invited() {
            return vec![heading];
        }
        vec![heading, button("link", t.rename(), rename)]
    };
    let project = move || app.with_head(|h| h.document.project.clone());
    let activity = move || app.with_head(|h| h.document.activity.clone());
    [
        el("div").class("title-row").live(row),
        el("p").class("project").live_in_place(project),
        el("p").class("activity").live_in_place(activity),
    ]
}
