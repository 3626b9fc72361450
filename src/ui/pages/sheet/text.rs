//! Fields that are typed into: text, lists, addresses, numbers, days.

use super::question::Change;
use crate::i18n::Locale;
use crate::model::{Answer, AnswerState, Value};
use crate::ui::t;
use leptos::prelude::*;

/// What kind of field it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// One line of text.
    Line,
    /// Several lines of text.
    Lines,
    /// A number.
    Number,
    /// A day.
    Date,
}

impl Field {
    /// What typing this text does to the answer.
    fn typed(self, answer: &mut Answer, text: &str) {
        match self {
            Self::Line | Self::Lines => answer.set_text(text),
            Self::Number => answer.set_number_text(text),
            Self::Date => answer.set_date_text(text),
        }
    }
}

/// The value as it stands in a field.
fn shown(t: Locale, answer: &Answer) -> String {
    match &answer.value {
        Some(Value::Text(text) | Value::Date(text)) => text.clone(),
        Some(Value::Number(number)) => t.number(number.as_str()),
        Some(Value::Choices(_) | Value::Withheld(_)) | None => String::new(),
    }
}

/// A field that is typed into. The browser keeps what is typed; the field is
/// written to only when the answer comes to say something else than the field.
#[component]
pub fn TextField(
    field: Field,
    answer: Memo<Answer>,
    edit: Callback<Change>,
    /// Id of the element that names the field.
    labelled_by: String,
    hint: &'static str,
) -> impl IntoView {
    let t = t();
    let typed = RwSignal::new(answer.with_untracked(|a| shown(t, a)));
    let text = Memo::new(move |_| {
        let text = typed.get();
        answer.with(|answer| {
            let mut same = answer.clone();
            field.typed(&mut same, &text);
            if same.value == answer.value {
                text
            } else {
                shown(t, answer)
            }
        })
    });
    let write = move |event| {
        let text: String = event_target_value(&event);
        typed.set(text.clone());
        edit.run(Change::new(move |a| field.typed(a, &text)));
    };
    let unread = move || {
        let answer = answer.read();
        let as_text =
            answer.state == AnswerState::Given && matches!(answer.value, Some(Value::Text(_)));
        match field {
            Field::Number if as_text => Some(t.not_a_number()),
            Field::Date if as_text => Some(t.not_a_day()),
            _ => None,
        }
    };
    // A date field of the browser cannot show a text that is no date.
    let as_date =
        field == Field::Date && answer.with_untracked(|a| !matches!(a.value, Some(Value::Text(_))));
    let kind = if as_date { "date" } else { "text" };
    let mode = (field == Field::Number).then_some("decimal");
    let input = if field == Field::Lines {
        view! { <textarea rows="2" aria-labelledby=labelled_by prop:value=move || text.get() on:input=write></textarea> }.into_any()
    } else {
        view! { <input type=kind inputmode=mode aria-labelledby=labelled_by prop:value=move || text.get() on:input=write/> }.into_any()
    };
    view! {
        {input}
        {(!hint.is_empty()).then(|| view! { <p class="hint">{hint}</p> })}
        {move || unread().map(|text| view! { <p class="check" role="status">{text}</p> })}
    }
}
