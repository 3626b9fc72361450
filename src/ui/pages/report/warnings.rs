//! What whoever prints or saves a report should know before: texts of the authors
//! that no longer fit the answers, drafts, open remarks.

use super::made::Made;
use crate::analysis::{Selection, desk, stale};
use crate::model::SheetStatus;
use crate::state::App;
use crate::ui::el::{El, el, link};
use crate::ui::{Page, Query, Route, app, t};
use leptos::prelude::*;

/// What is to be known before; nothing where there is nothing.
pub fn warnings(made: Made) -> El {
    let (app, t) = (app(), t());
    // After the reports, which come first: they too are made of every answer.
    let list = move || {
        let found = made.with(|_| (stale(app), unfinished(app)));
        let (stale, (drafts, remarks)) = found?;
        let id = untrack(|| app.open_id())?;
        let to =
            |page: Page, name: &'static str| link(Route::Survey(id.clone(), page).href(), name);
        let overview = || to(Page::overview(), t.report_go_overview());
        let conclusions = || {
            to(
                Page::Conclusions(Query::default()),
                t.report_go_conclusions(),
            )
        };
        let line = |mark: &'static str, said: String, way: El| {
            el("li")
                .attr("data-before", mark)
                .child(said)
                .child(" ")
                .child(way)
        };
        let mut lines = Vec::new();
        if stale > 0 {
            lines.push(line("stale", t.report_stale(stale), conclusions()));
        }
        if drafts > 0 {
            lines.push(line("drafts", t.report_drafts(drafts), overview()));
        }
        if remarks > 0 {
            lines.push(line("remarks", t.report_remarks(remarks), overview()));
        }
        (!lines.is_empty()).then(|| {
            el("section")
                .class("notice report-before")
                .attr("aria-labelledby", "report-before")
                .child(el("h2").attr("id", "report-before").child(t.report_check()))
                .child(el("ul").child(lines))
        })
    };
    el("div").live(list)
}

/// How many texts of the authors are to be reviewed, because findings changed.
fn stale(app: App) -> usize {
    let all = Selection::default();
    let stale = app.with_population(&all, |_, population| stale::stale(population).len());
    stale.unwrap_or_default()
}

/// How many sheets are drafts, and how many remarks are open.
fn unfinished(app: App) -> (usize, usize) {
    let Some(survey) = app.survey() else {
        return (0, 0);
    };
    let rows = desk::rows(&survey.head, &survey.sheets);
    let drafts = rows.iter().filter(|row| row.status == SheetStatus::Draft);
    let remarks = rows.iter().map(|row| row.remarks).sum();
    (drafts.count(), remarks)
}
