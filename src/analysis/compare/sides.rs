//! Bodies side by side: what each says to each question, and whether all say
//! the same.
//!
//! What is compared is what an answer says, not how it is written: options
//! without what is written beside them, the terms of a list as the codebook
//! reads them, words without regard to case and spaces. Two bodies that both
//! left a question blank are alike in that.

use crate::analysis::{BodyIndex, ListReader, Population, Share};
use crate::model::{
    EffectiveState, Question, QuestionId, QuestionKind, Value, lowercase, sort_by_key,
};

/// Whether several answers say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alike {
    /// All say the same.
    Same,
    /// At least two of them differ.
    Different,
    /// Nobody can tell: of at least one body it is not known what it says (no
    /// sheet, a mark that cannot be read, an answer taken out of an export), and
    /// the others say the same.
    Untold,
}

/// One question, and what the bodies say to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The question.
    pub question: QuestionId,
    /// The bodies in the order in which they were named, and how the answer of
    /// each counts; [`in_words`](super::in_words) tells what it says.
    pub answers: Vec<(BodyIndex, EffectiveState)>,
    /// Whether all say the same.
    pub alike: Alike,
}

/// Puts some bodies side by side, question by question in printed order. A
/// body that there is not is left out.
pub fn side_by_side(population: &Population, bodies: &[BodyIndex]) -> Vec<Side> {
    let bodies = bodies.iter().copied();
    let bodies = bodies.filter(|body| population.body(*body).is_some());
    let questions = population.head().questionnaire.on_sheet();
    questions
        .map(|question| {
            let states = bodies.clone();
            let states = states.map(|body| (body, population.state(body, &question.id)));
            let answers: Vec<_> = states.collect();
            Side {
                question: question.id.clone(),
                alike: compare(population, question, &answers),
                answers,
            }
        })
        .collect()
}

/// In how many questions all say the same, of those in which it can be told.
pub fn alike(sides: &[Side]) -> Share {
    let count = |wanted| sides.iter().filter(|s| s.alike == wanted).count();
    let same = count(Alike::Same);
    Share {
        k: same,
        n: same + count(Alike::Different),
    }
}

fn compare(
    population: &Population,
    question: &Question,
    answers: &[(BodyIndex, EffectiveState)],
) -> Alike {
    let reader = ListReader::new(&population.head().codebook, &question.id);
    let said: Vec<Option<Said>> = answers
        .iter()
        .map(|(body, state)| {
            let value = population.value(*body, &question.id);
            said(question.kind, &reader, *state, value)
        })
        .collect();
    let mut told = said.iter().flatten();
    let first = told.next();
    if told.any(|other| Some(other) != first) {
        Alike::Different
    } else if said.contains(&None) {
        Alike::Untold
    } else {
        Alike::Same
    }
}

/// What an answer says: how it counts, and what stands there where it says
/// something.
#[derive(PartialEq)]
struct Said(EffectiveState, Vec<String>);

/// `None` where nobody can tell what the answer says.
fn said(
    kind: QuestionKind,
    reader: &ListReader,
    state: EffectiveState,
    value: Option<&Value>,
) -> Option<Said> {
    let content = match state {
        EffectiveState::Missing | EffectiveState::Unclear => return None,
        EffectiveState::Given | EffectiveState::OffCondition => match value? {
            Value::Withheld(_) => return None,
            Value::Choices(chosen) => {
                let options = chosen.iter().map(|c| c.option.to_string());
                in_order(options.collect())
            }
            Value::Text(text) if kind == QuestionKind::List => terms(reader, text),
            Value::Text(text) | Value::Date(text) => vec![plain(text)],
            Value::Number(number) => vec![number.to_string()],
        },
        _ => Vec::new(),
    };
    Some(Said(state, content))
}

/// The terms of a list, and what the codebook does not know.
fn terms(reader: &ListReader, text: &str) -> Vec<String> {
    let list = reader.read(text);
    let found = list.found.into_iter().filter(|found| !found.ignored);
    let found = found.map(|found| found.term.to_string());
    let unread = list.unread.into_iter().filter_map(|range| text.get(range));
    in_order(found.chain(unread.map(plain)).collect())
}

/// The same things in the same order, each once.
fn in_order(mut said: Vec<String>) -> Vec<String> {
    sort_by_key(&mut said, String::clone);
    said.dedup();
    said
}

fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    lowercase(&words.join(" "))
}
