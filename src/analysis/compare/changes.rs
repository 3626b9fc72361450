//! Two surveys, or two moments of one: what was counted then and now, and who
//! changed what. Bodies and questions are matched by their ids; what stands on
//! one side only is said and not compared.
//!
//! Counts are over all bodies of each side, with the base of that side, so that
//! they agree with every other count of it. Who changed what is told of bodies
//! whose sheet counts on both sides: a sheet that came in or went out is told
//! once, and not answer by answer. What a body adds as a comment decides nothing.

use crate::analysis::{BodyIndex, Population, Tally, tally};
use crate::model::{
    Chosen, EffectiveState, OptionId, PartnerId, Places, Question, QuestionId, Value,
};

/// What differs between two sides.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    /// The questions that both sides ask, in the printed order of the later one.
    pub questions: Vec<QuestionChange>,
    /// Questions that only the earlier side asks.
    pub questions_before: Vec<QuestionId>,
    /// Questions that only the later side asks.
    pub questions_after: Vec<QuestionId>,
    /// Bodies whose sheet counts on both sides: those of whom it is told what
    /// they changed.
    pub both: Vec<PartnerId>,
    /// Bodies of both sides whose sheet counts on the later one only.
    pub came: Vec<PartnerId>,
    /// Bodies of both sides whose sheet counts on the earlier one only.
    pub went: Vec<PartnerId>,
    /// Bodies of the earlier side only.
    pub bodies_before: Vec<PartnerId>,
    /// Bodies of the later side only.
    pub bodies_after: Vec<PartnerId>,
    /// Who changed what, question by question, and in each in the order of the
    /// later side's partners.
    pub answers: Vec<AnswerChange>,
    /// Answers of which nobody can tell whether they changed: on at least one
    /// side the export that brought it had taken the value out.
    pub untold: Vec<AnswerChange>,
}

/// One question then and now.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionChange {
    /// The question.
    pub question: QuestionId,
    /// Whether both sides ask it in the same words, with the same choices.
    pub asked_alike: bool,
    /// How many were asked.
    pub asked: (usize, usize),
    /// How many answered.
    pub answered: (usize, usize),
    /// The options: those of the later side as it prints them, then those that
    /// only the earlier one has.
    pub options: Vec<CountChange<OptionId>>,
    /// Every state, in the order in which they are shown.
    pub states: Vec<CountChange<EffectiveState>>,
}

impl QuestionChange {
    /// Whether somebody is behind another option than before.
    pub fn has_moved(&self) -> bool {
        self.options.iter().any(|o| o.before != o.after)
    }
}

/// The bodies that are counted for one thing, then and now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountChange<K> {
    /// What is counted.
    pub key: K,
    /// Who was behind it; `None` where the earlier side does not offer it.
    pub before: Option<Vec<PartnerId>>,
    /// Who is behind it; `None` where the later side does not offer it.
    pub after: Option<Vec<PartnerId>>,
}

/// One answer that is another one now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerChange {
    /// Whose answer.
    pub partner: PartnerId,
    /// To which question.
    pub question: QuestionId,
    /// The body's place on the earlier side.
    pub before: BodyIndex,
    /// The body's place on the later side.
    pub after: BodyIndex,
}

/// Compares an earlier side with a later one.
pub fn changes(before: &Population, after: &Population) -> Changes {
    let pairs = pairs(before, after);
    let who = |then: bool, now: bool| -> Vec<PartnerId> {
        let counts = |side: &Population, body| side.body(body).is_some_and(|b| b.sheet.is_some());
        let wanted = pairs
            .iter()
            .filter(|(a, b)| (counts(before, *a), counts(after, *b)) == (then, now));
        ids(after, wanted.map(|(_, b)| *b))
    };
    let mut changes = Changes {
        questions: Vec::new(),
        questions_before: only_asked_on(before, after),
        questions_after: only_asked_on(after, before),
        both: who(true, true),
        came: who(false, true),
        went: who(true, false),
        bodies_before: only_on(before, after),
        bodies_after: only_on(after, before),
        answers: Vec::new(),
        untold: Vec::new(),
    };
    for question in after.head().questionnaire.on_sheet() {
        if let Some(earlier) = asked_on(before, &question.id) {
            let change = of_question((before, after), (earlier, question));
            changes.questions.push(change);
            for pair in &pairs {
                changes.add((before, after), *pair, &question.id);
            }
        }
    }
    changes
}

/// Both sides, the earlier one first.
type Both<T> = (T, T);

impl Changes {
    /// Holds one body's answers against each other.
    fn add(&mut self, sides: Both<&Population>, pair: Both<BodyIndex>, question: &QuestionId) {
        let (Some(earlier), Some(later)) = (sides.0.body(pair.0), sides.1.body(pair.1)) else {
            return;
        };
        if earlier.sheet.is_none() || later.sheet.is_none() {
            return;
        }
        let state = sides.1.state(pair.1, question);
        let values = (
            sides.0.value(pair.0, question),
            sides.1.value(pair.1, question),
        );
        let list = if sides.0.state(pair.0, question) != state {
            &mut self.answers
        } else if !matches!(state, EffectiveState::Given | EffectiveState::OffCondition) {
            // What stands in the field beside such a state counts nowhere.
            return;
        } else if let (Some(Value::Withheld(_)), _) | (_, Some(Value::Withheld(_))) = values {
            &mut self.untold
        } else if is_same(values.0, values.1) {
            return;
        } else {
            &mut self.answers
        };
        list.push(AnswerChange {
            partner: later.partner.id.clone(),
            question: question.clone(),
            before: pair.0,
            after: pair.1,
        });
    }
}

/// The order of choices says nothing.
fn is_same(before: Option<&Value>, after: Option<&Value>) -> bool {
    match (before, after) {
        (Some(Value::Choices(before)), Some(Value::Choices(after))) => {
            let has = |list: &[Chosen], wanted: &Chosen| {
                let mut list = list.iter();
                list.any(|c| c.option == wanted.option && c.qualifier == wanted.qualifier)
            };
            before.iter().all(|c| has(after, c)) && after.iter().all(|c| has(before, c))
        }
        (before, after) => before == after,
    }
}

fn of_question(sides: Both<&Population>, asked: Both<&Question>) -> QuestionChange {
    let (before, _) = tally(sides.0, asked.0);
    let (after, _) = tally(sides.1, asked.1);
    let chose = |side: &Population, tally: &Tally, option: &OptionId| {
        let tally = tally.option(option)?;
        Some(ids(side, tally.bodies()))
    };
    let later = after.options.iter();
    let dropped = before.options.iter();
    let dropped = dropped.filter(|o| after.option(&o.option).is_none());
    let options = later.chain(dropped).map(|tally| CountChange {
        key: tally.option.clone(),
        before: chose(sides.0, &before, &tally.option),
        after: chose(sides.1, &after, &tally.option),
    });
    let states = EffectiveState::ALL.into_iter().map(|state| CountChange {
        key: state,
        before: Some(ids(sides.0, before.state(state).iter().copied())),
        after: Some(ids(sides.1, after.state(state).iter().copied())),
    });
    let (earlier, later) = asked;
    QuestionChange {
        question: later.id.clone(),
        asked_alike: is_asked_alike(earlier, later),
        asked: (before.asked(), after.asked()),
        answered: (before.answered(), after.answered()),
        options: options.collect(),
        states: states.collect(),
    }
}

/// Whether two questions are put in the same words, with the same choices.
pub(super) fn is_asked_alike(one: &Question, other: &Question) -> bool {
    one.kind == other.kind && one.label == other.label && one.options == other.options
}

/// The bodies of both sides, by their places on each, in the order of the later
/// one. Of a doubled id the first is meant.
fn pairs(before: &Population, after: &Population) -> Vec<Both<BodyIndex>> {
    let (earlier, later) = (places(before), places(after));
    let bodies = after.bodies().iter().enumerate();
    bodies
        .filter(|(at, body)| later.of(&body.partner.id) == Some(*at))
        .filter_map(|(at, body)| Some((earlier.of(&body.partner.id)?, at)))
        .collect()
}

pub(super) fn places<'a>(side: &Population<'a>) -> Places<'a> {
    Places::new(side.bodies().iter().map(|body| &body.partner.id))
}

fn only_on(side: &Population, other: &Population) -> Vec<PartnerId> {
    let others = places(other);
    let ids = side.bodies().iter().map(|body| &body.partner.id);
    ids.filter(|id| others.of(*id).is_none()).cloned().collect()
}

fn asked_on<'a>(side: &Population<'a>, id: &QuestionId) -> Option<&'a Question> {
    let mut questions = side.head().questionnaire.on_sheet();
    questions.find(|question| question.id == *id)
}

fn only_asked_on(side: &Population, other: &Population) -> Vec<QuestionId> {
    let ids = side.head().questionnaire.on_sheet().map(|q| &q.id);
    ids.filter(|id| asked_on(other, id).is_none())
        .cloned()
        .collect()
}

fn ids(side: &Population, bodies: impl IntoIterator<Item = BodyIndex>) -> Vec<PartnerId> {
    let bodies = bodies.into_iter();
    bodies
        .filter_map(|body| Some(side.body(body)?.partner.id.clone()))
        .collect()
}
