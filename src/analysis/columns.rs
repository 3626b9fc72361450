//! What is known of a survey whoever is looked at: whose sheet stands where, the
//! state of each answer on it, and what closed and list questions were answered.
//!
//! Sheets and states are computed in one pass, what was answered when a question is first
//! counted. All of it stays until a sheet, or the head, changes; the states of 23,000 sheets
//! of 25 questions are 575 kB, the choices of a question 184 kB.

use super::Warning;
use super::lists::Lists;
use super::ticked::{Ticks, ticks};
use crate::model::{
    Asking, EffectiveState, Partner, PartnerId, Places, Question, Sheet, SurveyHead,
};
use std::sync::{Arc, OnceLock};

/// The partner of each sheet, and the states of all answers.
#[derive(Debug, Default)]
pub struct Columns {
    /// The place of each partner's sheet in the list of sheets.
    sheets: Vec<Option<usize>>,
    /// One column for each question, in it one for each partner.
    states: Vec<EffectiveState>,
    /// What was answered, question by question.
    said: Vec<OnceLock<Said>>,
    warnings: Vec<Warning>,
    people: OnceLock<Arc<People>>,
}

/// What was answered to one question.
#[derive(Debug)]
pub(super) enum Said {
    /// What each partner ticked in a closed question.
    Ticks(Vec<Ticks>),
    /// What they listed in an open one.
    Lists(Lists),
}

impl Columns {
    /// Takes the survey's head and its sheets in any order.
    pub fn new(head: &SurveyHead, sheets: &[&Sheet]) -> Self {
        let mut known = Self {
            sheets: vec![None; head.partners.len()],
            ..Self::default()
        };
        let places = Places::new(head.partners.iter().map(|p| &p.id));
        for (at, sheet) in sheets.iter().enumerate() {
            let partner = &sheet.partner;
            match places
                .of(partner)
                .and_then(|place| known.sheets.get_mut(place))
            {
                Some(place @ None) => *place = Some(at),
                Some(Some(_)) => known.warnings.push(Warning::SecondSheet(partner.clone())),
                None => known.warnings.push(Warning::SheetOfNobody(partner.clone())),
            }
        }
        let asking = Asking::new(&head.questionnaire);
        let (width, height) = (head.questionnaire.questions.len(), head.partners.len());
        known.states = vec![EffectiveState::Missing; width * height];
        known.said.resize_with(width, OnceLock::new);
        for (place, at) in known.sheets.iter().enumerate() {
            let Some(sheet) = at.and_then(|at| sheets.get(at)) else {
                continue;
            };
            for (column, state) in asking.states(sheet).into_iter().enumerate() {
                if let Some(cell) = known.states.get_mut(column * height + place) {
                    *cell = state;
                }
            }
        }
        known
    }

    /// The place of each partner's sheet in the list of sheets.
    pub(super) fn sheets(&self) -> impl Iterator<Item = Option<usize>> {
        self.sheets.iter().copied()
    }

    /// How the answer of the partner at `place` counts, by the question's column;
    /// whether the sheet counts is another matter.
    pub(super) fn state(&self, place: usize, column: usize) -> EffectiveState {
        let cell = self.states.get(column * self.sheets.len() + place);
        cell.copied().unwrap_or(EffectiveState::Missing)
    }

    /// What each partner answered to the question of a column. Takes the sheets by the
    /// place of their partner.
    pub(super) fn said(
        &self,
        column: usize,
        question: &Question,
        head: &SurveyHead,
        sheets: &[Option<&Sheet>],
    ) -> Option<&Said> {
        let said = self.said.get(column)?;
        Some(said.get_or_init(|| {
            if question.kind.is_closed() {
                return Said::Ticks(ticks(question, sheets));
            }
            let given = |place| self.state(place, column) == EffectiveState::Given;
            Said::Lists(Lists::read(head, question, sheets, &given))
        }))
    }

    /// What was odd about the sheets themselves.
    pub(super) fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    /// The partners of the head, as they are named.
    pub(super) fn people(&self, head: &SurveyHead) -> Arc<People> {
        let people = || Arc::new(People(head.partners.iter().map(Person::new).collect()));
        Arc::clone(self.people.get_or_init(people))
    }
}

/// The partners as they are named, in their order. Whatever lists bodies says
/// only where they stand here: names are words, and thousands of them are copied
/// for nothing where a few are shown.
#[derive(Debug, Default)]
pub struct People(Vec<Person>);

/// How a partner is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Its id.
    pub id: PartnerId,
    /// Its printed code.
    pub code: String,
    /// Its name.
    pub name: String,
}

impl Person {
    fn new(partner: &Partner) -> Self {
        Self {
            id: partner.id.clone(),
            code: partner.code.clone(),
            name: partner.name.clone(),
        }
    }
}

impl People {
    /// The partner at a place.
    pub fn at(&self, place: usize) -> Option<&Person> {
        self.0.get(place)
    }

    /// The name of the partner at a place; empty where there is none.
    pub fn name(&self, place: usize) -> &str {
        self.at(place).map_or("", |person| &person.name)
    }
}

/// Nearly always it is the same list.
impl PartialEq for People {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other) || self.0 == other.0
    }
}
