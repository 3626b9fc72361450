//! What lists name most, what was left without an answer, and whose sheet is
//! not there.

use super::look::Look;
use super::{Base, Figure, Finding, Kind, Of};
use crate::analysis::Population;
use crate::model::EffectiveState;

/// How many terms a finding names, and with them any that as many bodies name
/// as the last.
const LEADING: usize = 3;

/// States without an answer, where the question did concern the body.
const GAPS: [EffectiveState; 4] = [
    EffectiveState::Blank,
    EffectiveState::Unknown,
    EffectiveState::Declined,
    EffectiveState::Unclear,
];

/// Bodies without a sheet that counts.
pub(super) fn missing(population: &Population) -> Option<Finding> {
    let bodies = population.missing().to_vec();
    (!bodies.is_empty()).then(|| Finding {
        id: Kind::Missing.code().into(),
        dimension: None,
        questions: Vec::new(),
        kind: Kind::Missing,
        base: Base::Bodies,
        figures: vec![Figure {
            of: Of::Bodies,
            bodies,
            base: (0..population.bodies().len()).collect(),
        }],
    })
}

/// The terms that most bodies name; a term of one body alone leads nothing.
pub(super) fn terms(look: &Look) -> Option<Finding> {
    let terms = &look.terms.as_ref()?.terms;
    let last = terms.get(LEADING - 1).map_or(0, |term| term.bodies.len());
    let leading = terms.iter().filter(|term| term.bodies.len() >= last.max(2));
    let figure = |of, bodies: &[usize]| look.of_answered(of, bodies.to_vec());
    let figures = leading.map(|t| figure(Of::Term(t.id.clone()), &t.bodies));
    let figures: Vec<_> = figures.collect();
    (!figures.is_empty()).then(|| look.finding(Kind::Terms, "", Base::Answered, figures))
}

/// A third of those asked, and more than one, gave no answer that can be read.
pub(super) fn gaps(look: &Look) -> Option<Finding> {
    let asked = look.asked();
    let states = GAPS.iter().map(|state| (*state, look.tally.state(*state)));
    let figures = states.filter(|(_, bodies)| !bodies.is_empty());
    let figures = figures.map(|(state, bodies)| Figure {
        of: Of::State(state),
        bodies: bodies.to_vec(),
        base: asked.clone(),
    });
    let figures: Vec<_> = figures.collect();
    let without: usize = figures.iter().map(|f| f.bodies.len()).sum();
    let many = without >= 2 && without * 3 >= asked.len();
    many.then(|| look.finding(Kind::Gaps, "", Base::Asked, figures))
}
