//! For who was invited: what is missing on the sheet, the file of the response,
//! its receipt.

use super::export::leaving;
use super::receipt::receipts;
use crate::analysis::completeness;
use crate::bundle;
use crate::model::{About, Partner, PartnerId, Remark};
use crate::ui::components::{
    days_left, import, is_reply_begun, missing, signature, status_badge, steps,
};
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
    let respond = move || id.with_value(respond);
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
        .live(move || id.with_value(begun))
        .live(move || id.with_value(unanswered))
        .live(move || id.with_value(missing))
        .child(
            el("details")
                .child(el("summary").child(t.leaves()))
                .live(leaves),
        )
        .child(signature())
        .child(p("actions", respond))
        .child(steps(partner.id.clone()))
}

/// Hands the sheet in, gives its file, and goes to the receipt.
pub fn respond(id: &PartnerId) {
    if let Some((name, text)) = app().respond(id) {
        // A browser that refuses a download says so itself.
        let _ = document::download(&name, document::JSON, &text.into());
        let place = receipt_id(id);
        request_animation_frame(move || document::focus(&place));
    }
}

/// Where the receipt of a body stands.
pub fn receipt_id(partner: &PartnerId) -> String {
    format!("receipt-{partner}")
}

/// The open remarks that nobody has replied to, each a way to it; nothing is
/// obligatory, but it would be a pity.
fn unanswered(id: &PartnerId) -> Option<El> {
    let t = t();
    let ways = ways(id, Remark::waits_for_reply)?;
    Some(
        el("div")
            .attr("data-unanswered", ways.len().to_string())
            .child(el("p").child(t.remarks_without_reply(ways.len())))
            .child(el("ul").class("missing").child(ways)),
    )
}

/// The replies that were begun and not added, each a way to it.
fn begun(id: &PartnerId) -> Option<El> {
    let (app, t) = (app(), t());
    let survey = app.open_id()?;
    let ways = ways(id, |remark| is_reply_begun(&survey, id, &remark.id))?;
    Some(
        el("div")
            .class("notice warning")
            .attr("data-begun", ways.len().to_string())
            .child(el("p").child(t.replies_begun(ways.len())))
            .child(el("ul").class("missing").child(ways)),
    )
}

/// The ways to some of the remarks on a sheet; nothing where there are none.
fn ways(id: &PartnerId, which: impl Fn(&Remark) -> bool) -> Option<Vec<El>> {
    let (app, t) = (app(), t());
    let questionnaire = app.questionnaire();
    let survey = app.open_id()?;
    let about = app.with_sheet(id, |sheet| {
        let some = sheet.remarks.iter().filter(|remark| which(remark));
        some.map(Remark::about).collect::<Vec<_>>()
    })?;
    let way = |about: &About| {
        let question = match about {
            About::Question(id) => questionnaire.question(id),
            About::Sheet | About::Contact(_) => None,
        };
        let (page, name) = match question {
            Some(q) => (
                Page::Question(id.clone(), q.id.clone()),
                t.question_number(&q.number),
            ),
            None => (Page::Sheet(id.clone()), t.whole_sheet().into()),
        };
        el("li").child(link(Route::Survey(survey.clone(), page).href(), name))
    };
    (!about.is_empty()).then(|| about.iter().map(way).collect())
}
