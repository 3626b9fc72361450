//! The contacts at the end of a sheet.

use super::question::Change;
use super::sheet_context;
use super::text::{Field, text_field};
use crate::model::{About, AnswerState, ContactField, Value};
use crate::ui::components::state_badge;
use crate::ui::el::{El, card, el, p, span};
use crate::ui::{app, t};
use leptos::prelude::*;

/// All contact fields; nothing where the questionnaire has none.
pub fn contacts() -> Option<El> {
    let t = t();
    let contacts = sheet_context().questionnaire.contacts.clone();
    let fields: Vec<_> = contacts.into_iter().map(row).collect();
    (!fields.is_empty()).then(|| {
        card("contacts-title", t.contacts())
            .class("card dimension")
            .attr("id", "contacts")
            .child(p("hint", t.contacts_hint()))
            .child(fields)
    })
}

fn row(contact: ContactField) -> El {
    let (app, t) = (app(), t());
    let partner = sheet_context().partner;
    let answer = {
        let (partner, id) = (partner.clone(), contact.id.clone());
        Memo::new(move |_| {
            app.with_sheet(&partner, |s| s.contacts.get(&id).cloned())
                .flatten()
                .unwrap_or_default()
        })
    };
    let edit = {
        let id = contact.id.clone();
        Callback::new(move |change: Change| app.edit_contact(&partner, &id, change.0))
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
        .child(text_field(Field::Line, answer, edit, label_id, ""))
        .child(el("p").class("declare").live(badge).live(about))
        .child(sheet_context().beside(move |assist| (assist.remarks)(remarks.clone())))
}
