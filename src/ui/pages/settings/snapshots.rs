//! Snapshots: the surveys as they once were.

use super::{changed, title_of};
use crate::model::SurveyId;
use crate::storage::snapshots::Snapshot;
use crate::ui::components::confirm;
use crate::ui::el::{El, button, card, el, p, span};
use crate::ui::wording::why_kept;
use crate::ui::{app, document, t};
use leptos::prelude::*;

/// The card.
pub fn snapshots(looked: RwSignal<u32>) -> El {
    let (app, t) = (app(), t());
    let lists = move || {
        looked.track();
        let surveys = app.surveys().into_iter().map(|survey| survey.head.id);
        untrack(|| {
            let lists: Vec<_> = surveys.filter_map(|id| of_survey(id, looked)).collect();
            if lists.is_empty() {
                vec![p("empty", t.no_snapshots())]
            } else {
                lists
            }
        })
    };
    let no_room = move || {
        let refused = app.snapshots_refused();
        refused.then(|| p("failed", t.no_room_for_snapshots()))
    };
    card("snapshots-title", t.snapshots())
        .child(p("", t.snapshots_text()))
        .live(no_room)
        .live(lists)
}

fn of_survey(id: SurveyId, looked: RwSignal<u32>) -> Option<El> {
    let (app, t) = (app(), t());
    let all = app.snapshots(&id);
    if all.is_empty() {
        return None;
    }
    let title = title_of(&id);
    let rows: Vec<_> = all.into_iter().map(|s| one(s, &title, looked)).collect();
    let name = t.action_on(t.remove_snapshots(), &title);
    let remove = move || {
        app.remove_snapshots(Some(&id));
        changed(looked);
    };
    let remove = button("link danger", t.remove_snapshots(), remove).attr("aria-label", name);
    Some(
        el("div")
            .child(el("h3").child(title))
            .child(el("ul").class("rows").child(rows))
            .child(p("actions", remove)),
    )
}

fn one(snapshot: Snapshot, title: &str, looked: RwSignal<u32>) -> El {
    let (app, t) = (app(), t());
    let asking = RwSignal::new(false);
    let when = document::moment(t, snapshot.at);
    let why = why_kept(t, snapshot.why);
    let name = t.action_on(t.undo(), format!("{title}, {when}"));
    let open = button("link", t.undo(), move || asking.set(true)).attr("aria-label", name);
    let question = confirm(
        asking,
        t.restore_question(title, &when),
        t.restore_explained().into(),
        t.undo(),
        Callback::new(move |()| {
            app.restore_snapshot(&snapshot);
            changed(looked);
        }),
    );
    el("li")
        .attr("data-snapshot", "")
        .child(span("", when))
        .child(span("about", why))
        .child(open)
        .child(question)
}
