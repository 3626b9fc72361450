//! What has changed since an earlier moment of a survey, as far as its report
//! says it: answers, figures, what the authors wrote, the document's data.

use super::compare::{Changes, changes};
use super::{Finding, IndicatorResult, Population, findings, indicator};
use crate::model::{HeadChange, Part, Places};

/// What differs between two moments.
#[derive(Clone, Debug, PartialEq)]
pub struct Since {
    /// Answers, counts, sheets that came in.
    pub changes: Changes,
    /// Findings that say something else, in their order; what is new or gone
    /// has one side only.
    pub findings: Vec<FindingChange>,
    /// The indicator's result and target, where they changed.
    pub indicator: Option<IndicatorChange>,
    /// What was changed beside the answers, part by part, before and after, but
    /// for orders and for what no reader of the report sees.
    pub parts: Vec<(Part, Part)>,
}

/// A finding then and now.
#[derive(Clone, Debug, PartialEq)]
pub struct FindingChange {
    /// Then.
    pub before: Option<Finding>,
    /// Now.
    pub after: Option<Finding>,
}

/// The indicator then and now.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorChange {
    /// Then.
    pub before: Option<IndicatorResult>,
    /// Now.
    pub after: Option<IndicatorResult>,
}

/// What no reader of the report sees.
const BESIDE: [&str; 5] = ["issued/", "order/", "slides/", "dismissed", "created"];

/// What has changed between two moments of one survey.
pub fn since(before: &Population, after: &Population) -> Since {
    let parts = HeadChange::between(before.head(), after.head());
    let seen = |part: &Part| !BESIDE.iter().any(|name| part.name.starts_with(name));
    let parts = parts.pairs().filter(|(part, _)| seen(part));
    let (then, now) = (indicator(before), indicator(after));
    let said = |result: &Option<IndicatorResult>| {
        result
            .as_ref()
            .map(|result| (result.result(), result.target))
    };
    let moved = said(&then) != said(&now);
    Since {
        changes: changes(before, after),
        findings: of_findings(before, after),
        indicator: moved.then_some(IndicatorChange {
            before: then,
            after: now,
        }),
        parts: parts.cloned().collect(),
    }
}

impl Since {
    /// Whether nothing of it has changed.
    pub fn is_empty(&self) -> bool {
        let of = &self.changes;
        let lists = [&of.came, &of.went, &of.bodies_before, &of.bodies_after];
        let questions = [&of.questions_before, &of.questions_after];
        of.answers.is_empty()
            && lists.iter().all(|list| list.is_empty())
            && questions.iter().all(|list| list.is_empty())
            && self.findings.is_empty()
            && self.indicator.is_none()
            && self.parts.is_empty()
    }
}

fn of_findings(before: &Population, after: &Population) -> Vec<FindingChange> {
    let (then, now) = (findings(before), findings(after));
    let then_has = Places::new(then.iter().map(|finding| &finding.id));
    let now_has = Places::new(now.iter().map(|finding| &finding.id));
    let mut all = Vec::new();
    for finding in &now {
        let earlier = then_has.of(&finding.id).and_then(|at| then.get(at));
        let same = earlier.is_some_and(|e| e.seen(before) == finding.seen(after));
        if !same {
            all.push(FindingChange {
                before: earlier.cloned(),
                after: Some(finding.clone()),
            });
        }
    }
    let gone = then
        .iter()
        .filter(|finding| now_has.of(&finding.id).is_none());
    all.extend(gone.map(|finding| FindingChange {
        before: Some(finding.clone()),
        after: None,
    }));
    all
}
