//! A field of the document's data: its name above it, saved while somebody
//! types and when they leave it.

use crate::ui::app;
use crate::ui::el::{El, Text, el, span};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::rc::Rc;
use std::time::Duration;

/// What is typed is an edit once nothing was typed for so long.
const PAUSE: Duration = Duration::from_millis(400);

/// What a field is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A line.
    Line,
    /// Several lines.
    Lines,
    /// A day.
    Day,
}

/// What to do with a text; `true` where whoever typed it has left the field.
pub type Edit = Rc<dyn Fn(&str, bool)>;

/// Its name and the field; the name is of the field alone, so that hints can
/// stand below.
pub fn field(
    name: impl Into<Text>,
    kind: Kind,
    value: impl Fn() -> String + Send + Sync + 'static,
    edit: impl Fn(&str, bool) + 'static,
) -> El {
    let value = Memo::new(move |_| value());
    made(name.into(), kind, value, |input| {
        typed(input, Rc::new(edit))
    })
}

/// The same, in a form that is handed in: it knows every letter at once.
pub fn form_field(
    name: impl Into<Text>,
    kind: Kind,
    value: impl Fn() -> String + Send + Sync + 'static,
    edit: impl Fn(&str) + 'static,
) -> El {
    let value = Memo::new(move |_| value());
    made(name.into(), kind, value, |input| {
        input.on("input", move |event| edit(&event_target_value(&event)))
    })
}

fn made(name: Text, kind: Kind, value: Memo<String>, listen: impl FnOnce(El) -> El) -> El {
    let input = match kind {
        Kind::Line => el("input").attr("type", "text").attr("maxlength", "500"),
        Kind::Day => el("input").attr("type", "date"),
        Kind::Lines => el("textarea").attr("rows", "2").attr("maxlength", "5000"),
    };
    let input = input.prop("value", move || value.get().into());
    el("label").child([span("label", name), listen(input)])
}

fn typed(input: El, edit: Edit) -> El {
    let app = app();
    let of = untrack(|| app.open_id());
    let edit = StoredValue::new_local(edit);
    let waiting = StoredValue::new_local(None::<(TimeoutHandle, String)>);
    let stop = move || {
        let waited = waiting.try_update_value(Option::take).flatten();
        waited.map(|(handle, text)| {
            handle.clear();
            text
        })
    };
    let run = move |text: &str, left| {
        if let Some(edit) = edit.try_get_value() {
            edit(text, left);
        }
    };
    // What was typed last is not lost with the page, and goes into no other
    // survey.
    on_cleanup(move || {
        if let Some(text) = stop()
            && untrack(|| app.open_id()) == of
        {
            run(text.trim(), true);
        }
    });
    input
        .on("input", move |event| {
            stop();
            let text = event_target_value(&event);
            let typed = text.clone();
            let later = move || {
                waiting.try_set_value(None);
                run(&typed, false);
            };
            if let Ok(handle) = set_timeout_with_handle(later, PAUSE) {
                waiting.set_value(Some((handle, text)));
            }
        })
        .on("change", move |event| {
            stop();
            run(event_target_value(&event).trim(), true);
        })
}
