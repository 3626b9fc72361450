//! A field of a slide, saved while somebody types: a deck is composed anew after
//! each edit, so what is typed is one only after a moment without a letter.

use crate::bundle::MAX_TEXT;
use crate::ui::components::typed;
use crate::ui::el::{El, el, p};
use leptos::prelude::*;
use std::rc::Rc;

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
    let edit = move |text: &str, left| {
        edit(text, left);
        if left {
            // What stands now may be the survey's again.
            written.try_set(());
        }
    };
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
        typed(input, Rc::new(edit)),
        p("hint", hint).attr("id", about),
    ])
}
