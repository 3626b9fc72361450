//! Third step of reading: repair what can be repaired without a guess, and
//! say what was done. No answer is changed by a repair.

use crate::model::{
    Answer, Chosen, OptionId, PartnerId, Places, Question, QuestionId, Sheet, Survey, Value,
    sort_by_key,
};
use serde::{Deserialize, Serialize};

/// Something that was put right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Repair {
    /// A partner had no sheet; an expected one was added.
    SheetAdded {
        /// Whose.
        partner: PartnerId,
    },
    /// The sheets were not in the order of the partners.
    SheetsReordered,
    /// The choices of an answer were not in the order of the question's
    /// options, or the same one stood there twice.
    ChoicesReordered {
        /// On whose sheet.
        partner: PartnerId,
        /// Which answer.
        question: QuestionId,
    },
}

impl Repair {
    /// Where it was done, as a path of ids; empty for the survey as a whole.
    pub fn place(&self) -> String {
        match self {
            Self::SheetAdded { partner } => format!("sheets/{partner}"),
            Self::SheetsReordered => "sheets".into(),
            Self::ChoicesReordered { partner, question } => {
                format!("sheets/{partner}/answers/{question}")
            }
        }
    }
}

/// Repairs the survey; says what was done, in reading order.
pub(super) fn restore(survey: &mut Survey) -> Vec<Repair> {
    let mut repairs = Vec::new();
    order_sheets(survey, &mut repairs);
    let questions = &survey.head.questionnaire.questions;
    let places = Places::new(questions.iter().map(|q| &q.id));
    let question = |id: &QuestionId| questions.get(places.of(id)?);
    for sheet in &mut survey.sheets {
        for (id, answer) in &mut sheet.answers {
            if let Some(question) = question(id)
                && question.kind.is_closed()
                && order_choices(question, answer)
            {
                repairs.push(Repair::ChoicesReordered {
                    partner: sheet.partner.clone(),
                    question: id.clone(),
                });
            }
        }
    }
    repairs
}

/// Gives every partner a sheet and puts the sheets into partner order. Sheets
/// of nobody, and second sheets of a body, stay at the end: the validator
/// refuses them.
fn order_sheets(survey: &mut Survey, repairs: &mut Vec<Repair>) {
    // As the app writes them: nothing has to be looked for.
    let partners = survey.head.partners.iter().map(|p| &p.id);
    if partners.eq(survey.sheets.iter().map(|s| &s.partner)) {
        return;
    }
    let places = Places::new(survey.head.partners.iter().map(|p| &p.id));
    let place = |sheet: &Sheet| places.of(&sheet.partner).unwrap_or(usize::MAX);

    if !survey.sheets.is_sorted_by_key(place) {
        repairs.push(Repair::SheetsReordered);
    }
    let present = Places::new(survey.sheets.iter().map(|s| &s.partner));
    let partners = survey.head.partners.iter().map(|p| &p.id);
    let without: Vec<_> = partners
        .filter(|id| present.of(*id).is_none())
        .cloned()
        .collect();
    for partner in without {
        survey.sheets.push(Sheet::expected(partner.clone()));
        repairs.push(Repair::SheetAdded { partner });
    }
    sort_by_key(&mut survey.sheets, place);
}

/// Puts ticked choices into the question's order and drops exact doubles; says
/// whether anything changed.
fn order_choices(question: &Question, answer: &mut Answer) -> bool {
    let Some(Value::Choices(chosen)) = &mut answer.value else {
        return false;
    };
    let place = |c: &Chosen| position(question, &c.option);
    let before = chosen.len();
    let sorted = chosen.is_sorted_by_key(place);
    if !sorted {
        sort_by_key(chosen, place);
    }
    chosen.dedup();
    !sorted || chosen.len() < before
}

/// Unknown choices go last: the validator refuses them.
fn position(question: &Question, option: &OptionId) -> usize {
    let mut ids = question.option_ids();
    ids.position(|id| id == option).unwrap_or(usize::MAX)
}
