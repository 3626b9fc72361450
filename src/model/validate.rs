//! The validator: lists every violation of a survey, each with its place.
//!
//! An [`Error`](Severity::Error) means that the survey contradicts itself and
//! cannot be counted; a [`Warning`](Severity::Warning) is something odd that is
//! kept as it is.

use super::answer::is_day;
use super::{
    Answer, AnswerState, Condition, Places, Question, QuestionId, QuestionKind, Questionnaire,
    Sheet, Survey, Value,
};
use serde::{Deserialize, Serialize};
use std::fmt::Display;

/// How grave a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Kept, counted, worth a look.
    Warning,
    /// The survey contradicts itself.
    Error,
}

/// What is wrong. Ids are as they stand in the survey.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rule {
    /// The same id stands twice where it must be unique.
    DuplicateId(String),
    /// An id names nothing.
    UnknownId(String),
    /// A closed question has no options.
    NoOptions,
    /// An open question has options.
    NeedlessOptions,
    /// A condition looks at this or a later question.
    LooksForward(String),
    /// A question repeats itself, or one that itself repeats another.
    BadRepeat(String),
    /// A partner has no sheet.
    NoSheet(String),
    /// An answer to a question that only repeats another.
    AnswerToRepeat(String),
    /// `given`, and no value.
    GivenWithoutValue,
    /// The value is not of the question's kind.
    ValueOfOtherKind,
    /// More than one choice where one is allowed.
    MoreThanOneChoice,
    /// Not a day of the calendar.
    NotADay(String),
}

impl Rule {
    /// How grave a violation is.
    pub fn severity(&self) -> Severity {
        match self {
            Self::DuplicateId(_)
            | Self::UnknownId(_)
            | Self::NoOptions
            | Self::LooksForward(_)
            | Self::BadRepeat(_)
            | Self::NoSheet(_) => Severity::Error,
            Self::NeedlessOptions
            | Self::AnswerToRepeat(_)
            | Self::GivenWithoutValue
            | Self::ValueOfOtherKind
            | Self::MoreThanOneChoice
            | Self::NotADay(_) => Severity::Warning,
        }
    }
}

/// A violation and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Path of ids, such as `sheets/EC/answers/q2`.
    pub place: String,
    /// What is wrong there.
    pub rule: Rule,
}

/// Every violation of the survey, in reading order; empty when it is sound.
pub fn validate(survey: &Survey) -> Vec<Problem> {
    let mut found = Found::default();
    let head = &survey.head;
    let index = Index::new(&head.questionnaire);
    check_questionnaire(&index, &mut found);
    found.unique("partners", head.partners.iter().map(|p| &p.id));
    found.unique("codebook", head.codebook.iter().map(|e| &e.id));
    for entry in &head.codebook {
        for question in &entry.questions {
            if index.question(question).is_none() {
                found.unknown(format!("codebook/{}", entry.id), question);
            }
        }
    }
    found.unique("sheets", survey.sheets.iter().map(|s| &s.partner));
    let partners = Places::new(head.partners.iter().map(|p| &p.id));
    let with_sheet = Places::new(survey.sheets.iter().map(|s| &s.partner));
    for partner in &head.partners {
        if with_sheet.of(&partner.id).is_none() {
            let rule = Rule::NoSheet(partner.id.to_string());
            found.add(format!("partners/{}", partner.id), rule);
        }
    }
    for sheet in &survey.sheets {
        if partners.of(&sheet.partner).is_none() {
            found.unknown("sheets".into(), &sheet.partner);
        }
        check_sheet(sheet, &index, &mut found);
    }
    let deadline = &head.document.deadline;
    if !deadline.is_empty() && !is_day(deadline) {
        found.add("document/deadline".into(), Rule::NotADay(deadline.clone()));
    }
    found.unique("invited", head.invited.iter().map(|i| &i.partner));
    for invited in &head.invited {
        if partners.of(&invited.partner).is_none() {
            found.unknown("invited".into(), &invited.partner);
        }
    }
    found.0
}

#[derive(Default)]
struct Found(Vec<Problem>);

impl Found {
    fn add(&mut self, place: String, rule: Rule) {
        self.0.push(Problem { place, rule });
    }

    fn unknown(&mut self, place: String, id: &impl Display) {
        self.add(place, Rule::UnknownId(id.to_string()));
    }

    fn unique<'a, T: AsRef<str> + 'a>(
        &mut self,
        place: &str,
        ids: impl Iterator<Item = &'a T> + Clone,
    ) {
        let places = Places::new(ids.clone());
        for (at, id) in ids.enumerate() {
            if places.of(id) != Some(at) {
                self.add(place.into(), Rule::DuplicateId(id.as_ref().into()));
            }
        }
    }
}

/// Questions and contacts by id, so that 8,000 sheets are checked in one pass.
struct Index<'a> {
    questionnaire: &'a Questionnaire,
    questions: Places<'a>,
    contacts: Places<'a>,
}

impl<'a> Index<'a> {
    fn new(questionnaire: &'a Questionnaire) -> Self {
        Self {
            questionnaire,
            questions: Places::new(questionnaire.questions.iter().map(|q| &q.id)),
            contacts: Places::new(questionnaire.contacts.iter().map(|c| &c.id)),
        }
    }

    fn question(&self, id: &QuestionId) -> Option<&'a Question> {
        self.questionnaire.questions.get(self.questions.of(id)?)
    }
}

fn check_questionnaire(index: &Index, found: &mut Found) {
    let questionnaire = index.questionnaire;
    found.unique("dimensions", questionnaire.dimensions.iter().map(|d| &d.id));
    found.unique("questions", questionnaire.questions.iter().map(|q| &q.id));
    found.unique("contacts", questionnaire.contacts.iter().map(|c| &c.id));
    for (at, question) in questionnaire.questions.iter().enumerate() {
        let place = format!("questions/{}", question.id);
        if questionnaire.dimension(&question.dimension).is_none() {
            found.unknown(place.clone(), &question.dimension);
        }
        found.unique(
            &format!("{place}/options"),
            question.options.iter().map(|o| &o.id),
        );
        match (question.kind.is_closed(), question.options.is_empty()) {
            (true, true) => found.add(place.clone(), Rule::NoOptions),
            (false, false) => found.add(place.clone(), Rule::NeedlessOptions),
            _ => {}
        }
        if let Some(condition) = &question.asked_when {
            check_condition(condition, at, index, &place, found);
        }
        if let Some(original) = &question.repeats {
            match index.question(original) {
                None => found.unknown(place.clone(), original),
                Some(q) if q.repeats.is_some() => {
                    found.add(place.clone(), Rule::BadRepeat(original.to_string()));
                }
                Some(_) => {}
            }
        }
        // A reading may look at its own question as well.
        for rule in question.readings.iter().flat_map(|r| &r.rules) {
            let place = format!("{place}/readings");
            check_condition(&rule.when, at + 1, index, &place, found);
        }
    }
}

/// A condition may look at the first `earlier` questions.
fn check_condition(
    condition: &Condition,
    earlier: usize,
    index: &Index,
    place: &str,
    found: &mut Found,
) {
    condition.each_reference(&mut |id, option| match index.questions.of(id) {
        Some(at) if at < earlier => {
            if let Some(option) = option
                && index
                    .question(id)
                    .is_some_and(|q| q.option(option).is_none())
            {
                found.unknown(place.into(), option);
            }
        }
        Some(_) => found.add(place.into(), Rule::LooksForward(id.to_string())),
        None => found.unknown(place.into(), id),
    });
}

fn check_sheet(sheet: &Sheet, index: &Index, found: &mut Found) {
    for (id, answer) in &sheet.answers {
        // The place is worded only when there is something to say: a sheet of
        // 8,000 has nothing to say most of the time.
        let place = || format!("sheets/{}/answers/{id}", sheet.partner);
        let Some(question) = index.question(id) else {
            found.unknown(place(), id);
            continue;
        };
        if question.repeats.is_some() {
            found.add(place(), Rule::AnswerToRepeat(id.to_string()));
        }
        for rule in answer_rules(question, answer) {
            found.add(place(), rule);
        }
    }
    for (id, answer) in &sheet.contacts {
        let place = || format!("sheets/{}/contacts/{id}", sheet.partner);
        if index.contacts.of(id).is_none() {
            found.unknown(place(), id);
        }
        if answer.state == AnswerState::Given && answer.value.is_none() {
            found.add(place(), Rule::GivenWithoutValue);
        }
    }
    // A remark may name a question that is gone: it keeps what was said.
    if !sheet.remarks.is_empty() {
        let place = format!("sheets/{}/remarks", sheet.partner);
        found.unique(&place, sheet.remarks.iter().map(|r| &r.id));
        for remark in &sheet.remarks {
            let place = format!("{place}/{}", remark.id);
            found.unique(&place, remark.replies.iter().map(|r| &r.id));
        }
    }
}

/// What is wrong with an answer to this question, in itself.
pub fn answer_rules(question: &Question, answer: &Answer) -> Vec<Rule> {
    let mut rules = Vec::new();
    let kind = question.kind;
    match &answer.value {
        None if answer.state == AnswerState::Given => rules.push(Rule::GivenWithoutValue),
        None | Some(Value::Withheld(_)) => {}
        Some(Value::Choices(chosen)) => {
            if !kind.is_closed() {
                rules.push(Rule::ValueOfOtherKind);
            } else if kind.is_single() && chosen.len() > 1 {
                rules.push(Rule::MoreThanOneChoice);
            }
            if kind.is_closed() {
                let unknown = chosen
                    .iter()
                    .filter(|c| question.option(&c.option).is_none());
                rules.extend(unknown.map(|c| Rule::UnknownId(c.option.to_string())));
            }
        }
        Some(Value::Date(day)) => {
            if kind != QuestionKind::Date {
                rules.push(Rule::ValueOfOtherKind);
            } else if !is_day(day) {
                rules.push(Rule::NotADay(day.clone()));
            }
        }
        Some(Value::Number(_)) if kind == QuestionKind::Number => {}
        // Text is kept wherever it is typed; where it cannot be read as what
        // the question wants, it is odd while it counts.
        Some(Value::Text(_)) => {
            let typed =
                kind.is_closed() || matches!(kind, QuestionKind::Number | QuestionKind::Date);
            if typed && answer.state == AnswerState::Given {
                rules.push(Rule::ValueOfOtherKind);
            }
        }
        Some(Value::Number(_)) => rules.push(Rule::ValueOfOtherKind),
    }
    rules
}
