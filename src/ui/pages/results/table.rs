//! The table behind a chart: one row for each thing counted, with the names.

use crate::analysis::{BodyIndex, Population};
use crate::i18n::Locale;
use crate::ui::t;
use leptos::prelude::*;

/// Names shown without asking: of a choice, and of a state.
const SHOWN: usize = 30;
const SHOWN_OF_STATE: usize = 3;

/// What a row counts; the mark by which it is found in the page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// A choice, or a term of the codebook.
    Option,
    /// A set of choices.
    Combination,
    /// An entry that the codebook does not read.
    Unread,
    /// A state.
    State,
}

/// One row.
#[derive(Clone, PartialEq)]
pub struct Row {
    /// What it counts.
    pub of: Of,
    /// Its key there.
    pub key: String,
    /// Its name.
    pub label: String,
    /// The bodies behind it, each with what it wrote beside its choice.
    pub names: Vec<String>,
}

impl Row {
    /// A row of bodies.
    pub fn new(
        of: Of,
        key: impl Into<String>,
        label: impl Into<String>,
        names: Vec<String>,
    ) -> Self {
        Self {
            of,
            key: key.into(),
            label: label.into(),
            names,
        }
    }
}

/// Names of bodies.
pub fn names(population: &Population, bodies: impl IntoIterator<Item = BodyIndex>) -> Vec<String> {
    let bodies = bodies.into_iter();
    bodies
        .filter_map(|body| Some(population.body(body)?.partner.name.clone()))
        .collect()
}

/// Rows in groups, each under a heading of its own.
#[component]
pub fn ResultTable(caption: String, rows: Vec<Row>) -> impl IntoView {
    let t = t();
    let heading = |of: Of| match of {
        Of::Option => t.by_choice(),
        Of::Combination => t.by_combination(),
        Of::Unread => t.by_unread(),
        Of::State => t.by_state(),
    };
    let groups: Vec<_> = rows
        .chunk_by(|a, b| a.of == b.of)
        .map(|group| {
            let name = group.first().map(|row| heading(row.of));
            let rows: Vec<_> = group.iter().map(|row| line(t, row)).collect();
            view! { <tbody><tr class="group"><th colspan="3" scope="rowgroup">{name}</th></tr>{rows}</tbody> }
        })
        .collect();
    view! {
        <table class="table counts">
            <caption class="hidden">{caption}</caption>
            <thead><tr>
                <th scope="col">{t.answer()}</th>
                <th scope="col" class="number">{t.bodies_column()}</th>
                <th scope="col">{t.names_column()}</th>
            </tr></thead>
            {groups}
        </table>
    }
}

fn line(t: Locale, row: &Row) -> impl IntoView + use<> {
    let key = |of: Of| (row.of == of).then(|| row.key.clone());
    let count = row.names.len();
    view! {
        <tr data-option=key(Of::Option) data-combination=key(Of::Combination)
            data-unread=key(Of::Unread) data-state=key(Of::State)>
            <th scope="row">{row.label.clone()}</th>
            <td class="number" data-count=count>{count}</td>
            <td class="names">{listed(t, row)}</td>
        </tr>
    }
}

/// All names; many of them on demand.
fn listed(t: Locale, row: &Row) -> AnyView {
    let shown = if row.of == Of::State {
        SHOWN_OF_STATE
    } else {
        SHOWN
    };
    let all = row.names.join(", ");
    if row.names.len() <= shown {
        return all.into_any();
    }
    view! { <details><summary>{t.show_all_names(row.names.len())}</summary>{all}</details> }
        .into_any()
}
