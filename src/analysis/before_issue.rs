//! What whoever issues a version should know before: nothing of it forbids
//! issuing.

use super::stale::{Stale, stale};
use super::{BodyIndex, Population};
use crate::model::SheetStatus;

/// What is not as it could be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BeforeIssue {
    /// Bodies of which no sheet has come, or will.
    pub missing: Vec<BodyIndex>,
    /// Bodies whose sheet was begun and not handed in.
    pub drafts: Vec<BodyIndex>,
    /// Bodies with an open remark on their sheet.
    pub remarks: Vec<BodyIndex>,
    /// Texts of the authors that rest on findings which say something else by
    /// now.
    pub stale: Vec<Stale>,
}

impl BeforeIssue {
    /// Whether there is nothing to be known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What is not as it could be in a survey of which all bodies are looked at.
pub fn before_issue(population: &Population) -> BeforeIssue {
    let mut known = BeforeIssue {
        stale: stale(population),
        ..BeforeIssue::default()
    };
    for (place, body) in population.bodies().iter().enumerate() {
        match body.status {
            SheetStatus::Draft => known.drafts.push(place),
            SheetStatus::Expected | SheetStatus::Missing => known.missing.push(place),
            SheetStatus::Submitted | SheetStatus::Returned | SheetStatus::Approved => {}
        }
        if body.sheet.is_some_and(|sheet| sheet.open_remarks() > 0) {
            known.remarks.push(place);
        }
    }
    known
}
