//! What does not fit together: facts that a reviewer may want to ask about.

use super::look::Look;
use super::{Base, Figure, Finding, Kind, Of};
use crate::analysis::{BodyIndex, ListReader, OptionTally, TermTally, Terms};
use crate::model::{
    CodebookEntry, EffectiveState, Places, QuestionKind, Truth, Value, sort_by_key,
};

/// What does not fit in the answers to one question.
pub(super) fn of(look: &Look) -> Vec<Finding> {
    let found = [off_condition(look), no_reference(look), other_field(look)];
    found.into_iter().flatten().collect()
}

/// Answers to a follow-up that was not asked.
fn off_condition(look: &Look) -> Option<Finding> {
    let bodies = look.tally.state(EffectiveState::OffCondition);
    let silent = look.tally.state(EffectiveState::NotAsked);
    let figure = Figure {
        of: Of::Bodies,
        bodies: bodies.to_vec(),
        base: super::together([bodies.to_vec(), silent.to_vec()].iter()),
    };
    let kind = Kind::OffCondition;
    (!bodies.is_empty()).then(|| look.finding(kind, "", Base::NotAsked, vec![figure]))
}

/// A follow-up without an answer, where the earlier answer is known and asks
/// for it.
fn no_reference(look: &Look) -> Option<Finding> {
    let condition = look.question.asked_when.as_ref()?;
    let population = look.population;
    let when = population.when(condition);
    let is_called = |body: &BodyIndex| population.truth(&when, *body) == Truth::True;
    let called: Vec<BodyIndex> = look.asked().into_iter().filter(is_called).collect();
    let is_empty = |body: &&BodyIndex| {
        let state = population.state(**body, &look.question.id);
        matches!(state, EffectiveState::Blank | EffectiveState::Unknown)
    };
    let bodies: Vec<BodyIndex> = called.iter().filter(is_empty).copied().collect();
    let kind = Kind::NoReference;
    (!bodies.is_empty()).then(|| {
        let base = called.clone();
        let of = Of::Bodies;
        look.finding(kind, "", Base::Called, vec![Figure { of, bodies, base }])
    })
}

/// Lists in which no term of this question is found, and more terms of other
/// questions than words that nobody knows.
fn other_field(look: &Look) -> Option<Finding> {
    let terms = look.terms.as_ref()?;
    let id = &look.question.id;
    let codebook = &look.population.head().codebook;
    let elsewhere = |e: &&CodebookEntry| e.ignored || !e.questions.contains(id);
    let reader = ListReader::of(codebook.iter().filter(elsewhere).collect());
    let named = super::together(terms.terms.iter().map(|t| &t.bodies));
    let mut found: Vec<(usize, Vec<BodyIndex>)> = Vec::new();
    let places = Places::new(codebook.iter().map(|entry| &entry.id));
    for body in look.answered() {
        let Some(Value::Text(text)) = look.population.value(*body, id) else {
            continue;
        };
        if named.binary_search(body).is_ok() {
            continue;
        }
        for place in read_elsewhere(&reader, text, &places) {
            match found.iter_mut().find(|(at, _)| *at == place) {
                Some((_, bodies)) => bodies.push(*body),
                None => found.push((place, vec![*body])),
            }
        }
    }
    sort_by_key(&mut found, |(place, _)| *place);
    let entries = found.into_iter();
    let entries = entries.filter_map(|(at, bodies)| Some((codebook.get(at)?, bodies)));
    let mut questions = Vec::new();
    let mut figures = Vec::new();
    for (entry, bodies) in entries {
        questions.extend(&entry.questions);
        figures.push(look.of_answered(Of::Term(entry.id.clone()), bodies));
    }
    if figures.is_empty() {
        return None;
    }
    let mut finding = look.finding(Kind::OtherField, "", Base::Answered, figures);
    let questionnaire = &look.population.head().questionnaire;
    let others = questionnaire.on_sheet().map(|q| &q.id);
    let others = others.filter(|q| questions.contains(q));
    finding.questions.extend(others.cloned());
    Some(finding)
}

/// The terms of other questions in a text, by their places in the codebook;
/// none where the text says more that nobody knows.
fn read_elsewhere(reader: &ListReader, text: &str, places: &Places) -> Vec<usize> {
    let list = reader.read(text);
    let counted = list.found.iter().filter(|f| !f.ignored);
    let mut terms: Vec<usize> = counted.filter_map(|f| places.of(&f.term)).collect();
    terms.sort_unstable();
    terms.dedup();
    // A number left over belongs to the term beside it: "Java 1.7".
    let says = |piece: &&str| piece.contains(char::is_alphabetic);
    let unread = list.unread.into_iter().filter_map(|range| text.get(range));
    if unread.filter(says).count() >= terms.len() {
        terms.clear();
    }
    terms
}

/// So many have to name a term before they are held against each other.
const COMPARED: usize = 3;

/// A yes or no beside a list in which most bodies name one thing says
/// something of that thing: those who name it do not all say the same.
pub(super) fn differs(look: &Look, list: &Look) -> Vec<Finding> {
    let (QuestionKind::YesNo, Some(terms)) = (look.question.kind, &list.terms) else {
        return Vec::new();
    };
    if !names_one_thing(terms) {
        return Vec::new();
    }
    let terms = terms.terms.iter();
    let found = terms.filter_map(|term| differ(look, list, term));
    found.collect()
}

/// Whether more than half of those who name a known term name just one.
fn names_one_thing(terms: &Terms) -> bool {
    let mut named: Vec<BodyIndex> = Vec::new();
    named.extend(terms.terms.iter().flat_map(|term| &term.bodies));
    named.sort_unstable();
    let by_body = || named.chunk_by(|a, b| a == b);
    by_body().filter(|times| times.len() == 1).count() * 2 > by_body().count()
}

fn differ(look: &Look, list: &Look, term: &TermTally) -> Option<Finding> {
    let [a, b] = look.tally.options.as_slice() else {
        return None;
    };
    let (in_a, in_b): (Vec<_>, Vec<_>) = (a.bodies().collect(), b.bodies().collect());
    // Two ticks where one is meant say neither.
    let only = |one: &[BodyIndex], other: &[BodyIndex]| -> Vec<BodyIndex> {
        let naming = term.bodies.iter().copied();
        let said = naming.filter(|body| one.binary_search(body).is_ok());
        said.filter(|body| other.binary_search(body).is_err())
            .collect()
    };
    let (said_a, said_b) = (only(&in_a, &in_b), only(&in_b, &in_a));
    let ((few, fewer), (many, more)) = if said_a.len() < said_b.len() {
        ((a, said_a), (b, said_b))
    } else {
        ((b, said_b), (a, said_a))
    };
    let base = super::together([&fewer, &more].into_iter());
    if fewer.is_empty() || base.len() < COMPARED {
        return None;
    }
    let figure = |option: &OptionTally, bodies| Figure {
        of: Of::Options(vec![option.option.clone()]),
        bodies,
        base: base.clone(),
    };
    let figures = vec![figure(few, fewer), figure(many, more)];
    let kind = Kind::Differs(term.id.clone());
    let mut finding = look.finding(kind, term.id.as_str(), Base::Named, figures);
    finding.questions.push(list.question.id.clone());
    Some(finding)
}
