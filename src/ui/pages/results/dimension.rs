//! One dimension: its questions, each with its result.

use super::card::{Result, Shown, result_card, shown};
use super::drawing::Drawing;
use crate::model::{DimensionId, Question};
use crate::ui::el::El;
use crate::ui::{app, query, t};
use leptos::prelude::*;

/// The results of the questions of one dimension. All are counted at once, over
/// one population.
pub fn questions(dimension: &DimensionId) -> Vec<El> {
    let (app, t, query) = (app(), t(), query());
    let questions = app.with_head(|head| {
        let questions = head.questionnaire.in_dimension(dimension);
        questions.cloned().collect::<Vec<Question>>()
    });
    let questions = questions.unwrap_or_default();
    let counted = questions.clone();
    let all = Memo::new(move |_| {
        let selection = query.with(|q| q.selection.clone());
        let all = app.with_population(&selection, |_, population| {
            let questions = counted.iter();
            questions
                .map(|q| shown(t, population, q))
                .collect::<Vec<Shown>>()
        });
        all.unwrap_or_default()
    });
    let drawing = Drawing::fetched();
    let questions = questions.into_iter().enumerate();
    questions
        .map(|(at, question)| result_card(question, Result { all, at }, drawing))
        .collect()
}
