//! Combinations of a multiple choice: which options were chosen together.
//! "Internal and external" says something that neither count says alone.

use super::{BodyIndex, Population};
use crate::model::{EffectiveState, OptionId, Question, Value, sort_by_key};
use std::collections::BTreeMap;

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
    let mut found: BTreeMap<Vec<usize>, Vec<BodyIndex>> = BTreeMap::new();
    for body in population.in_state(&question.id, EffectiveState::Given) {
        let Some(Value::Choices(chosen)) = population.value(body, &question.id) else {
            continue;
        };
        let ticked = |id: &OptionId| chosen.iter().any(|c| c.option == *id);
        let places: Vec<usize> = (0..)
            .zip(question.option_ids())
            .filter(|(_, id)| ticked(id))
            .map(|(place, _)| place)
            .collect();
        if !places.is_empty() {
            found.entry(places).or_default().push(body);
        }
    }
    let mut sets: Vec<_> = found.into_iter().collect();
    // The map's order is the order of the options; a stable sort keeps it.
    sort_by_key(&mut sets, |(_, bodies)| std::cmp::Reverse(bodies.len()));
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
