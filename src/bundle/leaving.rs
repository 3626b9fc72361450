//! What a file is about to carry out of this browser, counted before it does;
//! and whether the answers in it can be traced to bodies.

use crate::model::{Answer, AnswerState, Partner, Survey, Value};

/// Fewer sheets than this are easily told apart.
pub const FEW: usize = 30;

/// What is in a survey that is about to leave.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Leaving {
    /// Bodies, with their names.
    pub bodies: usize,
    /// Sheets on which something is written.
    pub sheets: usize,
    /// Answers that can be read: given, and not withheld.
    pub answers: usize,
    /// Contacts that can be read.
    pub contacts: usize,
    /// Comments on answers and contacts, and notes of the editor on them.
    pub comments: usize,
    /// Remarks.
    pub remarks: usize,
    /// Values that are withheld, contacts among them.
    pub withheld: usize,
}

impl Leaving {
    /// Counts what is in the survey, as it would leave.
    pub fn of(survey: &Survey) -> Self {
        let mut leaving = Self {
            bodies: survey.head.partners.len(),
            ..Self::default()
        };
        for sheet in &survey.sheets {
            leaving.sheets += usize::from(!sheet.is_empty());
            leaving.remarks += sheet.remarks.len();
            for answer in sheet.answers.values() {
                leaving.answers += usize::from(leaving.look(answer));
            }
            for contact in sheet.contacts.values() {
                leaving.contacts += usize::from(leaving.look(contact));
            }
        }
        leaving
    }

    /// Counts what is beside a value; says whether it can be read.
    fn look(&mut self, answer: &Answer) -> bool {
        self.comments += usize::from(!answer.comment.is_empty());
        self.comments += usize::from(!answer.note.is_empty());
        match answer.value {
            Some(Value::Withheld(_)) => {
                self.withheld += 1;
                false
            }
            Some(_) => answer.state == AnswerState::Given,
            None => false,
        }
    }
}

/// Why answers may be recognised although nothing personal is in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recognisable {
    /// How many sheets were received, where they are few.
    pub few: Option<usize>,
    /// Kinds of body that occur once.
    pub alone: Vec<String>,
}

/// Whether a reader can tell whose answers they are: there are few sheets, or a
/// body is the only one of its kind. `None` where neither is so, and where there
/// is no sheet to recognise.
pub fn recognisable(survey: &Survey) -> Option<Recognisable> {
    let received = survey.received();
    let partners = &survey.head.partners;
    let same = |a: &Partner| partners.iter().filter(|b| b.kind == a.kind).count();
    let mut alone = Vec::new();
    // A survey of thousands has few kinds: each is counted once.
    let mut seen: Vec<&str> = Vec::new();
    for partner in partners {
        let kind = partner.kind.0.as_str();
        if kind.is_empty() || seen.contains(&kind) {
            continue;
        }
        seen.push(kind);
        if same(partner) == 1 {
            alone.push(kind.to_owned());
        }
    }
    let few = (received < FEW).then_some(received);
    let any = received > 0 && (few.is_some() || !alone.is_empty());
    any.then_some(Recognisable { few, alone })
}
