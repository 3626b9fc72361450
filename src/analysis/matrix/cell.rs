//! What one cell of the matrix shows: how the answer counts, and at a glance
//! what it says.

use crate::analysis::ticked::Ticked;
use crate::analysis::{BodyIndex, Population, combinations};
use crate::model::{EffectiveState, Question, QuestionKind, Value};

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Any state but `given`, as which it counts.
    Not(EffectiveState),
    /// The first choice of a yes/no question.
    Yes,
    /// The second one.
    No,
    /// The choices, by their places among the question's options.
    Choices(Vec<usize>),
    /// Terms.
    List,
    /// Words; also those in a field for a number or a day that are none.
    Text,
    /// A web address, or what stands in its place.
    Url,
    /// A number.
    Number,
    /// A day.
    Date,
    /// Given, and taken out of the export that brought it.
    Withheld,
    /// Given, and not what the question asks for: a choice that it does not
    /// have, or a value of another kind.
    Other,
}

impl Cell {
    /// How the answer counts.
    pub const fn state(&self) -> EffectiveState {
        match self {
            Self::Not(state) => *state,
            _ => EffectiveState::Given,
        }
    }
}

/// The cell of one body, whose answer counts as `state` and who `ticked` this.
pub(super) fn cell(
    population: &Population,
    body: BodyIndex,
    question: &Question,
    ticked: &Ticked,
    state: EffectiveState,
) -> Cell {
    if state != EffectiveState::Given {
        return Cell::Not(state);
    }
    if let Some(ticks) = ticked.of(body) {
        return of_places(question.kind, ticks.places().collect());
    }
    let closed = question.kind.is_closed();
    match population.value(body, &question.id) {
        Some(Value::Withheld(_)) => Cell::Withheld,
        Some(Value::Choices(chosen)) if closed => {
            of_places(question.kind, combinations::places(question, chosen))
        }
        Some(Value::Text(_)) if !closed => match question.kind {
            QuestionKind::List => Cell::List,
            QuestionKind::Url => Cell::Url,
            _ => Cell::Text,
        },
        Some(Value::Number(_)) if !closed => Cell::Number,
        Some(Value::Date(_)) if !closed => Cell::Date,
        _ => Cell::Other,
    }
}

fn of_places(kind: QuestionKind, places: Vec<usize>) -> Cell {
    match (kind, &places[..]) {
        (_, []) => Cell::Other,
        (QuestionKind::YesNo, [0]) => Cell::Yes,
        (QuestionKind::YesNo, [1]) => Cell::No,
        _ => Cell::Choices(places),
    }
}
