//! In which order the bodies stand, and which of them are shown.

use super::{Desk, INCOMPLETE, NAMED, REMARKS, ROLE, ROLES, SORT, STATUS, read};
use crate::analysis::desk::{DeskKey, DeskSort, Row};
use crate::analysis::words::role;
use crate::i18n::Locale;
use crate::model::{Role, SheetStatus, slug};
use crate::ui::el::{El, el, span};
use crate::ui::{Query, Route, ask, document, query, t, wording};
use leptos::prelude::*;
use std::sync::Arc;

/// The columns by which the table can be sorted.
const COLUMNS: [DeskKey; 7] = [
    DeskKey::Survey,
    DeskKey::Name,
    DeskKey::Status,
    DeskKey::Since,
    DeskKey::Answered,
    DeskKey::Remarks,
    DeskKey::Exchanged,
];

const fn name(t: Locale, key: DeskKey) -> &'static str {
    match key {
        DeskKey::Survey => t.partner_code(),
        DeskKey::Name => t.partner_name(),
        DeskKey::Status => t.partner_status(),
        DeskKey::Since => t.desk_since(),
        DeskKey::Answered => t.desk_answers(),
        DeskKey::Remarks => t.desk_remarks(),
        DeskKey::Exchanged => t.desk_exchanged(),
    }
}

/// How the cells of a column are called in the style.
const fn class(key: DeskKey) -> &'static str {
    match key {
        DeskKey::Survey => "code-cell",
        DeskKey::Name => "name-cell",
        DeskKey::Status => "status-cell",
        DeskKey::Since => "since",
        DeskKey::Answered => "answers",
        DeskKey::Remarks => "remarks",
        DeskKey::Exchanged => "last",
    }
}

/// The heads of the columns: each sorts by its column, and turns the order round.
pub fn heads(runs: bool) -> El {
    let (t, query) = (t(), query());
    let sort = Memo::new(move |_| query.with(|query| read(query).1));
    let head = |key: DeskKey| {
        let is_sorted = move || sort.get().by == key;
        let order = move || {
            let order = if sort.get().descending {
                "descending"
            } else {
                "ascending"
            };
            is_sorted().then(|| order.into())
        };
        let sign = move || match (is_sorted(), sort.get().descending) {
            (false, _) => "",
            (true, false) => " ↑",
            (true, true) => " ↓",
        };
        let press = move |_| {
            let descending = untrack(is_sorted) && !sort.get_untracked().descending;
            let by = key;
            go(query, DeskSort { by, descending });
        };
        let button = el("button")
            .attr("type", "button")
            .class("sort")
            .on("click", press)
            .child(name(t, key))
            .child(span("", "").attr("aria-hidden", "true").live_in_place(sign));
        el("th")
            .attr("scope", "col")
            .class(class(key))
            .live_attr("aria-sort", order)
            .child(button)
    };
    let choose = runs.then(|| el("td"));
    el("tr").child(choose).child(COLUMNS.map(head))
}

/// The same page, sorted otherwise.
fn go(query: Memo<Query>, sort: DeskSort) {
    let code = if sort == DeskSort::default() {
        String::new()
    } else {
        sort.code()
    };
    set(query, SORT, &code);
}

/// The same page with another option.
fn set(query: Memo<Query>, option: &str, value: &str) {
    ask(query.get_untracked().set(option, value));
}

/// One of several that are told apart by their codes, or all.
fn pick(
    query: Memo<Query>,
    option: &'static str,
    all: &'static str,
    some: &[(&'static str, &'static str)],
) -> El {
    let one = |(code, name): (&'static str, &'static str)| {
        el("option")
            .attr("value", code)
            .prop("selected", move || {
                query.with(|query| query.get(option) == code).into()
            })
            .child(name)
    };
    let options: Vec<El> = some.iter().copied().map(one).collect();
    el("select")
        .attr("data-show", option)
        .on("change", move |event| {
            set(query, option, &event_target_value(&event));
        })
        .child(one(("", all)))
        .child(options)
}

/// Who is looked for. What was typed stays in the field as it was typed; in the
/// address stand its words, and the way back passes over every letter but the
/// last.
fn named(query: Memo<Query>) -> El {
    let typed = StoredValue::new(String::new());
    let value = move || {
        let asked = query.with(|query| query.get(NAMED).replace('-', " "));
        let typed = typed.get_value();
        let is_typed = !asked.is_empty() && !typed.is_empty();
        if is_typed { typed } else { asked }.into()
    };
    el("input")
        .attr("type", "text")
        .attr("data-show", NAMED)
        .attr("maxlength", "60")
        .attr("autocomplete", "off")
        .prop("value", value)
        .on("input", move |event| {
            let text = event_target_value(&event);
            let asked = query.get_untracked().set(NAMED, &slug(&text));
            typed.set_value(text);
            if let Route::Survey(id, page) = Route::parse(&document::hash()) {
                document::go_instead(&Route::Survey(id, page.with(asked)).href());
            }
        })
}

/// The filter, with the number of those who meet it; on a phone, where the table
/// has no heads, the order too.
pub fn controls(desk: Desk) -> El {
    let (t, query) = (t(), query());
    let sort = Memo::new(move |_| query.with(|query| read(query).1));
    let status = |status: SheetStatus| (status.code(), wording::status(t, status));
    let statuses = SheetStatus::ALL.map(status);
    let statuses = pick(query, STATUS, t.desk_all_statuses(), &statuses);
    let role = |of: Role| (of.code(), role(t, Some(of)));
    let roles = pick(query, ROLE, t.desk_all_roles(), &ROLES.map(role));
    let no_roles = Memo::new(move |_| {
        let of_none = |rows: &Arc<Vec<Row>>| rows.iter().all(|row| row.role.is_none());
        desk.rows.with(of_none)
    });
    let tick = |option: &'static str, name: &'static str| {
        let checked = move || query.with(|query| !query.get(option).is_empty()).into();
        let change = move |event| {
            let on = event_target_checked(&event);
            set(query, option, if on { "1" } else { "" });
        };
        let input = el("input")
            .attr("type", "checkbox")
            .attr("data-show", option)
            .prop("checked", checked)
            .on("change", change);
        el("label").class("tick").child([input, span("", name)])
    };
    let chosen = sort;
    let order = |descending: bool| {
        move |by: DeskKey| {
            let sort = DeskSort { by, descending };
            let name = match (by, descending) {
                (DeskKey::Survey, _) => t.desk_order().to_owned(),
                (by, false) => t.desk_sort_up(name(t, by)),
                (by, true) => t.desk_sort_down(name(t, by)),
            };
            el("option")
                .attr("value", sort.code())
                .prop("selected", move || (chosen.get() == sort).into())
                .child(name)
        }
    };
    let mut orders = Vec::new();
    for key in COLUMNS {
        orders.push(order(false)(key));
        if key != DeskKey::Survey {
            orders.push(order(true)(key));
        }
    }
    let orders = el("select")
        .on("change", move |event| {
            let sort = DeskSort::parse(&event_target_value(&event));
            go(query, sort.unwrap_or_default());
        })
        .child(orders);
    let shown = move || {
        let (k, n) = (desk.shown.with(Vec::len), desk.rows.with(|rows| rows.len()));
        if k == n {
            String::new()
        } else {
            t.desk_shown(k, n)
        }
    };
    let label = |name: &'static str, field: El| el("label").child([span("label", name), field]);
    el("div")
        .class_hidden("desk-controls", move || desk.is_empty())
        .child(label(t.desk_find(), named(query)))
        .child(label(t.desk_show(), statuses))
        .child(
            el("div")
                .class_hidden("desk-role", move || no_roles.get())
                .child(label(t.desk_role(), roles)),
        )
        .child(label(t.desk_sort(), orders).class("desk-order"))
        .child(tick(REMARKS, t.desk_only_remarks()))
        .child(tick(INCOMPLETE, t.desk_only_incomplete()))
        .child(span("hint", "").attr("role", "status").live_in_place(shown))
}
