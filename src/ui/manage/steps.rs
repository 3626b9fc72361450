//! Undo and redo: the keys, the buttons, and the words for what was done.

use crate::analysis::words;
use crate::i18n::Locale;
use crate::model::{ContactId, PartnerId, SheetRecord, SurveyHead};
use crate::state::{App, Outcome, StepAbout};
use crate::ui::el::{El, button, el, link, p};
use crate::ui::{Page, Route, app, document, t};
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// So long a message stands.
const MESSAGE: Duration = Duration::from_secs(8);

/// What was undone or redone last, and where that is.
#[derive(Clone, PartialEq)]
struct Said {
    text: String,
    place: Option<(PartnerId, Vec<SheetRecord>)>,
}

/// Listens to the keys, and says what they have done.
pub fn follow_keys() -> El {
    let (app, t) = (app(), t());
    let said = RwSignal::new(None::<Said>);
    let count = StoredValue::new(0_u32);
    let listener = window_event_listener(ev::keydown, move |event| {
        let Some(back) = asks(&event) else {
            return;
        };
        event.prevent_default();
        let now = untrack(|| take(app, t, back));
        if let Some((partner, records)) = &now.place
            && shows(partner)
        {
            show(records);
        }
        said.set(Some(now));
        count.update_value(|n| *n += 1);
        let mine = count.get_value();
        let fade = move || {
            if count.try_get_value() == Some(mine) {
                said.set(None);
            }
        };
        set_timeout(fade, MESSAGE);
    });
    on_cleanup(move || listener.remove());
    // Whoever goes on has read it.
    let close = move || said.set(None);
    let typed = window_event_listener(ev::input, move |_| close());
    let pressed = window_event_listener(ev::click, move |_| close());
    let left = window_event_listener(ev::hashchange, move |_| close());
    on_cleanup(move || {
        typed.remove();
        pressed.remove();
        left.remove();
    });
    let text = move || said.get().map(|said| el("span").child(said.text));
    let way = move || {
        let (partner, records) = said.get()?.place?;
        if shows(&partner) {
            return None;
        }
        let question = records.into_iter().find_map(|record| match record {
            SheetRecord::Answer(id) => Some(id),
            _ => None,
        });
        let number = question.as_ref().and_then(|id| {
            let of = |head: &SurveyHead| head.questionnaire.question(id).map(|q| q.number.clone());
            untrack(|| app.with_head(of)).flatten()
        });
        let name = number.map_or(t.go_there().into(), |number| t.go_to_question(number));
        let page = match question {
            Some(question) => Page::Question(partner, question),
            None => Page::Sheet(partner),
        };
        let route = Route::Survey(untrack(|| app.open_id())?, page);
        Some(link(route.href(), name))
    };
    let shut = move || {
        said.read()
            .is_some()
            .then(|| button("link", t.close(), close))
    };
    // It stays, so that what comes into it is said aloud.
    let quiet = move || said.read().is_none().then_some("step-quiet");
    el("div")
        .live_attr("class", move || Some(quiet().unwrap_or("step-said").into()))
        .attr("role", "status")
        .attr("data-step-said", "")
        .live(text)
        .live(way)
        .live(shut)
}

/// Buttons that undo and redo, with what they would do; and what they have done.
pub fn buttons() -> El {
    let (app, t) = (app(), t());
    let said = RwSignal::new(String::new());
    let one = move |back: bool| {
        let next = Memo::new(move |_| {
            let about = app.next_step(back)?;
            Some(worded(app, t, &about))
        });
        let name = if back { t.step_back() } else { t.step_again() };
        // The button keeps its width, whatever it would do.
        let says = move || match (next.get(), back) {
            (Some(what), true) => Some(t.step_back_what(what).into()),
            (Some(what), false) => Some(t.step_again_what(what).into()),
            _ => None,
        };
        el("button")
            .attr("type", "button")
            .class("button secondary")
            .attr("data-step", if back { "back" } else { "again" })
            // Not `disabled`: a button that has the keyboard keeps it.
            .live_attr("aria-disabled", move || {
                next.read().is_none().then_some("true".into())
            })
            .on("click", move |_| {
                said.set(untrack(|| take(app, t, back)).text);
            })
            .live_attr("aria-label", says)
            .live_attr("title", says)
            .child(name)
    };
    let status = p("hint", "")
        .attr("role", "status")
        .live(move || said.get());
    el("div")
        .class("step-buttons")
        .attr("role", "group")
        .attr("aria-label", t.steps_label())
        .child([one(true), one(false)])
        .child(status)
}

/// Whether these keys ask to undo (`true`) or to redo, and mean the survey: a
/// question that is open is answered first, files that wait have their own way
/// back, and a draft in a form is the browser's.
fn asks(event: &KeyboardEvent) -> Option<bool> {
    if event.default_prevented() || event.alt_key() || !(event.ctrl_key() || event.meta_key()) {
        return None;
    }
    let key = event.key();
    let back = match key.as_str() {
        "z" | "Z" => !event.shift_key(),
        "y" | "Y" => false,
        _ => return None,
    };
    let is_there = |selector| document::there(selector);
    if is_there("dialog[open], [data-dry-run]") {
        return None;
    }
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let within = |selector: &str| {
        let target = target.as_ref();
        target.is_some_and(|t| t.closest(selector).ok().flatten().is_some())
    };
    let typing = within("textarea, input:not([type=checkbox], [type=radio]), [contenteditable]");
    let ours = within("[data-question], [data-contact], [data-written], [data-influence]")
        && !within("form, [data-draft]");
    (!typing || ours).then_some(back)
}

/// Takes a step; says what was done, and where.
fn take(app: App, t: Locale, back: bool) -> Said {
    let Some((about, outcome)) = app.take_step(back) else {
        let text = if back {
            t.nothing_to_undo()
        } else {
            t.nothing_to_redo()
        };
        return Said {
            text: text.into(),
            place: None,
        };
    };
    let what = worded(app, t, &about);
    let text = match (outcome, back) {
        (Outcome::Done, true) => t.step_undone(what),
        (Outcome::Done, false) => t.step_redone(what),
        (Outcome::Partly, _) => t.step_partly(what),
        (Outcome::Not, true) => t.step_not_undone(what),
        (Outcome::Not, false) => t.step_not_redone(what),
        (Outcome::Told, _) => t.step_told(what),
    };
    let place = match about {
        StepAbout::Sheet(partner, records, _) => Some((partner, records)),
        _ => None,
    };
    Said { text, place }
}

/// Whether the page shows the sheet of a partner.
fn shows(partner: &PartnerId) -> bool {
    match Route::parse(&document::hash()) {
        Route::Survey(_, Page::Sheet(shown) | Page::Question(shown, _) | Page::Step(shown, _)) => {
            shown == *partner
        }
        _ => false,
    }
}

/// Brings the first of these records into view.
fn show(records: &[SheetRecord]) {
    for record in records {
        match record {
            SheetRecord::Answer(id) => return document::show_field("data-question", id.as_str()),
            SheetRecord::Contact(id) => return document::show_field("data-contact", id.as_str()),
            _ => {}
        }
    }
}

/// What a step is about, in words.
fn worded(app: App, t: Locale, about: &StepAbout) -> String {
    untrack(|| app.with_head(|head| in_words(t, head, about))).unwrap_or_default()
}

fn in_words(t: Locale, head: &SurveyHead, about: &StepAbout) -> String {
    let name = |id: &PartnerId| head.partner(id).map_or(String::new(), |p| p.name.clone());
    match about {
        StepAbout::Sheet(partner, records, status) => {
            let written =
                |r: &&SheetRecord| matches!(r, SheetRecord::Answer(_) | SheetRecord::Contact(_));
            let what = match (records.iter().filter(written).count(), status) {
                (n @ 2.., _) => t.step_answers(n),
                (0, Some((before, after))) if records.len() == 1 => {
                    t.step_status(words::status(t, *before), words::status(t, *after))
                }
                _ => {
                    let mut words = records.iter().filter_map(|r| record(t, head, r));
                    words.next().unwrap_or_default()
                }
            };
            t.step_of(what, name(partner))
        }
        StepAbout::Head(parts) => part(t, head, parts),
        StepAbout::Added(name) => t.step_added(name),
        StepAbout::Removed(name) => t.step_removed(name),
        StepAbout::Named(name) => t.step_renamed(name),
        StepAbout::Moved(partner) => t.step_moved(name(partner)),
        StepAbout::Several(name) => name.clone(),
    }
}

/// A record of a sheet, in words.
fn record(t: Locale, head: &SurveyHead, record: &SheetRecord) -> Option<String> {
    Some(match record {
        SheetRecord::Answer(id) => question(t, head, id.as_str()),
        SheetRecord::Contact(id) => contact(t, head, id),
        SheetRecord::Remark(_) => t.step_remark().into(),
        SheetRecord::Reply(..) => t.step_reply().into(),
        SheetRecord::Transcribed => t.step_transcribed().into(),
        SheetRecord::Status => return None,
    })
}

fn question(t: Locale, head: &SurveyHead, id: &str) -> String {
    let mut questions = head.questionnaire.questions.iter();
    let found = questions.find(|q| q.id.as_str() == id);
    t.question_number(found.map_or(id, |q| q.number.as_str()))
}

fn contact(t: Locale, head: &SurveyHead, id: &ContactId) -> String {
    let mut contacts = head.questionnaire.contacts.iter();
    let found = contacts.find(|c| c.id == *id);
    found.map_or(id.as_str(), |c| c.label.get(t.code())).into()
}

/// Parts of the head, in words: the first says what it is about.
fn part(t: Locale, head: &SurveyHead, parts: &[String]) -> String {
    let said = parts.iter().find(|name| !name.starts_with("order/"));
    let first = said.or(parts.first()).map_or("", String::as_str);
    let name = first.trim_start_matches("order/");
    let (list, of) = name.split_once(['/', '.']).unwrap_or((name, ""));
    let word = match (list, of) {
        ("readings" | "factor", _) => {
            return t.step_of(t.step_readings(), question(t, head, of));
        }
        ("title", _) => t.step_title(),
        ("indicator", _) => t.step_target(),
        ("codebook", _) => t.step_codebook(),
        ("document", "deadline") => t.step_deadline(),
        ("document", _) => t.step_document(),
        ("glossary", _) => t.step_glossary(),
        ("conclusions", _) => t.step_conclusions(),
        ("influences", _) => t.step_influences(),
        ("issued", _) => t.step_issued(),
        ("slides", _) => t.step_slides(),
        ("dismissed", _) => t.step_proposals(),
        _ => t.step_head(),
    };
    word.into()
}
