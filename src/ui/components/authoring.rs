//! The pages on which the report comes about, each a link away from the others.

use crate::ui::el::{El, el, link};
use crate::ui::{Page, Query, Route, app, document, t};
use leptos::prelude::*;

/// Links to the pages of the report; the one that is open is marked. Where nothing
/// is changed there is one page, and no link.
pub fn authoring() -> Option<El> {
    let (app, t) = (app(), t());
    if app.only_shows() {
        return None;
    }
    let here = Route::parse(&document::hash());
    let pages = [
        (t.conclusions(), Page::Conclusions(Query::default())),
        (t.document_data(), Page::Document),
        (t.report(), Page::Report(Query::default())),
    ];
    let id = untrack(|| app.open_id());
    let links: Vec<_> = pages
        .into_iter()
        .filter_map(|(name, page)| {
            let route = Route::Survey(id.clone()?, page);
            let mut link = link(route.href(), name);
            if route == here.place() {
                link = link.attr("aria-current", "page");
            }
            Some(el("li").child(link))
        })
        .collect();
    let nav = el("nav")
        .class("tabs")
        .attr("aria-label", t.authoring_pages())
        .child(el("ul").child(links));
    Some(nav)
}
