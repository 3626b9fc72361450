//! The sheets before and after the one that is open.

use super::super::sheet_context;
use crate::model::Partner;
use crate::ui::el::{El, el, link};
use crate::ui::{Page, Route, app, t};

/// The sheets before and after this one.
pub fn neighbours() -> Option<El> {
    let (app, t) = (app(), t());
    let partner = sheet_context().partner;
    let links = app.with_head(|head| {
        let at = head.partners.iter().position(|p| p.id == partner)?;
        let to = |p: &Partner, name| {
            let page = Page::Sheet(p.id.clone());
            link(Route::Survey(head.id.clone(), page).href(), name)
        };
        let before = at.checked_sub(1).and_then(|i| head.partners.get(i));
        let before = before.map(|p| to(p, t.previous_sheet(&p.name)).attr("rel", "prev"));
        let after = head.partners.get(at + 1);
        let after = after.map(|p| to(p, t.next_sheet(&p.name)).attr("rel", "next"));
        let overview = Route::Survey(head.id.clone(), Page::overview()).href();
        let overview = link(overview, t.back_to_overview());
        Some(
            [before, Some(overview), after]
                .into_iter()
                .flatten()
                .collect(),
        )
    });
    let links: Vec<El> = links.flatten()?;
    let nav = el("nav").class("neighbours");
    Some(nav.attr("aria-label", t.other_sheets()).child(links))
}
