//! Home: the surveys of this browser, a new one, import.

use crate::model::{SurveyHead, SurveyId};
use crate::state::Example;
use crate::storage::library::Summary;
use crate::ui::components::{confirm, copy_reminder, import, rename};
use crate::ui::el::{El, Part, Reference, button, card, el, keyed, link, p, submit};
use crate::ui::{Page, Route, app, document, t};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement};

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

fn open_overview(id: SurveyId) {
    document::go(&Route::Survey(id, Page::Overview).href());
}

/// One button for each example that comes with the app.
fn open_examples() -> El {
    let (app, t) = (app(), t());
    let open = |example: Example| {
        let name = t.open_example(&example.name);
        button("button", name, move || {
            let example = example.clone();
            spawn_local(async move {
                if let Some(id) = app.add_example(&example).await {
                    open_overview(id);
                }
            });
        })
    };
    let buttons: Vec<_> = document::examples().into_iter().map(open).collect();
    p("actions", buttons)
}

/// A survey in the list, with what can be done to it.
fn survey_card(survey: Summary) -> El {
    let (app, t) = (app(), t());
    let SurveyHead {
        id, title, created, ..
    } = survey.head;
    let href = Route::Survey(id.clone(), Page::Overview).href();
    let mut about = t.bodies(survey.bodies);
    if let Some(moment) = created {
        let made = t.created_on(document::day(t, moment.day()));
        about = format!("{about} · {made}");
    }
    let (renaming, deleting) = (RwSignal::new(false), RwSignal::new(false));
    let (to_rename, to_copy, to_delete) = (id.clone(), id.clone(), id);
    let copy_title = t.copy_of(&title);
    let shown = title.clone();
    let on_name = Callback::new(move |name: String| {
        renaming.set(false);
        app.rename(&to_rename, &name);
        app.close();
    });
    let on_cancel = Callback::new(move |()| renaming.set(false));
    let name = move || {
        if renaming.get() {
            rename(shown.clone(), t.new_title(), on_name, on_cancel)
        } else {
            el("h2").child(link(href.clone(), shown.clone()))
        }
    };
    let named = |button: El, action| button.attr("aria-label", t.action_on(action, &title));
    let actions = [
        named(
            button("link", t.rename(), move || renaming.set(true)),
            t.rename(),
        ),
        named(
            button("link", t.duplicate(), move || {
                app.duplicate(&to_copy, &copy_title);
            }),
            t.duplicate(),
        ),
        named(
            button("link danger", t.delete(), move || deleting.set(true)),
            t.delete(),
        ),
    ];
    let question = confirm(
        deleting,
        t.delete_question(&title),
        t.delete_explained().into(),
        t.delete(),
        Callback::new(move |()| {
            app.delete(&to_delete);
        }),
    );
    el("li")
        .class("card survey-card")
        .live(name)
        .child(p("about", about))
        .child(p("actions", actions))
        .child(question)
}

/// Where the questionnaire of a new survey comes from.
#[derive(Clone)]
enum Model {
    Example(Example),
    Here(SurveyId),
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
        let (Some(Ok(title)), Some(Ok(choice))) = (
            title
                .get_untracked()
                .map(JsCast::dyn_into::<HtmlInputElement>),
            choice
                .get_untracked()
                .map(JsCast::dyn_into::<HtmlSelectElement>),
        ) else {
            return;
        };
        let index = choice.value().parse::<usize>().unwrap_or_default();
        let Some((_, model)) = models().into_iter().nth(index) else {
            return;
        };
        let title = title.value();
        spawn_local(async move {
            let made = match model {
                Model::Example(example) => app.create_from_example(&example, &title).await,
                Model::Here(id) => app.create_from(&id, &title),
            };
            if let Some(id) = made {
                open_overview(id);
            }
        });
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
