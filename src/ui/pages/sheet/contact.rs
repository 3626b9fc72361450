//! The contacts at the end of a sheet.

use super::question::Change;
use super::text::{Field, text_field};
use super::{sheet_context, step_section};
use crate::model::{About, AnswerState, ContactField, Value};
use crate::ui::components::state_badge;
use crate::ui::el::{El, el, p, span};
use crate::ui::{app, t};
use leptos::prelude::*;

/// All contact fields; nothing where the questionnaire has none.
pub fn contacts() -> Option<El> {
    let t = t();
    let context = sheet_context();
    let contacts = context.questionnaire.contacts.clone();
    let at = context.questionnaire.dimensions.len();
    let fields: Vec<_> = contacts.into_iter().map(row).collect();
    (!fields.is_empty()).then(|| {
        el("section")
            .class_hidden("card dimension", move || !context.shows(at))
            .attr("id", step_section(None))
            .attr("tabindex", "-1")
            .attr("aria-label", t.contacts())
            .child(el("h2").child(t.contacts()))
            .child(p("hint", t.contacts_hint()))
            .child(fields)
    })
}

fn row(contact: ContactField) -> El {
    let (app, t) = (app(), t());
    let context = sheet_context();
    let answer = context.records.contact(&contact.id);
    let edit = {
        let (records, partner) = (context.records.clone(), context.partner.clone());
        let id = contact.id.clone();
        Callback::new(move |change: Change| {
            app.edit_contact(&partner, &id, change.0);
            records.follow();
        })
    };
    let withheld = move || match &answer.read().value {
        Some(Value::Withheld(reason)) => Some(t.withheld(reason.get(t.code()))),
        _ => None,
    };
    let badge = move || match answer.read().state {
        AnswerState::Given => None,
        other => Some(state_badge(other.into())),
    };
    let remarks = About::Contact(contact.id.clone());
    let label_id = format!("contact-{}", contact.id);
    let label = p("label", contact.label.get(t.code()).to_owned()).attr("id", label_id.clone());
    let about = move || withheld().map(|text| span("about", text));
    el("div")
        .class("question")
        .attr("data-contact", contact.id.to_string())
        .attr("role", "group")
        .attr("aria-labelledby", label_id.clone())
        .child(label)
        .child(
            context
                .fields()
                .child(text_field(Field::Line, answer, edit, label_id, "")),
        )
        .child(context.beside(move |assist| (assist.contact)(answer)))
        .child(el("p").class("declare").live(badge).live(about))
        .child(context.beside(move |assist| (assist.remarks)(remarks.clone())))
}
