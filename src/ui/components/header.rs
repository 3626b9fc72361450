//! The slim header: home, whether everything is saved, language.

use crate::i18n::Locale;
use crate::state::Saving;
use crate::ui::el::{El, el, link, span};
use crate::ui::{Route, app, document, t};
use leptos::prelude::*;

/// The slim header.
pub fn header() -> El {
    let (app, t) = (app(), t());
    let saving = move || match app.saving() {
        _ if app.only_shows() => ("saved", t.carried_only_shows()),
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
        let short = el("span")
            .child(locale.code().to_ascii_uppercase())
            .attr("aria-hidden", "true");
        el("button")
            .attr("type", "button")
            .attr("id", language_id(locale))
            .attr("lang", locale.code())
            .attr("aria-pressed", if locale == t { "true" } else { "false" })
            .on("click", choose)
            .child(short)
            .child(span("hidden", locale.name()))
    });
    let status = el("span")
        .attr("role", "status")
        .class_hidden("saving", move || !in_survey())
        .live_attr("data-saving", move || Some(saving().0.into()))
        .live_in_place(move || if in_survey() { saving().1 } else { "" });
    el("header")
        .class("header")
        .child(link(Route::Home.href(), t.app_name()).class("brand"))
        .child(status)
        .child(
            el("div")
                .class("languages")
                .attr("role", "group")
                .attr("aria-label", t.language())
                .child(languages),
        )
}

fn language_id(locale: Locale) -> String {
    format!("language-{}", locale.code())
}
