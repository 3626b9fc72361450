//! What the person has to be told, below the header until it is closed.

use super::confirm;
use crate::state::{
    About, App, Fetched, NotFetched, Notice, OtherAnswer, Saving, drop_set_aside, fetch_exchange,
    restore_set_aside, take_other,
};
use crate::storage::Key;
use crate::ui::el::{El, button, el, keyed, link};
use crate::ui::{Page, Route, app, document, t, wording};
use leptos::prelude::*;
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
            let room = link(Route::Settings.href(), t.make_room()).class("button");
            let notice = el("div").class("notice danger").attr("role", "alert");
            Some(notice.child(el("p").child(text)).child([export, room]))
        }
        Saving::Saved | Saving::Pending => None,
    };
    let notices = keyed(move || app.notices(), |n| n.id.to_string(), one);
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
    let Notice { id, about } = notice;
    let (grave, text) = match &about {
        About::OnlyInMemory => (true, t.only_in_memory().into()),
        About::NoJournal => (false, t.no_journal().into()),
        About::Older => (true, t.older_page().into()),
        About::NearlyFull => (true, t.nearly_full().into()),
        About::SetAside(keys) => (true, t.set_aside(keys.len())),
        About::StoreRefused(error) => (true, wording::store_error(t, error)),
        About::ExampleNotThere => (true, t.example_not_there().into()),
        About::PartNotThere => (true, t.part_not_there().into()),
        About::EditedTwice(other) => (true, edited_twice(other)),
        About::CanUndo(removed) => (false, t.removed(removed.name())),
        About::Imported(surveys) => (false, t.imported(*surveys)),
        About::Restored(n, of) => (n < of, t.restored(n, of)),
    };
    let done = move || app.dismiss(id);
    let actions = match about {
        About::CanUndo(removed) => vec![button("button", t.undo(), move || {
            let survey = removed.survey().cloned();
            // What could not be brought back can be tried again.
            if app.undo(removed.clone()) {
                done();
                if let Some(survey) = survey {
                    document::go(&Route::Survey(survey, Page::Overview).href());
                }
            }
        })],
        About::SetAside(keys) => of_set_aside(keys, done),
        About::EditedTwice(other) => vec![button("button", t.take_other(), move || {
            in_part(app, take_other(app, other.clone()), done);
        })],
        About::Older => vec![button("button", t.reload_page(), document::reload)],
        About::NearlyFull => vec![link(Route::Settings.href(), t.make_room()).class("button")],
        _ => Vec::new(),
    };
    el("div")
        .class(if grave { "notice danger" } else { "notice" })
        .child(el("p").child(text))
        .child(actions)
        .child(button("button secondary", t.close(), done))
}

/// Does something that a part may have to be fetched for.
fn in_part(
    app: App,
    action: impl Future<Output = Fetched<()>> + 'static,
    done: impl FnOnce() + 'static,
) {
    spawn_local(async move {
        match action.await {
            Ok(()) => done(),
            Err(NotFetched) => app.tell_not_fetched(),
        }
    });
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
        Callback::new(move |()| in_part(app, drop_set_aside(app, dropped.clone()), done)),
    );
    vec![
        button("button", t.download_set_aside(), move || {
            download_aside(app, &keys)
        }),
        button("button", t.restore_from_snapshot(), move || {
            in_part(app, restore_set_aside(app, restored.clone()), done);
        }),
        button("button", t.drop_texts(), move || dropping.set(true)),
        question,
    ]
}

/// Which answer two pages changed, and what the other one says.
fn edited_twice(other: &OtherAnswer) -> String {
    let (app, t) = (app(), t());
    let found = untrack(|| {
        app.with_head(|head| {
            let mut questions = head.questionnaire.questions.iter();
            let question = questions.find(|q| q.id.as_str() == other.id);
            let number = question.map_or(other.id.clone(), |q| q.number.clone());
            let name = head.partner(&other.partner).map(|p| p.name.clone());
            (number, name.unwrap_or_default())
        })
    });
    let (number, name) = found.unwrap_or_default();
    t.edited_twice(number, name)
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
