//! The answer of the cell that is open: what it says, its comment, and the way to
//! its place on the sheet.

use super::grid::GRID;
use crate::analysis::{Population, words};
use crate::i18n::Locale;
use crate::model::{EffectiveState, PartnerId, QuestionId};
use crate::report::{self, Inline};
use crate::ui::components::state_badge;
use crate::ui::el::{El, button, el, link, live, p, span};
use crate::ui::{Page, Query, Route, app, ask, document, query, t};
use leptos::ev;
use leptos::prelude::*;

/// Id of the heading, on which the keyboard stands first.
const TITLE: &str = "matrix-answer";

/// An answer, ready to be shown.
#[derive(Clone, PartialEq)]
struct Shown {
    body: String,
    question: String,
    text: String,
    state: EffectiveState,
    comment: String,
    note: String,
    href: String,
}

/// The open answer; nothing while none is.
pub fn answer() -> AnyView {
    let (app, t, query) = (app(), t(), query());
    let cell = Memo::new(move |_| query.with(|q| q.get("cell").to_owned()));
    let shown = Memo::new(move |_| {
        let (body, question) = cell.with(|cell| {
            let (body, question) = cell.split_once(':')?;
            Some((PartnerId::new(body).ok()?, QuestionId::new(question).ok()?))
        })?;
        let selection = query.with(|q| q.selection.clone());
        let shown = app.with_population(&selection, |_, population| {
            shown(t, population, &body, &question)
        });
        shown.flatten()
    });
    let listener = window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape" && cell.with_untracked(|cell| !cell.is_empty()) {
            close(query);
        }
    });
    on_cleanup(move || listener.remove());
    Effect::new(move |_| {
        if shown.with(Option::is_some) {
            request_animation_frame(|| document::focus_in_place(TITLE));
        }
    });
    live(move || {
        let shown = shown.get()?;
        Some(untrack(|| panel(shown, query)))
    })
}

/// Closes the answer; the keyboard goes back to the grid.
fn close(query: Memo<Query>) {
    ask(query.get_untracked().set("cell", ""));
    document::focus_in_place(GRID);
}

fn panel(shown: Shown, query: Memo<Query>) -> El {
    let t = t();
    let text = report::html(&[Inline::Run(report::links(&shown.text))]);
    let comment = (!shown.comment.is_empty()).then(|| {
        let comment = report::html(&[Inline::Run(report::links(&shown.comment))]);
        let named = span("label", t.comment());
        el("div")
            .child(named)
            .child(el("p").html(move || comment.clone()))
    });
    let note = (!shown.note.is_empty())
        .then(|| p("hint", t.with_name(t.transcription_note(), &shown.note)));
    let state = (shown.state != EffectiveState::Given).then(|| state_badge(shown.state));
    let sheet = link(shown.href, t.matrix_open_sheet());
    let done = button("link", t.close(), move || close(query));
    el("section")
        .class("card matrix-answer")
        .attr("aria-labelledby", TITLE)
        .attr("data-answer", "")
        .child(
            el("h2")
                .attr("id", TITLE)
                .attr("tabindex", "-1")
                .child(shown.body),
        )
        .child(p("base", shown.question))
        .child(el("p").class("said").html(move || text.clone()))
        .child(state)
        .child(comment)
        .child(note)
        .child(p("actions", [sheet, done]))
}

fn shown(
    t: Locale,
    population: &Population,
    partner: &PartnerId,
    id: &QuestionId,
) -> Option<Shown> {
    let head = population.head();
    let at = population.index_of(partner)?;
    let body = population.body(at)?;
    let question = head.questionnaire.question(id)?;
    let answer = population.answer(at, id);
    let value = answer.and_then(|a| a.value.as_ref());
    let page = Page::Question(partner.clone(), id.clone());
    Some(Shown {
        body: body.partner.name.clone(),
        question: [&question.number, " · ", question.label.get(t.code())].concat(),
        text: value.map_or_else(String::new, |v| words::value(t, Some(question), v)),
        state: population.state(at, id),
        comment: answer.map_or_else(String::new, |a| a.comment.clone()),
        note: answer.map_or_else(String::new, |a| a.note.get(t.code()).to_owned()),
        href: Route::Survey(head.id.clone(), page).href(),
    })
}
