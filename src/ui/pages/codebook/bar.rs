//! What was done last, which stays in sight, and the way to take it back.

use crate::state::CodebookEdited;
use crate::ui::el::{El, el, p};
use crate::ui::{app, t};
use leptos::prelude::*;

/// What was done last on the page.
#[derive(Clone, Default)]
pub struct Last {
    /// In words.
    pub said: String,
    /// What can be taken back.
    pub edited: Option<CodebookEdited>,
    /// It was to take an edit back.
    pub undone: bool,
}

/// Says it. The button stays while it can do something, and the keyboard on it.
pub fn bar(last: RwSignal<Last>) -> El {
    let (app, t) = (app(), t());
    let said = move || last.with(|last| last.said.clone());
    let nothing = move || last.with(|last| last.said.is_empty());
    let is_over = move || {
        let can = |edited: &CodebookEdited| app.can_take_back(edited);
        !last.with(|last| last.edited.as_ref().is_some_and(can))
    };
    let name = move || {
        if last.with(|last| last.undone) {
            t.codebook_redo()
        } else {
            t.codebook_undo()
        }
    };
    let take_back = move |_| {
        let before = last.get_untracked();
        let edited = before.edited.and_then(|edited| app.take_back(&edited));
        let Some(edited) = edited else { return };
        let said = if before.undone {
            t.codebook_redone()
        } else {
            t.codebook_undone()
        };
        last.set(Last {
            said: said.into(),
            edited: Some(edited),
            undone: !before.undone,
        });
    };
    let button = el("button")
        .attr("type", "button")
        .attr("data-take-back", "")
        .class_hidden("button secondary", is_over)
        .on("click", take_back)
        .live_in_place(name);
    let status = p("", "").attr("role", "status").live_in_place(said);
    el("div")
        .class_hidden("codebook-bar", nothing)
        .child(el("div").child([status, button]))
}
