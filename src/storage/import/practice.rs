//! Practice for who will read a large file. A browser makes quick code of what has run
//! often: so a survey of nobody is read and planned while somebody looks for their file.

use super::Desk;
use crate::bundle::{self, Asked, Decisions};
use crate::model::{
    Answer, Choice, Chosen, Dimension, DimensionId, IdError, Json, LocalText, OptionId, Partner,
    PartnerId, Question, QuestionId, QuestionKind, Sheet, Stamp, Survey, SurveyHead, SurveyId,
    Timestamp, Value,
};

/// Sheets of the survey: some thirty milliseconds of reading at first.
const SHEETS: usize = 150;

/// Questions of it, every other with a text.
const QUESTIONS: usize = 24;

/// A file to practise on.
#[derive(Debug)]
pub struct Practice {
    file: String,
}

impl Practice {
    /// Writes the file.
    ///
    /// # Errors
    /// An id in it is none.
    pub fn new() -> Result<Self, IdError> {
        let survey = survey()?;
        let file = bundle::write(&survey, &moment());
        Ok(Self { file })
    }

    /// Reads it and plans its import, as far as that goes before somebody says yes. Gives how
    /// many sheets would be written.
    pub fn round(&self) -> usize {
        let mut desk = Desk::default();
        desk.take("", self.file.as_bytes(), None, &mut |_| {});
        desk.plan(&Asked {
            decisions: Decisions::default(),
            at: moment(),
            by: String::new(),
            language: String::new(),
        });
        desk.needs(0).map_or(0, |needs| needs.sheets)
    }
}

fn moment() -> Timestamp {
    Timestamp::new("2026-01-01T00:00:00.000Z")
}

fn survey() -> Result<Survey, IdError> {
    let mut head = SurveyHead::new(SurveyId::new("practice")?, "");
    let (yes, dimension) = (OptionId::new("yes")?, DimensionId::new("A")?);
    let choice = |id: &OptionId| Choice {
        id: id.clone(),
        label: LocalText::new("en", id.as_str()),
        ..Choice::blank()
    };
    head.questionnaire.dimensions.push(Dimension {
        id: dimension.clone(),
        ..Dimension::blank()
    });
    for at in 0..QUESTIONS {
        head.questionnaire.questions.push(Question {
            id: QuestionId::new(&format!("a{at}"))?,
            number: at.to_string(),
            dimension: dimension.clone(),
            kind: kind(at),
            options: Vec::from_iter(is_closed(at).then(|| choice(&yes))),
            ..Question::blank()
        });
    }
    let stamp = Stamp {
        at: moment(),
        by: "practice".into(),
    };
    let mut sheets = Vec::new();
    for at in 0..SHEETS {
        let partner = PartnerId::new(&format!("b{at}"))?;
        let mut sheet = Sheet::expected(partner.clone());
        for (at, question) in head.questionnaire.questions.iter().enumerate() {
            let value = match is_closed(at) {
                true => Value::Choices(vec![Chosen::new(yes.clone())]),
                false => Value::Text("A text of some words, as it is written beside".into()),
            };
            sheet.edit(&question.id, &stamp, |answer| {
                *answer = Answer::given(value)
            });
        }
        sheets.push(sheet);
        head.partners.push(Partner {
            id: partner,
            code: at.to_string(),
            name: format!("Body {at}"),
            ..Partner::blank()
        });
    }
    let extra = Default::default();
    Ok(Survey {
        head,
        sheets,
        extra,
    })
}

fn is_closed(at: usize) -> bool {
    at.is_multiple_of(2)
}

fn kind(at: usize) -> QuestionKind {
    match is_closed(at) {
        true => QuestionKind::Multiple,
        false => QuestionKind::Text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_of_it_is_read_each_time() -> Result<(), IdError> {
        let practice = Practice::new()?;
        assert_eq!(practice.round(), SHEETS);
        assert_eq!(practice.round(), SHEETS);
        Ok(())
    }
}
