//! A field of a slide, saved while somebody types: a deck is composed anew after
//! each edit, so what is typed is one only after a moment without a letter.

use super::desk::Desk;
use crate::bundle::MAX_TEXT;
use crate::ui::el::{El, el, p};
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::rc::Rc;
use std::time::Duration;

/// What is typed is an edit once nothing was typed for so long.
const PAUSE: Duration = Duration::from_millis(400);

/// What to do with a text; `true` where whoever typed it has left the field.
type Edit = Rc<dyn Fn(&str, bool)>;

/// What a field is called, and what it says below.
pub struct Words {
    /// Its id in the page.
    pub id: String,
    /// Its name.
    pub name: &'static str,
    /// What to know of it.
    pub hint: &'static str,
    /// Whether it has several lines.
    pub long: bool,
}

/// The field; `edit` is told the text, and whether whoever typed it has left.
pub fn field(
    desk: Desk,
    words: Words,
    value: impl Fn() -> String + Send + Sync + 'static,
    edit: impl Fn(&str, bool) + 'static,
) -> El {
    let Words {
        id,
        name,
        hint,
        long,
    } = words;
    let value = Memo::new(move |_| value());
    let written = RwSignal::new(());
    let input = if long {
        el("textarea").attr("rows", "3")
    } else {
        el("input").attr("type", "text")
    };
    let most = if long { MAX_TEXT } else { 300 };
    let about = ["hint-", &id].concat();
    let input = input
        .attr("id", id.clone())
        .attr("maxlength", most.to_string())
        .attr("aria-describedby", about.clone())
        .prop("value", move || {
            written.track();
            value.get().into()
        });
    let label = el("label").class("label").attr("for", id).child(name);
    el("div").class("slide-field").child([
        label,
        typed(desk, input, written, Rc::new(edit)),
        p("hint", hint).attr("id", about),
    ])
}

fn typed(desk: Desk, input: El, written: RwSignal<()>, edit: Edit) -> El {
    let of = untrack(|| desk.app.open_id());
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
    // What was typed last is not lost with the field, and goes into no other
    // survey.
    on_cleanup(move || {
        if let Some(text) = stop()
            && untrack(|| desk.app.open_id()) == of
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
            // What stands now may be the survey's again.
            written.try_set(());
        })
}
