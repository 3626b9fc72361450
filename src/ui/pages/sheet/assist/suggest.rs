//! What stands beneath the field of a list question: terms that are suggested,
//! and how the list is read. What is pasted from lines or cells becomes a list.

use super::super::question::Change;
use super::super::sheet_context;
use super::Spot;
use crate::analysis::suggest::{Known, Typing, known_terms, pasted};
use crate::analysis::{Counting, Selection};
use crate::bundle::MAX_TEXT;
use crate::model::{AnswerState, EffectiveState, PartnerId, QuestionKind};
use crate::state::App;
use crate::ui::el::{El, button, el, span};
use crate::ui::{app, t};
use js_sys::JsString;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{ClipboardEvent, Event, HtmlTextAreaElement};

/// So many terms are suggested at once.
const MOST: usize = 8;

/// What stands beneath the field of a question.
pub fn beneath(spot: Spot) -> Option<El> {
    let t = t();
    if spot.question.with_value(|q| q.kind) != QuestionKind::List {
        return None;
    }
    let list = ListField {
        spot,
        app: app(),
        partner: StoredValue::new(sheet_context().partner),
        known: RwSignal::new(None),
    };
    // The field stands in the page by then.
    request_animation_frame(move || list.watch());
    let suggested = Memo::new(move |_| list.suggested());
    let chips = move || {
        let suggested = suggested.get()?;
        let chip = |known: Known| {
            let name = known.term.clone();
            button("chip", name, move || list.choose(&known))
        };
        let chips: Vec<El> = suggested.into_iter().map(chip).collect();
        let group = el("div")
            .class("chips suggested")
            .attr("role", "group")
            .attr("aria-label", t.suggested_terms());
        Some(group.child(chips))
    };
    let reading = Memo::new(move |_| list.as_it_is_read());
    let read_as = move || {
        let terms = reading.get()?;
        let terms = [" ", &terms].concat();
        Some([span("about", t.list_is_read()), span("terms", terms)])
    };
    let read_as = el("p")
        .class("read-as")
        .attr("aria-live", "polite")
        .live(read_as);
    let beneath = el("div").class("beneath-list");
    Some(beneath.live(chips).child(read_as))
}

/// A list question on the sheet. Its field belongs to the form, which works
/// without this part: what the field does more is added to it here.
#[derive(Clone, Copy)]
struct ListField {
    spot: Spot,
    app: App,
    partner: StoredValue<PartnerId>,
    /// What can be suggested; counted when the field is entered first.
    known: RwSignal<Option<Vec<Known>>>,
}

impl ListField {
    /// Reads what stands in the field; reactive.
    fn read<T>(self, look: impl FnOnce(&Typing) -> T) -> Option<T> {
        let answer = self.spot.answer.read();
        self.spot.question.with_value(|question| {
            self.app
                .with_head(|head| look(&Typing::new(&head.codebook, &question.id, answer.text())))
        })
    }

    /// What is suggested; nothing for a question that is not asked.
    fn suggested(self) -> Option<Vec<Known>> {
        if self.spot.state.get() == EffectiveState::NotAsked {
            return None;
        }
        let known = self.known.read();
        let known = known.as_ref()?;
        let suggested = self.read(|typing| {
            let suggested = typing.suggested(known, MOST).into_iter();
            suggested.cloned().collect::<Vec<_>>()
        });
        suggested.filter(|suggested| !suggested.is_empty())
    }

    /// What the list names; nothing where that is what stands there.
    fn as_it_is_read(self) -> Option<String> {
        if self.spot.answer.read().state != AnswerState::Given {
            return None;
        }
        let terms = self.read(|typing| typing.entries().join(" · "))?;
        let differs = terms != self.spot.answer.read().text().trim();
        (differs && !terms.is_empty()).then_some(terms)
    }

    /// Takes a suggested term, and keeps the keyboard in the field.
    fn choose(self, known: &Known) {
        let text = untrack(|| self.read(|typing| typing.with(known)));
        if let Some(text) = text {
            self.write(text, u32::MAX);
        }
    }

    /// Writes into the answer, and then puts the keyboard into the field, at a
    /// place of the text or at its end.
    fn write(self, text: String, caret: u32) {
        let change = Change::new(move |answer| answer.set_text(&text));
        self.spot.edit.run(change);
        request_animation_frame(move || {
            if let Some(field) = self.field() {
                let _ = field.focus();
                let _ = field.set_selection_range(caret, caret);
            }
        });
    }

    /// The field, as it stands in the page.
    fn field(self) -> Option<HtmlTextAreaElement> {
        // The page may have gone meanwhile.
        let id = self.spot.question.try_with_value(|q| q.id.to_string())?;
        // Ids are letters, digits and a few signs that need no care here.
        let selector = ["[data-question=\"", &id, "\"] textarea"].concat();
        let found = document().query_selector(&selector).ok().flatten()?;
        found.dyn_into().ok()
    }

    fn watch(self) {
        let Some(field) = self.field() else {
            return;
        };
        let listen = |event: &str, run: Closure<dyn FnMut(Event)>| {
            // It lives as long as the field.
            let run = run.into_js_value();
            let _ = field.add_event_listener_with_callback(event, run.unchecked_ref());
        };
        listen("focus", Closure::new(move |_| self.count()));
        listen("paste", Closure::new(move |event| self.paste(&event)));
        let active = document().active_element();
        if active.is_some_and(|active| active == *field.as_ref()) {
            self.count();
        }
    }

    /// Counts what the other sheets name, once.
    fn count(self) {
        if self.known.try_with_untracked(Option::is_none) != Some(true) {
            return;
        }
        let everybody = Selection::counting(Counting::WithDrafts);
        let known = untrack(|| {
            self.app.with_population(&everybody, |_, population| {
                self.spot.question.with_value(|question| {
                    let known = |own: &_| known_terms(population, question, own);
                    self.partner.with_value(known)
                })
            })
        });
        self.known.set(known);
    }

    /// Makes a list of what is pasted from several lines or cells.
    fn paste(self, event: &Event) {
        let Some(field) = self.field() else {
            return;
        };
        let clipboard = event.dyn_ref::<ClipboardEvent>();
        let clipboard = clipboard.and_then(ClipboardEvent::clipboard_data);
        let text = clipboard.and_then(|data| data.get_data("text/plain").ok());
        let place = |place: Result<Option<u32>, _>| place.ok().flatten();
        let start = place(field.selection_start());
        let end = place(field.selection_end());
        let (Some(text), Some(start), Some(end)) = (text, start, end) else {
            return;
        };
        // The browser counts in units of UTF-16.
        let whole = JsString::from(field.value());
        let before = String::from(whole.slice(0, start));
        let after = String::from(whole.slice(end, whole.length()));
        let Some(list) = pasted(&before, &text, &after) else {
            return;
        };
        let text = JsString::from([before, list, after.clone()].concat());
        // What is too long the browser cuts itself.
        if text.length() as usize > MAX_TEXT {
            return;
        }
        event.prevent_default();
        let caret = text.length() - JsString::from(after).length();
        self.write(text.into(), caret);
    }
}
