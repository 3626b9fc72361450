//! One text at work: what changed under it, its field with a few buttons, and
//! how it will stand in the report.

use super::chapter::Chapter;
use super::preview::preview;
use super::review::review;
use super::typing::{self, Format};
use crate::analysis::stale::Written;
use crate::bundle::MAX_TEXT;
use crate::model::ConclusionId;
use crate::ui::document;
use crate::ui::el::{El, button, el, p};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlTextAreaElement;

/// Id of the field of a text.
fn field_id(id: &ConclusionId) -> String {
    ["text-", id.as_str()].concat()
}

/// Puts the keyboard into the field of a text.
pub fn focus(id: &ConclusionId) {
    document::focus(&field_id(id));
}

/// Changes the text of a field as a button does, and writes it.
pub fn edit(
    chapter: Chapter,
    id: &ConclusionId,
    change: impl FnOnce(&str, u32, u32) -> typing::Edit,
) {
    let found = leptos::prelude::document().get_element_by_id(&field_id(id));
    let Some(area) = found.and_then(|found| found.dyn_into::<HtmlTextAreaElement>().ok()) else {
        return;
    };
    let text = area.value();
    let end = area.selection_end().ok().flatten().unwrap_or_default();
    let start = area.selection_start().ok().flatten().unwrap_or(end);
    let edit = change(&text, start, end);
    // Fails only where the places are not in the text; they were taken from it.
    let _ = area.set_range_text_with_start_and_end(&edit.text, edit.start, edit.end);
    write(chapter, id, &area.value());
    let _ = area.focus();
    let _ = area.set_selection_range(edit.select.0, edit.select.1);
}

fn write(chapter: Chapter, id: &ConclusionId, text: &str) {
    let dimension = chapter.dimension.get_value();
    chapter
        .desk
        .app
        .write_conclusion(id, dimension.as_ref(), text);
}

pub fn editor(chapter: Chapter, id: ConclusionId, several: Memo<bool>) -> El {
    let desk = chapter.desk;
    let t = desk.t;
    let text = {
        let id = id.clone();
        Memo::new(move |_| chapter.with(&id, |c| c.text.clone()).unwrap_or_default())
    };
    let label = {
        let id = id.clone();
        move || {
            let place = chapter
                .ids
                .with(|ids| ids.iter().position(|one| *one == id));
            match place.filter(|_| several.get()) {
                Some(place) => t.conclusion_nth(place + 1),
                None => t.conclusion_text().into(),
            }
        }
    };
    let field = field_id(&id);
    let hint = ["hint-", id.as_str()].concat();
    let label = el("label")
        .class("label")
        .attr("for", field.clone())
        .live_in_place(label);
    let typed = {
        let id = id.clone();
        move |event| write(chapter, &id, &event_target_value(&event))
    };
    let entered = {
        let id = id.clone();
        move |_| desk.target.set(Some(id.clone()))
    };
    let keys = {
        let id = id.clone();
        move |event: web_sys::Event| {
            let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
                return;
            };
            if !(key.ctrl_key() || key.meta_key()) || key.alt_key() || key.shift_key() {
                return;
            }
            let format = match key.key().as_str() {
                "b" | "B" => Format::Bold,
                "i" | "I" => Format::Italic,
                _ => return,
            };
            event.prevent_default();
            edit(chapter, &id, |text, start, end| {
                typing::format(format, text, start, end, "")
            });
        }
    };
    let area = el("textarea")
        .attr("id", field)
        .attr("rows", "12")
        .attr("maxlength", MAX_TEXT.to_string())
        .attr("aria-describedby", hint.clone())
        .prop("value", move || JsValue::from_str(&text.read()))
        .on("input", typed)
        .on("focus", entered)
        .on("keydown", keys);
    let on = Written::Conclusion(id.clone());
    let again = {
        let id = id.clone();
        move || focus(&id)
    };
    let remove = {
        let id = id.clone();
        move || {
            let id = id.clone();
            let remove = move || desk.app.remove_conclusion(&id);
            let button = button("button secondary small", t.conclusion_delete(), remove);
            several.get().then(|| p("actions", button))
        }
    };
    el("section")
        .class("card")
        .attr("data-written", id.to_string())
        .attr("aria-label", t.conclusion_text())
        .child(review(desk, on, again))
        .child(label)
        .child(toolbar(chapter, &id))
        .child(area)
        .child(p("hint", t.conclusion_hint()).attr("id", hint))
        .live(remove)
        .child(el("h3").child(t.conclusion_preview()))
        .child(preview(desk, text))
}

/// The buttons that do what the language of the text can.
fn toolbar(chapter: Chapter, id: &ConclusionId) -> El {
    let t = chapter.desk.t;
    let one = |format: Format, sign: &'static str, name: &'static str| {
        let id = id.clone();
        let press = move || {
            edit(chapter, &id, |text, start, end| {
                typing::format(format, text, start, end, t.format_link_words())
            });
        };
        button("icon", sign, press)
            .attr("aria-label", name)
            .attr("title", name)
            .attr("data-format", format.name())
    };
    el("div")
        .class("toolbar")
        .attr("role", "group")
        .attr("aria-label", t.conclusion_format())
        .child([
            one(Format::Bold, "B", t.format_bold()),
            one(Format::Italic, "I", t.format_italic()),
            one(Format::List, "•", t.format_list()),
            one(Format::Link, "↗", t.format_link()),
        ])
}
