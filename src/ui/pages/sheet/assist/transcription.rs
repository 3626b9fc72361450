//! Whoever runs the survey says that a sheet was typed in from paper.

use super::super::sheet_context;
use crate::model::Actor;
use crate::ui::el::{El, el, p};
use crate::ui::t;
use leptos::prelude::*;

/// The tick that says so; nothing for whoever was invited to fill the sheet in.
pub fn transcription() -> Option<El> {
    let t = t();
    let context = sheet_context();
    let (app, open) = (context.app, context.open);
    if untrack(|| app.actor()) != Actor::Coordinator {
        return None;
    }
    let partner = context.partner.clone();
    let tick = move |event| app.mark_transcribed(&partner, event_target_checked(&event));
    let frame = context.records.frame;
    let is_paper = move || frame.read().transcribed.into();
    let input = el("input")
        .attr("type", "checkbox")
        .attr("data-transcribed", "")
        .attr("aria-describedby", "transcribed-hint")
        .live_attr("disabled", move || (!open.get()).then(|| "".into()))
        .prop("checked", is_paper)
        .on("change", tick);
    let label = el("label")
        .attr("title", t.is_transcribed_hint())
        .child([input, el("span").child(t.is_transcribed())]);
    let hint = p("hidden", t.is_transcribed_hint()).attr("id", "transcribed-hint");
    Some(el("div").class("transcription").child([label, hint]))
}
