//! Fields that are typed into: text, lists, addresses, numbers, days.

use super::question::Change;
use crate::bundle::MAX_TEXT;
use crate::i18n::Locale;
use crate::model::{Answer, AnswerState, Value};
use crate::ui::el::{Part, el, live_in_place, p};
use crate::ui::t;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

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
/// `labelled_by` is the id of the element that names it.
pub fn text_field(
    field: Field,
    answer: RwSignal<Answer>,
    edit: Callback<Change>,
    labelled_by: String,
    hint: &'static str,
) -> Vec<AnyView> {
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
    // A state was declared in its place: it is kept and does not count. A text
    // like "N/A" says its state itself.
    let kept = move || {
        let answer = answer.read();
        let counts = answer.state == AnswerState::Given
            || answer.state == AnswerState::of_text(answer.text());
        (!counts).then(|| "kept".into())
    };
    // A date field of the browser cannot show a text that is no date.
    let as_date =
        field == Field::Date && answer.with_untracked(|a| !matches!(a.value, Some(Value::Text(_))));
    let kind = if as_date { "date" } else { "text" };
    let input = if field == Field::Lines {
        el("textarea").attr("rows", "2")
    } else {
        el("input").attr("type", kind)
    };
    let input = if field == Field::Number {
        input.attr("inputmode", "decimal")
    } else {
        input
    };
    let input = input
        .attr("aria-labelledby", labelled_by)
        .attr("maxlength", MAX_TEXT.to_string())
        .live_attr("class", kept)
        .prop("value", move || JsValue::from_str(&text.get()))
        .on("input", write);
    let hint = (!hint.is_empty()).then(|| p("hint", hint));
    let check = move || unread().map(|text| p("check", text).attr("role", "status"));
    vec![input.part(), hint.part(), live_in_place(check)]
}
