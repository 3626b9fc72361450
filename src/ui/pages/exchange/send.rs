//! For who was invited: what is missing on the sheet, the file of the response,
//! its receipt.

use super::export::leaving;
use super::receipt::receipts;
use crate::analysis::completeness;
use crate::bundle;
use crate::model::{EffectiveState, Partner, PartnerId, effective_states};
use crate::ui::components::{days_left, import, status_badge};
use crate::ui::el::{El, Part, button, el, link, p, span};
use crate::ui::{Page, Route, app, document, t};
use leptos::prelude::*;

/// The page from which a sheet is sent.
pub fn send() -> El {
    let (app, t) = (app(), t());
    let invited = untrack(|| {
        app.with_head(|head| {
            let invited = head.invited.iter();
            let invited = invited.filter_map(|i| head.partner(&i.partner).cloned());
            invited.collect::<Vec<_>>()
        })
    });
    let invited = invited.unwrap_or_default();
    el("div")
        .class("page")
        .child(el("h1").child(t.send_title()))
        .live(deadline)
        .child(invited.iter().map(sheet).collect::<Vec<_>>())
        .child(invited.into_iter().map(receipts).collect::<Vec<_>>())
        .child(import())
}

/// The day by which the sheet is expected, and how long that is; nothing where
/// no day was set.
fn deadline() -> Option<El> {
    let (app, t) = (app(), t());
    let day = app.with_head(|head| head.document.deadline.clone())?;
    let left = days_left(t, &day)?;
    let said = t.deadline_for_officer(document::day(t, &day), left);
    Some(p("base", said).attr("data-deadline", day))
}

/// One sheet: how far it is, what is missing, and the file.
fn sheet(partner: &Partner) -> El {
    let (app, t) = (app(), t());
    let id = StoredValue::new(partner.id.clone());
    let look = move || {
        let questionnaire = app.questionnaire();
        id.with_value(|id| {
            app.with_sheet(id, |sheet| {
                let done = completeness::of_sheet(&questionnaire, sheet, None);
                let progress = t.sheet_progress(done.answered(), done.asked());
                [
                    status_badge(sheet.status).part(),
                    span("about", progress).part(),
                ]
            })
        })
    };
    let leaves = move || {
        let survey = app.survey()?;
        let (cut, _) = id.with_value(|id| bundle::response(&survey, id))?;
        Some(leaving(t, &cut))
    };
    let respond = move || {
        let file = id.with_value(|id| app.respond(id));
        if let Some((name, text)) = file {
            // A browser that refuses a download says so itself.
            let _ = document::download(&name, document::JSON, &text.into());
            let place = id.with_value(receipt_id);
            request_animation_frame(move || document::focus(&place));
        }
    };
    let respond = button("button", t.send_prepare(), respond).attr("data-send", "");
    el("section")
        .class("card")
        .attr("aria-label", partner.name.clone())
        .child(el("h2").child([
            span("code", partner.code.clone()).part(),
            " ".part(),
            partner.name.clone().part(),
        ]))
        .child(el("p").class("sheet-status").live_in_place(look))
        .live(move || id.with_value(missing))
        .child(
            el("details")
                .child(el("summary").child(t.leaves()))
                .live(leaves),
        )
        .child(p("actions", respond))
}

/// Where the receipt of a body stands.
pub fn receipt_id(partner: &PartnerId) -> String {
    format!("receipt-{partner}")
}

/// The questions without an answer, each a way to it.
fn missing(id: &PartnerId) -> El {
    let (app, t) = (app(), t());
    let questionnaire = app.questionnaire();
    let states = app.with_sheet(id, |sheet| effective_states(&questionnaire, Some(sheet)));
    let survey = app.open_id();
    let questions = questionnaire.questions.iter();
    let blank = questions
        .zip(states.unwrap_or_default())
        .filter(|(question, state)| *state == EffectiveState::Blank && question.repeats.is_none());
    let way = |(question, _): (&crate::model::Question, EffectiveState)| {
        let page = Page::Question(id.clone(), question.id.clone());
        let href = Route::Survey(survey.clone()?, page).href();
        let name = format!("{}. {}", question.number, question.label.get(t.code()));
        Some(el("li").child(link(href, name)))
    };
    let ways: Vec<_> = blank.filter_map(way).collect();
    let missing = el("div").attr("data-missing", ways.len().to_string());
    if ways.is_empty() {
        return missing.child(el("p").child(t.nothing_missing()));
    }
    missing
        .child(el("p").child(t.missing(ways.len())))
        .child(el("ul").class("missing").child(ways))
}
