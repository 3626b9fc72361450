//! A partner body.

use super::json::{named, record, wrapping};
use super::{PartnerId, Revision};

/// What kind of body a partner is, as text so that a survey may bring its own
/// kinds; the usual Italian ones have names in the interface.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartnerKind(pub String);

wrapping!(PartnerKind);

named! {
/// What a body does with the practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// *Capofila*: leads the project.
    Lead = "lead",
    /// *Cedente*: gives the practice.
    Giver = "giver",
    /// *Riusante*: reuses it.
    Reuser = "reuser",
}
}

record! {
/// A body that takes part in the survey.
#[derive(Clone, Debug, PartialEq)]
pub struct Partner {
    /// Stable id.
    pub id: PartnerId,
    /// Printed code: EC, 1, 2 …
    pub code: String,
    /// Name.
    pub name: String,
    /// Kind of body.
    pub kind: PartnerKind = optional,
    /// Code in the index of public bodies (IPA).
    pub ipa_code: String = optional,
    /// What it does with the practice.
    pub role: Option<Role> = optional,
    /// Edits.
    pub revision: Revision = optional,
}
}
