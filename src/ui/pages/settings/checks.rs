//! The self-test, and everything deleted.

use crate::storage::health::SelfTest;
use crate::ui::components::confirm;
use crate::ui::el::{El, button, card, el, p};
use crate::ui::{app, t, wording};
use leptos::prelude::*;

/// The card of the self-test.
pub fn checks() -> El {
    let (app, t) = (app(), t());
    let result = RwSignal::new(None);
    let run = move || result.set(app.self_test());
    let said = move || result.get().map(|found| untrack(|| outcome(&found)));
    card("checks-title", t.checks())
        .child(p("", t.checks_text()))
        .child(p(
            "actions",
            button("button secondary", t.run_checks(), run),
        ))
        .child(el("div").attr("role", "status").live(said))
}

fn outcome(found: &SelfTest) -> Vec<El> {
    let t = t();
    let sound = p("", t.records_sound(found.sound)).attr("data-sound", found.sound.to_string());
    let damaged = (!found.damaged.is_empty())
        .then(|| p("failed", t.records_damaged(found.damaged.len())).attr("data-damaged", ""));
    let trial = match &found.refused {
        None => p("", t.trial_kept()),
        Some(error) => p("failed", wording::store_error(t, error)),
    };
    [Some(trial), Some(sound), damaged]
        .into_iter()
        .flatten()
        .collect()
}

/// The card that deletes all data.
pub fn delete_everything() -> El {
    let (app, t) = (app(), t());
    let (sure, asking) = (RwSignal::new(false), RwSignal::new(false));
    let question = confirm(
        asking,
        t.delete_all_question().into(),
        t.delete_all_explained().into(),
        t.delete_all(),
        Callback::new(move |()| app.delete_everything()),
    );
    let tick = el("input")
        .attr("type", "checkbox")
        .on("change", move |event| {
            sure.set(event_target_checked(&event))
        });
    let understood = el("label")
        .class("tick")
        .child(tick)
        .child(el("span").child(t.delete_all_understood()));
    let go = button("button danger", t.delete_all(), move || asking.set(true))
        .live_attr("disabled", move || (!sure.get()).then(|| "".into()));
    card("delete-all-title", t.delete_all())
        .child(p("", t.delete_all_explained()))
        .child(understood)
        .child(p("actions", go))
        .child(question)
}
