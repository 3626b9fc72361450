//! Invitations: whom to invite, and how far each of them is.

use super::panel::{Letter, panel, remarks_that_go};
use crate::model::{Partner, PartnerId};
use crate::state::{App, invitation};
use crate::ui::components::status_badge;
use crate::ui::el::{El, Part, button, card, el, keyed, link, p, span};
use crate::ui::{Page, Route, app, document, t};
use leptos::prelude::*;
use std::time::Duration;

/// Between two files that are saved: browsers take several at once for a
/// nuisance.
const BETWEEN: Duration = Duration::from_millis(400);

/// A list of more bodies than this scrolls by itself.
const LONG: usize = 30;

/// Who is chosen, and whose panel is open.
#[derive(Clone, Copy)]
struct Choice {
    chosen: RwSignal<Vec<PartnerId>>,
    open: RwSignal<Option<PartnerId>>,
    letter: Letter,
}

/// The bodies of the survey, each with its invitation.
pub fn invites() -> El {
    let (app, t) = (app(), t());
    let choice = Choice {
        chosen: RwSignal::new(Vec::new()),
        open: RwSignal::new(None),
        letter: Letter::new(),
    };
    let partners = move || app.with_head(|h| h.partners.clone()).unwrap_or_default();
    let all = move || {
        let here = app.with_head(|h| h.partners.len()).unwrap_or_default();
        here > 0 && choice.chosen.read().len() == here
    };
    let choose_all = move |event| {
        let ids = partners().into_iter().map(|partner| partner.id);
        let ids = ids.filter(|_| event_target_checked(&event)).collect();
        choice.chosen.set(ids);
    };
    let everyone = el("label").class("tick").child([
        el("input")
            .attr("type", "checkbox")
            .prop("checked", move || all().into())
            .on("change", choose_all),
        el("span").child(t.invite_all()),
    ]);
    let rows = keyed(
        partners,
        |p| format!("{} {} {}", p.id, p.code, p.name),
        move |partner| row(partner, choice),
    );
    let save = move || {
        let chosen = choice.chosen.get_untracked();
        // In the order of the list, whatever the order of the ticks.
        let ids = untrack(partners).into_iter().map(|partner| partner.id);
        let ids = ids.filter(|id| chosen.contains(id)).rev().collect();
        save_invitations(app, ids);
    };
    let save = button("button", t.invite_save(), save)
        .attr("data-invite-files", "")
        .live_attr("disabled", move || {
            choice.chosen.read().is_empty().then(|| "".into())
        });
    let many = move || match choice.chosen.read().len() {
        0 => t.invite_none_chosen().into(),
        n => t.invite_chosen(n),
    };
    let many = el("span")
        .class("hint")
        .attr("role", "status")
        .live_in_place(many);
    let nobody = move || partners().is_empty();
    let many_rows = untrack(partners).len() > LONG;
    let list = el("div")
        .class_hidden("invites", nobody)
        .child(everyone)
        .child(
            el("ul")
                .class(if many_rows { "long" } else { "" })
                .child(rows),
        )
        .child(p("actions", [save, many]));
    card("invites-title", t.invites())
        .child(el("p").child(t.invites_text()))
        .live(move || nobody().then(|| nobody_yet(app)))
        .child(list)
}

fn nobody_yet(app: App) -> El {
    let t = t();
    let overview = untrack(|| app.open_id()).map(|id| {
        let page = Route::Survey(id, Page::overview());
        link(page.href(), t.edit_partners())
    });
    p("empty", t.partners_none()).child(" ").child(overview)
}

/// A body: chosen or not, how far its sheet is, and its link.
fn row(partner: Partner, choice: Choice) -> El {
    let (app, t) = (app(), t());
    let id = StoredValue::new(partner.id.clone());
    let chosen = move || id.with_value(|id| choice.chosen.read().contains(id));
    let choose = move |event| {
        let on = event_target_checked(&event);
        let id = id.get_value();
        choice.chosen.update(|chosen| {
            chosen.retain(|other| *other != id);
            if on {
                chosen.push(id);
            }
        });
    };
    let status = Memo::new(move |_| id.with_value(|id| app.with_sheet(id, |sheet| sheet.status)));
    let remarks = Memo::new(move |_| id.with_value(|id| remarks_that_go(app, id)));
    let look = move || {
        let remarks = Some(remarks.get()).filter(|remarks| *remarks > 0);
        let remarks = remarks.map(|remarks| span("about", t.invite_with_remarks(remarks)));
        [
            status.get().map(status_badge).part(),
            " ".part(),
            remarks.part(),
        ]
    };
    let open = move || id.with_value(|id| choice.open.read().as_ref() == Some(id));
    let toggle = move || {
        let now = (!untrack(open)).then(|| id.get_value());
        choice.open.set(now);
    };
    let name = partner.name.clone();
    let tick = el("label").class("tick").child([
        el("input")
            .attr("type", "checkbox")
            .prop("checked", move || chosen().into())
            .on("change", choose),
        span("code", partner.code.clone()),
        el("span").child(name.clone()),
    ]);
    let more = button("button secondary small", t.invite_link(), toggle)
        .attr("data-invite-link", "")
        .attr("aria-label", t.invite_link_of(&name))
        .live_attr("aria-expanded", move || {
            Some(if open() { "true" } else { "false" }.into())
        });
    let shown = partner.clone();
    el("li")
        .attr("data-invite", partner.id.to_string())
        .child(
            el("div")
                .class("invite")
                .child(tick)
                .child(el("span").class("status").live_in_place(look))
                .child(more),
        )
        .live(move || open().then(|| untrack(|| panel(&shown, choice.letter))))
}

/// Saves the invitations of these bodies, the last of the list first, one file
/// after the other.
fn save_invitations(app: App, mut ids: Vec<PartnerId>) {
    let Some(id) = ids.pop() else {
        return;
    };
    save_invitation(app, &id);
    if !ids.is_empty() {
        set_timeout(move || save_invitations(app, ids), BETWEEN);
    }
}

/// Saves the invitation of one body.
pub fn save_invitation(app: App, id: &PartnerId) {
    let file = untrack(|| app.survey()).and_then(|survey| invitation(&survey, id));
    if let Some(file) = file {
        // A browser that refuses a download says so itself.
        let _ = document::download(&file.name, document::JSON, &file.text.as_str().into());
        app.note_sent(id, &file);
    }
}
