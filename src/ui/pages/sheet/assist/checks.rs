//! Remarks while typing, none of which holds anybody up; and why a follow-up
//! stands as it does.

use super::super::question::Change;
use super::super::{SheetContext, sheet_context};
use super::Spot;
use crate::analysis::checks::{self, Oddity};
use crate::analysis::findings::condition;
use crate::i18n::Locale;
use crate::model::{Answer, AnswerState, EffectiveState, Question, QuestionKind, Truth};
use crate::ui::el::{El, button, el, p};
use crate::ui::{document, t};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Why a follow-up is asked, or is not.
pub fn why(spot: Spot) -> String {
    let t = t();
    let context = sheet_context();
    let state = spot.state.get();
    spot.question.with_value(|question| {
        let Some(asked_when) = &question.asked_when else {
            return String::new();
        };
        let answer = condition(t, &context.questionnaire, None, asked_when);
        match state {
            EffectiveState::NotAsked => t.not_asked_unless(answer),
            EffectiveState::OffCondition => t.off_condition_unless(answer),
            _ if called_for(&context, question) == Some(Truth::True) => t.asked_because(answer),
            _ => t.asked_unless(answer),
        }
    })
}

fn called_for(context: &SheetContext, question: &Question) -> Option<Truth> {
    let SheetContext {
        questionnaire,
        records,
        ..
    } = context;
    // The answers that it looks at, and not every keystroke on the sheet.
    records.states.track();
    if let Some(condition) = &question.asked_when {
        condition.each_reference(&mut |id, _| {
            if questionnaire.question(id).is_some() {
                records.question(id).0.track();
            }
        });
    }
    let known = untrack(|| {
        let look = |sheet: &_| checks::called_for(questionnaire, question, sheet);
        context.app.with_sheet(&context.partner, look)
    });
    known.flatten()
}

/// What is odd in an answer, with a way to mend it; nothing for a question where
/// nothing can be.
pub fn checks(spot: Spot) -> Option<El> {
    let t = t();
    let context = sheet_context();
    let (is_address, follows) = spot
        .question
        .with_value(|q| (q.kind == QuestionKind::Url, q.asked_when.is_some()));
    if !is_address && !follows {
        return None;
    }
    let open = context.open;
    let odd = move || {
        let is_given = is_address && spot.answer.read().state == AnswerState::Given;
        let found = is_given.then(|| checks::web_address(spot.answer.read().text()));
        found.flatten()
    };
    let said = Memo::new(move |_| {
        if !open.get() {
            return String::new();
        }
        let is_left_open = follows
            && spot.state.get() == EffectiveState::Blank
            && spot.question.with_value(|q| called_for(&context, q)) == Some(Truth::True);
        if is_left_open {
            t.left_open().into()
        } else {
            odd().map(|odd| words(t, &odd)).unwrap_or_default()
        }
    });
    let bare = Memo::new(move |_| match odd() {
        Some(Oddity::NoScheme(bare)) => bare,
        _ => String::new(),
    });
    let mend = move || {
        let bare = bare.get();
        let whole = with_scheme(&bare);
        (!bare.is_empty()).then(|| {
            changing(
                spot,
                t.write_address(&whole),
                document::focus_question,
                move |answer| {
                    let mended = answer.text().replacen(&bare, &whole, 1);
                    answer.set_text(&mended);
                },
            )
        })
    };
    let is_off = move || spot.state.get() == EffectiveState::OffCondition;
    let clear = move || {
        is_off().then(|| {
            changing(
                spot,
                t.take_answer_away().into(),
                focus_group,
                Answer::clear,
            )
        })
    };
    Some(remarked(said).live(mend).live(clear))
}

/// What is odd in a contact.
pub fn contact(answer: RwSignal<Answer>) -> El {
    let t = t();
    let open = sheet_context().open;
    remarked(Memo::new(move |_| {
        let answer = answer.read();
        let is_given = open.get() && answer.state == AnswerState::Given;
        let odd = is_given.then(|| checks::contact(answer.text())).flatten();
        odd.map(|odd| words(t, &odd)).unwrap_or_default()
    }))
}

/// A remark that is read out as it comes.
fn remarked(said: Memo<String>) -> El {
    let text = move || (!said.read().is_empty()).then(|| p("check", said.get()));
    el("div")
        .class("checks")
        .child(el("div").attr("role", "status").live(text))
}

/// A button that changes the answer, and puts the keyboard where `focus` says,
/// because the button goes.
fn changing(
    spot: Spot,
    name: String,
    focus: fn(&str),
    change: impl FnOnce(&mut Answer) + Clone + 'static,
) -> El {
    button("link", name, move || {
        spot.edit.run(Change::new(change.clone()));
        let id = spot.question.with_value(|q| q.id.to_string());
        request_animation_frame(move || focus(&id));
    })
}

/// Puts the keyboard on a question as a whole: nobody asks for its field.
fn focus_group(id: &str) {
    let selector = ["[data-question=\"", id, "\"]"].concat();
    let question = document().query_selector(&selector).ok().flatten();
    if let Some(question) = question.and_then(|q| q.dyn_into::<HtmlElement>().ok()) {
        let _ = question.set_attribute("tabindex", "-1");
        let _ = question.focus();
    }
}

fn with_scheme(bare: &str) -> String {
    ["https://", bare].concat()
}

fn words(t: Locale, odd: &Oddity) -> String {
    match odd {
        Oddity::NoScheme(bare) => t.no_scheme(with_scheme(bare)),
        Oddity::NotAnAddress => t.not_an_address().into(),
        Oddity::NotMail(word) => t.not_mail(word),
        Oddity::Personal(word) => t.personal_mailbox(word),
    }
}
