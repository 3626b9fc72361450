//! Home: the surveys of this browser, a new one, import.

use crate::model::SurveyHead;
use crate::state::Example;
use crate::storage::library::Summary;
use crate::ui::components::{copy_reminder, import};
use crate::ui::el::{El, Part, Reference, button, card, el, keyed, link, p, submit};
use crate::ui::manage::Model;
use crate::ui::{Page, Route, app, document, manage, t};
use leptos::prelude::*;
use web_sys::Event;

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
        .child(el("div").class("columns").child([new_survey(), import()]))
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

/// The form for a new survey.
fn new_survey() -> El {
    let (app, t) = (app(), t());
    let (title, choice) = (Reference::new(), Reference::new());
    let models = move || {
        let examples = document::examples().into_iter();
        let examples = examples.map(|e| (t.questionnaire_of(&e.name), Model::Example(e)));
        let here = app.surveys().into_iter();
        let here = here.map(|Summary { head, .. }| {
            let name = t.questionnaire_of(format!("«{}»", head.title));
            (name, Model::Here(head.id))
        });
        examples.chain(here).collect::<Vec<_>>()
    };
    let create = move |event: Event| {
        event.prevent_default();
        let (Some(title), Some(choice)) = (value(title), value(choice)) else {
            return;
        };
        let index = choice.parse::<usize>().unwrap_or_default();
        if let Some((_, model)) = models().into_iter().nth(index) {
            manage::with(app, move |manage| (manage.create)(app, model, title));
        }
    };
    let options = move || {
        let names = models().into_iter().enumerate();
        names
            .map(|(i, (name, _))| el("option").attr("value", i.to_string()).child(name))
            .collect::<Vec<_>>()
    };
    let field = el("input")
        .attr("type", "text")
        .attr("name", "title")
        .attr("required", "")
        .attr("maxlength", "200")
        .reference(title);
    let select = el("select")
        .attr("name", "questionnaire")
        .reference(choice)
        .live_in_place(options);
    let labelled = |text: &'static str, field: El| el("label").child([text.part(), field.part()]);
    let form = el("form")
        .class("stack")
        .on("submit", create)
        .child(labelled(t.new_title(), field))
        .child(labelled(t.new_questionnaire(), select))
        .child(p("actions", submit(t.create())));
    card("new-title", t.new_survey()).child(form)
}

/// What stands in a field.
fn value(field: Reference) -> Option<String> {
    let value = js_sys::Reflect::get(&*field.get_untracked()?, &"value".into());
    value.ok()?.as_string()
}
