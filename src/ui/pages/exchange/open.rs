//! An invitation that came as a link: it is opened at once, unless it would
//! change something that is here.

use crate::bundle::LinkRefusal;
use crate::i18n::Locale;
use crate::model::{Sheet, SheetStatus};
use crate::state::{Opening, Unopened};
use crate::ui::components::{import, incoming};
use crate::ui::el::{El, card, el, p};
use crate::ui::{Page, Route, app, document, t};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What has become of the link.
#[derive(Clone, PartialEq, Eq)]
enum Stage {
    /// There is none: a file can be chosen.
    NoLink,
    Opening,
    ToDecide,
    /// Code and words of why not.
    Refused(&'static str, &'static str),
}

/// The page of a link.
pub fn open(link: &str) -> El {
    let (app, t) = (app(), t());
    let stage = RwSignal::new(if link.is_empty() {
        Stage::NoLink
    } else {
        Stage::Opening
    });
    app.clear_incoming();
    if !link.is_empty() {
        let link = link.to_owned();
        spawn_local(async move {
            let next = match app.open_link(&link) {
                Ok(Opening::At(survey, partner)) => {
                    let page = Page::Sheet(partner);
                    return document::go_instead(&Route::Survey(survey, page).href());
                }
                Ok(Opening::ToDecide) => {
                    // What was opened need not stay in the address.
                    document::forget_in_address(&Route::Open(String::new()).href());
                    Stage::ToDecide
                }
                Err(why) => {
                    let (code, words) = refused(t, &why);
                    Stage::Refused(code, words)
                }
            };
            // The page may have gone meanwhile.
            let _ = stage.try_set(next);
        });
    }
    // What a link brings is here; once it is put aside, a file can be chosen.
    let stage = Memo::new(move |_| match stage.get() {
        Stage::ToDecide if app.incoming() == 0 => Stage::NoLink,
        stage => stage,
    });
    let way_in = move || match stage.get() {
        Stage::Opening => None,
        Stage::ToDecide => Some(untrack(|| {
            card("import-title", t.import_title())
                .live(returns)
                .child(incoming())
        })),
        Stage::NoLink | Stage::Refused(..) => Some(untrack(import)),
    };
    let said = move || match stage.get() {
        Stage::Opening => p("hint", t.loading()).attr("role", "status"),
        Stage::NoLink => p("lead", t.open_file()),
        Stage::ToDecide => p("lead", t.open_to_decide()),
        Stage::Refused(code, words) => el("div")
            .class("notice danger")
            .attr("role", "alert")
            .attr("data-refusal", code)
            .child(el("p").child(words))
            .child(el("p").child(t.open_ask_for_file())),
    };
    el("div")
        .class("page narrow")
        .child(el("h1").child(t.open_title()))
        .live(said)
        .live(way_in)
}

/// What the invitation asks of a sheet that was sent back.
fn returns() -> Option<El> {
    let (app, t) = (app(), t());
    let open = app.with_incoming(|incoming| {
        let outcome = incoming.plan.surveys.first()?;
        let before = outcome.before.as_ref()?;
        let is_back = |sheet: &&Sheet| {
            sheet.status == SheetStatus::Returned && !before.sheets.contains(sheet)
        };
        let back = outcome.after.sheets.iter().filter(is_back);
        let open: usize = back.map(Sheet::open_remarks).sum();
        (open > 0 && !outcome.after.head.invited.is_empty()).then_some(open)
    });
    Some(p("notice", t.sheet_returns(open.flatten()?)).attr("data-returns", ""))
}

/// Code of a refusal, and what is wrong.
fn refused(t: Locale, why: &Unopened) -> (&'static str, &'static str) {
    match why {
        Unopened::Link(refusal) => {
            let words = match refusal {
                LinkRefusal::TooNew => t.link_too_new(),
                LinkRefusal::Damaged | LinkRefusal::TooLarge => t.link_damaged(),
            };
            (refusal.code(), words)
        }
        Unopened::Bundle(refusal) if refusal.code() == "too-new" => ("too-new", t.link_too_new()),
        Unopened::Bundle(refusal) => (refusal.code(), t.link_damaged()),
        Unopened::NotAnInvitation => ("not-an-invitation", t.link_no_invitation()),
        Unopened::NotKept => ("not-kept", t.link_not_kept()),
    }
}
