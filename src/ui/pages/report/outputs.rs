//! What a report goes out as: print and PDF, one HTML file, and other files.

use super::made::Made;
use super::{Chosen, paper};
use crate::bundle;
use crate::model::SurveyHead;
use crate::report::compose::{Options, Scope};
use crate::report::file::file;
use crate::report::whole::Report;
use crate::ui::components::{exporting, faces};
use crate::ui::el::{El, button, el, p};
use crate::ui::{app, document, t};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// The buttons.
pub fn outputs(chosen: Memo<Chosen>, made: Made) -> El {
    let (app, t) = (app(), t());
    let name = move |ending: &str| {
        let chosen = chosen.get_untracked();
        let name = |head: &SurveyHead| {
            untrack(|| made.with(|reports| file_name(head, &chosen, reports, ending)))
        };
        app.with_head(name).flatten()
    };
    // A browser puts the ending of a PDF itself.
    paper::name_while_printed(move || {
        let name = name("")?;
        Some(name.trim_end_matches('.').to_owned())
    });
    let save = move || {
        let name = name("html");
        spawn_local(async move {
            let faces = faces().await;
            let html = untrack(|| made.with(|reports| file(reports, &faces)));
            if let (Some(html), Some(name)) = (html, name) {
                // A browser that refuses a download says so itself.
                let _ = document::download(&name, "text/html;charset=utf-8", &html.into());
            }
        });
    };
    let waits = move || (!made.is_ready()).then(|| "".into());
    let buttons = [
        button("button", t.report_print(), document::print)
            .attr("data-print", "")
            .live_attr("disabled", waits),
        button("button secondary", t.report_save_html(), save)
            .attr("data-save", "html")
            .live_attr("disabled", waits),
    ];
    el("div")
        .class("report-outputs")
        .child(p("actions", buttons))
        .child(p("hint", t.report_print_hint()))
        .child(other_files(chosen))
}

/// The files of other programs: word processor, spreadsheet, archive. A choice
/// that is made meanwhile does not stop the one that is being written.
fn other_files(chosen: Memo<Chosen>) -> El {
    let app = app();
    exporting(Arc::new(move || {
        untrack(|| Some((app.survey()?, chosen.get().options)))
    }))
}

/// `musei-in-rete_rapporto-versione-1-0.html`; in the language of the report.
fn file_name(head: &SurveyHead, chosen: &Chosen, reports: &[Report], ending: &str) -> String {
    let Options {
        language, scope, ..
    } = &chosen.options;
    let mut name = if chosen.apart {
        language.report_file_bodies().to_owned()
    } else {
        language.file_report().to_owned()
    };
    let bodies = chosen.reports(head);
    if let [Some(body)] = bodies.as_slice()
        && let Some(partner) = head.partner(body)
    {
        name = [&name, " ", &partner.code, " ", &partner.name].concat();
    }
    if *scope == Scope::Public {
        name = [&name, " ", language.report_file_public()].concat();
    }
    if let Some(report) = reports.first() {
        // 1.0 is not 10.
        let version = report.stamp.version.replace('.', "-");
        name = [&name, " ", &version].concat();
    }
    bundle::part_name(head, &name, ending)
}
