//! The partner bodies: their sheets, and the list itself.

use crate::analysis::completeness;
use crate::model::{Partner, PartnerId};
use crate::ui::components::{confirm, status_badge};
use crate::ui::document;
use crate::ui::el::{El, Part, Reference, button, el, keyed, link, p, span, submit};
use crate::ui::{Page, Route, app, t, wording};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// Stands where there is no number to give.
const NOTHING: &str = "–";

/// All partners with the state of their sheets; they can be edited in place.
pub fn partners() -> El {
    let (app, t) = (app(), t());
    let partners = move || app.with_head(|h| h.partners.clone()).unwrap_or_default();
    let none = move || app.with_head(|h| h.partners.is_empty()).unwrap_or(true);
    let editing = RwSignal::new(untrack(none));
    let toggle = move || {
        if editing.get() {
            t.stop_editing()
        } else {
            t.edit_partners()
        }
    };
    let toggle = el("button")
        .attr("type", "button")
        .attr("data-edit-partners", "")
        .class_hidden("link", none)
        .on("click", move |_| editing.update(|e| *e = !*e))
        .live_in_place(toggle);
    let column = |name: &'static str| el("th").attr("scope", "col").child(name);
    let columns = [
        column(t.partner_code()),
        column(t.partner_name()),
        column(t.partner_status()),
        column(t.answered()).class("number"),
    ];
    let rows = keyed(
        partners,
        |p| format!("{} {} {}", p.id, p.code, p.name),
        move |partner| row(partner, editing),
    );
    let table = el("table")
        .class_hidden("table stacking", none)
        .child(el("thead").child(el("tr").child(columns)))
        .child(el("tbody").child(rows));
    let heading = el("h2").attr("id", "partners-title").child(t.partners());
    el("section")
        .class("card")
        .attr("aria-labelledby", "partners-title")
        .child(el("div").class("title-row").child([heading, toggle]))
        .live(move || none().then(|| p("empty", t.partners_none())))
        .child(table)
        .live(move || editing.get().then(add_partner))
}

fn row(partner: Partner, editing: RwSignal<bool>) -> El {
    let (app, t) = (app(), t());
    let id = partner.id.clone();
    let look = {
        let id = id.clone();
        Memo::new(move |_| {
            let questionnaire = app.questionnaire();
            app.with_sheet(&id, |sheet| {
                let done = completeness::of_sheet(&questionnaire, sheet, None);
                // A sheet that has not begun has answered nothing yet.
                let begun = sheet.status.is_received() || !sheet.answers.is_empty();
                let answered = begun.then(|| t.of(done.answered(), done.asked()));
                (sheet.status, answered)
            })
        })
    };
    let status = move || look.get().map(|(status, _)| status_badge(status));
    let answered = move || {
        let answered = look.get().and_then(|(_, answered)| answered);
        answered.unwrap_or_else(|| NOTHING.into())
    };
    let kind = wording::kind(t, &partner.kind.0);
    let code = partner.code.clone();
    let name = move || {
        if editing.get() {
            return vec![untrack(|| edit_partner(partner.clone()))];
        }
        let survey = untrack(|| app.open_id());
        let href = survey.map(|id| Route::Survey(id, Page::Sheet(partner.id.clone())).href());
        let name = link(href.unwrap_or_default(), partner.name.clone());
        vec![name, span("about", kind.clone())]
    };
    el("tr")
        .attr("data-partner", id.to_string())
        .child(el("td").child(span("code", code)))
        .child(el("th").attr("scope", "row").live(name))
        .child(el("td").live_in_place(status))
        .child(el("td").class("number").live_in_place(answered))
}

/// Name, place in the list, removal.
fn edit_partner(partner: Partner) -> El {
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

fn add_partner() -> El {
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
