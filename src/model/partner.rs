//! A partner body.

use super::{Extra, PartnerId, Revision, is_default};
use serde::{Deserialize, Serialize};

/// What kind of body a partner is, as text so that a survey may bring its own
/// kinds; the usual Italian ones have names in the interface.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PartnerKind(pub String);

/// What a body does with the practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// *Capofila*: leads the project.
    Lead,
    /// *Cedente*: gives the practice.
    Giver,
    /// *Riusante*: reuses it.
    Reuser,
}

/// A body that takes part in the survey.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Partner {
    /// Stable id.
    pub id: PartnerId,
    /// Printed code: EC, 1, 2 …
    pub code: String,
    /// Name.
    pub name: String,
    /// Kind of body.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: PartnerKind,
    /// Code in the index of public bodies (IPA).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub ipa_code: String,
    /// What it does with the practice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Edits.
    #[serde(default, skip_serializing_if = "is_default")]
    pub revision: Revision,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub extra: Extra,
}
