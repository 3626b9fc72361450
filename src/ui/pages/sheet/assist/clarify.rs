//! What there is to be clarified on a sheet, above its form: a way to each
//! question that is asked about, and what is asked about the sheet as a whole.

use super::remarks::{Place, threads};
use super::writing::focus_place;
use crate::analysis::clarity::{Clarity, clarity};
use crate::analysis::words::on_a_line;
use crate::model::{About, Actor, RemarkState};
use crate::ui::el::{El, Part, Text, button, el, link, live, p, span};
use crate::ui::{Page, Route, app, t};
use leptos::prelude::*;

/// No more of a remark is shown in the list.
const START: usize = 80;

/// A remark that waits for something, as a line of the list.
#[derive(Clone, PartialEq)]
struct Line {
    about: About,
    text: String,
    replies: usize,
    waits: bool,
}

/// What there is to be clarified on this sheet; out of sight where there is
/// nothing.
pub fn to_clarify() -> Option<El> {
    let (app, t) = (app(), t());
    let place = Place::new(About::Sheet);
    let lines = Memo::new(move |_| {
        place.with_value(|place| {
            let sheet = place.frame.read();
            let open = sheet.remarks.iter();
            let open = open.filter(|remark| remark.state == RemarkState::Open);
            let line = open.map(|remark| Line {
                about: remark.about(),
                text: on_a_line(&remark.text, START),
                replies: remark.replies.len(),
                waits: remark.waits_for_reply(),
            });
            line.collect::<Vec<_>>()
        })
    });
    // What is about the sheet as a whole stays in sight when it is settled.
    let whole = Memo::new(move |_| {
        place.with_value(|place| {
            let sheet = place.frame.read();
            let mut remarks = sheet.remarks.iter();
            remarks.any(|remark| place.holds(remark))
        })
    });
    let nothing = move || lines.read().is_empty() && !whole.get();
    let stage = Memo::new(move |_| {
        let frame = place.with_value(|place| place.frame);
        clarity(&frame.read(), app.actor())
    });
    let title = move || -> Text {
        match stage.get() {
            Clarity::Clear => t.nothing_to_clarify().into(),
            Clarity::Open(open) => t.to_clarify(open).into(),
            Clarity::Waiting(waiting, open) => t.still_without_reply(waiting, open).into(),
            Clarity::Replied => t.all_replied().into(),
            Clarity::Sent => t.all_replied_and_sent().into(),
        }
    };
    let hint = move || {
        let stage = stage.get();
        (!matches!(stage, Clarity::Clear | Clarity::Sent)).then(|| untrack(|| what_next(&stage)))
    };
    let list = move || {
        let ways: Vec<El> = lines
            .get()
            .into_iter()
            .filter_map(|line| place.with_value(|place| way(place, line)))
            .collect();
        (!ways.is_empty()).then(|| el("ul").class("ways").child(ways))
    };
    Some(
        el("section")
            .attr("id", "to-clarify")
            .attr("tabindex", "-1")
            .attr("aria-labelledby", "to-clarify-title")
            .class_hidden("card to-clarify", nothing)
            .child(
                el("h2")
                    .attr("id", "to-clarify-title")
                    .attr("data-open-remarks", "")
                    .live_in_place(title),
            )
            .live(hint)
            .child(live(move || {
                lines.track();
                untrack(list)
            }))
            .child(threads(place)),
    )
}

/// What the person here does about it.
fn what_next(stage: &Clarity) -> El {
    let (app, t) = (app(), t());
    if app.actor() == Actor::Coordinator {
        return p("hint", t.clarify_as_coordinator());
    }
    let send = app.open_id().map(|id| {
        let page = Route::Survey(id, Page::Exchange);
        link(page.href(), t.send_next())
    });
    match stage {
        Clarity::Replied => p("hint", send),
        _ => p("hint", t.clarify_as_partner()).child(" ").child(send),
    }
}

/// The way to what a remark is about; none where it stands right here.
fn way(place: &Place, line: Line) -> Option<El> {
    let (app, t) = (app(), t());
    if place.is_gone(&line.about) {
        return None;
    }
    let way = match &line.about {
        About::Sheet => return None,
        About::Question(id) => {
            let number = place.questionnaire.question(id)?.number.clone();
            let page = Page::Question(place.partner.clone(), id.clone());
            let href = Route::Survey(app.open_id()?, page).href();
            link(href, t.question_number(number))
        }
        About::Contact(id) => {
            let mut contacts = place.questionnaire.contacts.iter();
            let contact = contacts.find(|contact| contact.id == *id)?;
            let remarks = ["remarks-contact-", id.as_str()].concat();
            let name = contact.label.get(t.code()).to_owned();
            button("link", name, move || focus_place(&remarks))
        }
    };
    let text = (!line.text.is_empty()).then(|| span("", line.text));
    let replies = (line.replies > 0).then(|| span("about", t.replies(line.replies)));
    let done = (line.replies > 0 && !line.waits && app.actor() == Actor::Partner).then(|| {
        let mark = el("span").attr("role", "img").child("✓");
        mark.attr("aria-label", t.replied_to_it())
    });
    let parts = [done.part(), way.part(), text.part(), replies.part()];
    Some(el("li").child(parts))
}
