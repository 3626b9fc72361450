//! Which rule made each reading of a question, with the bodies behind it.

use super::{BodyIndex, Population};
use crate::model::{EffectiveState, Question, QuestionId, Reading, Source};

/// Who says what an answer means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Authority {
    /// The report of the survey.
    Report,
    /// Rilievo proposes it.
    Proposed,
    /// The authors, otherwise than what was said before.
    Authors,
}

/// The answers on which one rule decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleTally {
    /// The rule's place among those of the question; `None` where none holds.
    pub rule: Option<usize>,
    /// What it makes of them.
    pub reading: Reading,
    /// What its source says, where the authors do not agree.
    pub said: Reading,
    /// Its source; what is read where no rule holds is always proposed.
    pub source: Source,
    /// The bodies.
    pub bodies: Vec<BodyIndex>,
}

impl RuleTally {
    /// Who says what it makes of the answers.
    pub fn authority(&self) -> Authority {
        match self.source {
            _ if self.said != self.reading => Authority::Authors,
            Source::Report => Authority::Report,
            Source::Proposed => Authority::Proposed,
        }
    }
}

/// Every rule of a question in the order in which they are tried, and after
/// them the answers on which none decides. Together they are all answers that
/// were asked for and given. `None` where the question is not read.
pub fn by_rule(population: &Population, question: &Question) -> Option<Vec<RuleTally>> {
    let readings = question.readings.as_ref().filter(|r| !r.off)?;
    let rules = readings.rules.iter().enumerate();
    let mut tallies: Vec<RuleTally> = rules
        .map(|(place, rule)| RuleTally {
            rule: Some(place),
            reading: rule.reading,
            said: rule.said(),
            source: rule.source,
            bodies: Vec::new(),
        })
        .collect();
    tallies.push(RuleTally {
        rule: None,
        reading: readings.otherwise,
        said: readings.otherwise_was.unwrap_or(readings.otherwise),
        source: Source::Proposed,
        bodies: Vec::new(),
    });
    for body in population.in_state(&question.id, EffectiveState::Given) {
        let Some(sheet) = population.body(body).and_then(|b| b.sheet) else {
            continue;
        };
        // Most answers are read by themselves.
        let state_of = |id: &QuestionId| {
            let own = Some(EffectiveState::Given).filter(|_| *id == question.id);
            own.or_else(|| population.known_state(body, id))
        };
        let deciding = readings.deciding(sheet, state_of);
        if let Some(tally) = tallies.iter_mut().find(|t| t.rule == deciding) {
            tally.bodies.push(body);
        }
    }
    Some(tallies)
}
