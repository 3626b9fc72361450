//! What most bodies chose, who chose otherwise, what was chosen together, and
//! what the report says of it.

use super::look::Look;
use super::{Base, Finding, Kind, Of};
use crate::analysis::rules::RuleTally;
use crate::analysis::{OptionTally, combinations};
use crate::model::{QuestionKind, Reading, Source};

/// Findings about a closed question that somebody answered.
pub(super) fn of(look: &Look) -> Vec<Finding> {
    let kind = look.question.kind;
    if !kind.is_closed() || look.answered().is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    found.extend(most(look));
    if kind.is_single() {
        found.extend(minority(look));
    }
    if kind == QuestionKind::Multiple {
        found.extend(most_frequent_combination(look));
    }
    found.extend(report(look));
    found
}

fn most(look: &Look) -> Option<Finding> {
    let options = &look.tally.options;
    let greatest = options
        .iter()
        .map(|o| o.ticks.len())
        .max()
        .filter(|k| *k > 0)?;
    let figures = options.iter().filter(|o| o.ticks.len() == greatest);
    let figures = figures.map(|o| chosen(look, o));
    Some(look.finding(Kind::Most, "", Base::Answered, figures.collect()))
}

fn chosen(look: &Look, option: &OptionTally) -> super::Figure {
    let of = Of::Options(vec![option.option.clone()]);
    look.of_answered(of, option.bodies().collect())
}

/// Of two possible answers the one that fewer gave: "who said no?".
fn minority(look: &Look) -> Option<Finding> {
    let [a, b] = look.tally.options.as_slice() else {
        return None;
    };
    let fewer = match a.ticks.len().cmp(&b.ticks.len()) {
        std::cmp::Ordering::Less => a,
        std::cmp::Ordering::Equal => return None,
        std::cmp::Ordering::Greater => b,
    };
    if fewer.ticks.is_empty() {
        return None;
    }
    let figures = vec![chosen(look, fewer)];
    Some(look.finding(Kind::Minority, "", Base::Answered, figures))
}

fn most_frequent_combination(look: &Look) -> Option<Finding> {
    let sets = combinations(look.population, look.question);
    let greatest = sets.first()?.bodies.len();
    let sets = sets.into_iter().take_while(|s| s.bodies.len() == greatest);
    let figures = sets.map(|s| look.of_answered(Of::Options(s.options), s.bodies));
    Some(look.finding(Kind::Together, "", Base::Answered, figures.collect()))
}

/// For each reading that the report gives: the answers of which it says so,
/// whatever the authors make of them. Nobody is a fact too.
fn report(look: &Look) -> Vec<Finding> {
    let rules = look.rules.iter().flatten();
    let rules: Vec<_> = rules.filter(|r| is_of_the_report(r)).collect();
    let readings = [Reading::Enabling, Reading::Hindering, Reading::Neutral];
    let readings = readings.into_iter();
    let readings = readings.filter(|reading| rules.iter().any(|r| r.said == *reading));
    readings
        .map(|reading| {
            let rules = rules.iter().filter(|r| r.said == reading);
            let bodies = super::together(rules.map(|r| &r.bodies));
            let figures = vec![look.of_answered(Of::Bodies, bodies)];
            let kind = Kind::Report(reading);
            look.finding(kind, reading.code(), Base::Answered, figures)
        })
        .collect()
}

fn is_of_the_report(rule: &RuleTally) -> bool {
    rule.rule.is_some() && rule.source == Source::Report
}
