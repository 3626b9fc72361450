//! The findings as a table for a spreadsheet.

use super::Told;
use crate::i18n::Locale;
use crate::report::{Cell, Column, Group, Inline, Row, Table};
use crate::ui::components::{Picture, save_menu};
use crate::ui::el::{El, on_demand};
use crate::ui::t;
use leptos::prelude::*;
use std::sync::Arc;

/// The ways to save what is told.
pub fn save(told: Memo<Told>) -> El {
    let t = t();
    let base = move || told.with(|told| t.findings_base(told.sheets, told.bodies.len()));
    let table = move |_| told.with(|told| table(t, told));
    let whole = Picture {
        id: "findings".into(),
        title: t.findings().into(),
        draw: Arc::new(|_, _| String::new()),
        base: Arc::new(base),
        table: Arc::new(table),
    };
    on_demand(t.findings_save(), move || save_menu(whole.clone())).class("save")
}

/// One row for each finding, with its bodies; what is to be checked comes first.
fn table(t: Locale, told: &Told) -> Table {
    let column = |name: &str, number| Column {
        name: name.into(),
        number,
    };
    let text = |text: String| Cell {
        content: vec![Inline::Text(text)],
        ..Cell::default()
    };
    let rows = |to_check: bool| {
        let said = told.said.iter();
        let said = said.filter(move |s| s.finding.is_remark() == to_check);
        said.map(|said| {
            let bodies = said.finding.bodies();
            let figure = t.of(bodies.len(), said.finding.base_bodies().len());
            let names = bodies.iter().filter_map(|body| told.bodies.get(*body));
            let names: Vec<&str> = names.map(|(_, name)| name.as_str()).collect();
            Row {
                heading: vec![Inline::Text(said.finding.id.clone())],
                cells: vec![
                    text(said.sentence.clone()),
                    Cell::number(figure, Vec::new()),
                    text(names.join(", ")),
                ],
                ..Row::default()
            }
        })
        .collect()
    };
    let group = |heading: &str, to_check| Group {
        heading: heading.into(),
        rows: rows(to_check),
    };
    Table {
        columns: vec![
            column(t.finding_code(), false),
            column(t.finding_sentence(), false),
            column(t.finding_bodies(), true),
            column(t.names_column(), false),
        ],
        groups: vec![
            group(t.findings_to_check(), true),
            group(t.findings(), false),
        ],
        ..Table::default()
    }
}
