//! Remarks that could be made of what does not fit together. The program only
//! proposes them: a remark is what a person accepts.

use super::findings::{ask, findings, sentence};
use super::{Finding, Population};
use crate::i18n::Locale;
use crate::model::{Dismissed, Document, PartnerId, QuestionId, Raw, Revision, SurveyHead};

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
}

impl Proposal {
    /// Whether it was put aside, and not taken back up.
    pub fn is_dismissed(&self, dismissed: &[Dismissed]) -> bool {
        dismissed.iter().any(|one| {
            !one.taken_back && one.finding == self.finding && one.partner == self.partner
        })
    }
}

/// The head without what changes no proposal: as long as this stays the same,
/// only an edit of a sheet asks for them anew.
pub fn asked_of(head: &SurveyHead) -> SurveyHead {
    let mut asked = head.clone();
    asked.title.clear();
    asked.document = Document::default();
    asked.indicator = None;
    asked.notes.clear();
    asked.dismissed = Raw::default();
    asked.conclusions = Raw::default();
    asked.influences = Raw::default();
    asked.issued = Raw::default();
    asked.slides = Raw::default();
    asked.parts = Raw::default();
    asked.invited.clear();
    asked.exchanged = Raw::default();
    asked.revision = Revision::default();
    asked
}

/// The remarks that could be raised now, finding by finding, also those that
/// were put aside. A sheet on which a remark was made of the finding, open or
/// settled, is asked no more.
pub fn proposals(t: Locale, population: &Population) -> Vec<Proposal> {
    let found = findings(population).into_iter().filter(Finding::is_remark);
    let proposed = found.flat_map(|finding| of(t, population, &finding));
    proposed.collect()
}

/// One for each body that the finding is about.
fn of(t: Locale, population: &Population, finding: &Finding) -> Vec<Proposal> {
    let said = sentence(t, population, finding);
    let proposed = finding.bodies().into_iter().filter_map(|body| {
        let of = population.body(body)?;
        let mut remarks = of.sheet?.remarks.iter();
        if remarks.any(|remark| remark.finding == finding.id) {
            return None;
        }
        let id = finding.questions.first()?;
        let question = population.head().questionnaire.question(id)?;
        Some(Proposal {
            finding: finding.id.clone(),
            partner: of.partner.id.clone(),
            name: of.partner.name.clone(),
            question: id.clone(),
            number: question.number.clone(),
            sentence: said.clone(),
            text: ask(t, population, finding, body),
        })
    });
    proposed.collect()
}
