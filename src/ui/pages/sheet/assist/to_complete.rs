//! What is missing on the sheet, while it can be written on: in the step that is
//! shown, or on the whole sheet where all of it is shown or it is the last step.

use super::super::sheet_context;
use crate::model::EffectiveState;
use crate::ui::components::missing_in;
use crate::ui::el::{El, button, card, el};
use crate::ui::{document, t};
use leptos::prelude::*;

/// Id of the card.
const HERE: &str = "what-is-missing";

/// What is missing, each a way to it.
pub fn to_complete() -> El {
    let t = t();
    let context = sheet_context();
    let open = context.open;
    let list = move || {
        context.records.states.track();
        let here = context.step_here();
        let all = !context.app.by_step() || here == context.last_step();
        let step = if all { None } else { context.step(here) };
        untrack(|| missing_in(&context.partner, step))
    };
    let list = StoredValue::new(list);
    el("div").live(move || {
        open.get().then(|| {
            card("to-complete", t.to_complete())
                .attr("id", HERE)
                .attr("tabindex", "-1")
                .live(move || list.with_value(|list| list()))
        })
    })
}

/// How much is missing on the whole sheet, and the way to what.
pub fn still() -> El {
    let t = t();
    let context = sheet_context();
    let blank = Memo::new(move |_| {
        let states = context.records.states.read();
        let blank = states.iter().filter(|s| **s == EffectiveState::Blank);
        if context.open.get() { blank.count() } else { 0 }
    });
    el("div").live(move || {
        let n = blank.get();
        (n > 0).then(|| button("link", t.still_to_complete(n), || document::focus(HERE)))
    })
}
