//! A field of the document's data: its name above it, saved while somebody
//! types and when they leave it.

use crate::ui::components::typed;
use crate::ui::el::{El, Text, el, span};
use leptos::prelude::*;
use std::rc::Rc;

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
