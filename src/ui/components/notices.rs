//! What the person has to be told, below the header until it is closed.

use crate::state::{App, Notice, Saving};
use crate::storage::Key;
use crate::ui::{Page, Route, app, document, t, wording};
use leptos::prelude::*;

/// All notices; a store that refuses edits has its own, which stays.
#[component]
pub fn NoticeList() -> impl IntoView {
    let (app, t) = (app(), t());
    let refused = move || match app.saving() {
        Saving::Failed(error) => Some(view! {
            <div class="notice danger" role="alert">
                <p>{wording::store_error(t, &error)} " " {t.edits_in_memory()}</p>
                <button type="button" class="button" on:click=move |_| export(app)>{t.export_now()}</button>
            </div>
        }),
        Saving::Saved | Saving::Pending => None,
    };
    view! {
        <div class="notices" role="region" aria-label=t.notices() aria-live="polite">
            {refused}
            <For each=move || app.notices() key=Notice::id let(notice)>
                <One notice/>
            </For>
        </div>
    }
}

#[component]
fn One(notice: Notice) -> impl IntoView {
    let (app, t) = (app(), t());
    let id = notice.id();
    let (grave, text) = match &notice {
        Notice::OnlyInMemory { .. } => (true, t.only_in_memory().into()),
        Notice::SetAside { keys, .. } => (true, t.set_aside(keys.len())),
        Notice::StoreRefused { error, .. } => (true, wording::store_error(t, error)),
        Notice::ExampleNotThere { .. } => (true, t.example_not_there().into()),
        Notice::CanUndo { removed, .. } => (false, t.removed(removed.name())),
        Notice::Imported { surveys, .. } => (false, t.imported(*surveys)),
    };
    let action = match notice {
        Notice::CanUndo { removed, .. } => Some((
            t.undo(),
            Callback::new(move |()| {
                let survey = removed.survey().cloned();
                // What could not be brought back can be tried again.
                if app.undo(removed.clone()) {
                    app.dismiss(id);
                    if let Some(survey) = survey {
                        document::go(&Route::Survey(survey, Page::Overview).href());
                    }
                }
            }),
        )),
        Notice::SetAside { keys, .. } => Some((
            t.download_set_aside(),
            Callback::new(move |()| download_aside(app, &keys)),
        )),
        _ => None,
    };
    view! {
        <div class="notice" class:danger=grave>
            <p>{text}</p>
            {action.map(|(name, run)| view! {
                <button type="button" class="button" on:click=move |_| run.run(())>{name}</button>
            })}
            <button type="button" class="button secondary" on:click=move |_| app.dismiss(id)>{t.close()}</button>
        </div>
    }
}

/// Downloads the open survey.
fn export(app: App) {
    if let Some((name, text)) = untrack(|| app.export()) {
        // A browser that refuses a download says so itself.
        let _ = document::download(&name, &text);
    }
}

fn download_aside(app: App, keys: &[Key]) {
    let texts: std::collections::BTreeMap<_, _> = keys
        .iter()
        .filter_map(|key| Some((key.to_string(), app.text_set_aside(key)?)))
        .collect();
    if let Ok(text) = serde_json::to_string_pretty(&texts) {
        let _ = document::download("rilievo-messi-da-parte.json", &text);
    }
}
