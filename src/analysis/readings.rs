//! Readings: what the answers mean for the transfer of the practice, by
//! question, by dimension and by factor. No score: each figure is a count of
//! answers with the bodies behind it, and no other count depends on these.

use super::rules::Rules;
use super::{BodyIndex, Population};
use crate::model::{
    DimensionId, EffectiveState, Factor, Question, QuestionId, Reading, sort_by_key,
};

/// How many answers have each reading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReadingCounts {
    /// They help.
    pub enabling: usize,
    /// They get in the way.
    pub hindering: usize,
    /// They do neither.
    pub neutral: usize,
    /// There is no answer to read.
    pub unknown: usize,
}

impl ReadingCounts {
    fn add(&mut self, reading: Reading) {
        match reading {
            Reading::Enabling => self.enabling += 1,
            Reading::Hindering => self.hindering += 1,
            Reading::Neutral => self.neutral += 1,
            Reading::Unknown => self.unknown += 1,
        }
    }
}

/// The readings of one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionReadings {
    /// The question.
    pub question: QuestionId,
    /// One for each body, in the order of the partners; `None` is a body
    /// without a sheet that counts.
    pub by_body: Vec<Option<Reading>>,
}

impl QuestionReadings {
    /// The bodies with a reading.
    pub fn bodies(&self, reading: Reading) -> Vec<BodyIndex> {
        let all = self.by_body.iter().enumerate();
        all.filter(|(_, r)| **r == Some(reading))
            .map(|(body, _)| body)
            .collect()
    }

    /// How many sheets have each reading.
    pub fn counts(&self) -> ReadingCounts {
        let mut counts = ReadingCounts::default();
        self.by_body.iter().flatten().for_each(|r| counts.add(*r));
        counts
    }
}

/// The readings of a group of questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupReadings<K> {
    /// What holds them together.
    pub key: K,
    /// The questions of the group that are read, in printed order.
    pub questions: Vec<QuestionReadings>,
}

impl<K> GroupReadings<K> {
    /// The readings of one body.
    pub fn of_body(&self, body: BodyIndex) -> ReadingCounts {
        let mut counts = ReadingCounts::default();
        let of_body = |q: &QuestionReadings| q.by_body.get(body).copied().flatten();
        let readings = self.questions.iter().filter_map(of_body);
        readings.for_each(|r| counts.add(r));
        counts
    }

    /// The readings of all sheets together.
    pub fn total(&self) -> ReadingCounts {
        let mut counts = ReadingCounts::default();
        let readings = self.questions.iter().flat_map(|q| &q.by_body).flatten();
        readings.for_each(|r| counts.add(*r));
        counts
    }
}

/// The readings of one question; `None` where the question has none or its
/// authors switched them off.
pub fn of_question(population: &Population, question: &Question) -> Option<QuestionReadings> {
    let rules = Rules::of(population, question)?;
    let column = population.column(&question.id);
    // Only what was asked for and given is read.
    let read = |body: BodyIndex| match population.at(body, column) {
        EffectiveState::Given => Some(rules.read(population, body)),
        _ => population.body(body)?.sheet.map(|_| Reading::Unknown),
    };
    Some(QuestionReadings {
        question: question.id.clone(),
        by_body: (0..population.bodies().len()).map(read).collect(),
    })
}

/// Those of one dimension.
pub fn of_dimension(
    population: &Population,
    dimension: &DimensionId,
) -> GroupReadings<DimensionId> {
    group(population, dimension.clone(), |q| q.dimension == *dimension)
}

/// By dimension, in printed order; a dimension in which nothing is read has no
/// question.
pub fn by_dimension(population: &Population) -> Vec<GroupReadings<DimensionId>> {
    let dimensions = &population.head().questionnaire.dimensions;
    dimensions
        .iter()
        .map(|d| of_dimension(population, &d.id))
        .collect()
}

/// By factor, in the order of [`Factor`], and at the end the questions without
/// one that are read, so that every reading is in a group; a factor that no
/// question looks at is left out.
pub fn by_factor(population: &Population) -> Vec<GroupReadings<Option<Factor>>> {
    let questions = population.head().questionnaire.on_sheet();
    let mut factors: Vec<Option<Factor>> = questions.map(|q| q.factor).collect();
    sort_by_key(&mut factors, |factor| (factor.is_none(), *factor));
    factors.dedup();
    factors
        .into_iter()
        .map(|factor| group(population, factor, |q| q.factor == factor))
        .filter(|group| group.key.is_some() || !group.questions.is_empty())
        .collect()
}

fn group<K>(
    population: &Population,
    key: K,
    belongs: impl Fn(&Question) -> bool,
) -> GroupReadings<K> {
    let questions = population.head().questionnaire.on_sheet();
    GroupReadings {
        key,
        questions: questions
            .filter(|q| belongs(q))
            .filter_map(|q| of_question(population, q))
            .collect(),
    }
}
