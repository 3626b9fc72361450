//! The output indicator: its result is the sheets that count, never a number
//! that someone typed.

use super::{BodyIndex, Population};

/// Target and result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorResult {
    /// How many sheets are expected.
    pub target: u32,
    /// The bodies whose sheet counts, by the indicator's own rule.
    pub bodies: Vec<BodyIndex>,
}

impl IndicatorResult {
    /// How many sheets count.
    pub fn result(&self) -> usize {
        self.bodies.len()
    }

    /// Whether the result is at least the target.
    pub fn is_reached(&self) -> bool {
        u32::try_from(self.result()).map_or(true, |result| result >= self.target)
    }
}

/// Counts the survey's indicator; `None` where it has none. A draft never
/// counts, also where the population counts drafts.
pub fn indicator(population: &Population) -> Option<IndicatorResult> {
    let indicator = population.head().indicator.as_ref()?;
    let counts = |body: &BodyIndex| {
        population.body(*body).is_some_and(|b| {
            let sheet = b.sheet;
            sheet.is_some_and(|sheet| indicator.includes(b.partner, sheet))
        })
    };
    Some(IndicatorResult {
        target: indicator.target,
        bodies: population
            .received()
            .iter()
            .copied()
            .filter(counts)
            .collect(),
    })
}
