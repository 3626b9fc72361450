//! Which rule made each reading of a question, with the bodies behind it.

use super::{BodyIndex, Population};
use crate::model::{EffectiveState, Question, Reading, Readings, Source, Truth, When};

/// The rules of a question, prepared for any number of given answers.
pub(super) struct Rules<'a> {
    readings: &'a Readings,
    when: Vec<When<'a>>,
}

impl<'a> Rules<'a> {
    /// `None` where the question is not read, or its authors switched that off.
    pub fn of(population: &Population, question: &'a Question) -> Option<Self> {
        let readings = question.readings.as_ref().filter(|r| !r.off)?;
        let rules = readings.rules.iter();
        let when = rules.map(|rule| population.when(&rule.when)).collect();
        Some(Self { readings, when })
    }

    /// The place of the rule that decides on the given answer of a body: the first that
    /// holds. `None` where none does, so that the answer is read as `otherwise`.
    fn deciding(&self, population: &Population, body: BodyIndex) -> Option<usize> {
        let holds = |when: &When| population.truth(when, body) == Truth::True;
        self.when.iter().position(holds)
    }

    /// What the given answer of a body means.
    pub fn read(&self, population: &Population, body: BodyIndex) -> Reading {
        let rule = self.deciding(population, body);
        let rule = rule.and_then(|rule| self.readings.rules.get(rule));
        rule.map_or(self.readings.otherwise, |rule| rule.reading)
    }
}

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
    let rules = Rules::of(population, question)?;
    let readings = rules.readings;
    let each = readings.rules.iter().enumerate();
    let mut tallies: Vec<RuleTally> = each
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
        let deciding = rules.deciding(population, body);
        if let Some(tally) = tallies.iter_mut().find(|t| t.rule == deciding) {
            tally.bodies.push(body);
        }
    }
    Some(tallies)
}
