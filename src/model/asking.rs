//! Which questions are asked on a sheet, and in which state each answer counts.
//!
//! What follows from the questionnaire alone is worked out once: where the
//! parents of each follow-up stand, and in which order a sheet keeps the answers.
//! Each of thousands of sheets is then passed through once.

use super::{
    Answer, AnswerState, Condition, EffectiveState, OptionId, QuestionId, Questionnaire, Sheet,
    Truth, When, sort_by_key,
};

/// A questionnaire, prepared for any number of sheets.
#[derive(Debug)]
pub struct Asking<'a> {
    questions: Vec<Asked<'a>>,
    /// The questions with their places, in the order of their ids.
    by_id: Vec<(&'a QuestionId, usize)>,
}

#[derive(Debug)]
struct Asked<'a> {
    /// It repeats another, and is never asked.
    repeats: bool,
    when: Option<When<'a>>,
}

/// An answer, and where it stands among those of its sheet.
#[derive(Clone, Copy, Debug)]
pub struct Placed<'s> {
    /// Its place.
    pub at: usize,
    /// The answer.
    pub answer: &'s Answer,
}

/// What a sheet says, question by question.
#[derive(Debug)]
pub struct OnSheet<'s> {
    /// The effective states.
    pub states: Vec<EffectiveState>,
    /// The answers; `None` where the sheet has none.
    pub answers: Vec<Option<Placed<'s>>>,
}

impl<'a> Asking<'a> {
    /// Prepares a questionnaire.
    pub fn new(questionnaire: &'a Questionnaire) -> Self {
        let questions = &questionnaire.questions;
        let mut by_id: Vec<_> = (0..)
            .zip(questions)
            .map(|(place, q)| (&q.id, place))
            .collect();
        sort_by_key(&mut by_id, |(id, _)| *id);
        let asked = questions.iter().enumerate().map(|(place, question)| {
            let before = |id: &QuestionId| {
                let before = questions.iter().take(place);
                before.into_iter().rposition(|q| q.id == *id)
            };
            Asked {
                repeats: question.repeats.is_some(),
                when: question.asked_when.as_ref().map(|c| When::new(c, &before)),
            }
        });
        Self {
            questions: asked.collect(),
            by_id,
        }
    }

    /// Every question on one sheet, in the order of the questionnaire: its answer, and the
    /// state in which that counts.
    ///
    /// A follow-up is not asked when its condition is known not to hold; while
    /// the parent is anything but given, it is asked. A parent that is itself not
    /// asked was not chosen, so its own follow-ups are not asked either. Conditions
    /// look at earlier questions only (the validator holds that); a reference
    /// forward is unknown.
    pub fn on<'s>(&self, sheet: &'s Sheet) -> OnSheet<'s> {
        let mut on = OnSheet {
            states: Vec::with_capacity(self.questions.len()),
            answers: self.answers(sheet),
        };
        for (place, question) in self.questions.iter().enumerate() {
            let stored = on
                .answer(place)
                .map_or_else(AnswerState::default, |a| a.state);
            let when = question.when.as_ref();
            let asked = !question.repeats && when.is_none_or(|w| on.truth(w) != Truth::False);
            on.states.push(match (asked, stored) {
                (true, stored) => stored.into(),
                (false, AnswerState::Given) => EffectiveState::OffCondition,
                (false, _) => EffectiveState::NotAsked,
            });
        }
        on
    }

    /// What is known of a condition on one sheet.
    pub fn truth(&self, condition: &Condition, sheet: &Sheet) -> Truth {
        let place = |id: &QuestionId| {
            let found = self.by_id.iter().find(|(other, _)| *other == id);
            found.map(|(_, place)| *place)
        };
        self.on(sheet).truth(&When::new(condition, &place))
    }

    /// The answer to each question, in the order of the questionnaire. A sheet
    /// keeps its answers in the order of their ids, so that both are passed
    /// through once.
    fn answers<'s>(&self, sheet: &'s Sheet) -> Vec<Option<Placed<'s>>> {
        let mut found = vec![None; self.questions.len()];
        let mut answers = sheet.answers.iter().enumerate().peekable();
        for (id, place) in &self.by_id {
            while answers
                .next_if(|(_, (answered, _))| answered < id)
                .is_some()
            {}
            if let Some((at, (answered, answer))) = answers.peek()
                && answered == id
                && let Some(found) = found.get_mut(*place)
            {
                *found = Some(Placed { at: *at, answer });
            }
        }
        found
    }
}

impl OnSheet<'_> {
    fn answer(&self, place: usize) -> Option<&Answer> {
        self.answers.get(place)?.map(|placed| placed.answer)
    }

    /// What is known of a condition, as far as the states are known.
    fn truth(&self, when: &When) -> Truth {
        let state = |place: usize| self.states.get(place).copied();
        let has = |place: usize, option: &OptionId| {
            self.answer(place).is_some_and(|answer| answer.has(option))
        };
        when.truth(&state, &has)
    }
}
