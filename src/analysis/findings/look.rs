//! One question, counted once for all findings about it.

use super::{Base, Figure, Finding, Kind, Of};
use crate::analysis::rules::{self, RuleTally};
use crate::analysis::{BodyIndex, Population, Tally, Terms, tally, terms};
use crate::model::{EffectiveState, Question, QuestionKind};

/// One question with its counts.
pub(super) struct Look<'a> {
    pub(super) population: &'a Population<'a>,
    pub(super) question: &'a Question,
    pub(super) tally: Tally,
    /// Of a list question.
    pub(super) terms: Option<Terms>,
    /// Where the question is read.
    pub(super) rules: Option<Vec<RuleTally>>,
}

impl<'a> Look<'a> {
    pub(super) fn at(population: &'a Population<'a>, question: &'a Question) -> Self {
        let is_list = question.kind == QuestionKind::List;
        Self {
            population,
            question,
            tally: tally(population, question).0,
            terms: is_list.then(|| terms(population, question).0),
            rules: rules::by_rule(population, question),
        }
    }

    /// Bodies that were asked and answered.
    pub(super) fn answered(&self) -> &[BodyIndex] {
        self.tally.state(EffectiveState::Given)
    }

    /// Bodies that were asked, in the order of the partners.
    pub(super) fn asked(&self) -> Vec<BodyIndex> {
        let states = self.tally.states.iter().filter(|s| s.state.was_asked());
        super::together(states.map(|s| &s.bodies))
    }

    /// A finding about this question; its id ends in `more`, where there is
    /// anything to tell it from others of its kind.
    pub(super) fn finding(
        &self,
        kind: Kind,
        more: &str,
        base: Base,
        figures: Vec<Figure>,
    ) -> Finding {
        let mut id = format!("{}/{}", kind.code(), self.question.id);
        if !more.is_empty() {
            id = format!("{id}/{more}");
        }
        Finding {
            id,
            dimension: Some(self.question.dimension.clone()),
            questions: vec![self.question.id.clone()],
            kind,
            base,
            figures,
        }
    }

    /// A figure out of those who answered.
    pub(super) fn of_answered(&self, of: Of, bodies: Vec<BodyIndex>) -> Figure {
        Figure {
            of,
            bodies,
            base: self.answered().to_vec(),
        }
    }
}
