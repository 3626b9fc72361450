//! What the authors wrote on findings that say something else by now, or that
//! are no more: it is to be read again before it goes into a report.

use super::Population;
use super::findings::{Finding, findings, sentence};
use crate::i18n::Locale;
use crate::model::{Citation, ConclusionId, DimensionId, InfluenceId, SurveyHead};

/// What rests on findings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// A conclusion.
    Conclusion(ConclusionId),
    /// Something that helps or hinders.
    Influence(InfluenceId),
}

/// A text that is to be read again.
#[derive(Clone, Debug, PartialEq)]
pub struct Stale {
    /// Which text.
    pub on: Written,
    /// The dimension of a conclusion; none for the survey as a whole, and for
    /// what helps or hinders.
    pub dimension: Option<DimensionId>,
    /// What changed under it; never empty.
    pub changes: Vec<Changed>,
}

/// A finding that says something else than when the text was confirmed.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// As it was.
    pub was: Citation,
    /// There is no such finding any more.
    pub gone: bool,
}

/// What a finding says now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Says {
    /// In no language; see [`Finding::seen`].
    pub seen: String,
    /// In words.
    pub said: String,
}

impl Changed {
    /// What the finding said: its words, or at least its figures.
    pub fn before(&self, t: Locale) -> String {
        if !self.was.said.is_empty() {
            return self.was.said.clone();
        }
        let figures = self.was.seen.split(' ').next().unwrap_or_default();
        let (k, n) = figures.split_once('/').unwrap_or((figures, "?"));
        t.of(k, n)
    }
}

impl Says {
    /// What a finding says now.
    pub fn of(t: Locale, population: &Population, finding: &Finding) -> Self {
        Self {
            seen: finding.seen(population),
            said: sentence(t, population, finding),
        }
    }
}

/// Every text of the authors that is to be read again: conclusions, then what
/// helps or hinders, in their order.
pub fn stale(population: &Population) -> Vec<Stale> {
    let found = findings(population);
    let now = |id: &str| {
        let finding = found.iter().find(|finding| finding.id == id)?;
        Some(finding.seen(population))
    };
    stale_in(population.head(), &now)
}

/// The same, where it is known already what a finding says now.
pub fn stale_in(head: &SurveyHead, now: &dyn Fn(&str) -> Option<String>) -> Vec<Stale> {
    let conclusions = head.conclusions.or_default().into_iter();
    let conclusions = conclusions.map(|c| (Written::Conclusion(c.id), c.dimension, c.cites));
    let influences = head.influences.or_default().into_iter();
    let influences = influences.map(|i| (Written::Influence(i.id), None, i.cites));
    let all = conclusions.chain(influences);
    let stale = all.map(|(on, dimension, cites)| Stale {
        on,
        dimension,
        changes: changed(cites, now),
    });
    stale.filter(|stale| !stale.changes.is_empty()).collect()
}

/// The findings that changed. What was never confirmed, or left without it in a
/// public copy, cannot have.
fn changed(cites: Vec<Citation>, now: &dyn Fn(&str) -> Option<String>) -> Vec<Changed> {
    let known = cites.into_iter().filter(|was| !was.seen.is_empty());
    let changed = known.filter_map(|was| match now(&was.finding) {
        Some(seen) if seen == was.seen => None,
        seen => Some(Changed {
            was,
            gone: seen.is_none(),
        }),
    });
    changed.collect()
}
