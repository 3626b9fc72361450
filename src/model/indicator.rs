//! The output indicator: target, result, and which sheets count.

use super::{Extra, LocalText, Partner, Role, Sheet, SheetStatus, is_default};
use serde::{Deserialize, Serialize};

/// From which status on a sheet counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CountsFrom {
    /// Submitted, returned and approved sheets.
    #[default]
    Received,
    /// Approved sheets only.
    Approved,
}

/// Which sheets count.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CountRule {
    /// From which status on.
    #[serde(default)]
    pub from: CountsFrom,
    /// Only of bodies in these roles; empty means of all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Role>,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub extra: Extra,
}

/// An output indicator. Its result is counted, never typed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// The activity it measures, as printed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub action: String,
    /// Its name.
    #[serde(default, skip_serializing_if = "LocalText::is_empty")]
    pub name: LocalText,
    /// Its unit.
    #[serde(default, skip_serializing_if = "LocalText::is_empty")]
    pub unit: LocalText,
    /// How many are expected.
    #[serde(default)]
    pub target: u32,
    /// Which sheets count.
    #[serde(default)]
    pub counts: CountRule,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Indicator {
    /// Whether this sheet counts.
    pub fn includes(&self, partner: &Partner, sheet: &Sheet) -> bool {
        let by_status = match self.counts.from {
            CountsFrom::Received => sheet.status.is_received(),
            CountsFrom::Approved => sheet.status == SheetStatus::Approved,
        };
        let roles = &self.counts.roles;
        by_status && (roles.is_empty() || partner.role.is_some_and(|role| roles.contains(&role)))
    }
}
