//! What the lifecycle of a sheet allows next, why not where the person can do
//! something about it, and the steps so far.

use super::super::sheet_context;
use super::remarks::{Place, raising};
use super::writing::{Writing, writing};
use crate::model::{About, Actor, NotAllowed, Sheet, SheetAction, SheetStatus};
use crate::ui::components::{signature, status_badge, steps};
use crate::ui::el::{El, Part, button, card, el, link, p};
use crate::ui::{Page, Route, app, document, t, wording};
use leptos::prelude::*;

/// Where it stands in the page.
const CARD: &str = "sheet-actions";

/// Where a sheet stands, and what can be done with it.
#[derive(Clone, PartialEq)]
struct Outlook {
    now: SheetStatus,
    next: Vec<(SheetAction, SheetStatus)>,
    /// What waits for something that the person can do.
    refused: Vec<NotAllowed>,
}

/// What the lifecycle allows next, and the steps so far.
pub fn actions() -> El {
    let (app, t) = (app(), t());
    let place = Place::new(About::Sheet);
    let outlook = Memo::new(move |_| {
        place.with_value(|place| {
            // Answers matter only while the sheet is declared missing, which what is
            // written on it ends.
            place.frame.track();
            let look = |sheet: &Sheet| {
                let (mut next, mut refused) = (Vec::new(), Vec::new());
                for action in SheetAction::ALL {
                    match sheet.would_become(action, Actor::Coordinator) {
                        Ok(_) if action == SheetAction::Write => {}
                        Ok(becomes) => next.push((action, becomes)),
                        Err(why @ (NotAllowed::NoOpenRemark | NotAllowed::OpenRemarks(_))) => {
                            refused.push(why);
                        }
                        Err(_) => {}
                    }
                }
                let now = sheet.status;
                Outlook { now, next, refused }
            };
            untrack(|| app.with_sheet(&place.partner, look))
        })
    });
    let badge = move || Some(status_badge(outlook.get()?.now));
    let unsigned = Memo::new(move |_| {
        outlook.track();
        app.author().is_empty()
    });
    card("actions-title", t.sheet_actions())
        .attr("id", CARD)
        .attr("tabindex", "-1")
        .child(el("p").attr("role", "status").live_in_place(badge))
        .live(move || unsigned.get().then(|| untrack(signature).class("once")))
        .live(move || {
            outlook
                .get()
                .map(|outlook| untrack(|| ways(place, outlook)))
        })
        .child(raising(place))
        .child(steps(sheet_context().partner))
}

/// The way to it from the head of a long page; for whoever runs the survey.
pub fn way_there() -> Option<El> {
    let (app, t) = (app(), t());
    let there = || document::focus(CARD);
    (untrack(|| app.actor()) == Actor::Coordinator)
        .then(|| button("link tool", t.to_sheet_actions(), there).attr("data-to-actions", ""))
}

/// The buttons, and what is said of what has none.
fn ways(place: StoredValue<Place>, outlook: Outlook) -> El {
    let t = t();
    let buttons: Vec<El> = outlook
        .next
        .into_iter()
        .map(|(action, next)| act_button(place, action, next))
        .collect();
    let mut row = el("div").class("actions").child(buttons);
    let mut below = Vec::new();
    for why in outlook.refused {
        if why == NotAllowed::NoOpenRemark {
            let (button, form) = send_back(place);
            row = row.child(button);
            below.push(form);
        } else {
            let said = wording::not_allowed(t, why).into_owned();
            below.push(p("hint", said).attr("data-refused", "").part());
        }
    }
    if outlook.now == SheetStatus::Returned {
        below.push(invite_again().part());
    }
    el("div").child(row).child(below)
}

fn act_button(place: StoredValue<Place>, action: SheetAction, next: SheetStatus) -> El {
    let (app, t) = (app(), t());
    let forward = matches!(next, SheetStatus::Submitted | SheetStatus::Approved);
    let class = if forward {
        "button"
    } else {
        "button secondary"
    };
    button(class, wording::become_status(t, next), move || {
        let partner = place.with_value(|place| place.partner.clone());
        // What is not allowed any more has no button in a moment.
        let _ = app.act(&partner, action);
        // The button that was pressed may be gone: the keyboard stays here.
        request_animation_frame(|| document::focus_in_place(CARD));
    })
    .attr("data-become", next.code())
}

/// Sending back without an open remark: what is to be clarified is written right
/// here, and the sheet goes back with it.
fn send_back(place: StoredValue<Place>) -> (El, AnyView) {
    let (app, t) = (app(), t());
    let name = wording::become_status(t, SheetStatus::Returned);
    let keep = move |text: String| {
        let partner = place.with_value(|place| place.partner.clone());
        app.raise_remark(&partner, About::Sheet, &text, "")?;
        // With an open remark it is allowed.
        let _ = app.act(&partner, SheetAction::SendBack);
        Some(CARD.into())
    };
    writing(Writing {
        class: "button secondary",
        mark: ("data-become", SheetStatus::Returned.code().into()),
        open: name,
        open_about: name.into(),
        label: t.what_to_clarify(),
        hint: t.send_back_hint(),
        add: t.send_back(),
        keep: Callback::new(keep),
    })
}

/// How a sheet that was sent back comes to the body.
fn invite_again() -> El {
    let (app, t) = (app(), t());
    let invite = app.open_id().map(|id| {
        let page = Route::Survey(id, Page::Exchange);
        link(page.href(), t.to_invitations())
    });
    p("hint", t.returned_next()).child(" ").child(invite)
}
