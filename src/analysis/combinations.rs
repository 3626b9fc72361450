//! Combinations of a multiple choice: which options were chosen together.
//! "Internal and external" says something that neither count says alone.

use super::{BodyIndex, Population};
use crate::model::{Chosen, EffectiveState, OptionId, Question, Value, sort_by};

/// A set of options, and the bodies that chose exactly these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Combination {
    /// The options, in printed order.
    pub options: Vec<OptionId>,
    /// The bodies.
    pub bodies: Vec<BodyIndex>,
}

/// Every combination that occurs in given answers, the most frequent first; as
/// frequent ones in the order of their options. Choices that the question does
/// not have are left out, as in the [tally](super::tally()), which warns of
/// them.
pub fn combinations(population: &Population, question: &Question) -> Vec<Combination> {
    // As many as occur: few, whatever the number of bodies.
    let mut sets: Vec<(Vec<usize>, Vec<BodyIndex>)> = Vec::new();
    let ticked = population.ticked(question);
    for body in population.in_state(&question.id, EffectiveState::Given) {
        let places: Vec<usize> = match ticked.of(body) {
            Some(ticks) => ticks.places().collect(),
            None => match population.value(body, &question.id) {
                Some(Value::Choices(chosen)) => places(question, chosen),
                _ => continue,
            },
        };
        if places.is_empty() {
            continue;
        }
        match sets.iter_mut().find(|(options, _)| *options == places) {
            Some((_, bodies)) => bodies.push(body),
            None => sets.push((places, vec![body])),
        }
    }
    sort_by(&mut sets, |a, b| {
        b.1.len().cmp(&a.1.len()).then_with(|| a.0.cmp(&b.0))
    });
    sets.into_iter()
        .map(|(places, bodies)| Combination {
            options: places
                .into_iter()
                .filter_map(|place| question.options.get(place))
                .map(|option| option.id.clone())
                .collect(),
            bodies,
        })
        .collect()
}

/// The choices by their places among the question's options; those that it
/// does not have are left out.
pub(super) fn places(question: &Question, chosen: &[Chosen]) -> Vec<usize> {
    let ticked = |id: &OptionId| chosen.iter().any(|c| c.option == *id);
    (0..)
        .zip(question.option_ids())
        .filter(|(_, id)| ticked(id))
        .map(|(place, _)| place)
        .collect()
}
