//! A slide with the chart of a question that has none.

use super::desk::Desk;
use crate::model::{QuestionId, SurveyHead};
use crate::ui::el::{El, el, p, submit};
use leptos::prelude::*;
use web_sys::Event;

pub fn add(desk: Desk) -> El {
    let t = desk.t;
    let chosen = RwSignal::new(String::new());
    let left = Memo::new(move |_| left(desk));
    let options = move || {
        let options = left.get().into_iter().map(|(id, name)| {
            let of = id.clone();
            el("option")
                .attr("value", id)
                .prop("selected", move || {
                    chosen.with(|chosen| *chosen == of).into()
                })
                .child(name)
        });
        let none = el("option")
            .attr("value", "")
            .child(t.slides_choose_question());
        [none].into_iter().chain(options).collect::<Vec<_>>()
    };
    let select = el("select")
        .attr("id", "slides-question")
        .attr("required", "")
        .attr("aria-describedby", "slides-add-hint")
        .on("change", move |event| {
            chosen.set(event_target_value(&event))
        })
        .live(options);
    let hand_in = move |event: Event| {
        event.prevent_default();
        let Ok(question) = QuestionId::new(&chosen.get_untracked()) else {
            return;
        };
        if let Some(added) = desk.add_chart(question) {
            chosen.set(String::new());
            desk.told.set(t.slides_chart_added().into());
            desk.open_at(&added);
        }
    };
    let label = el("label")
        .class("label")
        .attr("for", "slides-question")
        .child(t.slides_add_chart());
    el("form")
        .class("slides-add")
        .on("submit", hand_in)
        .child(label)
        .child(
            el("div")
                .class("rename")
                .child([select, submit(t.slides_add())]),
        )
        .child(p("hint", t.slides_add_chart_hint()).attr("id", "slides-add-hint"))
}

/// The questions without a slide, by id, with their numbers and labels.
fn left(desk: Desk) -> Vec<(String, String)> {
    let left = desk.given(|given| given.addable.clone());
    let named = |head: &SurveyHead| {
        let questions = left.iter().flatten();
        let questions = questions.filter_map(|id| head.questionnaire.question(id));
        let named = questions.map(|question| {
            let label = question.label.get(desk.t.code());
            let name = [question.number.as_str(), ". ", label].concat();
            (question.id.to_string(), name)
        });
        named.collect()
    };
    desk.app.with_head(named).unwrap_or_default()
}
