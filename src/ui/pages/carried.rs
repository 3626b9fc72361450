//! What stands around a survey that travels inside the app's file: that nothing is
//! changed here, and the way to a copy that can be edited.

use crate::state::{CARRIED, Copied, EDIT};
use crate::ui::components::incoming;
use crate::ui::el::{El, Part, card, el, link, p};
use crate::ui::{Page, Route, app, document, t};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The line below the header.
pub fn banner() -> El {
    let (app, t) = (app(), t());
    let is_public = app.with_head(|head| !head.copy_of.is_empty());
    let said = if is_public == Some(true) {
        t.carried_banner_public()
    } else {
        t.carried_banner()
    };
    el("aside")
        .class("carried")
        .attr("aria-label", t.carried_only_shows())
        .child(p("", said))
        .child(way_to_edit())
}

/// A page that needs a copy.
pub fn only_shown() -> El {
    let t = t();
    el("div")
        .class("page narrow")
        .child(el("h1").child(t.carried_not_here_title()))
        .child(p("", t.carried_not_here_text()))
        .child(p("actions", way_to_edit()))
        .child(p("hint", t.carried_edit_hint()))
}

/// Leads to the copy of this browser, or makes one; nothing where the page shows
/// nothing.
fn way_to_edit() -> Option<El> {
    let (app, t) = (app(), t());
    let carried = app.carried()?;
    let (route, name) = if carried.copied {
        let page = Page::overview();
        let route = Route::Survey(carried.survey, page);
        (route, t.carried_open_copy())
    } else {
        (Route::Open(CARRIED.into()), t.carried_edit())
    };
    // Another address: the page begins anew, on the store of this browser.
    let address = [EDIT, &route.href()].concat();
    Some(
        link(address, name)
            .class("button secondary")
            .attr("data-edit-copy", ""),
    )
}

/// What becomes of the survey that the file carries, on the way to a copy.
#[derive(Clone, PartialEq, Eq)]
enum Stage {
    Copying,
    ToDecide,
    Not,
}

/// Copies the survey that the file carries into this browser.
pub fn copy() -> El {
    let (app, t) = (app(), t());
    let stage = RwSignal::new(Stage::Copying);
    app.clear_incoming();
    spawn_local(async move {
        let next = match app.copy_carried() {
            Copied::Here(id) => {
                let route = Route::Survey(id, Page::overview());
                return document::go_instead(&route.href());
            }
            Copied::ToDecide => Stage::ToDecide,
            Copied::Not => Stage::Not,
        };
        // The page may have gone meanwhile.
        let _ = stage.try_set(next);
    });
    let shown = move || match stage.get() {
        Stage::Copying => p("hint", t.loading()).attr("role", "status").part(),
        Stage::ToDecide if app.incoming() == 0 => {
            p("", link(Route::Home.href(), t.back_home())).part()
        }
        Stage::ToDecide => untrack(|| {
            let lead = p("lead", t.carried_to_decide());
            let found = card("import-title", t.import_title()).child(incoming());
            [lead, found].part()
        }),
        Stage::Not => p("notice danger", t.carried_not_copied())
            .attr("role", "alert")
            .part(),
    };
    el("div")
        .class("page narrow")
        .child(el("h1").child(t.carried_copying()))
        .live(shown)
}
