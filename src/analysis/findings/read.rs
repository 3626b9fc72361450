//! In which question most answers help the transfer, and in which most get in
//! its way: a count of bodies, never a sum over questions.

use super::look::Look;
use super::{Base, Figure, Finding, Kind, Of};
use crate::analysis::rules::{Authority, RuleTally};
use crate::model::{DimensionId, Reading, sort_by_key};

/// The question with most hindered bodies and the one with most that are
/// helped, in one dimension or in the whole survey.
pub(super) fn most_read(looks: &[&Look], dimension: Option<&DimensionId>) -> Vec<Finding> {
    let readings = [Reading::Hindering, Reading::Enabling].into_iter();
    let found = readings.filter_map(|reading| most(looks, reading, dimension));
    found.collect()
}

fn most(looks: &[&Look], reading: Reading, dimension: Option<&DimensionId>) -> Option<Finding> {
    let has = |rule: &&RuleTally| rule.reading == reading && !rule.bodies.is_empty();
    let count = |look: &Look| {
        let rules = look.rules.iter().flatten().filter(has);
        rules.map(|rule| rule.bodies.len()).sum::<usize>()
    };
    let greatest = looks.iter().map(|look| count(look)).max();
    let greatest = greatest.filter(|k| *k > 0)?;
    let first: Vec<&&Look> = looks.iter().filter(|l| count(l) == greatest).collect();
    let rules = || {
        first
            .iter()
            .flat_map(|l| l.rules.iter().flatten().filter(has))
    };
    let figures = first.iter().map(|look| {
        let rules = look.rules.iter().flatten().filter(has);
        Figure {
            of: Of::Question(look.question.id.clone()),
            bodies: super::together(rules.map(|r| &r.bodies)),
            base: look.answered().to_vec(),
        }
    });
    let mut says: Vec<Authority> = rules().map(RuleTally::authority).collect();
    sort_by_key(&mut says, |authority| *authority);
    says.dedup();
    let kind = Kind::Read { reading, says };
    let mut id = kind.code().to_owned();
    if let Some(dimension) = dimension {
        id = format!("{id}/{dimension}");
    }
    Some(Finding {
        id,
        dimension: dimension.cloned(),
        questions: first.iter().map(|l| l.question.id.clone()).collect(),
        kind,
        base: Base::Answered,
        figures: figures.collect(),
    })
}
