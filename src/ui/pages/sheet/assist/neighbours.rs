//! The sheets before and after the one that is open.

use super::super::sheet_context;
use crate::model::{Partner, PartnerId};
use crate::ui::el::{El, el, link, live};
use crate::ui::{Page, Route, app, t};
use leptos::prelude::*;

/// The sheets before and after this one; of a long survey they are known a moment
/// later.
pub fn neighbours() -> AnyView {
    let (app, t) = (app(), t());
    let partner = sheet_context().partner;
    let near = Memo::new(move |_| {
        app.with_head(|head| {
            let at = head.partners.iter().position(|p| p.id == partner)?;
            let named = |p: &Partner| (p.id.clone(), p.name.clone());
            let before = at.checked_sub(1).and_then(|i| head.partners.get(i));
            let after = head.partners.get(at + 1);
            Some((head.id.clone(), before.map(named), after.map(named)))
        })
        .flatten()
    });
    let links = move || {
        let (id, before, after) = near.get()?;
        let to = |partner: PartnerId, name| {
            let page = Page::Sheet(partner);
            link(Route::Survey(id.clone(), page).href(), name)
        };
        let before = before.map(|(id, name)| to(id, t.previous_sheet(&name)).attr("rel", "prev"));
        let after = after.map(|(id, name)| to(id, t.next_sheet(&name)).attr("rel", "next"));
        let overview = Route::Survey(id.clone(), Page::overview()).href();
        let overview = link(overview, t.back_to_overview());
        let links = [before, Some(overview), after];
        let links: Vec<El> = links.into_iter().flatten().collect();
        let nav = el("nav").class("neighbours");
        Some(nav.attr("aria-label", t.other_sheets()).child(links))
    };
    live(links)
}
