//! The issued versions, and what has changed since each.

use crate::analysis::since::since;
use crate::analysis::version::{VersionState, issued as all_issued, version};
use crate::analysis::{Counting, Population, Selection};
use crate::i18n::Locale;
use crate::model::Issued;
use crate::report::{self, since::Sides};
use crate::state::App;
use crate::ui::el::{El, card, el, keyed, link, on_demand, p};
use crate::ui::{Page, Query, Route, View, app, document, t};
use leptos::prelude::*;
use std::sync::Arc;

/// So many changed answers are listed; the comparison has all of them.
const MOST: usize = 100;

/// The issued versions of the open survey.
#[derive(Clone, Copy)]
pub struct Versions {
    /// The last one first.
    all: Memo<Vec<Issued>>,
    /// Fingerprint of the survey as it is; none where none was issued.
    now: Memo<String>,
}

impl Versions {
    /// What there is.
    pub fn new() -> Self {
        let app = app();
        let all = Memo::new(move |_| app.with_head(all_issued).unwrap_or_default());
        // Where there is nothing to hold it against, it is not worth its time.
        let now = Memo::new(move |_| {
            let some = all.with(|all| !all.is_empty());
            let now = some.then(|| app.fingerprint()).flatten();
            now.unwrap_or_default()
        });
        Self { all, now }
    }
}

/// Which version the document is.
pub fn state(versions: Versions) -> El {
    let (app, t) = (app(), t());
    let said = move || {
        let now = versions.now.get();
        let state = app.with_head(|head| version(head, &now));
        match state.unwrap_or(VersionState::Draft) {
            VersionState::Issued(version, on) => t.issued_now(version, document::day(t, &on)),
            VersionState::After(version, on) => t.issued_after(version, document::day(t, &on)),
            VersionState::Draft => t.issued_none().into(),
        }
    };
    let said = Memo::new(move |_| said());
    p("version-state", "")
        .attr("data-version-state", "")
        .attr("role", "status")
        .live(move || said.get())
}

/// The card with all of them.
pub fn issued(versions: Versions) -> El {
    let (app, t) = (app(), t());
    let none = move || {
        let none = versions.all.with(Vec::is_empty);
        none.then(|| p("empty", t.issued_none()))
    };
    let all = keyed(
        move || versions.all.get(),
        |issued| issued.id.to_string(),
        move |issued| one(app, t, issued, versions.now),
    );
    card("document-issued", t.issued_title())
        .live(none)
        .child(el("div").child(all))
}

fn one(app: App, t: Locale, issued: Issued, now: Memo<String>) -> El {
    let print = issued.fingerprint.get(..12).unwrap_or_default().to_owned();
    let heading = t.issued_version(&issued.version, document::day(t, &issued.on));
    let print = el("p").class("fingerprint").child([
        el("span").child(t.fingerprint_short()),
        el("code").child(print),
    ]);
    let fingerprint = issued.fingerprint.clone();
    let same = Memo::new(move |_| now.with(|now| *now == fingerprint));
    el("section")
        .class("issued")
        .attr("data-issued", issued.version.clone())
        .child(el("h3").child(heading))
        .child(print)
        .live(move || {
            if same.get() {
                p("same", t.issued_same())
            } else {
                let issued = issued.clone();
                untrack(|| changed(app, t, issued))
            }
        })
}

/// What is said of a version since which the survey has changed.
fn changed(app: App, t: Locale, issued: Issued) -> El {
    let about = el("div").child(p("", t.issued_changed()));
    let Some(survey) = app.as_issued(&issued) else {
        return about.child(p("hint", t.issued_elsewhere()));
    };
    let (survey, then) = (Arc::new(survey), t.versions_row(&issued.version));
    let more = on_demand(t.issued_what(), move || {
        let (survey, then) = (Arc::clone(&survey), then.clone());
        el("div").live(move || {
            app.with_population(&Selection::default(), |_, after| {
                let before = Population::new(&survey.head, &survey.sheets, Counting::Received);
                differences(&Sides {
                    t,
                    before: &before,
                    after,
                    then: &then,
                })
            })
        })
    });
    let compare = app.open_id().map(|id| {
        let with = ["at:", &issued.at.to_string()].concat();
        let query = Query::default().set("mode", "earlier").set("with", &with);
        let route = Route::Survey(id, Page::Results(View::Compare, query));
        p("", link(route.href(), t.issued_compare()))
    });
    about.child(more).child(compare)
}

/// What differs between two moments.
fn differences(sides: &Sides) -> Vec<El> {
    let t = sides.t;
    let since = since(sides.before, sides.after);
    if since.is_empty() {
        return vec![p("hint", t.issued_only_beside())];
    }
    let sentences = sides.sentences(&since.changes).into_iter();
    let sentences = sentences.map(|sentence| el("li").child(sentence));
    let mut told = vec![el("ul").child(sentences.collect::<Vec<_>>())];
    let to = |change: &crate::analysis::compare::AnswerChange| {
        let page = Page::Question(change.partner.clone(), change.question.clone());
        Some(Route::Survey(sides.after.head().id.clone(), page).href())
    };
    for table in report::since::tables(sides, &since, MOST, &to) {
        let name = table.caption.clone();
        let html = report::table(&table);
        told.push(el("h4").child(name));
        told.push(el("div").class("scroll").html(move || html.clone()));
    }
    told
}
