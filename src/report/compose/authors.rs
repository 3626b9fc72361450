//! The chapters that the authors write: conclusions, and what helps and what
//! hinders, with what is done about it.

use super::writer::{Writer, of_groups};
use crate::analysis::words::{FACTORS, day, factor};
use crate::model::{Conclusion, DimensionId, Effect, Influence, PartnerId};
use crate::report::prose;
use crate::report::whole::{Block, Span};
use crate::report::{Group, Inline, Row};

/// What the authors conclude: of the survey as a whole, then of each dimension.
pub(super) fn conclusions(w: &mut Writer<'_>) {
    let (t, head) = (w.t, w.population.head());
    let all: Vec<Conclusion> = head.conclusions.or_default();
    let written = |dimension: Option<&DimensionId>| -> Vec<&Conclusion> {
        let of_it = all.iter().filter(|c| c.dimension.as_ref() == dimension);
        of_it.filter(|c| !c.text.trim().is_empty()).collect()
    };
    w.chapter("conclusions", t.doc_conclusions(), true);
    if all.iter().all(|c| c.text.trim().is_empty()) {
        w.note(t.doc_no_conclusions());
        return;
    }
    for conclusion in written(None) {
        conclude(w, conclusion);
    }
    for dimension in &head.questionnaire.dimensions {
        let id = ["conclusions-", dimension.id.as_str()].concat();
        w.section(&id, &w.dimension(dimension));
        let of_it = written(Some(&dimension.id));
        if of_it.is_empty() {
            w.note(t.doc_no_conclusion());
        }
        for conclusion in of_it {
            conclude(w, conclusion);
        }
    }
}

/// A conclusion, and the findings that it cites without saying them.
fn conclude(w: &mut Writer<'_>, conclusion: &Conclusion) {
    let blocks = prose::blocks(&conclusion.text, &|id| w.says(id));
    blocks.into_iter().for_each(|block| w.block(block));
    let bound = prose::bound(&conclusion.text);
    let beside = conclusion
        .cites
        .iter()
        .filter(|c| !bound.contains(&c.finding));
    let said: Vec<String> = beside.filter_map(|c| w.says(&c.finding)).collect();
    if !said.is_empty() {
        w.block(Block::Paragraph(vec![Span::Emphasis(vec![Span::text(
            w.t.doc_rests_on(),
        )])]));
        w.list(said.into_iter().map(|said| vec![Span::Text(said)]));
    }
}

/// The table of what helps and what hinders; of one body, what concerns it.
pub(super) fn influences(w: &mut Writer<'_>, only: Option<&PartnerId>) {
    let t = w.t;
    let all: Vec<Influence> = w.population.head().influences.or_default();
    let concerns = |i: &&Influence| {
        let of_it = |only| i.partners.is_empty() || i.partners.contains(only);
        only.is_none_or(of_it)
    };
    let shown: Vec<&Influence> = all.iter().filter(concerns).collect();
    w.chapter("factors", t.doc_factors(), false);
    if shown.is_empty() {
        w.note(t.doc_no_factors());
        return;
    }
    w.say(t.doc_factors_intro());
    let mut groups = Vec::new();
    for kind in FACTORS {
        for effect in [Effect::Helps, Effect::Hinders] {
            let of_it = shown
                .iter()
                .filter(|i| (i.factor, i.effect) == (kind, effect));
            let rows: Vec<Row> = of_it.map(|influence| row(w, influence)).collect();
            if !rows.is_empty() {
                let heading = t.with_name(factor(t, kind), which_way(w, effect));
                groups.push(Group { heading, rows });
            }
        }
    }
    let columns = [t.doc_what(), t.doc_concerns(), t.doc_to_do()];
    w.table(t.doc_factors_table(), of_groups(&columns, groups));
}

fn which_way(w: &Writer<'_>, effect: Effect) -> &'static str {
    match effect {
        Effect::Helps => w.t.doc_helps(),
        Effect::Hinders => w.t.doc_hinders(),
    }
}

fn row(w: &Writer<'_>, influence: &Influence) -> Row {
    let t = w.t;
    let mut heading = vec![Inline::Text(influence.text.clone())];
    let cites = influence.cites.iter();
    heading.extend(cites.filter_map(|c| Some(Inline::Remark(w.says(&c.finding)?))));
    let mut bodies = Vec::new();
    for (at, partner) in influence.partners.iter().enumerate() {
        if at > 0 {
            bodies.push(Inline::Text(", ".into()));
        }
        bodies.push(w.body(partner));
    }
    if bodies.is_empty() {
        bodies.push(Inline::Text(t.doc_all_bodies().into()));
    }
    let mut to_do = vec![Inline::Text(influence.action.clone())];
    if !influence.who.is_empty() {
        to_do.push(Inline::Remark(t.with_name(t.doc_who(), &influence.who)));
    }
    if !influence.due.is_empty() {
        let by = day(t, &influence.due);
        to_do.push(Inline::Remark(t.with_name(t.doc_by(), by)));
    }
    if influence.action.is_empty() && to_do.len() == 1 {
        to_do = vec![Inline::Text("—".into())];
    }
    Row {
        heading,
        cells: vec![
            super::writer::cell(vec![Inline::Run(bodies)]),
            super::writer::cell(to_do),
        ],
        ..Row::default()
    }
}
