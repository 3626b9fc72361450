//! What the person decides while the dry run is shown.

use super::Record;
use serde::{Deserialize, Serialize};

/// Which side stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Decision {
    /// What is here.
    Mine,
    /// What the file brings.
    Theirs,
    /// What is here, and what the file brings as an open remark on it. Of
    /// answers and contacts only; elsewhere it is the same as mine.
    Both,
}

/// What the person has said so far. Files are named by their place among the
/// arrivals.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Decisions {
    beside: Vec<usize>,
    conflicts: Vec<(usize, Record, Decision)>,
    forms: Vec<(usize, Decision)>,
}

impl Decisions {
    /// Says whether a file is to be added beside what is here, instead of being
    /// merged.
    pub fn set_beside(&mut self, arrival: usize, beside: bool) {
        self.beside.retain(|at| *at != arrival);
        if beside {
            self.beside.push(arrival);
        }
    }

    /// Whether a file is to be added beside what is here.
    pub fn beside(&self, arrival: usize) -> bool {
        self.beside.contains(&arrival)
    }

    /// Settles a conflict; `None` opens it again.
    pub fn settle(&mut self, arrival: usize, record: &Record, decision: Option<Decision>) {
        self.conflicts
            .retain(|(at, of, _)| (*at, of) != (arrival, record));
        if let Some(decision) = decision {
            self.conflicts.push((arrival, record.clone(), decision));
        }
    }

    /// What was decided about a conflict.
    pub fn of(&self, arrival: usize, record: &Record) -> Option<Decision> {
        let mut all = self.conflicts.iter();
        let found = all.find(|(at, of, _)| (*at, of) == (arrival, record));
        found.map(|(_, _, decision)| *decision)
    }

    /// Says which questionnaire stands; `None` opens the question again.
    pub fn settle_form(&mut self, arrival: usize, decision: Option<Decision>) {
        self.forms.retain(|(at, _)| *at != arrival);
        if let Some(decision) = decision {
            self.forms.push((arrival, decision));
        }
    }

    /// Which questionnaire was decided to stand.
    pub fn form(&self, arrival: usize) -> Option<Decision> {
        let found = self.forms.iter().find(|(at, _)| *at == arrival);
        found.map(|(_, decision)| *decision)
    }
}
