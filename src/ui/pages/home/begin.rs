//! How a survey begins: made new, or brought by a file.

use crate::storage::library::Summary;
use crate::ui::components::{import, in_a_file, save_a_copy};
use crate::ui::el::{El, Part, Reference, card, el, p, submit};
use crate::ui::manage::Model;
use crate::ui::{app, document, manage, t};
use leptos::prelude::*;
use web_sys::Event;

/// What to know of a page from a file, and the forms.
pub fn beginnings() -> El {
    let forms = el("div").class("columns").child([new_survey(), import()]);
    let app = app();
    let save = move || (!app.surveys().is_empty()).then(|| untrack(|| p("actions", save_a_copy())));
    let file = in_a_file().map(|card| card.live(save));
    el("div").child(file).child(forms)
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
