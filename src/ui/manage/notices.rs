//! What can be done about what the person was told.

use crate::state::{About, App, Notice};
use crate::storage::Key;
use crate::ui::components::confirm;
use crate::ui::el::{El, button, el};
use crate::ui::{Page, Route, app, document, t};
use leptos::prelude::*;

/// The buttons of a notice.
pub fn actions(notice: Notice) -> El {
    let (app, t) = (app(), t());
    let Notice { id, about } = notice;
    let done = move || app.dismiss(id);
    let actions = match about {
        About::CanUndo(removed) => vec![button("button", t.undo(), move || {
            let survey = removed.survey().cloned();
            // What could not be brought back can be tried again.
            if app.undo(removed.clone()) {
                done();
                if let Some(survey) = survey {
                    document::go(&Route::Survey(survey, Page::overview()).href());
                }
            }
        })],
        About::SetAside(keys) => of_set_aside(keys, done),
        About::EditedTwice(other) => vec![button("button", t.take_other(), move || {
            app.take_other((*other).clone());
            done();
        })],
        _ => Vec::new(),
    };
    el("div").class("notice-actions").child(actions)
}

/// What can be done about records that were set aside.
fn of_set_aside(keys: Vec<Key>, done: impl Fn() + Copy + Send + Sync + 'static) -> Vec<El> {
    let (app, t) = (app(), t());
    let (restored, dropped) = (keys.clone(), keys.clone());
    let dropping = RwSignal::new(false);
    let question = confirm(
        dropping,
        t.drop_question(keys.len()),
        t.drop_explained().into(),
        t.drop_texts(),
        Callback::new(move |()| {
            app.drop_set_aside(&dropped);
            done();
        }),
    );
    vec![
        button("button", t.restore_from_snapshot(), move || {
            // What did not come back can still be downloaded.
            if app.restore_set_aside(&restored) == restored.len() {
                done();
            }
        }),
        button("button secondary", t.download_set_aside(), move || {
            download_aside(app, &keys)
        }),
        button("link danger", t.drop_texts(), move || dropping.set(true)),
        question,
    ]
}

fn download_aside(app: App, keys: &[Key]) {
    let mut texts = serde_json::Map::new();
    for key in keys {
        if let Some(text) = app.text_set_aside(key) {
            texts.insert(key.to_string(), text.into());
        }
    }
    let text = serde_json::Value::Object(texts).to_string();
    let _ = document::download("rilievo-messi-da-parte.json", document::JSON, &text.into());
}
