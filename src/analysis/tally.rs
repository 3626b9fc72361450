//! The tally of one question: how many bodies, and which, in each state and,
//! for closed questions, behind each option.

use super::ticked::Ticks;
use super::{BodyIndex, Population, Warning};
use crate::model::{EffectiveState, OptionId, Question, QuestionId, Value};

/// The bodies whose answer is in one state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateTally {
    /// The state.
    pub state: EffectiveState,
    /// The bodies.
    pub bodies: Vec<BodyIndex>,
}

/// One body's choice of one option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Who chose it.
    pub body: BodyIndex,
    /// What it wrote beside it; empty where nothing is written.
    pub qualifier: String,
}

/// The bodies that chose one option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionTally {
    /// The option.
    pub option: OptionId,
    /// Who chose it.
    pub ticks: Vec<Tick>,
}

impl OptionTally {
    /// The bodies that chose it.
    pub fn bodies(&self) -> impl Iterator<Item = BodyIndex> {
        self.ticks.iter().map(|t| t.body)
    }
}

/// The tally of one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The question.
    pub question: QuestionId,
    /// All bodies of the survey.
    pub bodies: usize,
    /// Every effective state in the order of [`EffectiveState::ALL`], also
    /// where nobody is in it. Together they are all bodies.
    pub states: Vec<StateTally>,
    /// Every option in printed order; empty for open questions. Only answers
    /// that were asked for and given are in them: an off-condition answer is
    /// in no option.
    pub options: Vec<OptionTally>,
    /// Bodies whose answer is given and was taken out of the export that
    /// brought it, so that nobody here knows what it says.
    pub withheld: Vec<BodyIndex>,
}

impl Tally {
    /// The bodies in a state.
    pub fn state(&self, state: EffectiveState) -> &[BodyIndex] {
        self.states.get(state as usize).map_or(&[], |s| &s.bodies)
    }

    /// The tally of an option.
    pub fn option(&self, option: &OptionId) -> Option<&OptionTally> {
        self.options.iter().find(|o| o.option == *option)
    }

    /// How many bodies were asked.
    pub fn asked(&self) -> usize {
        let asked = self.states.iter().filter(|s| s.state.was_asked());
        asked.map(|s| s.bodies.len()).sum()
    }

    /// How many were asked and gave an answer.
    pub fn answered(&self) -> usize {
        self.state(EffectiveState::Given).len()
    }
}

/// Counts one question.
pub fn tally(population: &Population, question: &Question) -> (Tally, Vec<Warning>) {
    let mut warnings = Vec::new();
    if !population.knows(&question.id) {
        warnings.push(Warning::UnknownQuestion(question.id.clone()));
    }
    let mut tally = Tally {
        question: question.id.clone(),
        bodies: population.bodies().len(),
        states: EffectiveState::ALL
            .map(|state| StateTally {
                state,
                bodies: Vec::new(),
            })
            .into(),
        options: question
            .option_ids()
            .map(|option| OptionTally {
                option: option.clone(),
                ticks: Vec::new(),
            })
            .collect(),
        withheld: Vec::new(),
    };
    let ticked = population.ticked(question);
    for (body, state) in population.states(&question.id).enumerate() {
        // They stand in the order in which the states are declared.
        if let Some(place) = tally.states.get_mut(state as usize) {
            place.bodies.push(body);
        }
        if state != EffectiveState::Given {
            continue;
        }
        if let Some(ticks) = ticked.of(body) {
            count_ticks(ticks, body, &mut tally);
        } else {
            count_value(population, question, body, &mut tally, &mut warnings);
        }
    }
    (tally, warnings)
}

fn count_ticks(ticks: Ticks, body: BodyIndex, tally: &mut Tally) {
    for place in ticks.places() {
        if let Some(option) = tally.options.get_mut(place) {
            option.ticks.push(Tick {
                body,
                qualifier: String::new(),
            });
        }
    }
}

fn count_value(
    population: &Population,
    question: &Question,
    body: BodyIndex,
    tally: &mut Tally,
    warnings: &mut Vec<Warning>,
) {
    match population.value(body, &question.id) {
        Some(Value::Withheld(_)) => tally.withheld.push(body),
        Some(Value::Choices(chosen)) if question.kind.is_closed() => {
            for choice in chosen {
                let place = tally.options.iter_mut();
                match place.into_iter().find(|o| o.option == choice.option) {
                    // A doubled tick is one tick.
                    Some(option) if option.ticks.last().is_some_and(|t| t.body == body) => {}
                    Some(option) => option.ticks.push(Tick {
                        body,
                        qualifier: choice.qualifier.clone(),
                    }),
                    None => warnings.push(Warning::UnknownOption {
                        body,
                        option: choice.option.clone(),
                    }),
                }
            }
        }
        _ if question.kind.is_closed() => warnings.push(Warning::OtherKind { body }),
        _ => {}
    }
}
