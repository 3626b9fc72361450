//! What is expected of the counts of one question. Every expectation also
//! holds the law that the states add up to all bodies.

use super::Scenario;
use rilievo::analysis::{self, Tally, Terms, Warning};
use rilievo::model::{EffectiveState, OptionId, Question, QuestionId, Reading, Value};

/// The counts of one question, to be compared.
pub struct Expected<'s> {
    scenario: &'s Scenario,
    question: &'s Question,
    tally: Tally,
    warnings: Vec<Warning>,
}

impl<'s> Expected<'s> {
    #[track_caller]
    pub(super) fn new(scenario: &'s Scenario, question: &'s Question) -> Self {
        let (tally, warnings) = analysis::tally(&scenario.population(), question);
        let together: usize = tally.states.iter().map(|s| s.bodies.len()).sum();
        let bodies = scenario.survey.head.partners.len();
        assert_eq!(
            (together, tally.bodies),
            (bodies, bodies),
            "question {}: the states add up to all bodies",
            question.id
        );
        Self {
            scenario,
            question,
            tally,
            warnings,
        }
    }

    /// Which question it is.
    pub fn id(&self) -> &'s QuestionId {
        &self.question.id
    }

    /// How many bodies were asked.
    #[track_caller]
    pub fn asked(self, count: usize) -> Self {
        assert_eq!(self.tally.asked(), count, "{}", self.at("asked"));
        self
    }

    /// How many gave an answer.
    #[track_caller]
    pub fn answered(self, count: usize) -> Self {
        assert_eq!(self.tally.answered(), count, "{}", self.at("answered"));
        self
    }

    /// Exactly these bodies are in a state, by the state's code.
    #[track_caller]
    pub fn state(self, code: &str, bodies: &[&str]) -> Self {
        let state = EffectiveState::ALL.into_iter().find(|s| s.code() == code);
        let state = state.unwrap_or_else(|| panic!("there is no state `{code}`"));
        let found = self.tally.state(state).iter().copied();
        assert_eq!(self.scenario.names(found), bodies, "{}", self.at(code));
        self
    }

    /// Exactly these bodies chose an option.
    #[track_caller]
    pub fn option(self, option: &str, bodies: &[&str]) -> Self {
        let id = OptionId::new(option).ok();
        let tally = id.and_then(|id| self.tally.option(&id));
        let tally = tally.unwrap_or_else(|| panic!("{}: no such option", self.at(option)));
        let found = self.scenario.names(tally.bodies());
        assert_eq!(found, bodies, "{}", self.at(option));
        self
    }

    /// What was written beside the ticks of an option, body by body.
    #[track_caller]
    pub fn qualifiers(self, option: &str, written: &[(&str, &str)]) -> Self {
        let tallies = self.tally.options.iter();
        let ticks = tallies
            .filter(|o| o.option.as_str() == option)
            .flat_map(|o| &o.ticks)
            .filter(|t| !t.qualifier.is_empty())
            .map(|t| (self.scenario.names([t.body])[0], t.qualifier.as_str()));
        let found: Vec<_> = ticks.collect();
        assert_eq!(found, written, "{}", self.at(&format!("beside {option}")));
        self
    }

    /// All combinations, in order, with their bodies.
    #[track_caller]
    pub fn combinations(self, sets: &[(&[&str], &[&str])]) -> Self {
        let found = analysis::combinations(&self.scenario.population(), self.question);
        let found: Vec<(Vec<_>, Vec<_>)> = found
            .iter()
            .map(|c| {
                let options = c.options.iter().map(OptionId::as_str).collect();
                (options, self.scenario.names(c.bodies.iter().copied()))
            })
            .collect();
        let sets: Vec<(Vec<_>, Vec<_>)> = sets
            .iter()
            .map(|(options, bodies)| (options.to_vec(), bodies.to_vec()))
            .collect();
        assert_eq!(found, sets, "{}", self.at("combinations"));
        self
    }

    /// All known terms of a list, in order, with their bodies.
    #[track_caller]
    pub fn terms(self, terms: &[(&str, &[&str])]) -> Self {
        let found = self.read();
        let found = found
            .terms
            .iter()
            .map(|t| (t.term.as_str(), t.bodies.as_slice()));
        self.compare_lists("terms", found, terms);
        self
    }

    /// All pieces that the codebook does not know, in order, with their bodies.
    #[track_caller]
    pub fn unread(self, pieces: &[(&str, &[&str])]) -> Self {
        let found = self.read();
        let found = found
            .unread
            .iter()
            .map(|p| (p.text.as_str(), p.bodies.as_slice()));
        self.compare_lists("unread", found, pieces);
        self
    }

    /// What stands in one body's field, whatever the state.
    #[track_caller]
    pub fn value(self, body: &str, value: Option<Value>) -> Self {
        let answers = analysis::answers(&self.scenario.population(), &self.question.id);
        let found = answers
            .into_iter()
            .find(|a| self.scenario.names([a.body]) == [body]);
        let found = found.unwrap_or_else(|| panic!("{}: no such partner", self.at(body)));
        assert_eq!(found.value, value, "{}", self.at(body));
        self
    }

    /// Exactly these bodies' answers have a reading.
    #[track_caller]
    pub fn reading(self, reading: Reading, bodies: &[&str]) -> Self {
        let readings = analysis::readings::of_question(&self.scenario.population(), self.question);
        let readings = readings.unwrap_or_else(|| panic!("{}", self.at("has no readings")));
        let found = self.scenario.names(readings.bodies(reading));
        assert_eq!(found, bodies, "{}", self.at(&format!("{reading:?}")));
        self
    }

    /// Exactly these warnings stand beside the tally.
    #[track_caller]
    pub fn warnings(self, warnings: &[Warning]) -> Self {
        assert_eq!(self.warnings, warnings, "{}", self.at("warnings"));
        self
    }

    fn read(&self) -> Terms {
        analysis::terms(&self.scenario.population(), self.question).0
    }

    #[track_caller]
    fn compare_lists<'a>(
        &self,
        what: &str,
        found: impl Iterator<Item = (&'a str, &'a [usize])>,
        expected: &[(&str, &[&str])],
    ) {
        let found: Vec<(&str, Vec<&str>)> = found
            .map(|(text, bodies)| (text, self.scenario.names(bodies.iter().copied())))
            .collect();
        let expected: Vec<(&str, Vec<&str>)> = expected
            .iter()
            .map(|(text, bodies)| (*text, bodies.to_vec()))
            .collect();
        assert_eq!(found, expected, "{}", self.at(what));
    }

    fn at(&self, what: &str) -> String {
        format!("question {}, {what}", self.question.id)
    }
}
