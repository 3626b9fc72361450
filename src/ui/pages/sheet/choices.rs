//! The choices of a closed question, each with its qualifier where several can
//! be chosen.

use super::question::Change;
use crate::model::{Answer, AnswerState, Choice, Question};
use crate::ui::t;
use leptos::prelude::*;

/// Radio buttons or checkboxes; a single choice can be cleared again.
#[component]
pub fn Choices(
    question: StoredValue<Question>,
    answer: Memo<Answer>,
    edit: Callback<Change>,
) -> impl IntoView {
    let t = t();
    let (single, options) = question.with_value(|q| (q.kind.is_single(), q.options.clone()));
    let any = Memo::new(move |_| !answer.read().choices().is_empty());
    let clear = move |_| {
        edit.run(Change::new(|a| {
            a.value = None;
            a.declare(AnswerState::Given);
        }));
    };
    let rows: Vec<_> = options
        .into_iter()
        .map(|choice| view! { <ChoiceRow question answer edit choice single/> })
        .collect();
    view! {
        {(!single).then(|| view! { <p class="hint">{t.several_choices()}</p> })}
        <div class="choices">
            {rows}
            {single.then(|| view! {
                <button type="button" class="link clear" class:hidden=move || !any.get() on:click=clear>{t.clear_choice()}</button>
            })}
        </div>
    }
}

#[component]
fn ChoiceRow(
    question: StoredValue<Question>,
    answer: Memo<Answer>,
    edit: Callback<Change>,
    choice: Choice,
    single: bool,
) -> impl IntoView {
    let t = t();
    let id = StoredValue::new(choice.id.clone());
    let label = choice.label.get(t.code()).to_owned();
    let ticked = Memo::new(move |_| id.with_value(|id| answer.read().has(id)));
    let qualifier = answer.with_untracked(|a| {
        let chosen = a.choices().iter().find(|c| c.option == choice.id);
        chosen.map(|c| c.qualifier.clone()).unwrap_or_default()
    });
    let beside = StoredValue::new(qualifier.clone());
    let tick = move |event: leptos::ev::Event| {
        let on = event_target_checked(&event);
        edit.run(Change::new(move |a| {
            question.with_value(|q| id.with_value(|id| a.tick(id, on, single, q.option_ids())));
            // The field still shows what stood beside the choice: it comes
            // back with it.
            id.with_value(|id| beside.with_value(|text| a.qualify(id, text)));
        }));
    };
    let qualify = move |event| {
        let text: String = event_target_value(&event);
        beside.set_value(text.clone());
        edit.run(Change::new(move |a| {
            id.with_value(|id| a.qualify(id, &text))
        }));
    };
    let name = question.with_value(|q| q.id.to_string());
    let kind = if single { "radio" } else { "checkbox" };
    let qualifier_label = t.qualifier_of(&label);
    // A single choice has a qualifier only where a sheet brought one.
    let qualified = !qualifier.is_empty();
    view! {
        <div class="choice">
            <label>
                <input type=kind name=name value=choice.id.to_string() prop:checked=move || ticked.get() on:change=tick/>
                <span>{label}</span>
            </label>
            {(!single || qualified).then(|| view! {
                <input type="text" class="qualifier" class:hidden=move || !ticked.get() aria-label=qualifier_label
                    placeholder=t.qualifier_hint() prop:value=qualifier maxlength="200" on:input=qualify/>
            })}
        </div>
    }
}
