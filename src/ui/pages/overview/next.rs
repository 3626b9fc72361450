//! What waits for whoever runs the survey, as ways to it.

use super::desk;
use super::proposals::Proposed;
use crate::i18n::Locale;
use crate::model::SheetStatus;
use crate::ui::el::{El, button, el, link, p};
use crate::ui::{Page, Query, Route, app, document, t};
use leptos::prelude::*;

/// How many sheets wait for what.
#[derive(Clone, Copy, Default, PartialEq)]
struct Waiting {
    /// By status, in the order of a sheet's life.
    statuses: [usize; SheetStatus::ALL.len()],
    remarks: usize,
}

/// The card; each line shows the sheets that it counts.
pub fn next(proposed: Proposed) -> El {
    let (app, t) = (app(), t());
    let waiting = Memo::new(move |_| {
        let waiting = app.with_sheets(|_, sheets| {
            let mut waiting = Waiting::default();
            for sheet in sheets {
                let places = SheetStatus::ALL.iter().zip(&mut waiting.statuses);
                for (_, count) in places.filter(|(status, _)| **status == sheet.status) {
                    *count += 1;
                }
                waiting.remarks += usize::from(sheet.open_remarks() > 0);
            }
            waiting
        });
        waiting.unwrap_or_default()
    });
    let ways = move || {
        let waiting = waiting.get();
        let mut ways: Vec<El> = Vec::new();
        let said = SheetStatus::ALL.into_iter().zip(waiting.statuses);
        for (status, n) in said.filter(|(_, n)| *n > 0) {
            if let Some(words) = words(t, status, n) {
                ways.push(way(desk::STATUS, status.code(), words));
            }
        }
        if waiting.remarks > 0 {
            ways.push(way(
                desk::REMARKS,
                "1",
                t.desk_next_remarks(waiting.remarks),
            ));
        }
        let name = match proposed.count() {
            Some(0) => None,
            Some(n) => Some(t.desk_next_proposals(n)),
            None => Some(t.desk_next_look().into()),
        };
        let open = move || proposed.open();
        let name = name.map(|name| button("link", name, open).attr("data-proposals", ""));
        ways.extend(name.map(|name| el("li").child(name)));
        if ways.is_empty() {
            return p("base", t.desk_next_nothing());
        }
        el("ul").class("desk-next").child(ways)
    };
    el("section")
        .class("card next")
        .attr("aria-labelledby", "next-title")
        .child(el("h2").attr("id", "next-title").child(t.desk_next()))
        .live(ways)
}

/// What waits of the sheets in a status; nothing of those that are done with.
fn words(t: Locale, status: SheetStatus, n: usize) -> Option<String> {
    Some(match status {
        SheetStatus::Submitted => t.desk_next_submitted(n),
        SheetStatus::Returned => t.desk_next_returned(n),
        SheetStatus::Draft => t.desk_next_draft(n),
        SheetStatus::Expected => t.desk_next_expected(n),
        SheetStatus::Approved | SheetStatus::Missing => return None,
    })
}

/// Leads to the table, which shows only these.
fn way(option: &str, value: &str, words: String) -> El {
    let app = app();
    let page = Page::Overview(Query::default().set(option, value));
    let survey = untrack(|| app.open_id());
    let href = survey.map(|id| Route::Survey(id, page).href());
    let go = |_| request_animation_frame(|| document::focus(desk::TITLE));
    let way = link(href.unwrap_or_default(), words)
        .attr("data-next", value.to_owned())
        .on("click", go);
    el("li").child(way)
}
