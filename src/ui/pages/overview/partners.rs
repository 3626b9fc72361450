//! The partner bodies: their sheets, and the list itself.

use crate::analysis::completeness;
use crate::model::Partner;
use crate::ui::components::status_badge;
use crate::ui::el::{El, el, keyed, link, p, span};
use crate::ui::lazy::lazy;
use crate::ui::{Page, Route, app, manage, t, wording};
use leptos::prelude::*;

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
        .class_hidden("link", move || none() || app.is_invited())
        .on("click", move |_| {
            manage::with(app, move |_| editing.update(|e| *e = !*e));
        })
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
        .live(move || editing.get().then(|| untrack(add_partner)))
}

lazy! { keeping =>
/// The form for one more.
fn add_partner() = manage::add_partner() }

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
        if editing.get()
            && let Some(manage) = manage::here()
        {
            return vec![untrack(|| (manage.edit_partner)(partner.clone()))];
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
