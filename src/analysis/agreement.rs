//! Agreement: how many say what most bodies say.
//!
//! It looks at closed questions, and at given answers that can be read. An
//! answer is the whole set of options chosen: in a multiple choice, "internal"
//! and "internal and external" are two answers. The most frequent answer of a
//! question is what most bodies say; of several that are as frequent, each is.
//!
//! - Of a question: *k* bodies say the most frequent answer, of *n* who
//!   answered. Where several are as frequent, *k* is how many say each of them:
//!   together they would look like agreement where opinions are split.
//! - Of a body: in *k* questions it says what most say (any one of the most
//!   frequent answers), of *n* that it answered.

use super::{BodyIndex, Combination, Population, combinations};
use crate::model::{Question, QuestionId};
use std::cmp::Ordering;

/// k of n.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// How many.
    pub k: usize,
    /// Out of how many.
    pub n: usize,
}

impl Share {
    /// The smaller share first, without rounding; `None` where one of them has
    /// no base.
    pub fn compare(self, other: Self) -> Option<Ordering> {
        let both = self.n > 0 && other.n > 0;
        both.then(|| (self.k * other.n).cmp(&(other.k * self.n)))
    }
}

/// What the bodies agree on in one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionAgreement {
    /// The question.
    pub question: QuestionId,
    /// The most frequent answers, in printed order, each with those who say it:
    /// one, or several as frequent ones; none where nobody answered.
    pub most: Vec<Combination>,
    /// How many gave an answer that can be read.
    pub answered: usize,
}

impl QuestionAgreement {
    /// How many say the most frequent answer, of how many answered.
    pub fn share(&self) -> Share {
        Share {
            k: self.most.first().map_or(0, |answer| answer.bodies.len()),
            n: self.answered,
        }
    }
}

/// The agreement of all questions and all bodies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// Every closed question of a sheet, in printed order.
    pub questions: Vec<QuestionAgreement>,
    /// Every body, in the order of the partners: in how many questions it says
    /// what most say, of how many it answered.
    pub bodies: Vec<Share>,
}

impl Agreement {
    /// One question; without base where it is not closed.
    pub fn of_question(&self, question: &QuestionId) -> Share {
        let mut questions = self.questions.iter();
        let found = questions.find(|q| q.question == *question);
        found.map_or_else(Share::default, QuestionAgreement::share)
    }

    /// One body.
    pub fn of_body(&self, body: BodyIndex) -> Share {
        self.bodies.get(body).copied().unwrap_or_default()
    }
}

/// Counts the agreement.
pub fn agreement(population: &Population) -> Agreement {
    let mut bodies = vec![Share::default(); population.bodies().len()];
    let closed = population.head().questionnaire.on_sheet();
    let closed = closed.filter(|q| q.kind.is_closed());
    let questions = closed.map(|question| of_question(population, question, &mut bodies));
    Agreement {
        questions: questions.collect(),
        bodies,
    }
}

/// One question; adds to each body what it says there.
fn of_question(
    population: &Population,
    question: &Question,
    bodies: &mut [Share],
) -> QuestionAgreement {
    // The most frequent first.
    let mut answers = combinations(population, question);
    let frequent = answers.first().map_or(0, |answer| answer.bodies.len());
    for answer in &answers {
        let agrees = answer.bodies.len() == frequent;
        for body in &answer.bodies {
            if let Some(share) = bodies.get_mut(*body) {
                share.n += 1;
                share.k += usize::from(agrees);
            }
        }
    }
    let answered = answers.iter().map(|answer| answer.bodies.len()).sum();
    answers.retain(|answer| answer.bodies.len() == frequent);
    QuestionAgreement {
        question: question.id.clone(),
        most: answers,
        answered,
    }
}
