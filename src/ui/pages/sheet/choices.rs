//! The choices of a closed question, each with its qualifier where several can
//! be chosen.

use super::question::Change;
use crate::model::{Answer, AnswerState, Choice, Question};
use crate::ui::el::{El, el, p};
use crate::ui::t;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// Radio buttons or checkboxes; a single choice can be cleared again.
pub fn choices(
    question: StoredValue<Question>,
    answer: RwSignal<Answer>,
    edit: Callback<Change>,
) -> Vec<El> {
    let t = t();
    let (single, options) = question.with_value(|q| (q.kind.is_single(), q.options.clone()));
    let rows = options.into_iter();
    let rows: Vec<_> = rows
        .map(|choice| row(question, answer, edit, choice, single))
        .collect();
    let choices = el("div").class("choices").child(rows);
    if !single {
        return vec![p("hint", t.several_choices()), choices];
    }
    let clear = move |_| {
        edit.run(Change::new(|a| {
            a.value = None;
            a.declare(AnswerState::Given);
        }));
    };
    let clear = el("button")
        .attr("type", "button")
        .class_hidden("link clear", move || {
            let answer = answer.read();
            answer.state != AnswerState::Given || answer.choices().is_empty()
        })
        .on("click", clear)
        .child(t.clear_choice());
    vec![choices.child(clear)]
}

fn row(
    question: StoredValue<Question>,
    answer: RwSignal<Answer>,
    edit: Callback<Change>,
    choice: Choice,
    single: bool,
) -> El {
    let t = t();
    let id = StoredValue::new(choice.id.clone());
    let label = choice.label.get(t.code()).to_owned();
    let is_given = move || answer.read().state == AnswerState::Given;
    let kept = move || id.with_value(|id| answer.read().has(id));
    // What was chosen before a state was declared is kept and does not count.
    let ticked = move || kept() && is_given();
    let kept = move || (kept() && !is_given()).then(|| "kept".into());
    let qualifier = answer.with_untracked(|a| {
        let chosen = a.choices().iter().find(|c| c.option == choice.id);
        chosen.map(|c| c.qualifier.clone()).unwrap_or_default()
    });
    let typed = RwSignal::new(qualifier.clone());
    // What stands beside the choice, or stood there before it was unticked.
    let beside = Memo::new(move |_| {
        let answer = answer.read();
        let mut choices = answer.choices().iter();
        let chosen = id.with_value(|id| choices.find(|c| c.option == *id));
        chosen.map_or_else(|| typed.get(), |c| c.qualifier.clone())
    });
    let tick = move |event: web_sys::Event| {
        let on = event_target_checked(&event);
        let stood = beside.get_untracked();
        typed.set(stood.clone());
        edit.run(Change::new(move |a| {
            question.with_value(|q| id.with_value(|id| a.tick(id, on, single, q.option_ids())));
            // The field still shows what stood beside the choice: it comes
            // back with it.
            id.with_value(|id| a.qualify(id, &stood));
        }));
    };
    let qualify = move |event| {
        let text: String = event_target_value(&event);
        typed.set(text.clone());
        edit.run(Change::new(move |a| {
            id.with_value(|id| a.qualify(id, &text))
        }));
    };
    let name = question.with_value(|q| q.id.to_string());
    let input = el("input")
        .attr("type", if single { "radio" } else { "checkbox" })
        .attr("name", name)
        .attr("value", choice.id.to_string())
        .prop("checked", move || ticked().into())
        .on("change", tick);
    // A single choice has a qualifier only where a sheet brought one.
    let qualified = !single || !qualifier.is_empty();
    let field = qualified.then(|| {
        el("input")
            .attr("type", "text")
            .class_hidden("qualifier", move || !ticked())
            .attr("aria-label", t.qualifier_of(&label))
            .attr("placeholder", t.qualifier_hint())
            .attr("maxlength", "200")
            .prop("value", move || JsValue::from_str(&beside.get()))
            .on("input", qualify)
    });
    let label = el("label")
        .live_attr("class", kept)
        .child([input, el("span").child(label)]);
    el("div").class("choice").child(label).child(field)
}
