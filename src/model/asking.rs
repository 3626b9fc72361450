//! Which questions are asked on a sheet, and in which state each answer counts.
//!
//! What follows from the questionnaire alone is worked out once: where the
//! parents of each follow-up stand, and in which order a sheet keeps the answers.
//! Each of thousands of sheets is then passed through once.

use super::{
    Answer, AnswerState, Condition, EffectiveState, OptionId, QuestionId, Questionnaire, Sheet,
    Truth, sort_by_key,
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

/// A condition whose questions are known by their places.
#[derive(Debug)]
enum When<'a> {
    All(Vec<When<'a>>),
    Any(Vec<When<'a>>),
    Not(Box<When<'a>>),
    /// An earlier question, and the choice looked for.
    Includes(usize, &'a OptionId),
    /// An earlier question, and the state looked for.
    State(usize, AnswerState),
    /// It looks at no earlier question.
    Unknown,
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

    /// The effective state of every question on one sheet, in the order of the
    /// questionnaire.
    ///
    /// A follow-up is not asked when its condition is known not to hold; while
    /// the parent is anything but given, it is asked. A parent that is itself not
    /// asked was not chosen, so its own follow-ups are not asked either. Conditions
    /// look at earlier questions only (the validator holds that); a reference
    /// forward is unknown.
    pub fn states(&self, sheet: &Sheet) -> Vec<EffectiveState> {
        let answers = self.answers(sheet);
        let mut states = Vec::with_capacity(self.questions.len());
        for (question, answer) in self.questions.iter().zip(&answers) {
            let stored = stored(*answer);
            let when = question.when.as_ref();
            let holds = |when: &When| when.truth(&answers, &states) != Truth::False;
            states.push(
                match (!question.repeats && when.is_none_or(holds), stored) {
                    (true, stored) => stored.into(),
                    (false, AnswerState::Given) => EffectiveState::OffCondition,
                    (false, _) => EffectiveState::NotAsked,
                },
            );
        }
        states
    }

    /// The answer to each question, in the order of the questionnaire. A sheet
    /// keeps its answers in the order of their ids, so that both are passed
    /// through once.
    fn answers<'s>(&self, sheet: &'s Sheet) -> Vec<Option<&'s Answer>> {
        let mut found = vec![None; self.questions.len()];
        let mut answers = sheet.answers.iter().peekable();
        for (id, place) in &self.by_id {
            while answers.next_if(|(answered, _)| answered < id).is_some() {}
            if let Some((_, answer)) = answers.peek().filter(|(answered, _)| answered == id)
                && let Some(found) = found.get_mut(*place)
            {
                *found = Some(*answer);
            }
        }
        found
    }
}

impl<'a> When<'a> {
    /// `before` tells where an earlier question stands.
    fn new(condition: &'a Condition, before: &dyn Fn(&QuestionId) -> Option<usize>) -> Self {
        let each = |parts: &'a [Condition]| parts.iter().map(|part| Self::new(part, before));
        match condition {
            Condition::All(parts) => Self::All(each(parts).collect()),
            Condition::Any(parts) => Self::Any(each(parts).collect()),
            Condition::Not(part) => Self::Not(Box::new(Self::new(part, before))),
            Condition::Includes(i) => {
                before(&i.question).map_or(Self::Unknown, |at| Self::Includes(at, &i.option))
            }
            Condition::State(s) => {
                before(&s.question).map_or(Self::Unknown, |at| Self::State(at, s.state))
            }
        }
    }

    /// What is known of it on a sheet with these answers, whose states are known
    /// up to here.
    fn truth(&self, answers: &[Option<&Answer>], states: &[EffectiveState]) -> Truth {
        let all = |parts: &[Self], decisive, otherwise| {
            let parts = parts.iter().map(|part| part.truth(answers, states));
            Truth::together(parts, decisive, otherwise)
        };
        let asked = |at: usize| states.get(at).is_some_and(|state| state.was_asked());
        let answer = |at: usize| answers.get(at).copied().flatten();
        match self {
            Self::All(parts) => all(parts, Truth::False, Truth::True),
            Self::Any(parts) => all(parts, Truth::True, Truth::False),
            Self::Not(part) => part.truth(answers, states).not(),
            Self::Includes(at, _) | Self::State(at, _) if !asked(*at) => Truth::False,
            Self::Includes(at, option) => match answer(*at) {
                Some(answer) if answer.state == AnswerState::Given => Truth::of(answer.has(option)),
                _ => Truth::Unknown,
            },
            Self::State(at, state) => Truth::of(stored(answer(*at)) == *state),
            Self::Unknown => Truth::Unknown,
        }
    }
}

/// The stored state of a question; blank where there is no answer.
fn stored(answer: Option<&Answer>) -> AnswerState {
    answer.map_or_else(AnswerState::default, |answer| answer.state)
}
