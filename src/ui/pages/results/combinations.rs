//! The combinations of a multiple choice: which choices go together. They come in a
//! part, below the choices that are there at once.

use super::card::{Shown, shown};
use super::charts::{count, say};
use super::table::{Of, Row, all, table};
use crate::analysis::{Population, combinations as counted};
use crate::chart::{Combination, Frame, Mark, Theme, UpSet, upset};
use crate::i18n::Locale;
use crate::model::Question;
use crate::ui::components::{Picture, picture};
use crate::ui::el::{El, el};
use crate::ui::lazy::lazy;
use crate::ui::{app, query, t};
use leptos::prelude::*;
use std::sync::Arc;

lazy! { insight =>
/// The combinations of a multiple choice.
pub fn combinations(question: Question) = made(question.clone()) }

/// What is drawn, and the table behind it.
#[derive(Clone, PartialEq)]
struct Combined {
    shown: Shown,
    /// Sets of choices, with the places of their choices.
    sets: Vec<(Row, Vec<usize>)>,
}

fn made(question: Question) -> El {
    let (app, t, query) = (app(), t(), query());
    let id = format!("combinations-{}", question.id);
    let title = [&question.number, " · ", question.label.get(t.code())].concat();
    let title = t.with_name(t.by_combination(), title);
    let caption = t.table_of(&question.number);
    let combined = Memo::new(move |_| {
        let selection = query.with(|q| q.selection.clone());
        app.with_population(&selection, |_, population| Combined {
            shown: shown(t, population, &question),
            sets: sets(t, population, &question),
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
        let base = combined.with(|c| Some(c.as_ref()?.shown.base.clone()));
        base.unwrap_or_default()
    };
    let rows = move || {
        let table = combined.with(|c| {
            let sets = c.as_ref()?.sets.iter();
            Some(table(t, caption.clone(), sets.map(|(row, _)| row)))
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

impl Combined {
    /// Draws the combinations; empty where nobody chose anything.
    fn draw(&self, t: Locale, mut frame: Frame, theme: &Theme) -> String {
        let counted = &self.shown.counted;
        let combinations = self.sets.iter().map(|(row, members)| Combination {
            mark: counted.mark(t, row),
            members: members.clone(),
        });
        let combinations: Vec<_> = combinations.collect();
        if combinations.is_empty() {
            return String::new();
        }
        frame.description.clone_from(&self.shown.base);
        let marks: Vec<Mark> = combinations.iter().map(|c| c.mark.clone()).collect();
        say(&mut frame, &marks);
        let spec = UpSet {
            frame,
            base: count(counted.answered),
            axis: t.axis_bodies().into(),
            sets: counted.marks(t, counted.charted()),
            combinations,
        };
        upset::render(&spec, theme)
    }
}

/// The sets of choices that occur, with the places of their choices.
fn sets(t: Locale, population: &Population, question: &Question) -> Vec<(Row, Vec<usize>)> {
    counted(population, question)
        .into_iter()
        .map(|set| {
            let keys: Vec<_> = set.options.iter().map(|o| o.as_str()).collect();
            let chosen = question.options.iter().enumerate();
            let chosen = chosen.filter(|(_, o)| set.options.contains(&o.id));
            let labels = chosen.clone().map(|(_, o)| o.label.get(t.code()));
            let row = Row {
                of: Of::Combination,
                key: keys.join("+"),
                label: labels.collect::<Vec<_>>().join(" + "),
                who: all(population, &set.bodies),
            };
            (row, chosen.map(|(at, _)| at).collect())
        })
        .collect()
}
