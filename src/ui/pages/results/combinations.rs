//! The combinations of a multiple choice: which choices go together. They come in a
//! part, below the choices that are there at once.

use crate::chart::{Frame, Theme};
use crate::model::Question;
use crate::report::counts::{Combined, table};
use crate::ui::components::{Picture, picture};
use crate::ui::el::{El, el};
use crate::ui::lazy::lazy;
use crate::ui::{app, query, t};
use leptos::prelude::*;
use std::sync::Arc;

lazy! { insight =>
/// The combinations of a multiple choice.
pub fn combinations(question: Question) = made(question.clone()) }

fn made(question: Question) -> El {
    let (app, t, query) = (app(), t(), query());
    let id = format!("combinations-{}", question.id);
    let title = [&question.number, " · ", question.label.get(t.code())].concat();
    let title = t.with_name(t.by_combination(), title);
    let caption = t.table_of(&question.number);
    let combined = Memo::new(move |_| {
        let selection = query.with(|q| q.selection.clone());
        app.with_population(&selection, |_, population| {
            Combined::new(t, population, &question)
        })
    });
    let (frame_id, frame_title) = (id.clone(), title.clone());
    let draw = move |width: u32, theme: &Theme| {
        let frame = Frame {
            id: frame_id.clone(),
            title: frame_title.clone(),
            description: String::new(),
            width,
            more: t.and_more_names().into(),
        };
        let drawn = combined.with(|c| Some(c.as_ref()?.draw(t, frame, theme)));
        drawn.unwrap_or_default()
    };
    let base = move || {
        let base = combined.with(|c| Some(c.as_ref()?.counted.base.clone()));
        base.unwrap_or_default()
    };
    let rows = move |most| {
        let table = combined.with(|c| {
            let sets = c.as_ref()?.sets.iter();
            let sets = sets.map(|(row, _)| row);
            Some(table(t, caption.clone(), sets, most))
        });
        table.unwrap_or_default()
    };
    let chart = picture(Picture {
        id,
        title,
        draw: Arc::new(draw),
        base: Arc::new(base),
        table: Arc::new(rows),
    });
    el("div")
        .child(el("h3").child(t.by_combination()))
        .child(chart)
}
