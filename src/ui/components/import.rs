//! Import: choose files, see what would happen, say yes.

use crate::bundle::{Damage, Refusal, Warning};
use crate::i18n::Locale;
use crate::state::{Incoming, Outcome};
use crate::ui::{Page, Route, app, document, t};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{File, HtmlInputElement};

/// The import form, with its dry run.
#[component]
pub fn Import() -> impl IntoView {
    let (app, t) = (app(), t());
    app.clear_incoming();
    let choose = move |event: leptos::ev::Event| {
        let input: HtmlInputElement = event_target(&event);
        let files = chosen(&input);
        // The same file can be chosen again after it was changed.
        input.set_value("");
        if !files.is_empty() {
            spawn_local(app.preview(files));
        }
    };
    view! {
        <section class="card" aria-labelledby="import-title">
            <h2 id="import-title">{t.import_title()}</h2>
            <p id="import-text">{t.import_text()}</p>
            <label class="pick">
                <span>{t.import_pick()}</span>
                <input type="file" multiple data-import="" aria-describedby="import-text"
                    accept=".json,.txt,application/json,text/plain" on:change=choose/>
            </label>
            {move || {
                let incoming = app.incoming();
                (!incoming.is_empty()).then(|| view! { <DryRun incoming/> })
            }}
        </section>
    }
}

fn chosen(input: &HtmlInputElement) -> Vec<File> {
    let Some(files) = input.files() else {
        return Vec::new();
    };
    (0..files.length()).filter_map(|i| files.get(i)).collect()
}

#[component]
fn DryRun(incoming: Vec<Incoming>) -> impl IntoView {
    let (app, t) = (app(), t());
    let to_add = incoming
        .iter()
        .filter(|file| matches!(file.outcome, Outcome::New(_) | Outcome::Beside(..)))
        .count();
    let confirm = move |_| {
        if let Some(id) = app.confirm_incoming(|title| t.imported_title(title)) {
            document::go(&Route::Survey(id, Page::Overview).href());
        }
    };
    let lines: Vec<_> = incoming
        .into_iter()
        .map(|file| view! { <li><strong class="file">{file.file}</strong>{outcome(t, file.outcome)}</li> })
        .collect();
    view! {
        <div class="dry-run" data-dry-run="" aria-live="polite">
            <h3>{t.import_preview()}</h3>
            <ul>{lines}</ul>
            <p class="actions">
                {if to_add > 0 {
                    view! { <button type="button" class="button" data-confirm="" on:click=confirm>{t.import_confirm(to_add)}</button> }.into_any()
                } else {
                    view! { <span>{t.import_nothing()}</span> }.into_any()
                }}
                <button type="button" class="button secondary" on:click=move |_| app.clear_incoming()>{t.cancel()}</button>
            </p>
        </div>
    }
}

/// What would come of one file.
fn outcome(t: Locale, outcome: Outcome) -> AnyView {
    let (received, what, differs) = match outcome {
        Outcome::Refused(refusal) => return refused(t, refusal.code(), refusal_text(t, &refusal)),
        Outcome::Unreadable => return refused(t, "unreadable", t.file_unreadable().into()),
        Outcome::New(received) => (received, t.import_new(), None),
        Outcome::Identical(received) => (received, t.import_identical(), None),
        Outcome::Beside(received, changes) => (received, t.import_beside(), Some(changes)),
    };
    let head = &received.survey.head;
    let size = format!(
        "{}, {}",
        t.bodies(head.partners.len()),
        t.sheets(received.survey.received())
    );
    let differs = differs.map(|changes| {
        let mut parts = vec![t.import_differs(changes.answers())];
        if !changes.head.is_empty() {
            parts.push(t.import_head_differs().into());
        }
        view! { <p>{parts.join("; ")}</p> }
    });
    let warnings: Vec<_> = received
        .warnings
        .iter()
        .filter_map(|warning| Some(view! { <li>{warning_text(t, warning)?}</li> }))
        .collect();
    let warnings = (!warnings.is_empty()).then(|| {
        view! {
            <details class="warnings" open>
                <summary>{t.import_warnings(warnings.len())}</summary>
                <ul>{warnings}</ul>
            </details>
        }
    });
    view! {
        <p class="survey-name">{head.title.clone()} " · " {size}</p>
        <p>{what}</p>
        {differs}
        <p class="fingerprint"><span>{t.fingerprint()}</span> <code>{received.fingerprint.to_string()}</code></p>
        {warnings}
    }
    .into_any()
}

fn refused(t: Locale, code: &'static str, text: String) -> AnyView {
    view! { <p class="notice danger" role="alert" data-refusal=code>{text} " " {t.nothing_changed()}</p> }.into_any()
}

/// What is wrong, where, and what to do.
fn refusal_text(t: Locale, refusal: &Refusal) -> String {
    let megabytes = |bytes: u64| bytes.div_ceil(1024 * 1024);
    match refusal {
        Refusal::NotJson { .. } => t.file_not_json().into(),
        Refusal::NotABundle => t.file_not_a_bundle().into(),
        Refusal::TooNew { .. } => t.file_too_new().into(),
        Refusal::TooLarge { bytes, limit } => {
            t.file_too_large(megabytes(*bytes), megabytes(*limit))
        }
        Refusal::Damaged { place, problem } => t.file_damaged(damage_place(t, place, problem)),
    }
}

fn damage_place(t: Locale, place: &str, damage: &Damage) -> String {
    match damage {
        Damage::CutOff { .. } => t.place_end().into(),
        _ if !place.is_empty() => place.into(),
        Damage::Syntax { line, column } | Damage::NotUtf8 { line, column } => {
            t.place_at(line, column)
        }
        Damage::Unfit { .. } | Damage::Rule(_) => place.into(),
    }
}

/// A bundle without fingerprint is nothing to worry anyone with.
fn warning_text(t: Locale, warning: &Warning) -> Option<String> {
    Some(match warning {
        Warning::NoFingerprint => return None,
        Warning::FingerprintMismatch { written, computed } => t.warn_fingerprint(written, computed),
        Warning::Repaired(repair) => t.warn_repaired(repair.place()),
        Warning::Odd(problem) => t.warn_odd(&problem.place),
    })
}
