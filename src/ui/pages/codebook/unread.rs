//! What no entry reads: the next thing to do.

use super::bench::Bench;
use super::choose::{Asked, choose};
use super::section;
use super::stay::List;
use crate::analysis::Unread;
use crate::model::CodebookEdit;
use crate::ui::el::{El, Reference, button, el, keyed, live, on_demand, p, span};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// So many are shown, and so many more at a time.
const SHOWN: usize = 50;

/// The section.
pub fn unread(bench: Bench) -> El {
    let t = bench.t;
    let shown = RwSignal::new(SHOWN);
    let all = Memo::new(move |_| bench.read.with(|read| read.uses.unread.clone()));
    let pieces = move || all.with(|all| all.iter().take(shown.get()).cloned().collect());
    // A piece in the hands of others is another row.
    let key = |piece: &Unread| format!("{} {:?} {:?}", piece.text, piece.bodies, piece.known_as);
    let rows = keyed(pieces, key, move |piece| row(bench, piece));
    let hint = move || {
        let none = all.with(Vec::is_empty);
        let hint = if none {
            t.codebook_all_read()
        } else {
            t.codebook_unread_hint()
        };
        p("hint", hint)
    };
    let more = move || {
        let left = all.with(Vec::len).saturating_sub(shown.get());
        let next = left.min(SHOWN);
        let more = button("button secondary", t.codebook_more(next), move || {
            shown.update(|shown| *shown += SHOWN);
        });
        (left > 0).then(|| p("actions", more))
    };
    section(List::Unread, t.codebook_unread())
        .live(hint)
        .child(el("ul").attr("data-rows", List::Unread.name()).child(rows))
        .live(more)
}

fn row(bench: Bench, piece: Unread) -> El {
    let t = bench.t;
    let Unread {
        text,
        bodies,
        known_as,
    } = piece;
    let choosing = RwSignal::new(false);
    let opener = Reference::new();
    let count = bodies.len();
    let edit = {
        let text = text.clone();
        move |edit| bench.edit(edit, List::Unread, &text)
    };
    let add = |name: &'static str, ignored: bool| {
        let (edit, name_of) = (edit.clone(), text.clone());
        let class = if ignored { "link" } else { "button secondary" };
        button(class, name, move || {
            edit(CodebookEdit::Add(name_of.clone(), ignored));
        })
        .attr("aria-label", t.action_on(name, &text))
    };
    let actions = [
        add(t.codebook_add(), false).attr("data-first", ""),
        button("button secondary", t.codebook_read_as(), move || {
            choosing.update(|open| *open = !*open);
        })
        .attr("aria-label", t.action_on(t.codebook_read_as(), &text))
        .live_attr("aria-expanded", move || {
            Some(choosing.get().to_string().into())
        })
        .reference(opener),
        add(t.codebook_ignore(), true),
    ];
    let form = {
        let text = text.clone();
        move || {
            let asked = Asked {
                label: t.codebook_term_for(&text),
                action: t.codebook_read_so(),
                but: None,
                elsewhere: Some(known_as.clone()),
            };
            let (edit, text) = (edit.clone(), text.clone());
            let on_choice = Callback::new(move |term| {
                edit(CodebookEdit::Assign(text.clone(), term));
            });
            let on_cancel = Callback::new(move |()| {
                choosing.set(false);
                let opener = opener.get_untracked();
                if let Some(opener) = opener.as_ref().and_then(|o| o.dyn_ref::<HtmlElement>()) {
                    let _ = opener.focus();
                }
            });
            choose(bench, asked, on_choice, on_cancel)
        }
    };
    let names = bench.names(&bodies).join(", ");
    let who = on_demand(text.clone(), move || p("about", names.clone()));
    let base = live(move || {
        let base = t.out_of(bench.read.with(|read| read.uses.answered));
        span("", base)
    });
    let figure = span("", count.to_string()).attr("data-count", count.to_string());
    let can_edit = bench.can_edit();
    el("li")
        .attr("data-unread", text)
        .child(who)
        .child(p("figure-of", figure).child(" ").child(base))
        .child(can_edit.then(|| p("actions", actions)))
        .live(move || choosing.get().then(|| untrack(&form)))
}
