//! The facts as they stand in their file, and the texts added to them.
//!
//! Every field of the facts is named here, so that a fact which the conversion
//! does not know stops it instead of getting lost. Only their notes are taken
//! whatever they are called; the conversion asks for the words of each.

use rilievo::model::{
    AnswerState, ContactField, ContactId, Document, Factor, GlossaryTerm, Issue, LocalText,
    OptionId, PartnerId, PartnerKind, QuestionKind, Reading,
};
use serde::Deserialize;
use std::collections::BTreeMap;

/// `payflowpa-survey.json`.
#[derive(Deserialize)]
pub struct Facts {
    pub project: Project,
    pub document: Versions,
    pub indicator: Measure,
    pub dimensions: Vec<Group>,
    pub questions: Vec<Asked>,
    pub contacts: Vec<ContactField>,
    pub partners: Vec<Body>,
    pub sheets: BTreeMap<PartnerId, Filled>,
    /// What the facts say of themselves: all other fields, which are text.
    #[serde(flatten)]
    pub notes: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Project {
    pub name: String,
    pub subtitle: String,
    pub cup: String,
    pub call: String,
    pub action: String,
    pub activity: String,
    pub action_coordinator: String,
    pub funds: Vec<String>,
}

impl Project {
    /// The same lines as the survey keeps them.
    pub fn into_document(self, versions: Vec<Issue>) -> Document {
        Document {
            project: self.name,
            subtitle: self.subtitle,
            cup: self.cup,
            call: self.call,
            action: self.action,
            activity: self.activity,
            action_coordinator: self.action_coordinator,
            funds: self.funds,
            versions,
            ..Document::default()
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Versions {
    pub versions: Vec<Issue>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    pub action: String,
    pub name: String,
    pub unit: String,
    pub target: u32,
    /// What the report prints; the survey counts it.
    pub result: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    pub code: rilievo::model::DimensionId,
    pub title: LocalText,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    pub number: u32,
    pub dimension: rilievo::model::DimensionId,
    pub kind: QuestionKind,
    pub label: LocalText,
    #[serde(default)]
    pub options: Vec<rilievo::model::Choice>,
    pub printed_under: Option<String>,
    pub printed_as_follow_up_of: Option<Parent>,
    pub proposed_factor: Option<Factor>,
    pub proposed_reading: Option<Proposed>,
    pub repeats: Option<u32>,
    #[serde(default = "yes")]
    pub on_sheet: bool,
}

fn yes() -> bool {
    true
}

/// The answer that makes a follow-up asked. Both wordings mean that the choice
/// is ticked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parent {
    pub question: u32,
    #[serde(alias = "is")]
    pub includes: OptionId,
}

/// A proposed reading: of a mixed model, or of each option.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum Proposed {
    Mixed(Mixed),
    ByOption(BTreeMap<OptionId, Reading>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mixed {
    pub mixed: Reading,
    pub otherwise: Reading,
    pub mixed_means: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    pub id: PartnerId,
    pub name: String,
    pub kind: PartnerKind,
    pub sheet_received: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filled {
    /// By number of the question.
    pub answers: BTreeMap<u32, Answered>,
    pub contacts: BTreeMap<ContactId, Answered>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answered {
    pub state: AnswerState,
    pub choices: Option<Vec<OptionId>>,
    #[serde(default)]
    pub qualifiers: BTreeMap<OptionId, String>,
    pub text: Option<String>,
    pub withheld: Option<String>,
    #[serde(default)]
    pub comment: String,
    #[serde(default)]
    pub note: String,
}

/// `payflowpa-texts.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Texts {
    pub indicator: MeasureTexts,
    /// By name of the note in the facts.
    pub notes: BTreeMap<String, LocalText>,
    /// What was noted while transcribing, by its English wording in the facts.
    pub transcription: BTreeMap<String, LocalText>,
    /// By number of the question.
    pub question_notes: BTreeMap<u32, QuestionNote>,
    /// By number of the question.
    pub help: BTreeMap<u32, LocalText>,
    /// Words of the field, in the order in which they are listed.
    pub glossary: Vec<GlossaryTerm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureTexts {
    pub name_en: String,
    pub unit_en: String,
}

/// A note on a question, and the note of the facts that it words.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionNote {
    pub from: String,
    pub it: String,
    pub en: String,
}
