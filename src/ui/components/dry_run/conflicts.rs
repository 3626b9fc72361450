//! What both sides have changed, each in its own way: shown side by side, and
//! settled one by one.

use super::changes::merge_of;
use super::words::{Words, mark};
use super::{isolated, pick};
use crate::bundle::{Conflict, Decision, Record};
use crate::i18n::Locale;
use crate::model::Timestamp;
use crate::state::{App, Incoming};
use crate::ui::el::{El, button, el, keyed, live, p, span};
use crate::ui::{document, t};
use leptos::prelude::*;

/// A conflict in words.
#[derive(Clone)]
struct Shown {
    record: Record,
    mark: String,
    sheet: String,
    what: String,
    base: Option<String>,
    mine: String,
    theirs: String,
    my_edit: Option<Timestamp>,
    their_edit: Option<Timestamp>,
    author: String,
    both: bool,
}

impl Shown {
    fn new(words: &Words, conflict: &Conflict) -> Self {
        let record = &conflict.record;
        Self {
            mark: mark(record),
            sheet: record
                .owner()
                .map_or_else(String::new, |id| words.partner(id)),
            what: words.record(record, &conflict.mine),
            base: conflict.base.as_ref().map(|base| words.side(record, base)),
            mine: words.side(record, &conflict.mine),
            theirs: words.side(record, &conflict.theirs),
            my_edit: conflict.my_edit.clone(),
            their_edit: conflict.their_edit.clone(),
            author: conflict.author.clone(),
            both: conflict.may_keep_both(),
            record: record.clone(),
        }
    }

    /// As long as it says the same, it stays where it is in the page.
    fn key(&self) -> String {
        [&self.mark, &self.mine, &self.theirs]
            .map(String::as_str)
            .join("\n")
    }
}

/// The conflicts of the file at a place; nothing where there are none.
pub fn conflicts(app: App, at: usize) -> AnyView {
    let t = t();
    let count = Memo::new(move |_| {
        let count = app.with_incoming(|i| merge_of(i, at).map(|merge| merge.conflicts.len()));
        count.flatten().unwrap_or_default()
    });
    live(move || {
        let count = count.get();
        (count > 0).then(|| untrack(|| section(app, t, at, count)))
    })
}

fn section(app: App, t: Locale, at: usize, count: usize) -> El {
    let shown = move || {
        let all = app.with_incoming(|incoming| all(t, incoming, at));
        all.unwrap_or_default()
    };
    let one = move |shown: Shown| conflict(app, t, at, shown);
    let for_all = (count > 1).then(|| for_all(app, t, at));
    el("section")
        .class("conflicts")
        .child(el("h5").child(t.conflicts_title()))
        .child(p("hint", t.conflicts_text()))
        .child(for_all)
        .child(keyed(shown, Shown::key, one))
        .child((count > TOGETHER).then(|| p("hint", t.conflicts_in_turn(TOGETHER))))
}

fn all(t: Locale, incoming: &Incoming, at: usize) -> Vec<Shown> {
    let words = Words::new(t, incoming, at);
    let conflicts = merge_of(incoming, at).map_or(&[][..], |merge| &merge.conflicts);
    let shown = page_of(conflicts)
        .iter()
        .map(|conflict| Shown::new(&words, conflict));
    shown.collect()
}

/// So many conflicts are shown together; the next when these are decided.
const TOGETHER: usize = 50;

/// The conflicts among which the first is that is not decided.
fn page_of(conflicts: &[Conflict]) -> &[Conflict] {
    let open = conflicts.iter().position(|c| c.decision.is_none());
    let from = open.unwrap_or_default() / TOGETHER * TOGETHER;
    let rest = conflicts.get(from..).unwrap_or_default();
    rest.get(..TOGETHER).unwrap_or(rest)
}

/// The same decision for all conflicts of a file.
fn for_all(app: App, t: Locale, at: usize) -> El {
    let all = |text: &'static str, decision: Decision| {
        let settle = move || {
            let settled = app.with_incoming(|incoming| {
                let conflicts = merge_of(incoming, at).map_or(&[][..], |merge| &merge.conflicts);
                // Where both cannot be kept, it stays open.
                let may =
                    |conflict: &&Conflict| decision != Decision::Both || conflict.may_keep_both();
                let settled = conflicts.iter().filter(may);
                settled
                    .map(|conflict| conflict.record.clone())
                    .collect::<Vec<_>>()
            });
            app.decide(|decisions| {
                for record in settled.iter().flatten() {
                    decisions.settle(at, record, Some(decision));
                }
            });
        };
        button("link", text, settle).attr("data-all", code(decision))
    };
    let buttons = [
        all(t.all_mine(), Decision::Mine),
        all(t.all_theirs(), Decision::Theirs),
        all(t.all_both(), Decision::Both),
    ];
    el("p")
        .class("for-all")
        .child(span("", t.for_all()))
        .child(buttons)
}

const fn code(decision: Decision) -> &'static str {
    match decision {
        Decision::Mine => "mine",
        Decision::Theirs => "theirs",
        Decision::Both => "both",
    }
}

fn conflict(app: App, t: Locale, at: usize, shown: Shown) -> El {
    let record = shown.record;
    let decided = {
        let record = record.clone();
        move || {
            let decision = app.with_incoming(|i| i.decisions.of(at, &record));
            decision.flatten()
        }
    };
    let choice = |decision: Decision, text: &'static str, hint: Option<String>| {
        let (record, decided) = (record.clone(), decided.clone());
        let settle = move |_| {
            app.decide(|decisions| decisions.settle(at, &record, Some(decision)));
        };
        let input = el("input")
            .attr("type", "radio")
            .attr("name", format!("{at}/{}", shown.mark))
            .attr("value", code(decision))
            .prop("checked", move || (decided() == Some(decision)).into())
            .on("change", settle);
        let hint = hint.map(|hint| span("hint", isolated(&hint, 300)));
        let text = el("span").child(text).child(hint);
        pick(input, text)
    };
    let mut choices = vec![
        choice(Decision::Mine, t.take_mine(), None),
        choice(Decision::Theirs, t.take_theirs(), None),
    ];
    if shown.both {
        let hint = t.take_both_hint(&shown.author);
        choices.push(choice(Decision::Both, t.take_both(), Some(hint)));
    }
    let mut sides = Vec::new();
    sides.extend(shown.base.map(|base| side(t, t.side_base(), &base, None)));
    sides.push(side(t, t.side_mine(), &shown.mine, shown.my_edit));
    sides.push(side(t, t.side_theirs(), &shown.theirs, shown.their_edit));
    let legend = match shown.sheet.as_str() {
        "" => shown.what,
        sheet => format!("{sheet} · {}", shown.what),
    };
    el("fieldset")
        .class("conflict")
        .attr("data-conflict", shown.mark.clone())
        .live_attr("data-decided", move || {
            Some(if decided().is_some() { "1" } else { "0" }.into())
        })
        .child(el("legend").child(isolated(&legend, usize::MAX)))
        .child(el("div").class("sides").child(sides))
        .child(el("div").class("choices").child(choices))
}

/// One side of a conflict, and when it was edited.
fn side(t: Locale, name: &'static str, text: &str, edit: Option<Timestamp>) -> El {
    let edited = edit.map(|at| {
        let day = crate::analysis::words::on_a_line(at.day(), 40);
        span("hint", t.edited_on(document::day(t, &day)))
    });
    el("div")
        .child(span("side-name", name))
        .child(isolated(text, usize::MAX))
        .child(edited)
}
