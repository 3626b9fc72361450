//! The terms of a question: what each reads, and who typed it.

use super::bench::Bench;
use super::panel::panel;
use super::section;
use super::stay::{List, button_of};
use crate::analysis::{EntryUse, Typed};
use crate::model::TermId;
use crate::ui::el::{El, Part, el, keyed, live, on_demand, p, span};
use leptos::prelude::*;

/// The terms that are counted.
pub fn counted(bench: Bench) -> El {
    let t = bench.t;
    let none = move || is_empty(bench, List::Counted);
    section(List::Counted, t.by_term())
        .live(move || none().then(|| p("empty", t.codebook_no_terms())))
        .child(table(bench, List::Counted))
}

/// Those that are read and not counted, where there are some.
pub fn ignored(bench: Bench) -> AnyView {
    let some = Memo::new(move |_| !is_empty(bench, List::Ignored));
    live(move || {
        some.get().then(|| {
            let section = section(List::Ignored, bench.t.codebook_ignored());
            untrack(|| section.child(table(bench, List::Ignored)))
        })
    })
}

/// Those that nobody wrote, on demand.
pub fn unused(bench: Bench) -> AnyView {
    let some = Memo::new(move |_| !is_empty(bench, List::Unused));
    let title = move || {
        let n = bench.read.with(|read| read.uses.unused.len());
        bench.t.codebook_unused(n)
    };
    live(move || {
        some.get().then(|| {
            let table = move || table(bench, List::Unused);
            let title = span("", live(title)).attr("id", List::Unused.name());
            untrack(|| on_demand(title, table).class("card unused"))
        })
    })
}

fn is_empty(bench: Bench, list: List) -> bool {
    bench.read.with(|read| list.entries(&read.uses).is_empty())
}

fn table(bench: Bench, list: List) -> El {
    let t = bench.t;
    let ids = move || {
        bench.read.with(|read| {
            let entries = list.entries(&read.uses).iter();
            entries.map(|e| e.id.clone()).collect::<Vec<_>>()
        })
    };
    let rows = keyed(ids, |id| id.to_string(), move |id| row(bench, list, id));
    let column = |class: &'static str, name: &'static str| {
        el("th").attr("scope", "col").class(class).child(name)
    };
    let edit = el("th")
        .attr("scope", "col")
        .child(span("hidden", t.codebook_edit()));
    let columns = [
        column("", t.codebook_term()),
        column("", t.codebook_typed()),
        column("number", t.bodies_column()),
        edit,
    ];
    el("table")
        .class_hidden("table terms", move || is_empty(bench, list))
        .attr("data-rows", list.name())
        .attr("aria-labelledby", list.name())
        .child(el("thead").child(el("tr").child(columns)))
        .child(rows)
}

/// A term, in a body of the table of its own: its row, and what can be done.
fn row(bench: Bench, list: List, id: TermId) -> El {
    let t = bench.t;
    let entry = bench.entry(id.clone());
    let open = RwSignal::new(false);
    let name = Memo::new(move |_| entry.with(|e| e.as_ref().map(|e| e.term.clone())));
    let name = move || name.get().unwrap_or_default();
    let elsewhere = move || {
        let elsewhere = entry.with(|e| e.as_ref().map(|e| e.elsewhere.clone()));
        match bench.numbers(&elsewhere.unwrap_or_default()) {
            (0, _) => None,
            (n, numbers) => Some(span("about", t.codebook_also(n, numbers))),
        }
    };
    let count = move || {
        let count = entry.with(|e| e.as_ref().map_or(0, |e| e.bodies.len()));
        let base = bench.read.with(|read| read.uses.answered);
        let count = count.to_string();
        let figure = span("", count.clone()).attr("data-count", count);
        [figure.part(), " ".part(), t.out_of(base).part()]
    };
    let toggle = bench.can_edit().then(|| {
        el("button")
            .attr("type", "button")
            .class("link")
            .attr("id", button_of(&id))
            .attr("data-first", "")
            .live_attr("aria-label", move || {
                Some(t.action_on(t.codebook_edit(), name()).into())
            })
            .live_attr("aria-expanded", move || Some(open.get().to_string().into()))
            .on("click", move |_| open.update(|open| *open = !*open))
            .child(t.codebook_edit())
    });
    let cells = [
        el("th").attr("scope", "row").live(name).live(elsewhere),
        el("td").child(typed(bench, entry)),
        el("td").class("number").live(count),
        el("td").child(toggle),
    ];
    let opened = move || {
        let id = id.clone();
        open.get().then(|| {
            let panel = untrack(|| panel(bench, list, id));
            el("tr").child(el("td").attr("colspan", "4").child(panel))
        })
    };
    el("tbody")
        .live_attr("data-term", move || Some(name().into()))
        .child(el("tr").child(cells))
        .live(opened)
}

/// What was typed, and on demand who typed it.
fn typed(bench: Bench, entry: Memo<Option<EntryUse>>) -> AnyView {
    let typed = Memo::new(move |_| {
        let typed = entry.with(|e| e.as_ref().map(|e| e.typed.clone()));
        typed.unwrap_or_default()
    });
    let none = Memo::new(move |_| typed.with(Vec::is_empty));
    let all = move || {
        let all = typed.get();
        let all: Vec<_> = all.iter().map(|t| t.text.as_str()).collect();
        all.join(" · ")
    };
    let line = move |t: Typed| {
        let names = bench.names(&t.bodies).join(", ");
        el("div").child([el("dt").child(t.text), el("dd").child(names)])
    };
    let lines = move || {
        let lines = move || typed.get().into_iter().map(line).collect::<Vec<_>>();
        el("dl").class("typed-by").live(lines)
    };
    live(move || {
        if none.get() {
            p("about", bench.t.codebook_nobody())
        } else {
            on_demand(live(all), lines)
        }
    })
}
