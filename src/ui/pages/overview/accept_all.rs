//! All proposals at once: before remarks are made of them, the page says how
//! many, on how many sheets.

use super::proposals::{Proposed, TITLE};
use crate::ui::el::{El, button, el, p};
use crate::ui::{document, t};
use leptos::prelude::*;

/// Where the keyboard goes.
const ASKED: &str = "proposals-asked";

/// The button, and what it asks; nothing where fewer than two wait.
pub fn accept_all(proposed: Proposed) -> El {
    let t = t();
    let asked = RwSignal::new(false);
    let few = Memo::new(move |_| proposed.waiting() < 2);
    let ask = el("button")
        .attr("type", "button")
        .attr("data-accept-all", "")
        .class_hidden("button secondary", move || few.get())
        .on("click", move |_| {
            asked.set(true);
            request_animation_frame(|| document::focus_in_place(ASKED));
        })
        .live_in_place(move || t.proposals_accept_all(proposed.waiting()));
    let question = move || {
        let is_asked = asked.get() && !few.get();
        is_asked.then(|| untrack(|| question(proposed, asked)))
    };
    el("div").child(p("actions", ask)).live(question)
}

fn question(proposed: Proposed, asked: RwSignal<bool>) -> El {
    let t = t();
    let said = move || t.proposals_ask(proposed.waiting(), t.sheets(proposed.sheets()));
    let yes = el("button")
        .attr("type", "button")
        .attr("class", "button")
        .attr("data-do-accept-all", "")
        .on("click", move |_| {
            asked.set(false);
            proposed.accept_all();
        })
        .live_in_place(move || t.proposals_do(proposed.waiting()));
    let cancel = button("button secondary", t.cancel(), move || {
        asked.set(false);
        request_animation_frame(|| document::focus_in_place(TITLE));
    });
    let said = p("", "")
        .attr("id", ASKED)
        .attr("tabindex", "-1")
        .live_in_place(said);
    el("div")
        .class("desk-verdict")
        .child([said, p("actions", [yes, cancel])])
}
