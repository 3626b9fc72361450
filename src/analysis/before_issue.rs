//! What whoever issues a version should know before: nothing of it forbids
//! issuing.

use super::{BodyIndex, Population, findings};
use crate::model::{DimensionId, SheetStatus};

/// What is not as it could be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BeforeIssue {
    /// Bodies of which no sheet has come, or will.
    pub missing: Vec<BodyIndex>,
    /// Bodies whose sheet was begun and not handed in.
    pub drafts: Vec<BodyIndex>,
    /// Bodies with an open remark on their sheet.
    pub remarks: Vec<BodyIndex>,
    /// The dimensions whose conclusions rest on findings that say something else
    /// by now, none for the survey as a whole; each once.
    pub stale: Vec<Option<DimensionId>>,
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

/// Conclusions that cite a finding which says something else than when their
/// text was confirmed.
fn stale(population: &Population) -> Vec<Option<DimensionId>> {
    let conclusions = population.head().conclusions.or_default();
    if conclusions
        .iter()
        .all(|conclusion| conclusion.cites.is_empty())
    {
        return Vec::new();
    }
    let found = findings(population);
    let mut stale = Vec::new();
    for conclusion in conclusions {
        let moved = conclusion.cites.iter().any(|cited| {
            let finding = found.iter().find(|finding| finding.id == cited.finding);
            let seen = finding.map(|finding| finding.seen(population));
            seen.as_ref() != Some(&cited.seen)
        });
        if moved && !stale.contains(&conclusion.dimension) {
            stale.push(conclusion.dimension);
        }
    }
    stale
}
