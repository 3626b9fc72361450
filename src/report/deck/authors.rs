//! The slides of what the authors write: conclusions, factors, and what is done
//! next.

use super::compose::{Maker, empty};
use super::dimensions::over;
use super::front::{row, table};
use super::{Body, Slide, pages};
use crate::analysis::Population;
use crate::analysis::words::{FACTORS, day, factor};
use crate::model::{Conclusion, DimensionId, Effect, Influence, sort_by_key};
use crate::report::prose;
use crate::report::whole::Block;
use crate::report::{Group, Inline, Row};

/// Signs of a cell that surely finds room on a slide.
const CELL: usize = 420;

/// What can be shown after the dimensions.
pub(super) fn keys(population: &Population<'_>) -> Vec<String> {
    let influences: Vec<Influence> = population.head().influences.or_default();
    let mut keys = Vec::new();
    if !influences.is_empty() {
        keys.push("factors");
    }
    if has_conclusion(population, None) {
        keys.push("conclusion");
    }
    if influences.iter().any(is_step) {
        keys.push("next");
    }
    keys.push("sources");
    keys.into_iter().map(str::to_owned).collect()
}

/// Whether the authors conclude something of a dimension, or of the whole.
pub(super) fn has_conclusion(population: &Population<'_>, of: Option<&DimensionId>) -> bool {
    !written(population, of).is_empty()
}

fn written(population: &Population<'_>, of: Option<&DimensionId>) -> Vec<Conclusion> {
    let mut all: Vec<Conclusion> = population.head().conclusions.or_default();
    all.retain(|c| c.dimension.as_ref() == of && !c.text.trim().is_empty());
    all
}

/// What the authors conclude of a dimension; without an id, of the whole.
pub(super) fn conclusion(m: &Maker<'_>, id: &str) -> Vec<Slide> {
    let (t, head) = (m.t, m.population.head());
    let found = head.questionnaire.dimensions.iter();
    let found = found.into_iter().find(|d| d.id.as_str() == id);
    if found.is_none() && !id.is_empty() {
        return Vec::new();
    }
    let texts = written(m.population, found.map(|d| &d.id));
    let blocks = texts
        .iter()
        .flat_map(|c| prose::blocks(&c.text, &|id| m.says(id)));
    let (over, title) = match found {
        Some(found) => (over(m, found), t.deck_conclusion_of()),
        None => (t.deck_whole().to_owned(), t.deck_conclusion()),
    };
    vec![Slide {
        over,
        title: title.into(),
        body: Body::Words(blocks.collect()),
        ..empty()
    }]
}

/// What helps, and what hinders, with what is done about it.
pub(super) fn factors(m: &Maker<'_>) -> Vec<Slide> {
    let t = m.t;
    let all: Vec<Influence> = m.population.head().influences.or_default();
    let mut slides = Vec::new();
    for effect in [Effect::Helps, Effect::Hinders] {
        let mut groups = Vec::new();
        let mut n = 0;
        for kind in FACTORS {
            let of_it = all
                .iter()
                .filter(|i| (i.factor, i.effect) == (kind, effect));
            let rows: Vec<Row> = of_it
                .inspect(|_| n += 1)
                .flat_map(|influence| pages::shorter_rows(factor_row(m, influence), CELL))
                .collect();
            if !rows.is_empty() {
                let heading = factor(t, kind).to_owned();
                groups.push(Group { heading, rows });
            }
        }
        if groups.is_empty() {
            continue;
        }
        let columns = [t.doc_what(), t.doc_concerns(), t.doc_to_do()];
        let mut table = table("slide-factors", &columns, Vec::new());
        table.groups = groups;
        slides.push(Slide {
            over: t.deck_factors_over().into(),
            title: match effect {
                Effect::Helps => t.deck_helping(n),
                Effect::Hinders => t.deck_hindering(n),
            },
            body: Body::Words(vec![Block::Table {
                number: String::new(),
                table,
            }]),
            ..empty()
        });
    }
    slides
}

fn factor_row(m: &Maker<'_>, influence: &Influence) -> Row {
    let t = m.t;
    let bodies = influence.partners.iter();
    let bodies: Vec<usize> = bodies.filter_map(|p| m.population.index_of(p)).collect();
    let concerns = match bodies.len() {
        0 => t.doc_all_bodies().to_owned(),
        _ => super::figures::names(t, m.population, &bodies),
    };
    let mut to_do = vec![Inline::Text(influence.action.clone())];
    let who = [influence.who.clone(), day(t, &influence.due)];
    let who: Vec<&str> = who
        .iter()
        .map(String::as_str)
        .filter(|w| !w.is_empty())
        .collect();
    if !who.is_empty() {
        to_do.push(Inline::Remark(who.join(" · ")));
    }
    if influence.action.is_empty() && who.is_empty() {
        to_do = vec![Inline::Text("—".into())];
    }
    row([
        vec![Inline::Text(influence.text.clone())],
        vec![Inline::Text(concerns)],
        to_do,
    ])
}

/// Whether something is to be done.
fn is_step(influence: &Influence) -> bool {
    let said = [&influence.action, &influence.who, &influence.due];
    said.into_iter().any(|said| !said.trim().is_empty())
}

/// What is done next: what has a day first.
pub(super) fn next(m: &Maker<'_>) -> Vec<Slide> {
    let t = m.t;
    let mut all: Vec<Influence> = m.population.head().influences.or_default();
    all.retain(is_step);
    if all.is_empty() {
        return Vec::new();
    }
    sort_by_key(&mut all, |i| (i.due.is_empty(), i.due.clone()));
    let or_dash = |said: &str| match said.trim() {
        "" => "—".to_owned(),
        said => said.to_owned(),
    };
    let rows = all.iter().map(|influence| {
        let what = match influence.action.trim() {
            "" => &influence.text,
            _ => &influence.action,
        };
        let cells = [
            what.clone(),
            or_dash(&influence.who),
            or_dash(&day(t, &influence.due)),
        ];
        row(cells.map(|text| vec![Inline::Text(text)]))
    });
    let rows = rows
        .flat_map(|row| pages::shorter_rows(row, CELL))
        .collect();
    let columns = [t.doc_to_do(), t.doc_who(), t.doc_by()];
    vec![Slide {
        over: t.deck_next_over().into(),
        title: t.deck_next_title(all.len()),
        body: Body::Words(vec![Block::Table {
            number: String::new(),
            table: table("slide-next", &columns, rows),
        }]),
        ..empty()
    }]
}
