//! A small form in which a term is chosen.

use super::bench::Bench;
use crate::analysis::EntryUse;
use crate::model::{CodebookEntry, TermId};
use crate::ui::el::{El, Reference, button, el, submit};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// What is asked.
pub struct Asked {
    /// Name of the field.
    pub label: String,
    /// What the button says.
    pub action: &'static str,
    /// The term that cannot be chosen.
    pub but: Option<TermId>,
    /// Terms of other questions can be chosen too; this one is proposed.
    pub elsewhere: Option<Option<TermId>>,
}

/// The form; it takes the keyboard. Calls back with the choice, or when nothing
/// changes.
pub fn choose(
    bench: Bench,
    asked: Asked,
    on_choice: Callback<TermId>,
    on_cancel: Callback<()>,
) -> El {
    let t = bench.t;
    let proposed = asked.elsewhere.clone().flatten();
    let chosen = RwSignal::new(proposed.clone());
    let option = |id: &TermId, name: String| {
        let option = el("option").attr("value", id.to_string()).child(name);
        if proposed.as_ref() == Some(id) {
            option.attr("selected", "")
        } else {
            option
        }
    };
    let (own, ignored) = bench.read.with_untracked(|read| {
        let options = |entries: &[EntryUse]| {
            let entries = entries.iter().filter(|e| Some(&e.id) != asked.but.as_ref());
            let options = entries.map(|e| option(&e.id, e.term.clone()));
            options.collect::<Vec<_>>()
        };
        let mut own = options(&read.uses.counted);
        own.extend(options(&read.uses.unused));
        (own, options(&read.uses.ignored))
    });
    let others = asked.elsewhere.map(|_| {
        let other = |entry: CodebookEntry| {
            let (_, numbers) = bench.numbers(&entry.questions);
            option(&entry.id, t.codebook_elsewhere(&entry.term, numbers))
        };
        untrack(|| bench.others().into_iter().map(other).collect())
    });
    let none = el("option").attr("value", "").child(t.codebook_choose());
    let reference = Reference::new();
    Effect::new(move |_| {
        let select = reference.get();
        if let Some(select) = select.as_ref().and_then(|s| s.dyn_ref::<HtmlElement>()) {
            let _ = select.focus();
        }
    });
    let select = el("select")
        .attr("aria-label", asked.label)
        .attr("required", "")
        .reference(reference)
        .on("change", move |event| {
            chosen.set(TermId::new(&event_target_value(&event)).ok());
        })
        .child(none)
        .child(own)
        .child(group(t.codebook_ignored(), ignored))
        .child(group(t.codebook_others(), others.unwrap_or_default()));
    let cancel = button("button secondary", t.cancel(), move || on_cancel.run(()));
    el("form")
        .class("rename")
        .on("submit", move |event| {
            event.prevent_default();
            if let Some(term) = chosen.get_untracked() {
                on_choice.run(term);
            }
        })
        .on("keydown", move |event| {
            let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
            if key.as_deref() == Some("Escape") {
                on_cancel.run(());
            }
        })
        .child([select, submit(asked.action), cancel])
}

/// Options under a heading; nothing where there is none.
fn group(name: &'static str, options: Vec<El>) -> Option<El> {
    (!options.is_empty()).then(|| el("optgroup").attr("label", name).child(options))
}
