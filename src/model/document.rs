//! What the documents of a survey say of the project: lines of the cover.

use super::{Extra, is_default};
use serde::{Deserialize, Serialize};

/// One issue of the report, as its version table lists it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Issue {
    /// Version, as printed.
    pub version: String,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub prepared_by: String,
    /// Who checked it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub verified_by: String,
    /// The day, `2020-04-30`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub issued_on: String,
    /// What changed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub changes: String,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Project lines, as printed on documents.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// Name of the project.
    #[serde(default, skip_serializing_if = "is_default")]
    pub project: String,
    /// Its subtitle.
    #[serde(default, skip_serializing_if = "is_default")]
    pub subtitle: String,
    /// Code of the public investment (CUP).
    #[serde(default, skip_serializing_if = "is_default")]
    pub cup: String,
    /// Call for proposals.
    #[serde(default, skip_serializing_if = "is_default")]
    pub call: String,
    /// Action of the project.
    #[serde(default, skip_serializing_if = "is_default")]
    pub action: String,
    /// Activity of the action.
    #[serde(default, skip_serializing_if = "is_default")]
    pub activity: String,
    /// Who coordinates the action.
    #[serde(default, skip_serializing_if = "is_default")]
    pub action_coordinator: String,
    /// Funding lines.
    #[serde(default, skip_serializing_if = "is_default")]
    pub funds: Vec<String>,
    /// Version table.
    #[serde(default, skip_serializing_if = "is_default")]
    pub versions: Vec<Issue>,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub extra: Extra,
}
