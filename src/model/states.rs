//! The state in which an answer counts: the stored one, or one that follows
//! from the questionnaire (not asked, off-condition, missing).

use super::{AnswerState, Asking, Questionnaire, Sheet};

/// How the answer of one body to one question counts. For every question
/// these add up to all bodies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EffectiveState {
    /// Stored: there is an answer.
    Given,
    /// Stored: nothing is written.
    Blank,
    /// Stored: "non so".
    Unknown,
    /// Stored: "preferiamo non rispondere".
    Declined,
    /// Stored: "N/A".
    NotApplicable,
    /// Stored: a mark that cannot be read.
    Unclear,
    /// Computed: a follow-up whose condition is known not to hold.
    NotAsked,
    /// Computed: an answer given although the question was not asked. Kept
    /// and shown, in no other count.
    OffCondition,
    /// Computed: the body has no sheet.
    Missing,
}

impl EffectiveState {
    /// All states, in the order in which they are shown.
    pub const ALL: [Self; 9] = [
        Self::Given,
        Self::Blank,
        Self::Unknown,
        Self::Declined,
        Self::NotApplicable,
        Self::Unclear,
        Self::NotAsked,
        Self::OffCondition,
        Self::Missing,
    ];

    /// The name in files, marks and addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Blank => "blank",
            Self::Unknown => "unknown",
            Self::Declined => "declined",
            Self::NotApplicable => "not_applicable",
            Self::Unclear => "unclear",
            Self::NotAsked => "not_asked",
            Self::OffCondition => "off-condition",
            Self::Missing => "missing",
        }
    }

    /// Whether the body was asked, so that the answer is in the base.
    pub const fn was_asked(self) -> bool {
        !matches!(self, Self::NotAsked | Self::OffCondition | Self::Missing)
    }
}

impl From<AnswerState> for EffectiveState {
    fn from(state: AnswerState) -> Self {
        match state {
            AnswerState::Given => Self::Given,
            AnswerState::Blank => Self::Blank,
            AnswerState::Unknown => Self::Unknown,
            AnswerState::Declined => Self::Declined,
            AnswerState::NotApplicable => Self::NotApplicable,
            AnswerState::Unclear => Self::Unclear,
        }
    }
}

/// Effective state of every question of the questionnaire on one sheet, in
/// the questionnaire's order; `None` is a body without a sheet. Questions that
/// repeat another are never asked. Whoever looks at many sheets prepares the
/// questionnaire once: [`Asking`].
pub fn effective_states(
    questionnaire: &Questionnaire,
    sheet: Option<&Sheet>,
) -> Vec<EffectiveState> {
    match sheet {
        Some(sheet) => Asking::new(questionnaire).on(sheet).states,
        None => vec![EffectiveState::Missing; questionnaire.questions.len()],
    }
}

/// Whether each question is asked on this sheet, in the questionnaire's order.
pub fn asked(questionnaire: &Questionnaire, sheet: &Sheet) -> Vec<bool> {
    let states = Asking::new(questionnaire).on(sheet).states.into_iter();
    states.map(EffectiveState::was_asked).collect()
}
