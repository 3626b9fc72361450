//! What a reviewer may ask a body about something that does not fit, in words to
//! the body: nothing in them names another body.

use super::sentence::Words;
use super::{Finding, Kind, Of};
use crate::analysis::words::answer;
use crate::analysis::{BodyIndex, Population};
use crate::i18n::Locale;

/// A question to a body about a finding; empty where there is nothing to ask,
/// or where the finding is of another survey.
pub fn ask(t: Locale, population: &Population, finding: &Finding, body: BodyIndex) -> String {
    asked(t, population, finding, body).unwrap_or_default()
}

fn asked(t: Locale, population: &Population, finding: &Finding, body: BodyIndex) -> Option<String> {
    let words = Words::new(t, population, finding);
    let question = words.question(finding.questions.first()?)?;
    let number = &question.number;
    let written = || {
        let written = population.answer(body, &question.id)?;
        Some(t.quoted(answer(t, Some(question), written)))
    };
    Some(match &finding.kind {
        Kind::OffCondition => t.ask_off_condition(number, words.asked_when()?, written()?),
        Kind::NoReference => t.ask_no_reference(number, words.asked_when()?),
        Kind::Differs(term) => {
            let list = words.question(finding.questions.get(1)?)?;
            let mut figures = finding.figures.iter();
            let own = figures.find(|figure| figure.bodies.contains(&body))?;
            let said = words.options(own, "");
            t.ask_differs(number, words.term(term), &list.number, said)
        }
        Kind::OtherField => {
            let terms = finding
                .figures
                .iter()
                .filter_map(|figure| match &figure.of {
                    Of::Term(term) if figure.bodies.contains(&body) => Some(term),
                    _ => None,
                });
            t.ask_other_field(number, written()?, words.terms_elsewhere(terms))
        }
        _ => return None,
    })
}
