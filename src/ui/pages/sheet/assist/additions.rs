//! What was added to an answer: its evidence as a link, the note of who
//! transcribed it.

use super::super::question::Change;
use super::super::sheet_context;
use super::Spot;
use crate::bundle::MAX_TEXT;
use crate::model::{Actor, LocalText, QuestionKind};
use crate::report::{Inline, links};
use crate::ui::el::{El, Part, el, link, on_demand, p, span};
use crate::ui::{app, t};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// What stands below an answer.
pub fn below(spot: Spot) -> El {
    el("div")
        .class("below")
        .child(note(spot))
        .child(outside(spot))
}

/// The web addresses of the answer and of its evidence, to be opened.
fn outside(spot: Spot) -> El {
    let is_address = spot.question.with_value(|q| q.kind == QuestionKind::Url);
    let text = Memo::new(move |_| {
        let answer = spot.answer.read();
        let value = if is_address { answer.text() } else { "" };
        [value, " ", &answer.evidence].concat()
    });
    let open = |part| match part {
        Inline::Outside(address) => Some(
            link(address.clone(), address)
                .attr("rel", "noopener noreferrer")
                .attr("target", "_blank"),
        ),
        _ => None,
    };
    let shown = move || {
        let found: Vec<_> = links(&text.read()).into_iter().filter_map(open).collect();
        (!found.is_empty()).then(|| p("outside", found))
    };
    el("div").live(shown)
}

/// The note of who transcribed the sheet from paper; who runs the survey can
/// write it while the sheet can be written on.
fn note(spot: Spot) -> El {
    let (app, t) = (app(), t());
    let context = sheet_context();
    let written = Memo::new(move |_| spot.answer.read().note.get(t.code()).to_owned());
    let is_written = Memo::new(move |_| {
        let is_paper = context.records.frame.read().transcribed;
        app.actor() == Actor::Coordinator && context.open.get() && is_paper
    });
    let write = move |event| {
        let text: String = event_target_value(&event);
        spot.edit.run(Change::new(move |answer| {
            answer.note.set(t.code(), text);
            if answer.note.is_empty() {
                answer.note = LocalText::default();
            }
        }));
    };
    let area = move || {
        el("textarea")
            .attr("rows", "2")
            .attr("aria-label", t.transcription_note())
            .attr("maxlength", MAX_TEXT.to_string())
            .prop("value", move || JsValue::from_str(&written.read()))
            .on("input", write)
    };
    let field = move || {
        if written.read_untracked().is_empty() {
            return on_demand(t.add_transcription_note(), area).class("comment");
        }
        let name = el("summary").child(t.transcription_note());
        let details = el("details").class("comment").attr("open", "");
        details.child([name, area()])
    };
    let text = move || {
        let note = written.get();
        (!note.is_empty()).then(|| {
            let name = [t.transcription_note(), ": "].concat();
            p("note", [span("", name).part(), note.part()])
        })
    };
    el("div").live(move || {
        if is_written.get() {
            untrack(field).part()
        } else {
            text().part()
        }
    })
}
