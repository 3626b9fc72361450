//! What the documents of a survey say of the project: lines of the cover.

use super::json::record;

record! {
/// One issue of the report, as its version table lists it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Issue {
    /// Version, as printed.
    pub version: String,
    /// Who wrote it.
    pub prepared_by: String = optional,
    /// Who checked it.
    pub verified_by: String = optional,
    /// The day, `2020-04-30`.
    pub issued_on: String = optional,
    /// What changed.
    pub changes: String = optional,
}
}

record! {
/// Project lines, as printed on documents.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Name of the project.
    pub project: String = optional,
    /// Its subtitle.
    pub subtitle: String = optional,
    /// Code of the public investment (CUP).
    pub cup: String = optional,
    /// Call for proposals.
    pub call: String = optional,
    /// Action of the project.
    pub action: String = optional,
    /// Activity of the action.
    pub activity: String = optional,
    /// Who coordinates the action.
    pub action_coordinator: String = optional,
    /// Funding lines.
    pub funds: Vec<String> = optional,
    /// The day by which sheets are expected, `2020-04-30`.
    pub deadline: String = optional,
    /// Version table.
    pub versions: Vec<Issue> = optional,
}
}
