//! A sheet as it stands on paper: every question of it with its answer, in the
//! printed order, in words.

use super::words;
use crate::i18n::Locale;
use crate::model::{
    Answer, AnswerState, ContactField, EffectiveState, Question, Questionnaire, Sheet, Value,
    effective_states,
};

/// A sheet on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Whether nothing stands on it yet, so that it is a form for the pen.
    pub by_hand: bool,
    /// The dimensions, and at the end the contacts.
    pub sections: Vec<Section>,
}

/// Lines that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its title.
    pub title: String,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// A question, or a contact, with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Id of the question or of the contact.
    pub id: String,
    /// Printed number; a contact has none.
    pub number: String,
    /// What is asked.
    pub label: String,
    /// How the answer counts.
    pub state: EffectiveState,
    /// All choices of a closed question.
    pub ticks: Vec<Tick>,
    /// What was written, as it was typed.
    pub text: String,
    /// What there is to say about the state; nothing of an answer that is given.
    pub said: String,
    /// What was added: comment, evidence, the transcriber's note.
    pub notes: Vec<String>,
}

/// A choice with its box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// What can be chosen.
    pub label: String,
    /// Whether it was chosen, in an answer that is given.
    pub on: bool,
    /// What was written beside it.
    pub qualifier: String,
}

/// A sheet on paper, with or without its contacts.
pub fn paper(t: Locale, questionnaire: &Questionnaire, sheet: &Sheet, contacts: bool) -> Paper {
    let mut answers = sheet.answers.values().chain(sheet.contacts.values());
    let writer = Writer {
        t,
        questionnaire,
        by_hand: !sheet.status.is_received() && answers.all(is_bare),
    };
    let states = effective_states(questionnaire, Some(sheet));
    let questions = || questionnaire.questions.iter().zip(&states);
    let nothing = Answer::default();
    let mut sections = Vec::new();
    for dimension in &questionnaire.dimensions {
        let asked = questions().filter(|(question, _)| question.repeats.is_none());
        let of_it = asked.filter(|(question, _)| question.dimension == dimension.id);
        let lines = of_it.map(|(question, state)| {
            let answer = sheet.answers.get(&question.id).unwrap_or(&nothing);
            writer.question(question, *state, answer)
        });
        sections.push(Section {
            title: [dimension.id.as_str(), " · ", dimension.title.get(t.code())].concat(),
            lines: lines.collect(),
        });
    }
    if contacts {
        let lines = questionnaire.contacts.iter().map(|contact| {
            let answer = sheet.contacts.get(&contact.id).unwrap_or(&nothing);
            writer.contact(contact, answer)
        });
        sections.push(Section {
            title: t.contacts().into(),
            lines: lines.collect(),
        });
    }
    sections.retain(|section| !section.lines.is_empty());
    Paper {
        by_hand: writer.by_hand,
        sections,
    }
}

/// Whether nobody has said anything in an answer.
fn is_bare(answer: &Answer) -> bool {
    answer.state == AnswerState::Blank
        && answer.value.is_none()
        && answer.comment.is_empty()
        && answer.evidence.is_empty()
}

struct Writer<'a> {
    t: Locale,
    questionnaire: &'a Questionnaire,
    by_hand: bool,
}

impl Writer<'_> {
    fn question(&self, question: &Question, state: EffectiveState, answer: &Answer) -> Line {
        Line {
            id: question.id.to_string(),
            number: question.number.clone(),
            label: question.label.get(self.t.code()).into(),
            state,
            ticks: self.ticks(question, answer),
            text: self.text(state, answer),
            said: self.said(Some(question), state),
            notes: words::additions(self.t, answer),
        }
    }

    fn contact(&self, contact: &ContactField, answer: &Answer) -> Line {
        let state = answer.state.into();
        Line {
            id: contact.id.to_string(),
            number: String::new(),
            label: contact.label.get(self.t.code()).into(),
            state,
            ticks: Vec::new(),
            text: self.text(state, answer),
            said: self.said(None, state),
            notes: words::additions(self.t, answer),
        }
    }

    /// The choices of the question; what was chosen and is none of them stands
    /// at the end, because nothing that was answered is dropped.
    fn ticks(&self, question: &Question, answer: &Answer) -> Vec<Tick> {
        let given = answer.state == AnswerState::Given;
        let chosen = if given { answer.choices() } else { &[] };
        let options = question.options.iter().map(|option| {
            let made = chosen.iter().find(|chosen| chosen.option == option.id);
            Tick {
                label: option.label.get(self.t.code()).into(),
                on: made.is_some(),
                qualifier: made.map_or_else(String::new, |made| made.qualifier.clone()),
            }
        });
        let foreign = chosen
            .iter()
            .filter(|chosen| question.option(&chosen.option).is_none());
        let foreign = foreign.map(|chosen| Tick {
            label: chosen.option.to_string(),
            on: true,
            qualifier: chosen.qualifier.clone(),
        });
        options.chain(foreign).collect()
    }

    /// What was written. Behind another state than "given" it stands only where
    /// it is the words for that state ("N/A", a dash): what somebody wrote
    /// before they said that they do not know is not their answer.
    fn text(&self, state: EffectiveState, answer: &Answer) -> String {
        let value = match &answer.value {
            None | Some(Value::Choices(_)) => return String::new(),
            Some(value) => value,
        };
        let says_so = AnswerState::of_text(answer.text()) == answer.state;
        if state == EffectiveState::NotAsked || answer.state != AnswerState::Given && !says_so {
            return String::new();
        }
        words::value(self.t, None, value)
    }

    fn said(&self, question: Option<&Question>, state: EffectiveState) -> String {
        let t = self.t;
        let parent = || {
            let mut parent = None;
            let condition = question.and_then(|question| question.asked_when.as_ref())?;
            condition.each_reference(&mut |id, _| parent = parent.or(Some(id)));
            let parent = self.questionnaire.question(parent?)?;
            Some(parent.number.as_str())
        };
        let because = |say: &dyn Fn(&str) -> String| {
            parent().map_or_else(|| words::state(t, state).into(), say)
        };
        match state {
            EffectiveState::Given => String::new(),
            EffectiveState::Blank if self.by_hand => String::new(),
            EffectiveState::Blank => t.paper_no_answer().into(),
            EffectiveState::NotAsked => because(&|number| t.not_asked_because(number)),
            EffectiveState::OffCondition => because(&|number| t.off_condition_because(number)),
            other => words::state(t, other).into(),
        }
    }
}
