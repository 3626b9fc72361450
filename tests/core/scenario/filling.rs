//! Filling in one sheet, as a person does in the form.

use super::Scenario;
use rilievo::analysis::checks::called_for;
use rilievo::analysis::completeness::blank;
use rilievo::model::{
    About, Actor, Answer, AnswerState, NotAllowed, OptionId, PartnerId, QuestionId, QuestionKind,
    Remark, RemarkId, RemarkState, Sheet, SheetAction, SheetStatus, Truth, asked,
};

/// One body's sheet in hand. Every step gives it back, so that steps read as
/// one sentence.
pub struct Filling<'s> {
    scenario: &'s mut Scenario,
    partner: PartnerId,
}

impl<'s> Filling<'s> {
    pub(super) fn new(scenario: &'s mut Scenario, partner: PartnerId) -> Self {
        Self { scenario, partner }
    }

    /// Answers as the question's kind wants it: ticks an option by its id, or
    /// types the text.
    #[track_caller]
    pub fn answer(self, question: &str, text: &str) -> Self {
        let kind = self.scenario.question(question).kind;
        if kind.is_closed() {
            return self.tick(question, text, true);
        }
        self.edit(question, |answer| match kind {
            QuestionKind::Number => answer.set_number_text(text),
            QuestionKind::Date => answer.set_date_text(text),
            _ => answer.set_text(text),
        })
    }

    /// Takes a tick away.
    #[track_caller]
    pub fn untick(self, question: &str, option: &str) -> Self {
        self.tick(question, option, false)
    }

    /// Writes beside a ticked option.
    #[track_caller]
    pub fn qualify(self, question: &str, option: &str, text: &str) -> Self {
        let option = self.option(question, option);
        self.edit(question, |answer| answer.qualify(&option, text))
    }

    /// Declares "we do not know" and the like.
    #[track_caller]
    pub fn declare(self, question: &str, state: AnswerState) -> Self {
        self.edit(question, |answer| answer.declare(state))
    }

    /// Takes the answer away.
    #[track_caller]
    pub fn takes_away(self, question: &str) -> Self {
        self.edit(question, Answer::clear)
    }

    /// The form says that the follow-up is called for, is not, or that nobody
    /// knows yet.
    #[track_caller]
    pub fn knows(self, question: &str, truth: Option<Truth>) -> Self {
        let sheet = self.sheet().clone();
        let questionnaire = &self.scenario.survey.head.questionnaire;
        let asked = self.scenario.question(question);
        let found = called_for(questionnaire, asked, &sheet);
        assert_eq!(found, truth, "{}: called for", self.at(question));
        self
    }

    /// The questions that the form lists as not answered yet.
    #[track_caller]
    pub fn lacks(self, questions: &[&str]) -> Self {
        let sheet = self.sheet().clone();
        let found = blank(&self.scenario.survey.head.questionnaire, &sheet);
        let found: Vec<_> = found.iter().map(|q| q.id.as_str()).collect();
        assert_eq!(found, questions, "partner {}: not answered", self.partner);
        self
    }

    /// Adds a comment.
    #[track_caller]
    pub fn comment(self, question: &str, text: &str) -> Self {
        self.edit(question, |answer| answer.comment = text.into())
    }

    /// The form shows the question.
    #[track_caller]
    pub fn sees(self, question: &str) -> Self {
        assert!(
            self.is_asked(question),
            "{} is not asked",
            self.at(question)
        );
        self
    }

    /// The form does not show the question.
    #[track_caller]
    pub fn does_not_see(self, question: &str) -> Self {
        assert!(!self.is_asked(question), "{} is asked", self.at(question));
        self
    }

    /// The options ticked, in the order in which the sheet keeps them.
    #[track_caller]
    pub fn has_ticked(self, question: &str, options: &[&str]) -> Self {
        let answer = self.kept(question);
        let ticked: Vec<_> = answer.choices().iter().map(|c| c.option.as_str()).collect();
        assert_eq!(ticked, options, "{}: options ticked", self.at(question));
        self
    }

    /// Hands the sheet in.
    #[track_caller]
    pub fn submit(self) -> Self {
        self.may(Actor::Partner, SheetAction::Submit)
    }

    /// Stands at this status, however it came to it.
    pub fn becomes(self, status: SheetStatus) -> Self {
        let stamp = self.scenario.stamp();
        let sheet = self.scenario.sheet_mut(&self.partner);
        sheet.step(status, "", &stamp);
        self
    }

    /// Does what must be allowed.
    #[track_caller]
    pub fn may(mut self, actor: Actor, action: SheetAction) -> Self {
        let before = self.sheet().status;
        let done = self.act(actor, action);
        let partner = &self.partner;
        assert_eq!(done, Ok(()), "partner {partner}: {action:?} in {before:?}");
        self
    }

    /// Tries what must be refused, and changes nothing.
    #[track_caller]
    pub fn may_not(mut self, actor: Actor, action: SheetAction, reason: NotAllowed) -> Self {
        let before = self.sheet().clone();
        let done = self.act(actor, action);
        let at = format!(
            "partner {}: {action:?} in {:?}",
            self.partner, before.status
        );
        assert_eq!(done, Err(reason), "{at}");
        assert_eq!(*self.sheet(), before, "{at}");
        self
    }

    fn act(&mut self, actor: Actor, action: SheetAction) -> Result<(), NotAllowed> {
        let stamp = self.scenario.stamp();
        let sheet = self.scenario.sheet_mut(&self.partner);
        sheet.act(action, actor, &format!("{actor:?}"), &stamp)
    }

    /// Somebody asks something about an answer.
    pub fn remark(self, id: &str, question: &str, text: &str) -> Self {
        let about = About::Question(self.scenario.question(question).id.clone());
        let stamp = self.scenario.stamp();
        let sheet = self.scenario.sheet_mut(&self.partner);
        let id = RemarkId::new(id).unwrap();
        assert!(sheet.raise(Remark::raised(id, about, "Coordinamento", text, &stamp)));
        self
    }

    /// A remark is settled.
    pub fn settle(self, id: &str) -> Self {
        let stamp = self.scenario.stamp();
        let sheet = self.scenario.sheet_mut(&self.partner);
        let id = RemarkId::new(id).unwrap();
        assert!(sheet.settle_remark(&id, RemarkState::Resolved, &stamp));
        self
    }

    /// Where the sheet stands.
    #[track_caller]
    pub fn is(self, status: SheetStatus) -> Self {
        let found = self.sheet().status;
        assert_eq!(found, status, "partner {}: status", self.partner);
        self
    }

    #[track_caller]
    fn tick(self, question: &str, option: &str, on: bool) -> Self {
        let option = self.option(question, option);
        let asked = self.scenario.question(question);
        let order: Vec<OptionId> = asked.option_ids().cloned().collect();
        let single = asked.kind.is_single();
        self.edit(question, |answer| {
            answer.tick(&option, on, single, order.iter());
        })
    }

    #[track_caller]
    fn edit(self, question: &str, change: impl FnOnce(&mut Answer)) -> Self {
        let id = self.scenario.question(question).id.clone();
        let stamp = self.scenario.stamp();
        let sheet = self.scenario.sheet_mut(&self.partner);
        sheet.edit(&id, &stamp, change);
        self
    }

    #[track_caller]
    fn option(&self, question: &str, option: &str) -> OptionId {
        let mut options = self.scenario.question(question).option_ids();
        let found = options.find(|o| o.as_str() == option).cloned();
        found.unwrap_or_else(|| panic!("question {question} has no option `{option}`"))
    }

    #[track_caller]
    fn is_asked(&self, question: &str) -> bool {
        let questionnaire = &self.scenario.survey.head.questionnaire;
        let id = &self.scenario.question(question).id;
        let asked = asked(questionnaire, self.sheet());
        let questions = questionnaire.questions.iter().zip(asked);
        questions.into_iter().any(|(q, asked)| asked && q.id == *id)
    }

    #[track_caller]
    fn kept(&self, question: &str) -> Answer {
        let id: &QuestionId = &self.scenario.question(question).id;
        self.sheet().answers.get(id).cloned().unwrap_or_default()
    }

    #[track_caller]
    fn sheet(&self) -> &Sheet {
        self.scenario.sheet(&self.partner)
    }

    fn at(&self, question: &str) -> String {
        format!("partner {}, question {question}", self.partner)
    }
}
