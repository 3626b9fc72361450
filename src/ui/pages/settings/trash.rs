//! The trash: deleted surveys, for thirty days.

use super::changed;
use crate::storage::library::Summary;
use crate::ui::components::confirm;
use crate::ui::el::{El, button, card, el, p, span};
use crate::ui::{app, document, t};
use leptos::prelude::*;

/// The card.
pub fn trash(looked: RwSignal<u32>) -> El {
    let (app, t) = (app(), t());
    let emptying = RwSignal::new(false);
    let content = move || {
        let trashed = app.trashed();
        let any = !trashed.is_empty();
        untrack(|| {
            let rows: Vec<_> = trashed.into_iter().map(|s| one(s, looked)).collect();
            let list = any.then(|| el("ul").class("rows").child(rows));
            let empty = (!any).then(|| p("empty", t.trash_empty()));
            let all = any.then(|| {
                let ask = button("link danger", t.empty_trash(), move || emptying.set(true));
                p("actions", ask)
            });
            [list, empty, all].into_iter().flatten().collect::<Vec<_>>()
        })
    };
    let question = confirm(
        emptying,
        t.empty_trash_question().into(),
        t.purge_explained().into(),
        t.empty_trash(),
        Callback::new(move |()| {
            app.empty_trash();
            changed(looked);
        }),
    );
    card("trash-title", t.trash()).live(content).child(question)
}

fn one(survey: Summary, looked: RwSignal<u32>) -> El {
    let (app, t) = (app(), t());
    let purging = RwSignal::new(false);
    let Summary { head, trashed, .. } = survey;
    let (id, title) = (head.id, head.title);
    let since = document::moment(t, trashed.unwrap_or_default());
    let (restored, purged) = (id.clone(), id);
    let named = |button: El, action| button.attr("aria-label", t.action_on(action, &title));
    let restore = button("link", t.undo(), move || {
        app.restore_from_trash(&restored);
        changed(looked);
    });
    let purge = button("link danger", t.purge(), move || purging.set(true));
    let question = confirm(
        purging,
        t.purge_question(&title),
        t.purge_explained().into(),
        t.purge(),
        Callback::new(move |()| {
            app.purge(&purged);
            changed(looked);
        }),
    );
    el("li")
        .attr("data-trashed", "")
        .child(span("", title.clone()))
        .child(span("about", t.deleted_on(since)))
        .child(named(restore, t.undo()))
        .child(named(purge, t.purge()))
        .child(question)
}
