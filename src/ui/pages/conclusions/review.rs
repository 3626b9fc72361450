//! What changed under a text since it was confirmed, with before and after.

use super::desk::Desk;
use crate::analysis::stale::{Changed, Stale, Written};
use crate::ui::el::{El, Part, button, el, p, span};
use leptos::prelude::*;

/// Nothing while the text stands on what it was confirmed on. `edit` leads to
/// the text.
pub fn review(desk: Desk, on: Written, edit: impl Fn() + Clone + Send + Sync + 'static) -> El {
    let asked = on.clone();
    let changes = Memo::new(move |_| desk.changes(&asked));
    let on = StoredValue::new(on);
    el("div").live(move || {
        let stale = changes.get()?;
        let edit = edit.clone();
        Some(untrack(|| shown(desk, on, &stale, edit)))
    })
}

fn shown(
    desk: Desk,
    on: StoredValue<Written>,
    stale: &Stale,
    edit: impl Fn() + Clone + 'static,
) -> El {
    let t = desk.t;
    let again = button("button secondary small", t.review_edit(), edit.clone());
    let confirm = {
        let (app, said) = (desk.app, desk.said);
        button("button small", t.review_confirm(), move || {
            app.confirm_written(&on.get_value());
            said.set(t.review_confirmed());
            edit();
        })
    };
    let changes = stale.changes.iter().map(|changed| change(desk, changed));
    el("div")
        .class("review")
        .attr("data-review", "")
        .attr("role", "group")
        .attr("aria-label", t.review())
        .child(p("title", t.review()))
        .child(p("base", t.review_explained(stale.changes.len())))
        .child(el("ul").child(changes.collect::<Vec<_>>()))
        .child(p("actions", [confirm.attr("data-confirm-text", ""), again]))
}

fn change(desk: Desk, changed: &Changed) -> El {
    let t = desk.t;
    let finding = changed.was.finding.clone();
    let after = match desk.says(&finding) {
        Some(now) => el("ins").child(now),
        None => span("", t.review_gone()),
    };
    let line = |name: &'static str, mark: &'static str, words: El| {
        let words = el("dd").attr("data-words", mark).child(words);
        el("div").child([el("dt").child(name), words])
    };
    let lines = [
        line(
            t.review_before(),
            "before",
            el("del").child(changed.before(t)),
        ),
        line(t.review_after(), "after", after),
    ];
    let code = el("code").class("finding-code").child(finding.clone());
    el("li")
        .attr("data-changed", finding)
        .child([code.part(), el("dl").child(lines).part()])
}
