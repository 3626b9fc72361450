//! Home: the surveys of this browser, a new one, import.

mod begin;

use crate::model::SurveyHead;
use crate::state::Example;
use crate::storage::library::Summary;
use crate::ui::components::copy_reminder;
use crate::ui::el::{El, button, el, keyed, link, p};
use crate::ui::lazy::lazy;
use crate::ui::{Page, Route, app, document, manage, t};
use leptos::prelude::*;

/// The home page.
pub fn home() -> El {
    let (app, t) = (app(), t());
    let cards = keyed(
        move || app.surveys(),
        |s| format!("{} {} {}", s.head.id, s.bodies, s.head.title),
        survey_card,
    );
    let empty = move || app.surveys().is_empty().then(|| p("empty", t.home_empty()));
    el("div")
        .class("page")
        .child(el("h1").child(t.home_title()))
        .child(p("lead", t.home_intro()))
        .live(empty)
        .child(el("ul").class("surveys").child(cards))
        .child(copy_reminder())
        .child(open_examples())
        .child(beginnings())
}

/// One button for each example that comes with the app.
fn open_examples() -> El {
    let (app, t) = (app(), t());
    let open = |example: Example| {
        let name = t.open_example(&example.name);
        button("button", name, move || {
            let example = example.clone();
            manage::with(app, move |manage| (manage.open_example)(app, example));
        })
    };
    let buttons: Vec<_> = document::examples().into_iter().map(open).collect();
    p("actions", buttons)
}

/// A survey in the list, with what can be done to it.
fn survey_card(survey: Summary) -> El {
    let (app, t) = (app(), t());
    let first = Page::first_of(&survey.head);
    let SurveyHead {
        id,
        title,
        created,
        invited,
        ..
    } = survey.head;
    let href = Route::Survey(id.clone(), first).href();
    let invited = !invited.is_empty();
    let mut about = if invited {
        t.invited_here().into()
    } else {
        t.bodies(survey.bodies)
    };
    if let Some(moment) = created {
        let made = t.created_on(document::day(t, moment.day()));
        about = format!("{about} · {made}");
    }
    let (renaming, deleting) = (RwSignal::new(false), RwSignal::new(false));
    let (to_rename, to_copy, to_delete) = (id.clone(), id.clone(), id);
    let copy_title = t.copy_of(&title);
    let (shown, gone) = (title.clone(), title.clone());
    let name = move || match renaming.get().then(manage::here).flatten() {
        Some(manage) => (manage.rename)(to_rename.clone(), shown.clone(), renaming),
        None => el("h2").child(link(href.clone(), shown.clone())),
    };
    let question = move || {
        let manage = deleting.get().then(manage::here).flatten()?;
        Some((manage.ask_to_delete)(to_delete.clone(), &gone))
    };
    let copy = move || {
        let (id, title) = (to_copy.clone(), copy_title.clone());
        manage::with(app, move |manage| (manage.duplicate)(app, &id, &title));
    };
    // What is set shows its form or its question.
    let showing = |shown: RwSignal<bool>| move || manage::with(app, move |_| shown.set(true));
    let action = |class, name: &'static str, press: Box<dyn FnMut()>| {
        button(class, name, press).attr("aria-label", t.action_on(name, &title))
    };
    let mut actions = vec![
        action("link", t.rename(), Box::new(showing(renaming))),
        action("link", t.duplicate(), Box::new(copy)),
        action("link danger", t.delete(), Box::new(showing(deleting))),
    ];
    if invited {
        // Who was invited keeps the survey as it came.
        actions.drain(..2);
    }
    el("li")
        .class("card survey-card")
        .live(name)
        .child(p("about", about))
        .child(p("actions", actions))
        .live(question)
}

lazy! { keeping =>
/// The ways to begin: a new survey, or a file.
fn beginnings() = begin::beginnings() }
