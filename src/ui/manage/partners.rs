//! Editing the list of partner bodies.

use crate::analysis::words;
use crate::model::{Partner, PartnerId, Role};
use crate::state::App;
use crate::ui::components::confirm;
use crate::ui::el::{El, Part, Reference, button, el, submit};
use crate::ui::{app, document, t};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

const ROLES: [Role; 3] = [Role::Lead, Role::Giver, Role::Reuser];

/// See [`super::Manage::edit_partner`].
pub fn edit_partner(partner: Partner) -> El {
    let (app, t) = (app(), t());
    let Partner {
        id,
        name,
        code,
        role,
        ..
    } = partner;
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
    let roles = roles(app, &id, &name, role);
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
        roles,
        shift(id.clone(), "↑", -1).attr("aria-label", t.move_up(&name)),
        shift(id, "↓", 1).attr("aria-label", t.move_down(&name)),
        ask.attr("aria-label", t.remove_partner_of(&name)),
        question,
    ])
}

/// What the body does with the practice.
fn roles(app: App, id: &PartnerId, name: &str, role: Option<Role>) -> El {
    let t = t();
    let option = |of: Option<Role>| {
        let option = el("option")
            .attr("value", of.map_or("", |role| role.code()))
            .child(words::role(t, of));
        if of == role {
            option.attr("selected", "")
        } else {
            option
        }
    };
    let place = format!("role-{id}");
    let (id, focus) = (id.clone(), place.clone());
    let choose = move |event| {
        let chosen = event_target_value(&event);
        let role = ROLES.into_iter().find(|role| role.code() == chosen);
        app.set_role(&id, role);
        // The row was made anew: the keyboard stays.
        let focus = focus.clone();
        request_animation_frame(move || document::focus_in_place(&focus));
    };
    el("select")
        .attr("id", place)
        .attr("data-role", "")
        .attr("aria-label", t.desk_role_of(name))
        .on("change", choose)
        .child(option(None))
        .child(ROLES.map(|role| option(Some(role))))
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
