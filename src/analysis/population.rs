//! Who is counted: the bodies of a survey, the sheets that count, and the
//! state in which each answer counts.
//!
//! What a survey says whoever is looked at is [`Columns`]: it is computed once, as
//! long as no sheet changes, and each selection is made from it.

use super::lists::Lists;
use super::ticked::Ticked;
use super::{Columns, People, Selection, Warning};
use crate::model::{
    Answer, Condition, EffectiveState, OptionId, Partner, PartnerId, Places, Question, QuestionId,
    Sheet, SheetStatus, SurveyHead, Truth, Value, When,
};
use std::sync::Arc;

/// A body's place among the bodies that are looked at, which stand in the order
/// of the survey's partners.
pub type BodyIndex = usize;

/// Which sheets count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Counting {
    /// Submitted, returned and approved sheets.
    #[default]
    Received,
    /// Drafts as well, for a coordinator who wants to look ahead.
    WithDrafts,
}

impl Counting {
    /// Whether a sheet in this status counts.
    pub const fn includes(self, status: SheetStatus) -> bool {
        match self {
            Self::Received => status.is_received(),
            Self::WithDrafts => status.is_received() || matches!(status, SheetStatus::Draft),
        }
    }
}

/// One body and the sheet that counts for it.
#[derive(Clone, Copy, Debug)]
pub struct Body<'a> {
    /// The partner.
    pub partner: &'a Partner,
    /// Its sheet, where it counts; a body without one is missing.
    pub sheet: Option<&'a Sheet>,
    /// Where its sheet stands, whether it counts or not.
    pub status: SheetStatus,
}

/// The bodies of a survey that are looked at, in the order of its partners,
/// ready to be counted.
#[derive(Clone, Debug)]
pub struct Population<'a> {
    head: &'a SurveyHead,
    bodies: Vec<Body<'a>>,
    /// Where each of them stands among the partners.
    places: Vec<usize>,
    /// The sheet of each partner, whoever is looked at.
    sheets: Vec<Option<&'a Sheet>>,
    known: Arc<Columns>,
    columns: Places<'a>,
    received: Vec<BodyIndex>,
    counted: Vec<BodyIndex>,
    missing: Vec<BodyIndex>,
    drafts_left_out: Vec<BodyIndex>,
}

impl<'a> Population<'a> {
    /// All bodies. Takes the survey's head and its sheets in any order.
    pub fn new(
        head: &'a SurveyHead,
        sheets: impl IntoIterator<Item = &'a Sheet>,
        counting: Counting,
    ) -> Self {
        Self::selected(head, sheets, &Selection::counting(counting))
    }

    /// The bodies that a selection takes: it removes some, and changes nothing
    /// of the others.
    pub fn selected(
        head: &'a SurveyHead,
        sheets: impl IntoIterator<Item = &'a Sheet>,
        selection: &Selection,
    ) -> Self {
        let sheets: Vec<&Sheet> = sheets.into_iter().collect();
        let known = Arc::new(Columns::new(head, &sheets));
        Self::of(head, &|at| sheets.get(at).copied(), known, selection)
    }

    /// The same, of what is known already. `sheet` gives the sheet at a place of
    /// the list of which `known` was made, with the same head.
    pub fn of(
        head: &'a SurveyHead,
        sheet: &dyn Fn(usize) -> Option<&'a Sheet>,
        known: Arc<Columns>,
        selection: &Selection,
    ) -> Self {
        let mut population = Self {
            head,
            bodies: Vec::with_capacity(head.partners.len()),
            places: Vec::with_capacity(head.partners.len()),
            sheets: known.sheets().map(|at| at.and_then(sheet)).collect(),
            // With a doubled id the first question is the one that is meant.
            columns: Places::new(head.questionnaire.questions.iter().map(|q| &q.id)),
            received: Vec::new(),
            counted: Vec::new(),
            missing: Vec::new(),
            drafts_left_out: Vec::new(),
            known: Arc::clone(&known),
        };
        let counting = selection.counts();
        let partners = head.partners.iter().zip(&population.sheets).enumerate();
        let bodies = partners.map(|(place, (partner, sheet))| (place, partner, *sheet));
        let bodies = bodies.filter(|(_, partner, sheet)| {
            let status = sheet.map_or(SheetStatus::Expected, |sheet| sheet.status);
            selection.takes(&partner.kind, status)
        });
        let bodies: Vec<_> = bodies.collect();
        for body in &bodies {
            population.add(*body, counting);
        }
        if selection.answers.is_empty() {
            return population;
        }
        // Whose answers are asked for is known once all are there.
        let taken = selection.takes_answers(&population);
        population.clear();
        for (body, _) in bodies.iter().zip(taken).filter(|(_, taken)| *taken) {
            population.add(*body, counting);
        }
        population
    }

    fn add(
        &mut self,
        (place, partner, sheet): (usize, &'a Partner, Option<&'a Sheet>),
        counting: Counting,
    ) {
        let body = self.bodies.len();
        let counts = sheet.filter(|s| counting.includes(s.status));
        if counts.is_some_and(|s| s.status.is_received()) {
            self.received.push(body);
        }
        match (counts, sheet) {
            (Some(_), _) => self.counted.push(body),
            (None, sheet) => {
                self.missing.push(body);
                if sheet.is_some_and(|s| s.status == SheetStatus::Draft) {
                    self.drafts_left_out.push(body);
                }
            }
        }
        self.places.push(place);
        self.bodies.push(Body {
            partner,
            sheet: counts,
            status: sheet.map_or(SheetStatus::Expected, |sheet| sheet.status),
        });
    }

    fn clear(&mut self) {
        self.bodies.clear();
        for list in [
            &mut self.places,
            &mut self.received,
            &mut self.counted,
            &mut self.missing,
            &mut self.drafts_left_out,
        ] {
            list.clear();
        }
    }

    /// The survey's head.
    pub fn head(&self) -> &'a SurveyHead {
        self.head
    }

    /// The bodies; the place in this slice is the body's index everywhere.
    pub fn bodies(&self) -> &[Body<'a>] {
        &self.bodies
    }

    /// One body.
    pub fn body(&self, body: BodyIndex) -> Option<Body<'a>> {
        self.bodies.get(body).copied()
    }

    /// The place of a partner.
    pub fn index_of(&self, partner: &PartnerId) -> Option<BodyIndex> {
        self.bodies.iter().position(|b| b.partner.id == *partner)
    }

    /// Bodies whose sheet is submitted, returned or approved.
    pub fn received(&self) -> &[BodyIndex] {
        &self.received
    }

    /// Bodies whose sheet counts: the received ones, and drafts where they
    /// were asked for.
    pub fn counted(&self) -> &[BodyIndex] {
        &self.counted
    }

    /// Bodies without a sheet that counts. With the counted ones, all bodies.
    pub fn missing(&self) -> &[BodyIndex] {
        &self.missing
    }

    /// The missing bodies that have begun a draft.
    pub fn drafts_left_out(&self) -> &[BodyIndex] {
        &self.drafts_left_out
    }

    /// What was odd about the sheets themselves.
    pub fn warnings(&self) -> &[Warning] {
        self.known.warnings()
    }

    /// The partners as they are named, whoever is looked at.
    pub fn people(&self) -> Arc<People> {
        self.known.people(self.head)
    }

    /// Where a body stands among the partners, and so in [`People`].
    pub fn place(&self, body: BodyIndex) -> Option<usize> {
        self.places.get(body).copied()
    }

    /// Whether the questionnaire has this question.
    pub fn knows(&self, question: &QuestionId) -> bool {
        self.columns.of(question).is_some()
    }

    /// The state in which a body's answer counts.
    pub fn state(&self, body: BodyIndex, question: &QuestionId) -> EffectiveState {
        self.at(body, self.columns.of(question))
    }

    /// The same for every body, in order.
    pub fn states(&self, question: &QuestionId) -> impl Iterator<Item = EffectiveState> {
        let column = self.columns.of(question);
        (0..self.bodies.len()).map(move |body| self.at(body, column))
    }

    /// Bodies whose answer is in `state`.
    pub fn in_state(&self, question: &QuestionId, state: EffectiveState) -> Vec<BodyIndex> {
        let states = self.states(question).enumerate();
        states
            .filter(|(_, s)| *s == state)
            .map(|(b, _)| b)
            .collect()
    }

    /// What a body wrote, whatever its state; nothing where its sheet does
    /// not count.
    pub fn answer(&self, body: BodyIndex, question: &QuestionId) -> Option<&'a Answer> {
        match self.columns.of(question) {
            Some(column) => self.written(body, column),
            None => self.body(body)?.sheet?.answers.get(question),
        }
    }

    fn written(&self, body: BodyIndex, column: usize) -> Option<&'a Answer> {
        let sheet = self.body(body)?.sheet?;
        self.known.answer(self.place(body)?, column, sheet)
    }

    /// The value of that answer.
    pub fn value(&self, body: BodyIndex, question: &QuestionId) -> Option<&'a Value> {
        self.answer(body, question)?.value.as_ref()
    }

    /// What the bodies ticked in a closed question; nothing where it is not as it stands
    /// in the survey.
    pub(super) fn ticked(&self, question: &Question) -> Ticked<'_> {
        let here = self.here(&question.id);
        let here = here.filter(|(_, here)| here.option_ids().eq(question.option_ids()));
        Ticked {
            ticks: here.map_or(&[], |(column, _)| self.known.ticks(column)),
            places: &self.places,
        }
    }

    /// What all partners listed in a list question; `None` where the survey does not have
    /// it, or offers choices there.
    pub(super) fn lists(&self, question: &QuestionId) -> Option<&Lists> {
        let (column, here) = self.here(question)?;
        let open = !here.kind.is_closed();
        open.then(|| self.known.lists(column, here, self.head, &self.sheets))?
    }

    /// Where a question stands in the survey, and as what.
    fn here(&self, question: &QuestionId) -> Option<(usize, &'a Question)> {
        let column = self.columns.of(question)?;
        let here = self.head.questionnaire.questions.get(column)?;
        Some((column, here))
    }

    /// Prepares a condition, to be held against many bodies.
    pub(super) fn when<'c>(&self, condition: &'c Condition) -> When<'c> {
        When::new(condition, &|id| self.columns.of(id))
    }

    /// What is known of a condition on the sheet of a body that counts.
    pub(super) fn truth(&self, when: &When, body: BodyIndex) -> Truth {
        let state = |column| Some(self.at(body, Some(column)));
        when.truth(&state, &|column, option| self.has(body, column, option))
    }

    /// Whether a choice is among those of an answer.
    fn has(&self, body: BodyIndex, column: usize, option: &OptionId) -> bool {
        let by_bit = || {
            let ticks = self.known.ticks(column).get(self.place(body)?)?;
            let question = self.head.questionnaire.questions.get(column)?;
            ticks.has(question.option_ids().position(|id| id == option)?)
        };
        let by_name = || {
            let answer = self.written(body, column);
            answer.is_some_and(|answer| answer.has(option))
        };
        by_bit().unwrap_or_else(by_name)
    }

    /// The column of a question, for [`at`](Self::at).
    pub(super) fn column(&self, question: &QuestionId) -> Option<usize> {
        self.columns.of(question)
    }

    /// A question that the questionnaire does not have was asked of nobody.
    pub(super) fn at(&self, body: BodyIndex, column: Option<usize>) -> EffectiveState {
        let counts = self.bodies.get(body).and_then(|b| b.sheet);
        let place = self.places.get(body).filter(|_| counts.is_some());
        match (place, column) {
            (None, _) => EffectiveState::Missing,
            (Some(_), None) => EffectiveState::NotAsked,
            (Some(place), Some(column)) => self.known.state(*place, column),
        }
    }
}
