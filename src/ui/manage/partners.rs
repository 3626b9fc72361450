//! Editing the list of partner bodies.

use crate::model::{Partner, PartnerId};
use crate::ui::components::confirm;
use crate::ui::el::{El, Part, Reference, button, el, submit};
use crate::ui::{app, document, t};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// See [`super::Manage::edit_partner`].
pub fn edit_partner(partner: Partner) -> El {
    let (app, t) = (app(), t());
    let Partner { id, name, code, .. } = partner;
    let removing = RwSignal::new(false);
    let written = app.with_sheet(&id, |s| s.answers.len() + s.contacts.len());
    let written = written.unwrap_or_default();
    let rename = {
        let id = id.clone();
        move |event| app.rename_partner(&id, &event_target_value(&event))
    };
    let shift = |id: PartnerId, sign: &'static str, by: isize| {
        let place = format!("move-{sign}-{id}");
        button("icon", sign, {
            let place = place.clone();
            move || {
                app.move_partner(&id, by);
                // The row was taken to its new place: the keyboard goes along.
                let place = place.clone();
                request_animation_frame(move || document::focus_in_place(&place));
            }
        })
        .attr("id", place)
    };
    let remove = {
        let id = id.clone();
        Callback::new(move |()| app.remove_partner(&id))
    };
    let field = el("input")
        .attr("type", "text")
        .attr("value", name.clone())
        .attr("aria-label", t.name_of(code))
        .attr("maxlength", "200")
        .on("change", rename);
    let ask = button("link danger", t.remove_partner(), move || {
        // An empty sheet is no loss, and the removal can be taken back.
        if written == 0 {
            remove.run(());
        } else {
            removing.set(true);
        }
    });
    let question = confirm(
        removing,
        t.remove_question(&name),
        t.remove_explained(written),
        t.remove_partner(),
        remove,
    );
    el("span").class("edit-partner").child([
        field,
        shift(id.clone(), "↑", -1).attr("aria-label", t.move_up(&name)),
        shift(id, "↓", 1).attr("aria-label", t.move_down(&name)),
        ask.attr("aria-label", t.remove_partner_of(&name)),
        question,
    ])
}

/// See [`super::add_partner`].
pub fn add_partner() -> El {
    let (app, t) = (app(), t());
    let reference = Reference::new();
    let add = move |event: web_sys::Event| {
        event.prevent_default();
        if let Some(input) = reference.get_untracked()
            && let Ok(input) = input.dyn_into::<HtmlInputElement>()
        {
            app.add_partner(&input.value());
            input.set_value("");
            // Ready for the next name.
            let _ = input.focus();
        }
    };
    let input = el("input")
        .attr("type", "text")
        .attr("name", "partner")
        .attr("required", "")
        .attr("maxlength", "200")
        .reference(reference);
    let label = el("label").child([t.new_partner_name().part(), input.part()]);
    el("form")
        .class("add-partner")
        .on("submit", add)
        .child([label, submit(t.add_partner())])
}
