//! The steps of a sheet's life so far: what it became, when, and by whom.

use crate::analysis::words::on_a_line;
use crate::i18n::Locale;
use crate::model::{PartnerId, SheetStatus, Timestamp};
use crate::ui::el::{El, Part, el, live, span};
use crate::ui::{app, document, t, wording};
use leptos::prelude::*;

/// No name is shown longer than this.
const NAME: usize = 120;

/// A signature, on a line; what has none says so.
pub fn signed(t: Locale, author: &str) -> String {
    match author.trim() {
        "" => t.unsigned().into(),
        name => on_a_line(name, NAME),
    }
}

/// Who says or does something, and when, on one line.
pub fn who_and_when(t: Locale, author: &str, at: Option<&Timestamp>) -> String {
    let who = signed(t, author);
    match at {
        Some(at) => [who, document::moment_of(t, at.as_str())].join(" · "),
        None => who,
    }
}

/// The steps of a sheet, oldest first; of a sheet of which none was noted, since
/// when it stands where it does. Nothing where neither is known.
pub fn steps(partner: PartnerId) -> AnyView {
    let (app, t) = (app(), t());
    let look = Memo::new(move |_| {
        app.with_sheet(&partner, |sheet| {
            let steps = sheet.steps.or_default().into_iter();
            let steps = steps.map(|step| (step.status, step.author, Some(step.at)));
            let mut steps: Vec<_> = steps.collect();
            if steps.is_empty() && sheet.since.is_some() {
                steps.push((sheet.status, String::new(), sheet.since.clone()));
            }
            steps
        })
    });
    let step = move |(status, author, at): (SheetStatus, String, Option<Timestamp>)| {
        let became = span("became", wording::status(t, status));
        let who = who_and_when(t, &author, at.as_ref());
        el("li").attr("data-step", status.code()).child([
            became.part(),
            " ".part(),
            span("about", who).part(),
        ])
    };
    live(move || {
        let steps = look.get().filter(|steps| !steps.is_empty())?;
        let items: Vec<El> = steps.into_iter().map(step).collect();
        let list = el("ol")
            .class("sheet-steps")
            .attr("aria-label", t.sheet_steps());
        Some(
            el("div")
                .child(el("h3").child(t.sheet_steps()))
                .child(list.child(items)),
        )
    })
}
