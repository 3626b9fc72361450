//! What would change without a question: how much, and on demand what.

use super::file::look;
use super::isolated;
use super::words::Words;
use crate::bundle::{ChangeKind, Fate, Merge};
use crate::i18n::Locale;
use crate::state::{App, Incoming};
use crate::ui::el::{El, el, live, live_in_place, on_demand, p, span};
use crate::ui::t;
use leptos::prelude::*;

/// How much would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    new: usize,
    updated: usize,
    identical: usize,
    newer: usize,
    conflicts: usize,
    unfit: usize,
}

/// Counts what a merge does; none of another fate.
pub fn counts(fate: &Fate) -> Option<Counts> {
    let Fate::Merged(merge) = fate else {
        return None;
    };
    let of = |kind| merge.changes.iter().filter(|c| c.kind == kind).count();
    Some(Counts {
        new: of(ChangeKind::New),
        updated: of(ChangeKind::Updated),
        identical: merge.identical,
        newer: merge.newer,
        conflicts: merge.conflicts.len(),
        unfit: merge.unfit.len(),
    })
}

/// The counts in a line; what is nought is not said, but that nothing changes.
pub fn line(t: Locale, counts: &Counts) -> String {
    let mut said = vec![t.count_new(counts.new), t.count_updated(counts.updated)];
    for (n, text) in [
        (counts.identical, t.count_identical(counts.identical)),
        (counts.newer, t.count_newer(counts.newer)),
        (counts.conflicts, t.count_conflicts(counts.conflicts)),
    ] {
        if n > 0 {
            said.push(text);
        }
    }
    let line = said.join(" · ");
    match counts.unfit {
        0 => line,
        unfit => format!("{line}. {}", t.count_unfit(unfit)),
    }
}

/// Changes of one sheet, or of the survey itself.
#[derive(Clone, Debug, PartialEq)]
struct Group {
    title: String,
    rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq)]
struct Row {
    what: String,
    before: String,
    after: String,
}

/// The list of what would change, sheet by sheet; nothing where there is none.
pub fn changes(app: App, at: usize) -> AnyView {
    let t = t();
    let changing = Memo::new(move |_| {
        let count = look(app, at, |file| match &file.fate {
            Fate::Merged(merge) => merge.changes.len(),
            _ => 0,
        });
        count.unwrap_or_default()
    });
    // Made when somebody looks; what is open stays open until it says something
    // else.
    let groups = Memo::new(move |_| app.with_incoming(|incoming| grouped(t, incoming, at)));
    let lists = move || live(move || groups.get().map(|groups| listed(t, groups)));
    let any = Memo::new(move |_| changing.get() > 0);
    live(move || {
        let summary = live_in_place(move || t.changes_of(changing.get()));
        any.get()
            .then(|| on_demand(summary, lists).attr("data-changes", ""))
    })
}

fn listed(t: Locale, groups: Vec<Group>) -> Vec<El> {
    let alone = groups.len() == 1;
    let group = |Group { title, rows }: Group| {
        if alone {
            let title = p("sheet-name", isolated(&title, 200));
            return el("div").child(title).child(list(t, &rows));
        }
        let title = t.with_name(title, rows.len());
        on_demand(title, move || list(t, &rows))
    };
    groups.into_iter().map(group).collect()
}

fn list(t: Locale, rows: &[Row]) -> El {
    let row = |row: &Row| {
        let side = |name: &'static str, text: &str| {
            let text = isolated(text, usize::MAX);
            el("div").child(span("side-name", name)).child(text)
        };
        let sides = [
            side(t.change_before(), &row.before),
            side(t.change_after(), &row.after),
        ];
        el("li")
            .child(span("what", isolated(&row.what, usize::MAX)))
            .child(el("div").class("sides").child(sides))
    };
    let rows: Vec<El> = rows.iter().map(row).collect();
    el("ul").class("changes").child(rows)
}

/// The changes of a file, in the order of the plan.
fn grouped(t: Locale, incoming: &Incoming, at: usize) -> Vec<Group> {
    let words = Words::new(t, incoming, at);
    let mut groups: Vec<Group> = Vec::new();
    let mut last = None;
    for change in merge_of(incoming, at).map_or(&[][..], |merge| &merge.changes) {
        let sheet = change.record.owner();
        if last != Some(sheet) {
            let title = match sheet {
                Some(partner) => words.partner(partner),
                None => t.part_survey().into(),
            };
            last = Some(sheet);
            let rows = Vec::new();
            groups.push(Group { title, rows });
        }
        if let Some(group) = groups.last_mut() {
            group.rows.push(Row {
                what: words.record(&change.record, &change.after),
                before: words.side(&change.record, &change.before),
                after: words.side(&change.record, &change.after),
            });
        }
    }
    groups
}

/// What the file at a place does to the survey that is here.
pub fn merge_of(incoming: &Incoming, at: usize) -> Option<&Merge> {
    match &incoming.plan.files.get(at)?.fate {
        Fate::Merged(merge) => Some(merge),
        _ => None,
    }
}
