//! What the person has to be told, below the header until it is closed.

use super::confirm;
use crate::state::{About, App, Notice, OtherAnswer, Saving, fetch_exchange};
use crate::storage::{Key, StoreError};
use crate::ui::el::{El, button, el, keyed, link, p};
use crate::ui::{Page, Route, app, document, t, wording};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// All notices; a store that refuses edits has its own, which stays.
pub fn notice_list() -> El {
    let (app, t) = (app(), t());
    let refused = move || match app.saving() {
        Saving::Failed(error) => {
            let older = error == StoreError::Older;
            let mut text = wording::store_error(t, &error);
            if !older {
                text = format!("{text} {}", t.edits_in_memory());
            }
            // What the way out needs should be here before somebody takes it;
            // where it is not, the export tells.
            spawn_local(async {
                let _ = fetch_exchange().await;
            });
            let export = move || spawn_local(document::export(app));
            let actions = if older {
                let export = button("button secondary", t.export_now(), export);
                [reload(), export]
            } else {
                [button("button", t.export_now(), export), make_room()]
            };
            let notice = el("div").class("notice danger").attr("role", "alert");
            Some(notice.child(el("p").child(text)).child(p("", actions)))
        }
        Saving::Saved | Saving::Pending => None,
    };
    // What the lasting notice says is not said twice.
    let others = move || {
        let mut all = app.notices();
        if app.saving() == Saving::Failed(StoreError::Older) {
            all.retain(|notice| !matches!(notice.about, About::Older));
        }
        all
    };
    let notices = keyed(others, |n| n.id.to_string(), one);
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
            app.take_other(other.clone());
            done();
        })],
        About::Older => vec![reload()],
        About::NearlyFull => vec![make_room()],
        _ => Vec::new(),
    };
    el("div")
        .class(if grave { "notice danger" } else { "notice" })
        .child(el("p").child(text))
        .child(p("", actions).child(button("link", t.close(), done)))
}

fn reload() -> El {
    button("button", t().reload_page(), document::reload)
}

fn make_room() -> El {
    link(Route::Settings.href(), t().make_room()).class("button secondary")
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

/// Which answer two pages changed.
fn edited_twice(other: &OtherAnswer) -> String {
    let (app, t) = (app(), t());
    let found = untrack(|| {
        app.with_head(|head| {
            let mut questions = head.questionnaire.questions.iter();
            let mut contacts = head.questionnaire.contacts.iter();
            let what = if other.contact {
                let contact = contacts.find(|c| c.id.as_str() == other.id);
                contact.map(|c| c.label.get(t.code()).to_owned())
            } else {
                let question = questions.find(|q| q.id.as_str() == other.id);
                question.map(|q| t.question_number(&q.number))
            };
            let name = head.partner(&other.partner).map(|p| p.name.clone());
            (what.unwrap_or_default(), name.unwrap_or_default())
        })
    });
    let (what, name) = found.unwrap_or_default();
    t.edited_twice(what, name)
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
