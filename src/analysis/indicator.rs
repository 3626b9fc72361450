//! The output indicator: its result is the sheets that count, never a number
//! that someone typed.

use super::{Body, BodyIndex, Population};
use crate::model::{CountsFrom, Indicator, SheetStatus};

/// Target and result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorResult {
    /// How many sheets are expected.
    pub target: u32,
    /// The bodies whose sheet counts, by the indicator's own rule.
    pub bodies: Vec<BodyIndex>,
}

/// Why a sheet does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotCounted {
    /// Nothing has come yet.
    Expected,
    /// It was begun, and not handed in.
    Draft,
    /// The coordinator has declared that it will not come.
    Missing,
    /// It was received, but only approved ones count.
    NotApproved,
    /// It would count, but the body is in none of the roles that count.
    Role,
}

impl NotCounted {
    /// All of them, as they are listed.
    pub const ALL: [Self; 5] = [
        Self::Expected,
        Self::Draft,
        Self::Missing,
        Self::NotApproved,
        Self::Role,
    ];
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
    let bodies = population.bodies().iter().enumerate();
    let counted = bodies.filter(|(_, body)| counts(indicator, body));
    Some(IndicatorResult {
        target: indicator.target,
        bodies: counted.map(|(place, _)| place).collect(),
    })
}

/// All bodies that the indicator does not count, each with the reason; none
/// where the survey has no indicator.
pub fn not_counted(population: &Population) -> Vec<(BodyIndex, NotCounted)> {
    let Some(indicator) = &population.head().indicator else {
        return Vec::new();
    };
    let bodies = population.bodies().iter().enumerate();
    let others = bodies.filter(|(_, body)| !counts(indicator, body));
    let others = others.map(|(place, body)| (place, why_not(indicator, body)));
    others.collect()
}

fn counts(indicator: &Indicator, body: &Body) -> bool {
    let includes = |sheet| indicator.includes(body.partner, sheet);
    body.status.is_received() && body.sheet.is_some_and(includes)
}

/// Of a sheet that does not count.
fn why_not(indicator: &Indicator, body: &Body) -> NotCounted {
    let only_approved = indicator.counts.from == CountsFrom::Approved;
    match body.status {
        SheetStatus::Expected => NotCounted::Expected,
        SheetStatus::Draft => NotCounted::Draft,
        SheetStatus::Missing => NotCounted::Missing,
        SheetStatus::Submitted | SheetStatus::Returned if only_approved => NotCounted::NotApproved,
        SheetStatus::Submitted | SheetStatus::Returned | SheetStatus::Approved => NotCounted::Role,
    }
}
