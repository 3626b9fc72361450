//! A small form that opens beside what it is about: somebody writes something,
//! signs it, and the keyboard goes to what came of it. What was begun stays when
//! the form is closed, or the page left.

use super::super::sheet_context;
use crate::bundle::MAX_TEXT;
use crate::ui::components::{draft, draft_place, keep_draft, signature};
use crate::ui::el::{El, Reference, Text, button, el, live, p, submit};
use crate::ui::{app, t};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlTextAreaElement};

/// What such a form says.
pub struct Writing {
    /// Class of the button that opens it.
    pub class: &'static str,
    /// Mark of that button.
    pub mark: (&'static str, String),
    /// What that button says.
    pub open: &'static str,
    /// The same, with what it is about.
    pub open_about: String,
    /// Name of the field.
    pub label: &'static str,
    /// What there is to know; may be empty.
    pub hint: &'static str,
    /// What the button says that hands it in.
    pub add: &'static str,
    /// Takes the text, which is not empty; says where the keyboard goes, or that
    /// nothing came of it.
    pub keep: Callback<String, Option<String>>,
}

/// The button that opens the form, and the place where it opens.
pub fn writing(writing: Writing) -> (El, AnyView) {
    let t = t();
    let (name, mark) = writing.mark.clone();
    let survey = untrack(|| app().open_id());
    let place = survey.map(|id| draft_place(&id, &sheet_context().partner, (name, &mark)));
    let place = place.unwrap_or_default();
    // What was begun is in sight, and the keyboard stays where it is.
    let open = RwSignal::new(!draft(&place).is_empty());
    let place = StoredValue::new(place);
    let pressed = StoredValue::new(false);
    let opener = Reference::new();
    let resumes = move || !open.get() && place.with_value(|place| !draft(place).is_empty());
    let (says, about) = (writing.open, writing.open_about.clone());
    let about = move || {
        Some(if resumes() {
            t.action_on(t.resume_writing(), &about).into()
        } else {
            about.clone().into()
        })
    };
    let button = button(writing.class, "", move || {
        pressed.set_value(true);
        open.update(|open| *open = !*open);
    })
    .live_in_place(move || if resumes() { t.resume_writing() } else { says })
    .attr(name, mark)
    .live_attr("aria-label", about)
    .live_attr("aria-expanded", move || {
        Some(if open.get() { "true" } else { "false" }.into())
    })
    .reference(opener);
    let writing = StoredValue::new(writing);
    let opened = move || {
        let field = Reference::new();
        if pressed.get_value() {
            Effect::new(move |_| focus(field.get()));
        }
        writing.with_value(|writing| form(writing, place.get_value(), open, (opener, field)))
    };
    let form = live(move || open.get().then(|| untrack(opened)));
    (button, form)
}

fn form(
    writing: &Writing,
    place: String,
    open: RwSignal<bool>,
    (opener, field): (Reference, Reference),
) -> El {
    let t = t();
    let area = el("textarea")
        .attr("rows", "3")
        .attr("required", "")
        .attr("maxlength", MAX_TEXT.to_string())
        .on("input", {
            let place = place.clone();
            move |event| keep_draft(&place, &event_target_value(&event))
        })
        .child(draft(&place))
        .reference(field);
    let close = move || {
        open.set(false);
        focus(opener.get_untracked());
    };
    let keep = writing.keep;
    let hand_in = move || {
        let area = field.get_untracked();
        let area = area.and_then(|area| area.dyn_into::<HtmlTextAreaElement>().ok());
        let text = area.map(|area| area.value()).unwrap_or_default();
        if text.trim().is_empty() {
            return;
        }
        if let Some(to) = keep.run(text) {
            keep_draft(&place, "");
            // The form may be gone with what it stood in.
            let _ = open.try_set(false);
            request_animation_frame(move || focus_place(&to));
        }
    };
    let hint: Text = writing.hint.into();
    let hint = (!hint.is_empty()).then(|| p("hint", hint));
    el("form")
        .class("writing")
        .on("submit", move |event| {
            event.prevent_default();
            hand_in();
        })
        .on("keydown", move |event| {
            let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
            if key.as_deref() == Some("Escape") {
                close();
            }
        })
        .child(el("label").child(writing.label).child(area))
        .child(hint)
        .child(signature())
        .child(p("actions", submit(writing.add)).child(button(
            "button secondary",
            t.close(),
            close,
        )))
}

/// Puts the keyboard somewhere, and moves the view no more than that needs.
pub fn focus_place(id: &str) {
    let place = document().get_element_by_id(id);
    focus(place.and_then(|place| place.dyn_into().ok()));
}

fn focus(element: Option<HtmlElement>) {
    if let Some(element) = element {
        let _ = element.focus();
    }
}
