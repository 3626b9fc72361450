//! Completeness: answered k of n asked, for a body, a dimension, the survey.
//!
//! The base is what was asked. A question that does not concern a body, and an
//! answer given although it was not asked, are shown beside the base and are
//! not in it.

use super::{BodyIndex, Population};
use crate::model::{DimensionId, EffectiveState, Question, Questionnaire, Sheet, effective_states};

/// How many answers stand in each state, over sheets and questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Completeness {
    /// In the order of [`EffectiveState::ALL`].
    counts: [usize; EffectiveState::ALL.len()],
}

impl Completeness {
    /// How many answers are in a state. Bodies without a sheet are not
    /// counted here, so `missing` is always none.
    pub fn count(&self, state: EffectiveState) -> usize {
        self.counts.get(state as usize).copied().unwrap_or_default()
    }

    /// Every state with its count, in the order in which they are shown.
    pub fn states(&self) -> impl Iterator<Item = (EffectiveState, usize)> {
        EffectiveState::ALL.into_iter().zip(self.counts)
    }

    /// k: how many answers are given, of those asked for.
    pub fn answered(&self) -> usize {
        self.count(EffectiveState::Given)
    }

    /// n: how many answers were asked for.
    pub fn asked(&self) -> usize {
        let asked = self.states().filter(|(state, _)| state.was_asked());
        asked.map(|(_, n)| n).sum()
    }

    fn add(&mut self, state: EffectiveState) {
        // The states are declared in the order in which they are shown.
        if let Some(count) = self.counts.get_mut(state as usize) {
            *count += 1;
        }
    }
}

impl std::iter::Sum for Completeness {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        let mut sum = Self::default();
        for one in all {
            for (sum, count) in sum.counts.iter_mut().zip(one.counts) {
                *sum += count;
            }
        }
        sum
    }
}

impl FromIterator<EffectiveState> for Completeness {
    fn from_iter<I: IntoIterator<Item = EffectiveState>>(states: I) -> Self {
        let mut all = Self::default();
        states.into_iter().for_each(|state| all.add(state));
        all
    }
}

/// Over all sheets that count.
pub fn of_survey(population: &Population) -> Completeness {
    count(population, population.counted(), None)
}

/// One dimension, over all sheets that count.
pub fn of_dimension(population: &Population, dimension: &DimensionId) -> Completeness {
    count(population, population.counted(), Some(dimension))
}

/// One body's sheet; nothing where it does not count.
pub fn of_body(population: &Population, body: BodyIndex) -> Completeness {
    count(population, &[body], None)
}

/// One dimension of the sheet of each body, in one pass; nothing of a sheet that
/// does not count.
pub fn of_each_in(population: &Population, dimension: &DimensionId) -> Vec<Completeness> {
    let mut each = vec![Completeness::default(); population.bodies().len()];
    let questions = population.head().questionnaire.on_sheet();
    for question in questions.filter(|q| q.dimension == *dimension) {
        for (body, state) in each.iter_mut().zip(population.states(&question.id)) {
            if state != EffectiveState::Missing {
                body.add(state);
            }
        }
    }
    each
}

/// One sheet by itself, whatever its status: for the person who fills it in.
/// With a dimension, only that part of it.
pub fn of_sheet(
    questionnaire: &Questionnaire,
    sheet: &Sheet,
    dimension: Option<&DimensionId>,
) -> Completeness {
    let states = effective_states(questionnaire, Some(sheet));
    let states = questionnaire.questions.iter().zip(states);
    let wanted = states.filter(|(question, _)| {
        question.repeats.is_none() && dimension.is_none_or(|d| question.dimension == *d)
    });
    wanted.map(|(_, state)| state).collect()
}

/// Questions of one sheet that were asked and left without an answer, in the
/// order of the questionnaire. "Non so" and the like are answers.
pub fn blank<'a>(questionnaire: &'a Questionnaire, sheet: &Sheet) -> Vec<&'a Question> {
    let states = effective_states(questionnaire, Some(sheet));
    let questions = questionnaire.questions.iter().zip(states);
    let blank = questions.filter(|(_, state)| *state == EffectiveState::Blank);
    blank.map(|(question, _)| question).collect()
}

fn count(
    population: &Population,
    bodies: &[BodyIndex],
    dimension: Option<&DimensionId>,
) -> Completeness {
    let mut result = Completeness::default();
    for question in population.head().questionnaire.on_sheet() {
        if dimension.is_some_and(|d| question.dimension != *d) {
            continue;
        }
        let column = population.column(&question.id);
        for body in bodies {
            match population.at(*body, column) {
                EffectiveState::Missing => {}
                state => result.add(state),
            }
        }
    }
    result
}
