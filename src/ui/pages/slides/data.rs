//! What the slides are made from: the answers as they are, or an issued version.

use super::desk::Desk;
use crate::analysis::version::issued;
use crate::model::{Issued, IssuedId};
use crate::report::deck::edit::Edit;
use crate::ui::document;
use crate::ui::el::{El, el, link, p};
use crate::ui::{Page, Route};
use leptos::prelude::*;

pub fn data(desk: Desk) -> El {
    let t = desk.t;
    let all = Memo::new(move |_| desk.app.with_head(issued).unwrap_or_default());
    el("div")
        .class("slides-data")
        .live(move || {
            let all = all.get();
            untrack(|| {
                if all.is_empty() {
                    none(desk)
                } else {
                    choice(desk, all)
                }
            })
        })
        .child(el("div").attr("role", "status").live(move || {
            let version = desk.not_here()?;
            Some(p("notice warning", t.slides_not_here(version)).attr("data-not-here", ""))
        }))
}

fn none(desk: Desk) -> El {
    let t = desk.t;
    let there = untrack(|| desk.app.open_id());
    let there = there.map(|id| link(Route::Survey(id, Page::Document).href(), t.document_data()));
    p("hint", [t.slides_no_version(), " "].concat()).child(there)
}

fn choice(desk: Desk, all: Vec<Issued>) -> El {
    let t = desk.t;
    let option = |id: String, name: String| {
        let of = id.clone();
        el("option")
            .attr("value", id)
            .prop("selected", move || (desk.frozen() == of).into())
            .child(name)
    };
    let mut options = vec![option(String::new(), t.slides_live().into())];
    options.extend(all.into_iter().map(|one| {
        let name = t.issued_version(&one.version, document::day(t, &one.on));
        option(one.id.to_string(), name)
    }));
    let select = el("select")
        .attr("id", "slides-data")
        .attr("aria-describedby", "slides-data-hint")
        .on("change", move |event| {
            let version = IssuedId::new(&event_target_value(&event)).ok();
            desk.edit(&Edit::Freeze(version));
        })
        .child(options);
    let hint = move || {
        if desk.frozen().is_empty() {
            t.slides_live_hint()
        } else {
            t.slides_frozen_hint()
        }
    };
    el("div").class("slide-field").child([
        el("label")
            .class("label")
            .attr("for", "slides-data")
            .child(t.slides_data()),
        select,
        p("hint", "")
            .attr("id", "slides-data-hint")
            .live_in_place(hint),
    ])
}
