//! Conclusions: what the authors write for a dimension, and the findings that
//! they write it on.

use super::json::record;
use super::{ConclusionId, DimensionId, Revision};

record! {
/// A finding that a conclusion rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct Citation {
    /// Which finding.
    pub finding: String,
    /// What it said when the text was last confirmed.
    pub seen: String = optional,
    /// The same in words, in the language of whoever confirmed it.
    pub said: String = optional,
}
}

record! {
/// What the authors write for a dimension, or for the survey as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Conclusion {
    /// Stable id.
    pub id: ConclusionId,
    /// The dimension; none for the survey as a whole.
    pub dimension: Option<DimensionId> = optional,
    /// The text, in CommonMark.
    pub text: String = optional,
    /// The findings it rests on.
    pub cites: Vec<Citation> = optional,
    /// Edits.
    pub revision: Revision = optional,
}
}
