//! Which version of the report this is: one that was issued, or a draft.

use crate::model::{Issued, SurveyHead};

/// Where a survey stands among its issued versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VersionState {
    /// It says what this version says: its number, and the day, `2020-04-30`.
    Issued(String, String),
    /// It has changed since this version, the last one.
    After(String, String),
    /// No version was issued yet.
    Draft,
}

/// Which version a survey is that has this fingerprint, all its digits.
pub fn version(head: &SurveyHead, fingerprint: &str) -> VersionState {
    let all = issued(head);
    let of = |one: &Issued| (one.version.clone(), one.on.clone());
    let same = all.iter().find(|one| one.fingerprint == fingerprint);
    match (same.map(of), all.first().map(of)) {
        (Some((version, on)), _) => VersionState::Issued(version, on),
        (None, Some((version, on))) => VersionState::After(version, on),
        (None, None) => VersionState::Draft,
    }
}

/// The issued versions of a survey, the last one first.
pub fn issued(head: &SurveyHead) -> Vec<Issued> {
    let mut all = head.issued.or_default();
    crate::model::sort_by(&mut all, |a, b| {
        (&b.on, b.at, &b.id).cmp(&(&a.on, a.at, &a.id))
    });
    all
}
