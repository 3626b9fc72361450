//! Readings: what an answer means for the transfer of the practice.

use super::json::{named, record};
use super::{Condition, Revision};

named! {
/// What an answer means for the transfer.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash
)]
pub enum Reading {
    /// It helps.
    Enabling = "enabling",
    /// It gets in the way.
    Hindering = "hindering",
    /// It does neither.
    #[default]
    Neutral = "neutral",
    /// There is no answer to read.
    Unknown = "unknown",
}
}

named! {
/// Who says what an answer means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// The report of the survey.
    Report = "report",
    /// Rilievo proposes it; the authors may change it or switch it off.
    #[default]
    Proposed = "proposed",
}
}

record! {
/// One rule: when the condition holds, the answer has this reading.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadingRule {
    /// The condition, over the same sheet.
    pub when: Condition,
    /// The reading.
    pub reading: Reading,
    /// Who says so.
    pub source: Source = defaulted,
    /// What the source says, where the authors say otherwise.
    pub was: Option<Reading> = optional,
}
}

impl ReadingRule {
    /// What the source says, whatever the authors made of it.
    pub fn said(&self) -> Reading {
        self.was.unwrap_or(self.reading)
    }
}

record! {
/// The readings of one question: the first rule that holds decides.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Readings {
    /// In the order in which they are tried.
    pub rules: Vec<ReadingRule>,
    /// The reading where no rule holds.
    pub otherwise: Reading = defaulted,
    /// What was proposed for that, where the authors say otherwise.
    pub otherwise_was: Option<Reading> = optional,
    /// Switched off by the authors.
    pub off: bool = optional,
    /// Edits.
    pub revision: Revision = optional,
}
}

impl Readings {
    /// Lets the authors say what a rule makes of an answer; `None` is where no
    /// rule holds. What the source says is kept, so that they can come back to
    /// it.
    pub fn change(&mut self, rule: Option<usize>, reading: Reading) {
        let places = match rule {
            None => Some((&mut self.otherwise, &mut self.otherwise_was)),
            Some(at) => self.rules.get_mut(at).map(|r| (&mut r.reading, &mut r.was)),
        };
        if let Some((now, was)) = places {
            let said = was.unwrap_or(*now);
            *now = reading;
            *was = (said != reading).then_some(said);
        }
    }
}
