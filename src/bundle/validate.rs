//! Last step of reading: a survey that contradicts itself is refused with the
//! place; what is merely odd is passed on.

use super::{Damage, Refusal};
use crate::model::{Problem, Severity, Survey, validate};

/// What is odd about the survey.
///
/// # Errors
/// The first contradiction, as damage.
pub(super) fn odd(survey: &Survey) -> Result<Vec<Problem>, Refusal> {
    let problems = validate(survey);
    match problems
        .iter()
        .position(|p| p.rule.severity() == Severity::Error)
    {
        None => Ok(problems),
        Some(at) => {
            let Problem { place, rule } = problems[at].clone();
            let problem = Damage::Rule(rule);
            Err(Refusal::Damaged { place, problem })
        }
    }
}
