//! A body and its sheet.

use super::Desk;
use crate::analysis::Share;
use crate::analysis::desk::Row;
use crate::analysis::words::role;
use crate::i18n::Locale;
use crate::model::{Direction, Exchanged};
use crate::ui::components::status_badge;
use crate::ui::el::{El, Part, el, link, p, span};
use crate::ui::{Page, Route, app, document, manage, t, wording};
use leptos::prelude::*;

/// Stands where there is nothing to say.
const NOTHING: &str = "–";

/// So many digits of a fingerprint are what people compare.
const DIGITS: usize = 12;

/// Everything that a row shows: one that says something else is made anew.
pub fn key(row: &Row) -> String {
    let counts = row.done.iter().flat_map(|share| [share.k, share.n]);
    let mut key: Vec<String> = counts.map(|count| count.to_string()).collect();
    let last = row.last.as_ref();
    key.push(row.remarks.to_string());
    let texts = [
        row.partner.as_str(),
        row.first.as_ref().map_or("", |question| question.as_str()),
        &row.code,
        &row.name,
        &row.kind.0,
        row.role.map_or("", |role| role.code()),
        row.status.code(),
        row.since.as_ref().map_or("", |at| at.as_str()),
        last.map_or("", |file| file.at.as_str()),
        last.map_or("", |file| &file.fingerprint),
    ];
    key.extend(texts.map(str::to_owned));
    key.join(" ")
}

/// The row; whoever `runs` the survey can tick it.
pub fn row(desk: Desk, row: Row, runs: bool) -> El {
    let (app, t) = (app(), t());
    let survey = untrack(|| app.open_id());
    let way = |page| {
        let way = survey.clone().map(|id| Route::Survey(id, page).href());
        way.unwrap_or_default()
    };
    let sheet = way(Page::Sheet(row.partner.clone()));
    let remark = row.first.clone().map_or_else(
        || sheet.clone(),
        |question| way(Page::Question(row.partner.clone(), question)),
    );
    let since = match &row.since {
        None => span("nothing", NOTHING),
        Some(at) => span("", document::short_day(t, at.as_str())),
    };
    let remarks = match row.remarks {
        0 => span("nothing", NOTHING),
        n => link(remark, t.desk_open_remarks(n)).attr("data-remarks", n.to_string()),
    };
    let last = match &row.last {
        None => span("nothing", NOTHING),
        Some(file) => exchanged(t, file),
    };
    let answers = answers(t, &row);
    let tick = runs.then(|| el("td").class("choose").child(tick(desk, &row)));
    let cell = |class: &'static str, part: El| el("td").class(class).child(part);
    el("tr")
        .attr("data-partner", row.partner.to_string())
        .child(tick)
        .child(cell("code-cell", span("code", row.code.clone())))
        .child(cell_of_name(desk, sheet, &row))
        .child(cell("status-cell", status_badge(row.status)))
        .child(cell("since", since))
        .child(el("td").class("answers").child(answers))
        .child(cell("remarks", remarks))
        .child(cell("last", last))
}

fn tick(desk: Desk, row: &Row) -> El {
    let t = t();
    let id = StoredValue::new(row.partner.clone());
    let chosen = move || id.with_value(|id| desk.chosen.read().contains(id));
    let choose = move |event| {
        let on = event_target_checked(&event);
        let id = id.get_value();
        desk.chosen.update(|chosen| {
            chosen.retain(|other| *other != id);
            if on {
                chosen.push(id);
            }
        });
    };
    el("input")
        .attr("type", "checkbox")
        .attr("data-choose", "")
        .attr("aria-label", t.desk_choose(&row.name))
        .prop("checked", move || chosen().into())
        .on("change", choose)
}

/// The name, which leads to the sheet, or what edits it.
fn cell_of_name(desk: Desk, sheet: String, row: &Row) -> El {
    let (app, t) = (app(), t());
    let kind = wording::kind(t, &row.kind.0);
    let role = row.role.map(|of| role(t, Some(of)).to_owned());
    let about: Vec<String> = [Some(kind), role].into_iter().flatten().collect();
    let about = about.join(" · ");
    let (id, name) = (row.partner.clone(), row.name.clone());
    let name = move || {
        let partner = || untrack(|| app.with_head(|head| head.partner(&id).cloned()));
        if desk.editing.get()
            && let Some(manage) = manage::here()
            && let Some(partner) = partner().flatten()
        {
            return vec![untrack(|| (manage.edit_partner)(partner))];
        }
        vec![
            link(sheet.clone(), name.clone()),
            span("about", about.clone()),
        ]
    };
    let head = el("th").attr("scope", "row").class("name-cell");
    head.live(name)
}

/// Answered of asked, over all and by dimension.
fn answers(t: Locale, row: &Row) -> AnyView {
    if row.done.is_empty() {
        return span("nothing", NOTHING).part();
    }
    let Share { k, n } = row.answered();
    let dimensions = untrack(|| {
        app().with_head(|head| {
            let dimensions = head.questionnaire.dimensions.iter();
            dimensions.map(|d| d.id.to_string()).collect::<Vec<_>>()
        })
    });
    let dimensions = dimensions.unwrap_or_default().into_iter().zip(&row.done);
    let dimensions = dimensions.map(|(id, Share { k, n })| {
        let class = if k == n { "dim whole" } else { "dim" };
        let count = [&k.to_string(), "/", &n.to_string()].concat();
        el("span")
            .class(class)
            .attr("title", t.desk_dimension(&id, k, n))
            .child(span("dim-code", id))
            .child([" ", &count].concat())
    });
    let dimensions: Vec<El> = dimensions.collect();
    [
        span("whole-count", t.of(k, n)).part(),
        p("dims", dimensions).part(),
    ]
    .part()
}

/// The last file: which way it went, when, and its fingerprint.
fn exchanged(t: Locale, file: &Exchanged) -> El {
    let what = match file.direction {
        Direction::Sent => t.desk_sent(),
        Direction::Received => t.desk_received(),
    };
    let day = document::short_day(t, file.at.as_str());
    let short = file.fingerprint.get(..DIGITS).unwrap_or(&file.fingerprint);
    let code = el("code")
        .attr("data-fingerprint", file.fingerprint.clone())
        .child(short.to_owned());
    el("span")
        .attr("data-exchanged", file.direction.code())
        .child([
            span("", t.desk_exchange(what, day)).part(),
            " ".part(),
            code.part(),
        ])
}
