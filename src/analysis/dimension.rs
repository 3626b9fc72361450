//! The result of a dimension: answered *k* of *n* asked, and the readings, for
//! each body whose sheet counts and for all of them together.

use super::completeness::{self, Completeness};
use super::readings::{self, ReadingCounts};
use super::{BodyIndex, Population};
use crate::model::DimensionId;

/// The result of one dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DimensionResult {
    /// The dimension.
    pub dimension: DimensionId,
    /// Answered of asked, over all sheets that count.
    pub completeness: Completeness,
    /// The readings of all these sheets together.
    pub readings: ReadingCounts,
    /// Who is behind these figures: each body whose sheet counts, in the order
    /// of the partners.
    pub bodies: Vec<BodyResult>,
}

/// The result of one body in a dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BodyResult {
    /// The body.
    pub body: BodyIndex,
    /// Answered of asked.
    pub completeness: Completeness,
    /// Its readings.
    pub readings: ReadingCounts,
}

/// The result of every dimension, in printed order.
pub fn dimension_results(population: &Population) -> Vec<DimensionResult> {
    readings::by_dimension(population)
        .into_iter()
        .map(|group| {
            let each = completeness::of_each_in(population, &group.key);
            let bodies = population.counted().iter();
            let bodies = bodies.map(|body| BodyResult {
                body: *body,
                completeness: each.get(*body).copied().unwrap_or_default(),
                readings: group.of_body(*body),
            });
            DimensionResult {
                completeness: completeness::of_dimension(population, &group.key),
                readings: group.total(),
                bodies: bodies.collect(),
                dimension: group.key,
            }
        })
        .collect()
}
