//! Influences: what the authors found to help the transfer of the practice, or
//! to get in its way, and what is to be done about it.

use super::json::{named, record};
use super::{Citation, Factor, InfluenceId, PartnerId, Revision};

named! {
/// Which way something works on the transfer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// It helps.
    Helps = "helps",
    /// It gets in the way.
    Hinders = "hinders",
}
}

record! {
/// One thing that helps, or gets in the way.
#[derive(Clone, Debug, PartialEq)]
pub struct Influence {
    /// Stable id.
    pub id: InfluenceId,
    /// Of what kind.
    pub factor: Factor,
    /// Which way it works.
    pub effect: Effect,
    /// What it is, in plain words.
    pub text: String = optional,
    /// The findings it rests on.
    pub cites: Vec<Citation> = optional,
    /// The bodies it concerns; none means all.
    pub partners: Vec<PartnerId> = optional,
    /// What is to be done about it.
    pub action: String = optional,
    /// Who does it: an office or a body, as written.
    pub who: String = optional,
    /// By when: a day, `2020-04-30`.
    pub due: String = optional,
    /// Edits.
    pub revision: Revision = optional,
}
}
