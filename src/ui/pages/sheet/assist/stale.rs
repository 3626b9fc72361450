//! For who was invited: what was sent is not what the sheet says by now.

use super::super::sheet_context;
use crate::model::Actor;
use crate::ui::el::{El, el, link, p};
use crate::ui::{Page, Route, app, t};
use leptos::prelude::*;

/// Says so above the form, while it is so; nothing for who runs the survey.
pub fn stale() -> Option<El> {
    let (app, t) = (app(), t());
    if untrack(|| app.actor()) == Actor::Coordinator {
        return None;
    }
    let partner = sheet_context().partner;
    let changed = Memo::new(move |_| matches!(app.receipt(&partner), Some((_, true))));
    let said = move || {
        let send = app.open_id().map(|id| {
            let page = Route::Survey(id, Page::Exchange);
            link(page.href(), t.send_next())
        });
        p("notice warning", t.changed_after_sending())
            .attr("data-stale", "")
            .child(" ")
            .child(send)
    };
    let place = el("div").attr("role", "status");
    Some(place.live(move || changed.get().then(|| untrack(said))))
}
