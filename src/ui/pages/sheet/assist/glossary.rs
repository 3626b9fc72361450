//! Words of the glossary, explained where they stand, and all of them in a list.

use crate::analysis::glossary::{Word, words};
use crate::model::GlossaryTerm;
use crate::ui::el::{El, Part, el, on_demand, p};
use crate::ui::{app, t};
use leptos::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

/// A text in which the words of the glossary are explained.
pub fn explained(text: String) -> AnyView {
    let glossary = glossary();
    let found = words(&glossary, &text);
    let mut parts = Vec::new();
    let mut end = 0;
    for Word { term, range } in found {
        let (before, word) = (text.get(end..range.start), text.get(range.clone()));
        let (Some(before), Some(word), Some(entry)) = (before, word, glossary.get(term)) else {
            continue;
        };
        parts.push(before.to_owned().part());
        parts.push(word_button(word.into(), entry).part());
        end = range.end;
    }
    parts.push(text.get(end..).unwrap_or_default().to_owned().part());
    parts.part()
}

/// All words of the glossary, where the survey has one.
pub fn glossary_list() -> Option<El> {
    let t = t();
    let glossary = glossary();
    if glossary.is_empty() {
        return None;
    }
    let list = move || {
        let entries = glossary.iter().flat_map(|entry| {
            let term = el("dt").child(entry.term.get(t.code()).to_owned());
            let meaning = el("dd").child(entry.meaning.get(t.code()).to_owned());
            [term, meaning]
        });
        let entries: Vec<El> = entries.collect();
        let list = el("dl").class("glossary").child(entries);
        el("div").child(p("hint", t.glossary_hint())).child(list)
    };
    Some(on_demand(t.glossary(), list).class("tool"))
}

fn glossary() -> Vec<GlossaryTerm> {
    let glossary = untrack(|| app().with_head(|head| head.glossary.or_default()));
    glossary.unwrap_or_default()
}

/// A word that opens what it means. What it means stands behind the paragraph
/// and not in it: the paragraph of a question is the name of its field, which
/// stays what it is.
fn word_button(word: String, entry: &GlossaryTerm) -> El {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    let id = format!("word-{}", NEXT.fetch_add(1, Ordering::Relaxed));
    let t = t();
    let (term, meaning) = (entry.term.get(t.code()), entry.meaning.get(t.code()));
    let says = [term, ": ", meaning].concat();
    let open = RwSignal::new(false);
    let close = {
        let id = id.clone();
        move || {
            open.set(false);
            remove(&id);
        }
    };
    let press = {
        let (id, close) = (id.clone(), close.clone());
        move |event: Event| {
            if open.get_untracked() {
                close();
            } else if let Some(paragraph) = paragraph(&event) {
                open.set(true);
                put_behind(&paragraph, &id, says.clone());
            }
        }
    };
    let escape = move |event: Event| {
        let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
        if open.get_untracked() && key.as_deref() == Some("Escape") {
            close();
        }
    };
    let expanded = move || Some(if open.get() { "true" } else { "false" }.into());
    let controlled = id.clone();
    let controls = move || open.get().then(|| controlled.clone().into());
    on_cleanup(move || remove(&id));
    el("button")
        .attr("type", "button")
        .class("word")
        .live_attr("aria-expanded", expanded)
        .live_attr("aria-controls", controls)
        .on("click", press)
        .on("keydown", escape)
        .child(word)
}

/// The paragraph in which the word stands that was pressed.
fn paragraph(event: &Event) -> Option<Element> {
    let word: Element = event.current_target()?.dyn_into().ok()?;
    word.closest("p").ok().flatten()
}

/// Puts a note behind a paragraph. It is empty first, so that what it says is
/// read out when it comes.
fn put_behind(paragraph: &Element, id: &str, says: String) {
    let Ok(note) = document().create_element("p") else {
        return;
    };
    note.set_id(id);
    note.set_class_name("word-note");
    for (name, value) in [("role", "note"), ("aria-live", "polite")] {
        let _ = note.set_attribute(name, value);
    }
    let _ = paragraph.insert_adjacent_element("afterend", &note);
    request_animation_frame(move || note.set_text_content(Some(&says)));
}

fn remove(id: &str) {
    if let Some(note) = document().get_element_by_id(id) {
        note.remove();
    }
}
