//! The questionnaire: dimensions, questions, contact fields.

use super::{
    Condition, ContactId, DimensionId, Extra, LocalText, OptionId, QuestionId, Readings, is_default,
};
use serde::{Deserialize, Serialize};

/// What kind of answer a question takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    /// One of two choices.
    YesNo,
    /// One choice.
    Single,
    /// Any number of choices, each with an optional qualifier.
    Multiple,
    /// Terms, kept as typed and read through the codebook.
    List,
    /// Free text.
    Text,
    /// A web address.
    Url,
    /// A number.
    Number,
    /// A day.
    Date,
}

impl QuestionKind {
    /// Whether the answer is one or more of the question's options.
    pub const fn is_closed(self) -> bool {
        matches!(self, Self::YesNo | Self::Single | Self::Multiple)
    }

    /// Whether at most one option can be chosen.
    pub const fn is_single(self) -> bool {
        matches!(self, Self::YesNo | Self::Single)
    }
}

/// What kind of factor a question looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Factor {
    /// How the body is organised.
    Organisational,
    /// Its technology.
    Technological,
    /// Contracts, agreements, procedures.
    Administrative,
    /// Laws and rules.
    Regulatory,
}

/// A group of questions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dimension {
    /// Stable id, which is also its printed letter.
    pub id: DimensionId,
    /// Its title.
    pub title: LocalText,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A choice of a closed question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// Stable id.
    pub id: OptionId,
    /// What is printed.
    pub label: LocalText,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Stable id.
    pub id: QuestionId,
    /// Printed number.
    pub number: String,
    /// The dimension it belongs to.
    pub dimension: DimensionId,
    /// What kind of answer it takes.
    pub kind: QuestionKind,
    /// The question as printed.
    pub label: LocalText,
    /// Plain-language help.
    #[serde(default, skip_serializing_if = "LocalText::is_empty")]
    pub help: LocalText,
    /// The choices of a closed question, in printed order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<Choice>,
    /// For a follow-up: when it is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_when: Option<Condition>,
    /// The question that this one repeats; it is listed, never asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeats: Option<QuestionId>,
    /// What kind of factor it looks at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub factor: Option<Factor>,
    /// What its answers mean for the transfer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub readings: Option<Readings>,
    /// A remark of the editor on the questionnaire itself.
    #[serde(default, skip_serializing_if = "LocalText::is_empty")]
    pub note: LocalText,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Question {
    /// Ids of the choices, in printed order.
    pub fn option_ids(&self) -> impl Iterator<Item = &OptionId> {
        self.options.iter().map(|o| &o.id)
    }

    /// A choice by id.
    pub fn option(&self, id: &OptionId) -> Option<&Choice> {
        self.options.iter().find(|o| o.id == *id)
    }
}

/// A contact that a sheet asks for, outside the dimensions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ContactField {
    /// Stable id.
    pub id: ContactId,
    /// What is printed.
    pub label: LocalText,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A versioned questionnaire.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Questionnaire {
    /// Its version, as printed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub version: String,
    /// In printed order.
    pub dimensions: Vec<Dimension>,
    /// In printed order; a condition looks at earlier questions only.
    pub questions: Vec<Question>,
    /// In printed order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<ContactField>,
    /// Fields of newer versions.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Questionnaire {
    /// A question by id.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions.iter().find(|q| q.id == *id)
    }

    /// A dimension by id.
    pub fn dimension(&self, id: &DimensionId) -> Option<&Dimension> {
        self.dimensions.iter().find(|d| d.id == *id)
    }

    /// Questions of a sheet, in order: all but those that repeat another.
    pub fn on_sheet(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(|q| q.repeats.is_none())
    }

    /// Questions of a sheet in one dimension.
    pub fn in_dimension<'a>(&'a self, id: &'a DimensionId) -> impl Iterator<Item = &'a Question> {
        self.on_sheet().filter(move |q| q.dimension == *id)
    }

    /// Questions that repeat `id`.
    pub fn repeats_of<'a>(&'a self, id: &'a QuestionId) -> impl Iterator<Item = &'a Question> {
        self.questions
            .iter()
            .filter(move |q| q.repeats.as_ref() == Some(id))
    }
}
