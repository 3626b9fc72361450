//! A small language for tests: a survey is filled in body by body, then its
//! counts are expected. It drives the core as the interface does, through the
//! same methods, and says in every failure where it happened.
//!
//! ```ignore
//! let mut s = Scenario::of(museums());
//! s.partner("civico").answer("catalogue", "yes").sees("software").submit();
//! s.expect("catalogue").asked(1).option("yes", &["civico"]);
//! ```

mod expected;
mod filling;
pub mod forms;

pub use expected::Expected;
pub use filling::Filling;

use rilievo::analysis::{Counting, Population};
use rilievo::model::{
    Partner, PartnerId, Question, QuestionId, Severity, Sheet, Stamp, Survey, SurveyHead,
    Timestamp, validate,
};

/// A survey among its partners, in the hands of a test.
pub struct Scenario {
    pub survey: Survey,
    counting: Counting,
    edits: u32,
}

impl Scenario {
    /// Every sheet of the survey is expected.
    #[track_caller]
    pub fn of(head: SurveyHead) -> Self {
        let sheets = head.partners.iter().map(|p| Sheet::expected(p.id.clone()));
        let sheets = sheets.collect();
        Self::with(Survey {
            head,
            sheets,
            extra: Default::default(),
        })
    }

    /// The survey that ships with the page, with its nine sheets.
    #[track_caller]
    pub fn example() -> Self {
        Self::with(forms::example())
    }

    /// A survey with the sheets it has. It must be sound.
    #[track_caller]
    pub fn with(survey: Survey) -> Self {
        let scenario = Self {
            survey,
            counting: Counting::Received,
            edits: 0,
        };
        scenario.is_sound();
        scenario
    }

    /// Counts drafts from here on.
    pub fn with_drafts(mut self) -> Self {
        self.counting = Counting::WithDrafts;
        self
    }

    /// Takes a body's sheet in hand.
    #[track_caller]
    pub fn partner<'s>(&'s mut self, id: &str) -> Filling<'s> {
        let partner = self.found(id).id.clone();
        Filling::new(self, partner)
    }

    /// Counts one question, to compare it.
    #[track_caller]
    pub fn expect(&self, question: &str) -> Expected<'_> {
        Expected::new(self, self.question(question))
    }

    /// Who counts.
    pub fn population(&self) -> Population<'_> {
        Population::new(&self.survey.head, &self.survey.sheets, self.counting)
    }

    /// The validator finds no error.
    #[track_caller]
    pub fn is_sound(&self) {
        let problems = validate(&self.survey);
        let errors: Vec<_> = problems
            .iter()
            .filter(|p| p.rule.severity() == Severity::Error)
            .collect();
        assert!(errors.is_empty(), "the survey is not sound: {errors:#?}");
    }

    /// The ids of some bodies, to compare with what a test says.
    pub fn names(&self, bodies: impl IntoIterator<Item = usize>) -> Vec<&str> {
        let partners = &self.survey.head.partners;
        bodies
            .into_iter()
            .map(|b| partners[b].id.as_str())
            .collect()
    }

    #[track_caller]
    fn question(&self, id: &str) -> &Question {
        let found = QuestionId::new(id).ok();
        let found = found.and_then(|id| self.survey.head.questionnaire.question(&id));
        found.unwrap_or_else(|| panic!("the questionnaire has no question `{id}`"))
    }

    #[track_caller]
    fn found(&self, id: &str) -> &Partner {
        let partners = &self.survey.head.partners;
        partners
            .iter()
            .find(|p| p.id.as_str() == id)
            .unwrap_or_else(|| panic!("the survey has no partner `{id}`"))
    }

    #[track_caller]
    fn sheet(&self, partner: &PartnerId) -> &Sheet {
        let sheet = self.survey.sheet(partner);
        sheet.unwrap_or_else(|| panic!("partner {partner} has no sheet"))
    }

    #[track_caller]
    fn sheet_mut(&mut self, partner: &PartnerId) -> &mut Sheet {
        let sheet = self
            .survey
            .sheets
            .iter_mut()
            .find(|s| s.partner == *partner);
        sheet.unwrap_or_else(|| panic!("partner {partner} has no sheet"))
    }

    /// A clock of the test's own: each edit comes a second after the last.
    pub fn stamp(&mut self) -> Stamp {
        self.edits += 1;
        let (minutes, seconds) = (self.edits / 60, self.edits % 60);
        Stamp {
            at: Timestamp::new(format!("2026-01-01T10:{minutes:02}:{seconds:02}.000Z")),
            by: "scenario".into(),
        }
    }
}
