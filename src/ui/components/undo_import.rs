//! Taking the last import back.

use super::confirm;
use crate::i18n::Locale;
use crate::state::Undone;
use crate::ui::el::{El, button, el, span};
use crate::ui::{app, document, t};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// When the last import was and of how many files, with the way to take it back;
/// nothing where it cannot be.
pub fn last_import() -> El {
    let (app, t) = (app(), t());
    let line = el("div").class("last-import");
    let Some(last) = app.last_import() else {
        return line;
    };
    let files = t.files(last.imported.files as usize);
    let said = t.last_import(files, moment(t, last.at));
    line.attr("data-undo-import", "")
        .child(span("", said))
        .child(undo("link"))
}

/// The button that takes the last import back; it asks first where something
/// was edited since.
pub fn undo(class: &'static str) -> El {
    let (app, t) = (app(), t());
    let asking = RwSignal::new(None);
    let undo = move |sure| match app.undo_import(sure) {
        Undone::Ask(sheets) => asking.set(Some(sheets)),
        Undone::Done => document::focus_in_place("content"),
        Undone::Refused => {}
    };
    let question = move || {
        let sheets = asking.get()?;
        Some(confirm(
            RwSignal::new(true),
            t.undo_import_question().into(),
            t.undo_import_edited(sheets),
            t.undo_import(),
            Callback::new(move |()| undo(true)),
        ))
    };
    el("span")
        .child(button(class, t.undo_import(), move || undo(false)))
        .live(question)
}

/// A moment; of today, only the time.
fn moment(t: Locale, at: u64) -> String {
    let date = js_sys::Date::new(&JsValue::from(at as f64));
    if date.to_date_string() != js_sys::Date::new_0().to_date_string() {
        return document::moment(t, at);
    }
    let options = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&options, &"timeStyle".into(), &"short".into());
    t.today_at(String::from(date.to_locale_string(t.code(), &options)))
}
