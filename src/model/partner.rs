//! A partner body.

use super::json::{Out, Reading, Text, named, record, through_value};
use super::{Json, PartnerId, Revision};

/// What kind of body a partner is, as text so that a survey may bring its own
/// kinds; the usual Italian ones have names in the interface.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartnerKind(pub String);

impl Json for PartnerKind {
    fn blank() -> Self {
        Self(String::new())
    }

    fn read(&mut self, text: &mut Text) -> Reading<()> {
        self.0.read(text)
    }

    fn write(&self, out: &mut Out) {
        self.0.write(out);
    }

    fn is_silent(&self) -> bool {
        self.0.is_empty()
    }
}

through_value!(PartnerKind);

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
