//! The bodies with their sheets: sorted, filtered, and acted on several at a
//! time. Order and filter stand in the address.

mod arrange;
mod bulk;
mod row;
mod words;

use super::kept::kept;
use crate::analysis::desk::{DeskSort, Row, Show, arranged, rows};
use crate::i18n::Locale;
use crate::model::{PartnerId, Role, SheetStatus};
use crate::ui::components::{FIRST, more, printing};
use crate::ui::el::{El, el, keyed, p};
use crate::ui::lazy::lazy;
use crate::ui::{Query, app, manage, query, t};
use leptos::prelude::*;
use std::sync::Arc;

/// Options of the address.
pub const STATUS: &str = "sheet";
pub const REMARKS: &str = "remarks";
const INCOMPLETE: &str = "incomplete";
const NAMED: &str = "name";
const ROLE: &str = "role";
const SORT: &str = "sort";

/// The roles that bodies can have.
const ROLES: [Role; 3] = [Role::Lead, Role::Giver, Role::Reuser];

/// Where the keyboard goes that asks for some of the bodies.
pub const TITLE: &str = "partners-title";

/// What the parts of the desk share.
#[derive(Clone, Copy)]
struct Desk {
    /// All bodies.
    rows: Memo<Arc<Vec<Row>>>,
    /// The places of those that meet the filter, in order.
    shown: Memo<Vec<usize>>,
    /// How many of them are in the page.
    limit: RwSignal<usize>,
    /// Those that are ticked, also where they are out of sight.
    chosen: RwSignal<Vec<PartnerId>>,
    /// The list itself is being edited.
    editing: RwSignal<bool>,
}

impl Desk {
    fn new() -> Self {
        let (app, query) = (app(), query());
        let rows = Memo::new(move |_| Arc::new(app.with_sheets(rows).unwrap_or_default()));
        let shown = Memo::new(move |_| {
            query.with(|query| {
                let (show, sort) = read(query);
                rows.with(|rows| arranged(rows, show, sort))
            })
        });
        let chosen = RwSignal::new(kept(|kept| kept.chosen.clone()));
        Effect::new(move |_| kept(|kept| kept.chosen = chosen.get()));
        Self {
            rows,
            shown,
            limit: RwSignal::new(FIRST),
            chosen,
            editing: RwSignal::new(untrack(|| rows.with(|rows| rows.is_empty()))),
        }
    }

    fn is_empty(self) -> bool {
        self.rows.with(|rows| rows.is_empty())
    }

    /// The first rows, which are in the page.
    fn first(self, limit: usize) -> Vec<Row> {
        self.rows.with(|rows| {
            self.shown.with(|shown| {
                let here = shown.iter().take(limit);
                here.filter_map(|at| rows.get(*at).cloned()).collect()
            })
        })
    }

    /// Everybody who meets the filter.
    fn meeting(self) -> Vec<PartnerId> {
        self.rows.with(|rows| {
            self.shown.with(|shown| {
                let meeting = shown.iter().filter_map(|at| rows.get(*at));
                meeting.map(|row| row.partner.clone()).collect()
            })
        })
    }
}

/// What the address asks for.
fn read(query: &Query) -> (Show<'_>, DeskSort) {
    let mut all = SheetStatus::ALL.into_iter();
    let asked = query.get(STATUS);
    let role = query.get(ROLE);
    let show = Show {
        named: query.get(NAMED),
        role: ROLES.into_iter().find(|one| one.code() == role),
        status: all.find(|status| status.code() == asked),
        with_remarks: !query.get(REMARKS).is_empty(),
        incomplete: !query.get(INCOMPLETE).is_empty(),
    };
    let sort = DeskSort::parse(query.get(SORT));
    (show, sort.unwrap_or_default())
}

/// All partners with their sheets; whoever runs the survey can edit the list in
/// place.
pub fn desk() -> El {
    let (app, t, printing) = (app(), t(), printing());
    let desk = Desk::new();
    let none = move || desk.is_empty();
    let runs = !untrack(|| app.is_invited());
    let toggle = move || {
        if desk.editing.get() {
            t.stop_editing()
        } else {
            t.edit_partners()
        }
    };
    let toggle = el("button")
        .attr("type", "button")
        .attr("data-edit-partners", "")
        .class_hidden("link", move || none() || !runs)
        .on("click", move |_| {
            manage::with(app, move |_| desk.editing.update(|e| *e = !*e));
        })
        .live_in_place(toggle);
    let heading = el("h2")
        .attr("id", TITLE)
        .attr("tabindex", "-1")
        .child(t.partners());
    let rows = keyed(
        // On paper all of them stand.
        move || {
            desk.first(if printing() {
                usize::MAX
            } else {
                desk.limit.get()
            })
        },
        row::key,
        move |row| row::row(desk, row, runs),
    );
    let all = move || desk.shown.with(Vec::len);
    // All rows, and the heads of the columns, where not all are in the page.
    let rowcount = move || {
        let all = all();
        (all > desk.limit.get()).then(|| (all + 1).to_string().into())
    };
    let table = el("table")
        .class_hidden("table desk", none)
        .attr("aria-labelledby", TITLE)
        .live_attr("aria-rowcount", rowcount)
        .child(el("thead").child(arrange::heads(runs)))
        .child(el("tbody").child(rows));
    let nobody = move || !none() && desk.shown.with(Vec::is_empty);
    el("section")
        .class("card")
        .attr("aria-labelledby", TITLE)
        .child(el("div").class("title-row").child([heading, toggle]))
        .live(move || none().then(|| p("empty", t.partners_none())))
        .child(arrange::controls(desk))
        .child(runs.then(|| bulk::bulk(desk)))
        .child(table)
        .live(move || nobody().then(|| p("empty", t.desk_nobody())))
        .child(more(all, desk.limit, Locale::desk_more))
        .live(move || desk.editing.get().then(|| untrack(add_partner)))
}

lazy! { keeping =>
/// The form for one more.
fn add_partner() = manage::add_partner() }
