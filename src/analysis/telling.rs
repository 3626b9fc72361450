//! The questions of a dimension that tell most, each with the finding that says
//! why: what a meeting is shown of it.

use super::Population;
use super::findings::{Finding, Kind};
use crate::model::{DimensionId, Question, QuestionId, QuestionKind, sort_by};

/// So many of a dimension are told at most.
pub const MOST: usize = 3;

/// A question, and the finding that is told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling<'f> {
    /// The question.
    pub question: QuestionId,
    /// What is said of it.
    pub finding: &'f Finding,
}

/// The questions of a dimension that tell most, in printed order; fewer where
/// there is not so much to tell.
pub fn telling<'f>(
    population: &Population,
    findings: &'f [Finding],
    dimension: &DimensionId,
) -> Vec<Telling<'f>> {
    let questions = population.head().questionnaire.in_dimension(dimension);
    let mut told: Vec<(usize, Telling)> = questions
        .enumerate()
        .filter_map(|(at, question)| {
            let finding = said_of(findings, question)?;
            let question = question.id.clone();
            Some((at, Telling { question, finding }))
        })
        .collect();
    sort_by(&mut told, |(a, one), (b, other)| {
        let by_rank = rank(one.finding).cmp(&rank(other.finding));
        // Of two of a kind the one that more say.
        let by_share = share(other.finding, one.finding);
        by_rank.then(by_share).then(a.cmp(b))
    });
    told.truncate(MOST);
    sort_by(&mut told, |(a, _), (b, _)| a.cmp(b));
    told.into_iter().map(|(_, told)| told).collect()
}

/// What is said of a question whose answers can be drawn: the finding that tells
/// most. Nothing where the data say nothing of it.
pub fn said_of<'f>(findings: &'f [Finding], question: &Question) -> Option<&'f Finding> {
    if !can_be_drawn(question) {
        return None;
    }
    let about = findings.iter().filter(|finding| {
        finding.questions.first() == Some(&question.id) && rank(finding) < NOT_TOLD
    });
    about.min_by_key(|finding| rank(finding))
}

/// Whether the answers can be counted, and so drawn.
pub fn can_be_drawn(question: &Question) -> bool {
    question.kind.is_closed() || question.kind == QuestionKind::List
}

const NOT_TOLD: u8 = u8::MAX;

/// What the report reads tells most, then what most say, then who differs, what
/// goes together, and what lists name. What does not fit together is asked of
/// the bodies, not told in a meeting.
fn rank(finding: &Finding) -> u8 {
    match &finding.kind {
        Kind::Report(_) if !finding.bodies().is_empty() => 0,
        Kind::Most if is_clear(finding) => 1,
        Kind::Minority => 2,
        Kind::Together => 3,
        Kind::Read { .. } => 4,
        Kind::Terms => 5,
        Kind::Most => 6,
        Kind::Gaps => 7,
        Kind::Report(_) => 8,
        Kind::Missing
        | Kind::OffCondition
        | Kind::NoReference
        | Kind::Differs(_)
        | Kind::OtherField => NOT_TOLD,
    }
}

/// One answer, and more than half gave it.
fn is_clear(finding: &Finding) -> bool {
    let (k, n) = counted(finding);
    finding.figures.len() == 1 && k * 2 > n
}

/// *k* and *n* of its first figure.
fn counted(finding: &Finding) -> (usize, usize) {
    let first = finding.figures.first();
    first.map_or((0, 1), |first| {
        (first.bodies.len(), first.base.len().max(1))
    })
}

/// Compares *k of n* of two findings, exactly.
fn share(one: &Finding, other: &Finding) -> std::cmp::Ordering {
    let ((k, n), (l, m)) = (counted(one), counted(other));
    (k * m).cmp(&(l * n))
}
