//! The table of bodies side by side: questions by bodies.

use super::title;
use crate::analysis::compare::{Alike, Side, said};
use crate::analysis::{BodyIndex, Population};
use crate::i18n::Locale;
use crate::model::{EffectiveState, Question};
use crate::report::{self, Cell, Column, Group, Inline, Row, Table};
use crate::ui::components::state_mark;

/// The questions dimension by dimension, with what each body says and whether
/// all say the same; with `only`, those in which they do not.
pub fn table(
    t: Locale,
    population: &Population,
    bodies: &[BodyIndex],
    sides: &[Side],
    only: bool,
) -> Table {
    let questionnaire = &population.head().questionnaire;
    let names = bodies.iter().filter_map(|body| population.body(*body));
    let names = names.map(|body| body.partner.name.clone());
    let first = [t.filter_question().to_owned(), t.compare().to_owned()];
    let columns = first.into_iter().chain(names).map(|name| Column {
        name,
        number: false,
    });
    let groups = questionnaire.dimensions.iter().map(|dimension| {
        let rows = sides.iter().filter_map(|side| {
            let question = questionnaire.question(&side.question)?;
            let wanted = question.dimension == dimension.id;
            let shown = wanted && (!only || side.alike != Alike::Same);
            shown.then(|| row(t, population, question, side))
        });
        Group {
            heading: [dimension.id.as_str(), " · ", dimension.title.get(t.code())].concat(),
            rows: rows.collect(),
        }
    });
    Table {
        class: "table confronted".into(),
        caption: t.compare_caption().into(),
        columns: columns.collect(),
        groups: groups.filter(|group| !group.rows.is_empty()).collect(),
        ..Table::default()
    }
}

fn row(t: Locale, population: &Population, question: &Question, side: &Side) -> Row {
    let alike = Cell {
        class: "alike".into(),
        content: vec![badge(t, side.alike)],
        ..Cell::default()
    };
    let answers = side.answers.iter();
    let answers = answers.filter_map(|(body, state)| cell(t, population, question, *body, *state));
    Row {
        marks: vec![
            ("data-side", question.id.to_string()),
            ("data-alike", code(side.alike).into()),
        ],
        heading: vec![Inline::Text(title(t, question))],
        cells: std::iter::once(alike).chain(answers).collect(),
    }
}

const fn code(alike: Alike) -> &'static str {
    match alike {
        Alike::Same => "same",
        Alike::Different => "different",
        Alike::Untold => "untold",
    }
}

/// Whether all say the same: a sign and words.
fn badge(t: Locale, alike: Alike) -> Inline {
    let (symbol, text) = match alike {
        Alike::Same => ("=", t.alike_same()),
        Alike::Different => ("≠", t.alike_different()),
        Alike::Untold => ("?", t.alike_untold()),
    };
    Inline::Badge {
        class: ["badge alike-", code(alike)].concat(),
        symbol: symbol.into(),
        text: text.into(),
    }
}

/// What a body says, with how it counts.
fn cell(
    t: Locale,
    population: &Population,
    question: &Question,
    body: BodyIndex,
    state: EffectiveState,
) -> Option<Cell> {
    let partner = population.body(body)?.partner;
    let mut content = Vec::new();
    if state != EffectiveState::Given {
        content.push(state_mark(t, state));
    }
    let text = said(t, population, body, &question.id);
    if !text.is_empty() {
        content.push(Inline::Run(report::links(&text)));
    }
    Some(Cell {
        // On a phone the cells stand below each other, each after this name.
        marks: vec![
            ("data-body", partner.id.to_string()),
            ("data-name", partner.name.clone()),
        ],
        content,
        ..Cell::default()
    })
}
