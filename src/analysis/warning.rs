//! Something odd that was met while counting, and what was done about it.

use super::BodyIndex;
use crate::model::{OptionId, PartnerId, QuestionId};

/// Something odd. None of it stops a count; each variant says how it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// A sheet names a partner that the survey does not have: in no count.
    SheetOfNobody(PartnerId),
    /// A partner has more than one sheet: the first one counts.
    SecondSheet(PartnerId),
    /// The questionnaire does not have this question: asked of nobody.
    UnknownQuestion(QuestionId),
    /// A choice that the question does not have: given, in no option.
    UnknownOption {
        /// Whose answer.
        body: BodyIndex,
        /// The choice.
        option: OptionId,
    },
    /// The value is not of the question's kind: given, in no finer count.
    OtherKind {
        /// Whose answer.
        body: BodyIndex,
    },
}
