//! A condition in words, as what somebody "answered".

use crate::i18n::Locale;
use crate::model::{Condition, OptionId, QuestionId, Questionnaire};

/// A condition in words that follow "answered". Choices of `own`, the question
/// in whose context it is said, are named without its number.
pub fn condition(
    t: Locale,
    questionnaire: &Questionnaire,
    own: Option<&QuestionId>,
    condition: &Condition,
) -> String {
    let mut questions = Vec::new();
    condition.each_reference(&mut |question, _| questions.push(question));
    questions.dedup();
    // All about one question: its number is said once, at the end.
    let one = match questions.as_slice() {
        [one] => Some(*one),
        _ => None,
    };
    let words = Words {
        t,
        questionnaire,
        own: one.or(own),
    };
    let said = words.of(condition);
    match one.filter(|one| own != Some(*one)) {
        Some(other) => words.at(said, other),
        None => said,
    }
}

struct Words<'a> {
    t: Locale,
    questionnaire: &'a Questionnaire,
    own: Option<&'a QuestionId>,
}

impl Words<'_> {
    fn of(&self, condition: &Condition) -> String {
        let t = self.t;
        match condition {
            Condition::All(parts) if parts.is_empty() => t.always().into(),
            Condition::Any(parts) if parts.is_empty() => t.never().into(),
            Condition::All(parts) => {
                let last = parts.len() - 1;
                let said = parts.iter().enumerate();
                // "A together with B or C" is read rightly without brackets,
                // "A or B together with C" is not.
                let said = said.map(|(at, p)| match p {
                    Condition::Any(_) if at == last => self.of(p),
                    _ => self.part(p),
                });
                let join = |items: String, last: String| t.along_with(items, last);
                joined(said.collect(), ", ", join)
            }
            Condition::Any(parts) => {
                let said = parts.iter().map(|p| self.part(p));
                let join = |items: String, last: String| t.or_last(items, last);
                joined(said.collect(), ", ", join)
            }
            Condition::Not(part) => t.not_that(self.part(part)),
            Condition::Includes(i) => {
                let label = self.option(&i.question, &i.option);
                self.leaf(t.quoted(label), &i.question)
            }
            Condition::State(s) => {
                let state = crate::analysis::words::state(t, s.state.into());
                self.leaf(t.quoted(state), &s.question)
            }
        }
    }

    /// A part of a whole, in brackets where it has several parts itself.
    fn part(&self, part: &Condition) -> String {
        let said = self.of(part);
        match part {
            Condition::All(parts) | Condition::Any(parts) if parts.len() > 1 => {
                format!("({said})")
            }
            _ => said,
        }
    }

    fn option(&self, question: &QuestionId, option: &OptionId) -> String {
        let found = self.questionnaire.question(question);
        let found = found.and_then(|q| q.option(option));
        let label = found.map(|o| o.label.get(self.t.code()));
        label.unwrap_or(option.as_str()).to_owned()
    }

    fn leaf(&self, said: String, question: &QuestionId) -> String {
        if self.own == Some(question) {
            said
        } else {
            self.at(said, question)
        }
    }

    fn at(&self, said: String, question: &QuestionId) -> String {
        let found = self.questionnaire.question(question);
        let number = found.map_or(question.as_str(), |q| q.number.as_str());
        self.t.at_question(said, number)
    }
}

/// "A, B and C": `last` joins the last to the others.
pub(super) fn joined(
    mut items: Vec<String>,
    between: &str,
    last: impl Fn(String, String) -> String,
) -> String {
    match (items.pop(), items.is_empty()) {
        (Some(end), false) => last(items.join(between), end),
        (Some(end), true) => end,
        (None, _) => String::new(),
    }
}
