//! Readings of groups of questions, as diverging bars, and the table with who is
//! behind each figure.

use super::Shown;
use crate::chart::{Frame, Theme};
use crate::report::counts::{ReadingsRow, readings_chart, readings_table};
use crate::ui::components::{Picture, picture};
use crate::ui::el::{El, el};
use crate::ui::t;
use leptos::prelude::*;
use std::sync::Arc;

/// A chart of lines with its table.
pub fn card(
    id: &'static str,
    title: &'static str,
    shown: Memo<Shown>,
    lines: fn(&Shown) -> &Vec<ReadingsRow>,
) -> El {
    let t = t();
    let draw = move |width: u32, theme: &Theme| {
        shown.with(|shown| {
            let frame = Frame {
                id: id.into(),
                title: title.into(),
                description: shown.base.clone(),
                width,
                more: t.and_more_names().into(),
            };
            readings_chart(t, lines(shown), frame, theme)
        })
    };
    let table = move |most| shown.with(|shown| readings_table(t, lines(shown), title, most));
    let base = move || shown.with(|shown| shown.base.clone());
    let heading = [id, "-title"].concat();
    el("section")
        .class("card")
        .attr("data-readings", id)
        .attr("aria-labelledby", heading.clone())
        .child(el("h2").attr("id", heading).child(title))
        .child(picture(Picture {
            id: id.into(),
            title: title.into(),
            draw: Arc::new(draw),
            base: Arc::new(base),
            table: Arc::new(table),
        }))
}
