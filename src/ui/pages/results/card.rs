//! The result of one question: its chart with the table, its combinations, or its
//! answers by body.

use super::answers::{in_words, off_condition, open_answers};
use super::combinations::combinations;
use super::drawing::{Drawing, answers};
use crate::analysis::{BodyIndex, Population};
use crate::chart::{Frame, Theme};
use crate::i18n::Locale;
use crate::model::{Question, QuestionKind};
use crate::report::counts::{Counted, counted, table};
use crate::ui::components::Picture;
use crate::ui::el::{El, Part, el, link, p, span};
use crate::ui::{Page, Query, Route, app, t};
use leptos::prelude::*;
use std::sync::Arc;

/// Everything that is shown of one question.
#[derive(Clone, PartialEq)]
pub struct Shown {
    /// What its charts are drawn from.
    pub counted: Counted,
    /// Who wrote what is shown in words: of an open question all, of others those
    /// whose answers are in no count.
    pub answers: Vec<BodyIndex>,
}

/// Where the result of a question stands among those of its dimension. One memo
/// for all of them: each kind of memo costs the page kilobytes.
#[derive(Clone, Copy)]
pub struct Result {
    /// The results of the dimension.
    pub all: Memo<Vec<Shown>>,
    /// Which of them.
    pub at: usize,
}

impl Result {
    /// Looks at it, if it is there.
    pub fn with<T>(self, look: impl FnOnce(&Shown) -> T) -> Option<T> {
        self.all.with(|all| all.get(self.at).map(look))
    }
}

/// The result of one question.
pub fn result_card(question: Question, shown: Result, drawing: Drawing) -> El {
    let (app, t) = (app(), t());
    let (id, number) = (question.id.to_string(), question.number.clone());
    let label = question.label.get(t.code()).to_owned();
    let questionnaire = app.questionnaire();
    let repeats = questionnaire.repeats_of(&question.id);
    let repeated = repeats.map(|r| p("circumstance", t.repeated_by(&r.number)));
    let repeated: Vec<_> = repeated.collect();
    let title_id = format!("result-{id}");
    let heading = el("h2").attr("id", title_id.clone()).child([
        span("number", number.clone()).part(),
        " ".part(),
        label.clone().part(),
    ]);
    let card = el("section")
        .class("card result")
        .attr("data-result", id.clone())
        .attr("aria-labelledby", title_id)
        .child(heading)
        .child(repeated);
    let title = [&number, " · ", &label].concat();
    let card = match question.kind {
        QuestionKind::Text | QuestionKind::Url | QuestionKind::Number | QuestionKind::Date => {
            return card.child(open_answers(question, shown));
        }
        QuestionKind::Multiple => card
            .child(chart(&id, title, &number, shown, drawing))
            .child(combinations(question.clone())),
        QuestionKind::List => {
            let codebook = app.open_id().map(|survey| {
                let query = Query::default().set("q", &id);
                let href = Route::Survey(survey, Page::Codebook(query)).href();
                p("hint", link(href, t.codebook_of_question()))
            });
            card.child(chart(&id, title, &number, shown, drawing))
                .child(codebook)
        }
        QuestionKind::YesNo | QuestionKind::Single => {
            card.child(chart(&id, title, &number, shown, drawing))
        }
    };
    card.child(off_condition(question, shown))
}

/// The chart of a question, with the states of those who did not answer.
fn chart(id: &str, title: String, number: &str, shown: Result, drawing: Drawing) -> AnyView {
    let t = t();
    let id = format!("chart-{id}");
    let caption = t.table_of(number);
    let (frame_id, frame_title) = (id.clone(), title.clone());
    let draw = move |width: u32, theme: &Theme| {
        let drawn = shown.with(|shown| {
            let frame = Frame {
                id: frame_id.clone(),
                title: frame_title.clone(),
                description: shown.counted.base.clone(),
                width,
                more: t.and_more_names().into(),
            };
            answers(&shown.counted, t, frame, theme)
        });
        drawn.unwrap_or_default()
    };
    let base = move || {
        let base = shown.with(|s| match s.counted.kind {
            QuestionKind::Multiple => [&s.counted.base, " ", t.several_choices_base()].concat(),
            _ => s.counted.base.clone(),
        });
        base.unwrap_or_default()
    };
    let rows = move |most| {
        let table = shown.with(|shown| {
            let rows = shown.counted.rows.iter();
            table(t, caption.clone(), rows, most)
        });
        table.unwrap_or_default()
    };
    drawing.picture(Picture {
        id,
        title,
        draw: Arc::new(draw),
        base: Arc::new(base),
        table: Arc::new(rows),
    })
}

/// Counts one question.
pub fn shown(t: Locale, population: &Population, question: &Question) -> Shown {
    Shown {
        counted: counted(t, population, question),
        answers: in_words(population, question),
    }
}
