//! What the speaker wants to say: below the slide, or in the speaker's window.

use super::show::Show;
use crate::ui::el::{El, el, p};
use leptos::prelude::*;

/// The notes of the present slide.
pub fn notes(show: Show) -> El {
    let t = show.t;
    let notes = Memo::new(move |_| {
        let notes = |slide: &Option<_>| {
            let slide: &crate::report::deck::Slide = slide.as_ref()?;
            Some(slide.notes.clone())
        };
        show.slide.with(notes).unwrap_or_default()
    });
    let paragraphs = move || {
        let notes = notes.get();
        let parts = notes.split("\n\n").map(str::trim);
        let parts = parts.filter(|part| !part.is_empty());
        let parts: Vec<El> = parts.map(|part| p("", part.to_owned())).collect();
        if parts.is_empty() {
            vec![p("stage-none", t.stage_no_notes())]
        } else {
            parts
        }
    };
    el("div")
        .class("stage-notes")
        .attr("role", "region")
        .attr("aria-label", t.stage_notes())
        .attr("tabindex", "0")
        .attr("data-notes", "")
        .live(paragraphs)
}
