//! What the person has to be told, below the header until it is closed.

use super::undo_import;
use crate::state::{About, Notice, OtherAnswer, Saving, fetch_exchange};
use crate::storage::StoreError;
use crate::ui::el::{El, Part, button, el, keyed, link};
use crate::ui::lazy::lazy;
use crate::ui::{Route, app, document, manage, t, wording};
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
            Some(
                notice
                    .child(el("p").child(text))
                    .child(el("div").class("notice-actions").child(actions)),
            )
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
        About::CarriedDamaged => (true, t.carried_damaged().into()),
        About::ExampleNotThere => (true, t.example_not_there().into()),
        About::PartNotThere => (true, t.part_not_there().into()),
        About::NewVersion => (false, t.new_version().into()),
        About::UpdatedElsewhere => (false, t.updated_elsewhere().into()),
        About::EditedTwice(other) => (true, edited_twice(other)),
        About::CanUndo(removed) => (false, t.removed(removed.name())),
        About::Invited(title) => (false, t.invited_to(title)),
        About::Imported(files) => (false, t.imported(*files)),
        About::ImportUndone => (false, t.import_undone().into()),
        About::ImportRefused(error) => {
            let why = wording::store_error(t, error);
            (true, t.import_refused(why))
        }
        About::Restored(n, of) => (n < of, t.restored(n, of)),
    };
    let close = match &about {
        About::NewVersion | About::UpdatedElsewhere => t.later(),
        _ => t.close(),
    };
    let close = button("link", close, move || app.dismiss(id));
    let actions = match &about {
        About::CanUndo(_) | About::SetAside(_) | About::EditedTwice(_) => {
            actions(Notice { id, about })
        }
        About::NewVersion => button("button", t.change_over(), || {
            document::tell("rilievo-update");
        })
        .part(),
        About::Older | About::UpdatedElsewhere => reload().part(),
        About::NearlyFull | About::ImportRefused(_) => make_room().part(),
        About::Imported(_) => undo_import(),
        _ => None::<El>.part(),
    };
    el("div")
        .class(if grave { "notice danger" } else { "notice" })
        .child(el("p").child(text))
        .child(
            el("div")
                .class("notice-actions")
                .child([actions, close.part()]),
        )
}

lazy! { keeping =>
/// What can be done about it.
fn actions(notice: Notice) = manage::actions(notice.clone()) }

lazy! { exchange =>
/// The way to take an import back.
fn undo_import() = undo_import::undo("button secondary") }

fn reload() -> El {
    button("button", t().reload_page(), document::reload)
}

fn make_room() -> El {
    link(Route::Settings.href(), t().make_room()).class("button secondary")
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
