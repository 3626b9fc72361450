//! How the person signs remarks, replies and steps: asked once, then said.

use crate::ui::el::{El, button, el, live, p};
use crate::ui::{app, t};
use leptos::prelude::*;

/// No signature is longer.
const LONGEST: &str = "120";

/// The field for the signature where there is none yet; otherwise the signature,
/// with a way to change it. What is typed is kept as soon as it is.
pub fn signature() -> El {
    let (app, t) = (app(), t());
    let asked = RwSignal::new(app.author().is_empty());
    let look = move || {
        if asked.get() {
            return field();
        }
        let change = button("link", t.sign_otherwise(), move || asked.set(true));
        p("signature", t.signing_as(app.author()))
            .child(" ")
            .child(change)
    };
    el("div").child(live(move || {
        asked.track();
        untrack(look)
    }))
}

fn field() -> El {
    let (app, t) = (app(), t());
    let input = el("input")
        .attr("type", "text")
        .attr("data-signature", "")
        .attr("autocomplete", "organization")
        .attr("maxlength", LONGEST)
        .attr("value", app.author())
        .on("input", move |event| {
            app.set_author(&event_target_value(&event))
        });
    let name = el("label")
        .class("signature")
        .child(t.sign_as())
        .child(input);
    el("div").child(name).child(p("hint", t.sign_hint()))
}
