//! Groups of bodies, and the tally of a question within each of them.
//!
//! Every body is in exactly one group, so that the groups together are all
//! bodies and their tallies add up to the tally of all. By a multiple choice,
//! a group is therefore one combination of options, and not everybody who chose
//! an option: those who chose two would be in two groups.

use crate::analysis::{BodyIndex, OptionTally, Population, StateTally, Tally, combinations, tally};
use crate::model::{EffectiveState, PartnerKind, Question, QuestionId, Role, Value, sort_by};

/// What holds the bodies of a group together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupBy {
    /// What kind of body they are.
    Kind,
    /// What they do with the practice.
    Role,
    /// What they say to a closed question; an open one, or one that there is
    /// not, gives groups by the state of the answer.
    Answer(QuestionId),
}

/// What the bodies of one group have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupKey {
    /// A kind of body; `None` for those of which it is not said.
    Kind(Option<PartnerKind>),
    /// A role; `None` for those without one.
    Role(Option<Role>),
    /// They chose exactly these options, by their places in the question.
    Options(Vec<usize>),
    /// Their answer counts in this state; where it is `given`, it is none of
    /// the question's options.
    State(EffectiveState),
    /// They gave an answer that was taken out of the export that brought it.
    Withheld,
}

/// One group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyGroup {
    /// What its bodies have in common.
    pub key: GroupKey,
    /// The bodies, in the order of the partners.
    pub bodies: Vec<BodyIndex>,
}

/// Makes the groups; none is empty. Kinds stand in the order of their names,
/// roles in that of [`Role`], answers in printed order with the states after
/// them; those of whom nothing is said come last.
pub fn groups(population: &Population, by: &GroupBy) -> Vec<BodyGroup> {
    let question = match by {
        GroupBy::Answer(id) => population.head().questionnaire.question(id),
        GroupBy::Kind | GroupBy::Role => None,
    };
    // As many as occur: few, whatever the number of bodies.
    let mut groups: Vec<BodyGroup> = Vec::new();
    for (at, body) in population.bodies().iter().enumerate() {
        let kind = &body.partner.kind;
        let key = match by {
            GroupBy::Kind => GroupKey::Kind((!kind.0.is_empty()).then(|| kind.clone())),
            GroupBy::Role => GroupKey::Role(body.partner.role),
            GroupBy::Answer(id) => key_of_answer(population, id, question, at),
        };
        match groups.iter_mut().find(|group| group.key == key) {
            Some(group) => group.bodies.push(at),
            None => groups.push(BodyGroup {
                key,
                bodies: vec![at],
            }),
        }
    }
    sort_by(&mut groups, |a, b| place(&a.key).cmp(&place(&b.key)));
    groups
}

fn key_of_answer(
    population: &Population,
    id: &QuestionId,
    question: Option<&Question>,
    body: BodyIndex,
) -> GroupKey {
    let state = population.state(body, id);
    if state != EffectiveState::Given {
        return GroupKey::State(state);
    }
    match (population.value(body, id), question) {
        (Some(Value::Withheld(_)), _) => GroupKey::Withheld,
        (Some(Value::Choices(chosen)), Some(question)) => {
            match combinations::places(question, chosen) {
                places if places.is_empty() => GroupKey::State(state),
                places => GroupKey::Options(places),
            }
        }
        _ => GroupKey::State(state),
    }
}

/// Where a group stands among the others.
fn place(key: &GroupKey) -> (u8, Vec<usize>, &str) {
    match key {
        GroupKey::Kind(Some(kind)) => (0, Vec::new(), &kind.0),
        GroupKey::Role(Some(role)) => (0, vec![*role as usize], ""),
        GroupKey::Options(options) => (0, options.clone(), ""),
        GroupKey::State(state) => (1, vec![*state as usize], ""),
        GroupKey::Withheld => (2, Vec::new(), ""),
        GroupKey::Kind(None) | GroupKey::Role(None) => (3, Vec::new(), ""),
    }
}

/// The tally of a question within each group, in the order of the groups: its
/// base is the group's own.
pub fn tally_by(population: &Population, question: &Question, groups: &[BodyGroup]) -> Vec<Tally> {
    let (all, _) = tally::tally(population, question);
    let within = groups.iter().map(|group| within(&all, &group.bodies));
    within.collect()
}

/// What a tally says of some bodies, which stand in the order of the partners.
fn within(all: &Tally, bodies: &[BodyIndex]) -> Tally {
    let belongs = |body: &BodyIndex| bodies.binary_search(body).is_ok();
    let only = |from: &[BodyIndex]| from.iter().copied().filter(belongs).collect();
    Tally {
        question: all.question.clone(),
        bodies: bodies.len(),
        states: all
            .states
            .iter()
            .map(|tally| StateTally {
                state: tally.state,
                bodies: only(&tally.bodies),
            })
            .collect(),
        options: all
            .options
            .iter()
            .map(|tally| {
                let ticks = tally.ticks.iter().filter(|tick| belongs(&tick.body));
                OptionTally {
                    option: tally.option.clone(),
                    ticks: ticks.cloned().collect(),
                }
            })
            .collect(),
        withheld: only(&all.withheld),
    }
}
