//! Exchange: the survey as a file, and files that come in.

use crate::bundle;
use crate::ui::components::Import;
use crate::ui::{app, document, t};
use leptos::prelude::*;

/// The exchange page.
#[component]
pub fn Exchange() -> impl IntoView {
    let t = t();
    view! {
        <div class="page">
            <h1>{t.exchange()}</h1>
            <div class="columns"><Export/><Import/></div>
        </div>
    }
}

/// The whole survey as one file.
#[component]
fn Export() -> impl IntoView {
    let (app, t) = (app(), t());
    let about = move || {
        let survey = app.survey()?;
        let received = t.sheets(survey.received());
        let text = t.export_text(
            &survey.head.title,
            t.bodies(survey.head.partners.len()),
            received,
        );
        let fingerprint = bundle::fingerprint(&survey).to_string();
        Some(view! {
            <p>{text}</p>
            <p class="fingerprint"><span>{t.fingerprint()}</span> <code data-fingerprint="">{fingerprint}</code></p>
            <p class="hint">{t.fingerprint_hint()}</p>
        })
    };
    let export = move |_| {
        app.flush();
        if let Some((name, text)) = untrack(|| app.export()) {
            // A browser that refuses a download says so itself.
            let _ = document::download(&name, &text);
        }
    };
    view! {
        <section class="card" aria-labelledby="export-title">
            <h2 id="export-title">{t.export_title()}</h2>
            {about}
            <p class="actions"><button type="button" class="button" data-export="" on:click=export>{t.export_button()}</button></p>
        </section>
    }
}
