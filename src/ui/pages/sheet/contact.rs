//! The contacts at the end of a sheet.

use super::SheetContext;
use super::question::Change;
use super::text::{Field, TextField};
use crate::model::{AnswerState, ContactField, Value};
use crate::ui::components::StateBadge;
use crate::ui::{app, t};
use leptos::prelude::*;

/// All contact fields; nothing where the questionnaire has none.
#[component]
pub fn Contacts() -> impl IntoView {
    let t = t();
    let contacts = expect_context::<SheetContext>()
        .questionnaire
        .contacts
        .clone();
    let fields: Vec<_> = contacts
        .into_iter()
        .map(|contact| view! { <ContactRow contact/> })
        .collect();
    (!fields.is_empty()).then(|| {
        view! {
            <section class="card dimension" id="contacts" aria-labelledby="contacts-title">
                <h2 id="contacts-title">{t.contacts()}</h2>
                <p class="hint">{t.contacts_hint()}</p>
                {fields}
            </section>
        }
    })
}

#[component]
fn ContactRow(contact: ContactField) -> impl IntoView {
    let (app, t) = (app(), t());
    let partner = expect_context::<SheetContext>().partner;
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
        other => Some(view! { <StateBadge state=other.into()/> }),
    };
    let label_id = format!("contact-{}", contact.id);
    view! {
        <div class="question" data-contact=contact.id.to_string() role="group" aria-labelledby=label_id.clone()>
            <p class="label" id=label_id.clone()>{contact.label.get(t.code()).to_owned()}</p>
            <TextField field=Field::Line answer edit labelled_by=label_id.clone() hint=""/>
            <p class="declare">{badge} {move || withheld().map(|text| view! { <span class="about">{text}</span> })}</p>
        </div>
    }
}
