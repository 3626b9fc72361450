//! Remarks that could be made of what does not fit together. The program only
//! proposes them: a remark is what a person accepts.

use super::findings::{ask, findings, sentence};
use super::{Finding, Population};
use crate::i18n::Locale;
use crate::model::{Dismissed, PartnerId, QuestionId};

/// A remark that could be raised on the sheet of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Id of the finding that it is made of.
    pub finding: String,
    /// Whose sheet.
    pub partner: PartnerId,
    /// The name of the body.
    pub name: String,
    /// The question whose answer it is about.
    pub question: QuestionId,
    /// The number of that question, as printed.
    pub number: String,
    /// The finding in words, with the other bodies in it: for the reviewer.
    pub sentence: String,
    /// What the body could be asked.
    pub text: String,
    /// It was put aside.
    pub is_dismissed: bool,
}

/// The remarks that could be raised now, finding by finding, also those that
/// were put aside. A sheet on which a remark was made of the finding, open or
/// settled, is asked no more.
pub fn proposals(t: Locale, population: &Population) -> Vec<Proposal> {
    let dismissed = population.head().dismissed.or_default();
    let found = findings(population).into_iter().filter(Finding::is_remark);
    let proposed = found.flat_map(|finding| of(t, population, &finding, &dismissed));
    proposed.collect()
}

/// One for each body that the finding is about.
fn of(
    t: Locale,
    population: &Population,
    finding: &Finding,
    dismissed: &[Dismissed],
) -> Vec<Proposal> {
    let said = sentence(t, population, finding);
    let proposed = finding.bodies().into_iter().filter_map(|body| {
        let of = population.body(body)?;
        let mut remarks = of.sheet?.remarks.iter();
        if remarks.any(|remark| remark.finding == finding.id) {
            return None;
        }
        let id = finding.questions.first()?;
        let question = population.head().questionnaire.question(id)?;
        let is_meant = |put: &Dismissed| put.finding == finding.id && put.partner == of.partner.id;
        Some(Proposal {
            finding: finding.id.clone(),
            partner: of.partner.id.clone(),
            name: of.partner.name.clone(),
            question: id.clone(),
            number: question.number.clone(),
            sentence: said.clone(),
            text: ask(t, population, finding, body),
            is_dismissed: dismissed.iter().any(is_meant),
        })
    });
    proposed.collect()
}
