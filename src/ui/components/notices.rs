//! What the person has to be told, below the header until it is closed.

use crate::state::{App, Notice, Saving, fetch_exchange};
use crate::storage::Key;
use crate::ui::el::{El, button, el, keyed};
use crate::ui::{Page, Route, app, document, t, wording};
use leptos::task::spawn_local;

/// All notices; a store that refuses edits has its own, which stays.
pub fn notice_list() -> El {
    let (app, t) = (app(), t());
    let refused = move || match app.saving() {
        Saving::Failed(error) => {
            let text = format!(
                "{} {}",
                wording::store_error(t, &error),
                t.edits_in_memory()
            );
            // What the way out needs should be here before somebody takes it;
            // where it is not, the export tells.
            spawn_local(async {
                let _ = fetch_exchange().await;
            });
            let export = move || spawn_local(document::export(app));
            let export = button("button", t.export_now(), export);
            let notice = el("div").class("notice danger").attr("role", "alert");
            Some(notice.child(el("p").child(text)).child(export))
        }
        Saving::Saved | Saving::Pending => None,
    };
    let notices = keyed(move || app.notices(), |n| n.id().to_string(), one);
    el("div")
        .class("notices")
        .attr("role", "region")
        .attr("aria-label", t.notices())
        .attr("aria-live", "polite")
        .live(refused)
        .child(notices)
}

fn one(notice: Notice) -> El {
    let (app, t) = (app(), t());
    let id = notice.id();
    let (grave, text) = match &notice {
        Notice::OnlyInMemory { .. } => (true, t.only_in_memory().into()),
        Notice::SetAside { keys, .. } => (true, t.set_aside(keys.len())),
        Notice::StoreRefused { error, .. } => (true, wording::store_error(t, error)),
        Notice::ExampleNotThere { .. } => (true, t.example_not_there().into()),
        Notice::PartNotThere { .. } => (true, t.part_not_there().into()),
        Notice::CanUndo { removed, .. } => (false, t.removed(removed.name())),
        Notice::Imported { surveys, .. } => (false, t.imported(*surveys)),
    };
    let action = match notice {
        Notice::CanUndo { removed, .. } => Some(button("button", t.undo(), move || {
            let survey = removed.survey().cloned();
            // What could not be brought back can be tried again.
            if app.undo(removed.clone()) {
                app.dismiss(id);
                if let Some(survey) = survey {
                    document::go(&Route::Survey(survey, Page::Overview).href());
                }
            }
        })),
        Notice::SetAside { keys, .. } => {
            let download = move || download_aside(app, &keys);
            Some(button("button", t.download_set_aside(), download))
        }
        _ => None,
    };
    el("div")
        .class(if grave { "notice danger" } else { "notice" })
        .child(el("p").child(text))
        .child(action)
        .child(button("button secondary", t.close(), move || {
            app.dismiss(id)
        }))
}

fn download_aside(app: App, keys: &[Key]) {
    let mut texts = serde_json::Map::new();
    for key in keys {
        if let Some(text) = app.text_set_aside(key) {
            texts.insert(key.to_string(), text.into());
        }
    }
    let text = serde_json::Value::Object(texts).to_string();
    let _ = document::download("rilievo-messi-da-parte.json", &text);
}
