//! The findings beside a text: put into it, or cited.

use super::chapter::Chapter;
use super::desk::{Desk, Told};
use super::{editor, typing};
use crate::analysis::stale::Written;
use crate::model::DimensionId;
use crate::report::prose::{binding, bound};
use crate::ui::el::{El, Part, button, el, keyed, on_demand, p, span};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::DragEvent;

/// What the text rests on.
#[derive(Clone, Copy)]
struct Rests {
    chapter: Chapter,
    bound: Memo<Vec<String>>,
    cited: Memo<Vec<String>>,
}

/// The findings of the chapter, and on demand those of others.
pub fn evidence(chapter: Chapter) -> El {
    let desk = chapter.desk;
    let t = desk.t;
    let rests = Rests {
        chapter,
        bound: Memo::new(move |_| {
            let id = chapter.target();
            let text = id.and_then(|id| chapter.with(&id, |c| bound(&c.text)));
            text.unwrap_or_default()
        }),
        cited: Memo::new(move |_| {
            let ids = chapter.target().and_then(|id| {
                chapter.with(&id, |c| {
                    let cites = c.cites.iter().map(|cite| cite.finding.clone());
                    cites.collect::<Vec<_>>()
                })
            });
            ids.unwrap_or_default()
        }),
    };
    let own = chapter.dimension.get_value();
    let groups = desk.groups().into_iter();
    let others = groups.filter(|(dimension, _)| *dimension != own);
    let others = others.map(|(dimension, name)| {
        let counted = dimension.clone();
        let count = move || count(desk, &counted);
        let of = name.clone();
        let summary = el("span").live_in_place(move || t.evidence_elsewhere(&of, count()));
        on_demand(summary, move || list(rests, dimension.clone()))
    });
    let others: Vec<_> = others.collect();
    let here = own.clone();
    let none = move || (count(desk, &here) == 0).then(|| p("empty", t.evidence_none()));
    el("section")
        .class("card evidence")
        .attr("aria-labelledby", "evidence-title")
        .child(el("h2").attr("id", "evidence-title").child(t.findings()))
        .child(p("hint", t.evidence_explained()))
        .live(none)
        .child(list(rests, own))
        .child(others)
}

fn of(desk: Desk, dimension: &Option<DimensionId>) -> Vec<Told> {
    desk.told.with(|told| {
        let here = told.iter().filter(|told| told.dimension == *dimension);
        here.cloned().collect()
    })
}

fn count(desk: Desk, dimension: &Option<DimensionId>) -> usize {
    of(desk, dimension).len()
}

fn list(rests: Rests, dimension: Option<DimensionId>) -> El {
    let desk = rests.chapter.desk;
    // A finding that says something else is told anew.
    let items = keyed(
        move || of(desk, &dimension),
        |told| [told.id.as_str(), " ", &told.says.said].concat(),
        move |told| item(rests, told),
    );
    el("ul").class("findings-list").child(items)
}

fn item(rests: Rests, told: Told) -> El {
    let chapter = rests.chapter;
    let desk = chapter.desk;
    let t = desk.t;
    let bound_words = binding(&told.id, &told.says.said);
    let dragged = bound_words.clone();
    let drag = move |event: web_sys::Event| {
        let data = event
            .dyn_ref::<DragEvent>()
            .and_then(DragEvent::data_transfer);
        if let Some(data) = data {
            // A browser that refuses drags nothing; the button is there.
            let _ = data.set_data("text/plain", &dragged);
        }
    };
    let insert = move || {
        let Some(id) = untrack(|| chapter.target()) else {
            return;
        };
        editor::edit(chapter, &id, |text, start, end| {
            typing::insert(&bound_words, text, start, end)
        });
        desk.said.set(t.evidence_inserted());
    };
    let is_bound = {
        let id = told.id.clone();
        Memo::new(move |_| rests.bound.with(|ids| ids.contains(&id)))
    };
    let is_cited = {
        let id = told.id.clone();
        Memo::new(move |_| rests.cited.with(|ids| ids.contains(&id)))
    };
    let cite = {
        let id = told.id.clone();
        move || {
            let on = untrack(|| chapter.target()).map(Written::Conclusion);
            if let Some(on) = on {
                desk.app.cite(&on, &id, !is_cited.get_untracked());
            }
        }
    };
    let insert = button("button secondary small", t.evidence_insert(), insert)
        .attr("data-insert", told.id.clone());
    let cite = button("chip", t.evidence_cite(), cite)
        .attr("data-cite", told.id.clone())
        .live_attr("aria-pressed", move || {
            Some(if is_cited.get() { "true" } else { "false" }.into())
        })
        // What is in the text is cited in any case.
        .live_attr("hidden", move || is_bound.get().then(|| "".into()));
    let mark = move || {
        is_bound
            .get()
            .then(|| span("badge bound", t.evidence_in_text()))
    };
    let code = el("code").class("finding-code").child(told.id.clone());
    let check = told.is_remark.then(|| span("about", t.evidence_to_check()));
    el("li")
        .class("finding")
        .attr("data-finding", told.id.clone())
        .attr("draggable", "true")
        .on("dragstart", drag)
        .child(p("sentence", told.says.said))
        .child(
            el("div")
                .class("tools")
                .child([insert.part(), cite.part()])
                .live(mark)
                .child(check)
                .child(code),
        )
}
