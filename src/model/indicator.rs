//! The output indicator: target, result, and which sheets count.

use super::json::{named, record};
use super::{LocalText, Partner, Role, Sheet, SheetStatus};

named! {
/// From which status on a sheet counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CountsFrom {
    /// Submitted, returned and approved sheets.
    #[default]
    Received = "received",
    /// Approved sheets only.
    Approved = "approved",
}
}

record! {
/// Which sheets count.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CountRule {
    /// From which status on.
    pub from: CountsFrom = defaulted,
    /// Only of bodies in these roles; empty means of all.
    pub roles: Vec<Role> = optional,
}
}

record! {
/// An output indicator. Its result is counted, never typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Indicator {
    /// The activity it measures, as printed.
    pub action: String = optional,
    /// Its name.
    pub name: LocalText = optional,
    /// Its unit.
    pub unit: LocalText = optional,
    /// How many are expected.
    pub target: u32 = defaulted,
    /// Which sheets count.
    pub counts: CountRule = defaulted,
}
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
