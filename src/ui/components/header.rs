//! The slim header: home, whether everything is saved, language.

use crate::i18n::Locale;
use crate::state::Saving;
use crate::ui::{Route, app, document, t};
use leptos::prelude::*;

/// The slim header.
#[component]
pub fn Header() -> impl IntoView {
    let (app, t) = (app(), t());
    let saving = move || match app.saving() {
        Saving::Saved => ("saved", t.saved()),
        Saving::Pending => ("pending", t.saving()),
        Saving::Failed(_) => ("failed", t.not_saved()),
    };
    let in_survey = move || app.open_id().is_some();
    let languages = Locale::ALL.map(|locale| {
        let choose = move |_| {
            app.set_locale(locale);
            // The page was built anew: the keyboard stays where it was.
            request_animation_frame(move || document::focus(&language_id(locale)));
        };
        view! {
            <button type="button" id=language_id(locale) lang=locale.code()
                aria-pressed=(locale == t).to_string() on:click=choose>
                <span aria-hidden="true">{locale.code().to_uppercase()}</span>
                <span class="hidden">{locale.name()}</span>
            </button>
        }
    });
    view! {
        <header class="header">
            <a class="brand" href=Route::Home.href()>{t.app_name()}</a>
            <span role="status" class="saving" class:hidden=move || !in_survey() data-saving=move || saving().0>
                {move || in_survey().then(|| saving().1)}
            </span>
            <div class="languages" role="group" aria-label=t.language()>{languages}</div>
        </header>
    }
}

fn language_id(locale: Locale) -> String {
    format!("language-{}", locale.code())
}
