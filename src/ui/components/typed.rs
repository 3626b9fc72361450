//! What is typed into a field becomes an edit after a moment without a letter, and
//! when whoever typed it leaves the field.

use crate::ui::app;
use crate::ui::el::El;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::rc::Rc;
use std::time::Duration;

/// What is typed is an edit once nothing was typed for so long.
const PAUSE: Duration = Duration::from_millis(400);

/// What to do with a text; `true` where whoever typed it has left the field.
pub type Edit = Rc<dyn Fn(&str, bool)>;

/// The input, which tells `edit` what is typed into it.
pub fn typed(input: El, edit: Edit) -> El {
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
