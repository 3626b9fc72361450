//! Doing something with several sheets at once. Before it is done, the page says
//! with how many it can be done, and why not with the others.

use super::{Desk, words};
use crate::analysis::desk::{Verdict, verdict};
use crate::analysis::words::first_names;
use crate::model::{PartnerId, Places, SheetAction};
use crate::ui::components::signature;
use crate::ui::el::{El, Part, button, el, p, span};
use crate::ui::{app, document, t, wording};
use leptos::prelude::*;

/// What can be done with several sheets.
const ACTIONS: [SheetAction; 5] = [
    SheetAction::Approve,
    SheetAction::SendBack,
    SheetAction::MarkMissing,
    SheetAction::Reopen,
    SheetAction::Submit,
];

/// Where the keyboard goes: to what is asked, and to what was done.
const ASKED: &str = "desk-asked";
const SAID: &str = "desk-said";

/// What is asked about the chosen sheets, and what was done last.
#[derive(Clone, Copy)]
struct Bulk {
    /// Those that are ticked and in sight.
    picked: Memo<Vec<PartnerId>>,
    asked: RwSignal<Option<SheetAction>>,
    said: RwSignal<String>,
}

/// The bar over the table.
pub fn bulk(desk: Desk) -> El {
    let t = t();
    let picked = Memo::new(move |_| {
        desk.chosen.with(|chosen| {
            let places = Places::new(chosen.iter());
            let mut meeting = desk.meeting();
            meeting.retain(|id| places.of(id).is_some());
            meeting
        })
    });
    let bulk = Bulk {
        picked,
        asked: RwSignal::new(None),
        said: RwSignal::new(String::new()),
    };
    let count = move || picked.with(Vec::len);
    let none = move || count() == 0;
    let all = move || count() > 0 && count() == desk.shown.with(Vec::len);
    let choose_all = move |event| {
        let on = event_target_checked(&event);
        desk.chosen.set(if on {
            untrack(|| desk.meeting())
        } else {
            Vec::new()
        });
    };
    let everyone = el("input")
        .attr("type", "checkbox")
        .attr("data-choose-all", "")
        .prop("checked", move || all().into())
        .on("change", choose_all);
    let name = move || t.desk_choose_all(desk.shown.with(Vec::len));
    let everyone = el("label")
        .class("tick")
        .child([everyone, span("", "").live_in_place(name)]);
    let chosen = move || {
        if none() {
            String::new()
        } else {
            t.desk_chosen(count())
        }
    };
    let chosen = span("hint", "")
        .attr("role", "status")
        .live_in_place(chosen);
    let action = |action: SheetAction| {
        let press = move || {
            bulk.said.set(String::new());
            bulk.asked.set(Some(action));
            request_animation_frame(|| document::focus_in_place(ASKED));
        };
        button("button secondary small", words::action(t, action), press)
            .attr("data-bulk", code(action))
    };
    let said = p("", "")
        .attr("id", SAID)
        .attr("tabindex", "-1")
        .attr("role", "status")
        .live_in_place(move || bulk.said.get());
    let asked = move || {
        let asked = bulk.asked.get().filter(|_| !none())?;
        Some(untrack(|| asked_about(bulk, asked)))
    };
    el("div")
        .class_hidden("desk-bulk", move || desk.is_empty())
        .child(el("div").class("desk-choice").child([everyone, chosen]))
        .child(
            el("div")
                .class_hidden("desk-actions", none)
                .attr("role", "group")
                .attr("aria-label", t.desk_actions())
                .child(ACTIONS.map(action)),
        )
        .live(asked)
        .child(said)
}

const fn code(action: SheetAction) -> &'static str {
    match action {
        SheetAction::Write => "write",
        SheetAction::Submit => "submit",
        SheetAction::Approve => "approve",
        SheetAction::SendBack => "send-back",
        SheetAction::MarkMissing => "mark-missing",
        SheetAction::Reopen => "reopen",
    }
}

/// With how many it can be done, why not with the others, and the button that
/// does it; it follows the sheets and the ticks.
fn asked_about(bulk: Bulk, action: SheetAction) -> El {
    let (app, t) = (app(), t());
    let name = words::action(t, action);
    let verdict = Memo::new(move |_| {
        let picked = bulk.picked.get();
        let verdict = app.with_sheets(|head, sheets| {
            let actor = app.actor();
            verdict(head, sheets, &picked, action, actor)
        });
        verdict.unwrap_or_default()
    });
    let allowed = move || verdict.with(|verdict| verdict.allowed.len());
    let said = move || match allowed() {
        0 => t.desk_allowed_none(name),
        n => t.desk_allowed(n, name),
    };
    let act = move || {
        let done = verdict.with_untracked(|verdict| verdict.allowed.clone());
        let step = t.step_several(done.len(), name);
        let done = done.iter().filter(|id| app.act(id, action).is_ok());
        let done = app.as_one_step(step, || done.count());
        bulk.asked.set(None);
        bulk.said.set(t.desk_done(done, name));
        request_animation_frame(|| document::focus_in_place(SAID));
    };
    let act = el("button")
        .attr("type", "button")
        .attr("data-do", "")
        .class_hidden("button", move || allowed() == 0)
        .on("click", move |_| act())
        .live_in_place(move || t.desk_do(allowed(), name));
    let cancel = button("button secondary", t.close(), move || {
        bulk.asked.set(None);
        request_animation_frame(|| document::focus_in_place(super::TITLE));
    });
    el("div")
        .class("desk-verdict")
        .attr("data-verdict", "")
        .child(
            p("", "")
                .attr("id", ASKED)
                .attr("tabindex", "-1")
                .live_in_place(said),
        )
        .live(move || verdict.with(refused))
        .child(signature())
        .child(p("actions", [act, cancel]))
}

/// Why it cannot be done, and with whom.
fn refused(verdict: &Verdict) -> Option<El> {
    let (app, t) = (app(), t());
    let count: usize = verdict.refused.iter().map(|(_, bodies)| bodies.len()).sum();
    let line = |(why, bodies): &(_, Vec<PartnerId>)| {
        let names = untrack(|| {
            app.with_head(|head| {
                let found = bodies.iter().filter_map(|id| head.partner(id));
                let mut names = found.map(|partner| partner.name.as_str());
                first_names(t, bodies.len(), &mut names)
            })
        });
        let names = el("strong").child(names.unwrap_or_default());
        let why = el("span").child(wording::not_allowed(t, *why));
        el("li").child([names.part(), " – ".part(), why.part()])
    };
    let lines: Vec<El> = verdict.refused.iter().map(line).collect();
    (count > 0).then(|| {
        let list = el("ul").child(lines);
        el("div").child([p("", t.desk_refused(count)).part(), list.part()])
    })
}
