//! The questionnaire: dimensions, questions, contact fields.

use super::json::{named, record};
use super::{
    Condition, ContactId, DimensionId, LocalText, OptionId, QuestionId, Reading, Readings,
};

named! {
/// What kind of answer a question takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuestionKind {
    /// One of two choices.
    YesNo = "yes_no",
    /// One choice.
    Single = "single",
    /// Any number of choices, each with an optional qualifier.
    Multiple = "multiple",
    /// Terms, kept as typed and read through the codebook.
    List = "list",
    /// Free text.
    Text = "text",
    /// A web address.
    Url = "url",
    /// A number.
    Number = "number",
    /// A day.
    Date = "date",
}
}

impl QuestionKind {
    /// Whether the answer is one or more of the question's options.
    pub const fn is_closed(self) -> bool {
        matches!(self, Self::YesNo | Self::Single | Self::Multiple)
    }

    /// Whether answers are counted: by choice, or by term.
    pub const fn is_counted(self) -> bool {
        self.is_closed() || matches!(self, Self::List)
    }

    /// Whether at most one option can be chosen.
    pub const fn is_single(self) -> bool {
        matches!(self, Self::YesNo | Self::Single)
    }
}

named! {
/// What kind of factor a question looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Factor {
    /// How the body is organised.
    Organisational = "organisational",
    /// Its technology.
    Technological = "technological",
    /// Contracts, agreements, procedures.
    Administrative = "administrative",
    /// Laws and rules.
    Regulatory = "regulatory",
}
}

record! {
/// A group of questions.
#[derive(Clone, Debug, PartialEq)]
pub struct Dimension {
    /// Stable id, which is also its printed letter.
    pub id: DimensionId,
    /// Its title.
    pub title: LocalText,
}
}

record! {
/// A choice of a closed question.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Stable id.
    pub id: OptionId,
    /// What is printed.
    pub label: LocalText,
}
}

record! {
/// A question.
#[derive(Clone, Debug, PartialEq)]
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
    pub help: LocalText = optional,
    /// The choices of a closed question, in printed order.
    pub options: Vec<Choice> = optional,
    /// For a follow-up: when it is asked.
    pub asked_when: Option<Condition> = optional,
    /// The question that this one repeats; it is listed, never asked.
    pub repeats: Option<QuestionId> = optional,
    /// What kind of factor it looks at.
    pub factor: Option<Factor> = optional,
    /// What its answers mean for the transfer.
    pub readings: Option<Readings> = optional,
    /// A remark of the editor on the questionnaire itself.
    pub note: LocalText = optional,
}
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

/// What the authors may change in how a question is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingChange {
    /// What a rule makes of an answer; no rule is where none holds.
    Reading(Option<usize>, Reading),
    /// Whether the question is read at all.
    Off(bool),
    /// What kind of factor it looks at.
    Factor(Option<Factor>),
}

impl Question {
    /// Changes how the question is read; what is asked stays as it is. Says
    /// whether anything changed.
    pub fn change_reading(&mut self, change: ReadingChange) -> bool {
        let before = (self.factor, self.readings.clone());
        match (change, &mut self.readings) {
            (ReadingChange::Factor(factor), _) => self.factor = factor,
            (ReadingChange::Off(off), Some(readings)) => readings.off = off,
            (ReadingChange::Reading(rule, reading), Some(readings)) => {
                readings.change(rule, reading);
            }
            (_, None) => {}
        }
        before != (self.factor, self.readings.clone())
    }
}

record! {
/// A contact that a sheet asks for, outside the dimensions.
#[derive(Clone, Debug, PartialEq)]
pub struct ContactField {
    /// Stable id.
    pub id: ContactId,
    /// What is printed.
    pub label: LocalText,
}
}

record! {
/// A versioned questionnaire.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Questionnaire {
    /// Its version, as printed.
    pub version: String = optional,
    /// In printed order.
    pub dimensions: Vec<Dimension>,
    /// In printed order; a condition looks at earlier questions only.
    pub questions: Vec<Question>,
    /// In printed order.
    pub contacts: Vec<ContactField> = optional,
}
}

impl Questionnaire {
    /// What a body is asked, without what is thought of its answers and without
    /// remarks of the editor.
    pub fn as_asked(&self) -> Self {
        let mut asked = self.clone();
        for question in &mut asked.questions {
            question.factor = None;
            question.readings = None;
            question.note = LocalText::default();
        }
        asked
    }

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
