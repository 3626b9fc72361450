//! Which bodies are looked at: a filter over kinds of body, states of sheets
//! and answers. It only removes bodies; what is left is counted as always.
//!
//! A selection has a text of its own, which stands in addresses:
//! `kind=comune&status=approved&is=q2:interno,q4:~blank&drafts=1`.

use super::{Counting, ListReader, Population};
use crate::model::{
    EffectiveState, OptionId, PartnerKind, QuestionId, SheetStatus, SurveyHead, TermId, Value,
};

/// What an answer has to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    /// Given, with this choice ticked.
    Option(OptionId),
    /// Given, naming this term of the codebook.
    Term(TermId),
    /// In this state.
    State(EffectiveState),
}

/// The answer to one question that bodies must have given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// The question.
    pub question: QuestionId,
    /// What the answer has to be.
    pub says: Says,
}

/// Which bodies are looked at. Where several kinds are named, one of them is
/// enough; so with statuses, and with clauses on one question. Kinds, statuses
/// and questions must all be met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Drafts count as well.
    pub drafts: bool,
    /// Kinds of body; none means all.
    pub kinds: Vec<PartnerKind>,
    /// Statuses of the sheet; none means all.
    pub statuses: Vec<SheetStatus>,
    /// Answers.
    pub answers: Vec<Clause>,
}

/// One thing that a selection asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Criterion {
    /// A kind of body.
    Kind(PartnerKind),
    /// A status of the sheet.
    Status(SheetStatus),
    /// An answer.
    Answer(Clause),
}

impl Selection {
    /// Names of its parameters in an address.
    pub const KEYS: [&'static str; 4] = ["kind", "status", "is", "drafts"];

    /// All bodies, counting these sheets.
    pub fn counting(counting: Counting) -> Self {
        Self {
            drafts: counting == Counting::WithDrafts,
            ..Self::default()
        }
    }

    /// Which sheets count: whoever asks for drafts wants to see them.
    pub fn counts(&self) -> Counting {
        if self.drafts || self.statuses.contains(&SheetStatus::Draft) {
            Counting::WithDrafts
        } else {
            Counting::Received
        }
    }

    /// Whether every body is looked at.
    pub fn is_everybody(&self) -> bool {
        self.kinds.is_empty() && self.statuses.is_empty() && self.answers.is_empty()
    }

    /// Everything it asks for, in the order in which it is shown.
    pub fn criteria(&self) -> Vec<Criterion> {
        let kinds = self.kinds.iter().cloned().map(Criterion::Kind);
        let statuses = self.statuses.iter().copied().map(Criterion::Status);
        let answers = self.answers.iter().cloned().map(Criterion::Answer);
        kinds.chain(statuses).chain(answers).collect()
    }

    /// Whether it asks for this.
    pub fn asks(&self, criterion: &Criterion) -> bool {
        match criterion {
            Criterion::Kind(kind) => self.kinds.contains(kind),
            Criterion::Status(status) => self.statuses.contains(status),
            Criterion::Answer(clause) => self.answers.contains(clause),
        }
    }

    /// The same selection, asking for this as well, or no longer.
    pub fn toggled(&self, criterion: Criterion) -> Self {
        let mut other = self.clone();
        match criterion {
            Criterion::Kind(kind) => toggle(&mut other.kinds, kind),
            Criterion::Status(status) => toggle(&mut other.statuses, status),
            Criterion::Answer(clause) => toggle(&mut other.answers, clause),
        }
        other
    }

    /// All bodies, with the same sheets counted.
    pub fn everybody(&self) -> Self {
        Self::counting(if self.drafts {
            Counting::WithDrafts
        } else {
            Counting::Received
        })
    }

    /// Reads a parameter of an address; what it does not understand it leaves
    /// out, so that an old link shows more and not less.
    pub fn read(&mut self, key: &str, value: &str) {
        let items = value.split(',').filter(|item| !item.is_empty());
        match key {
            "drafts" => self.drafts = value == "1",
            "kind" => items.for_each(|item| add(&mut self.kinds, PartnerKind(decoded(item)))),
            "status" => {
                for status in SheetStatus::ALL {
                    if items.clone().any(|item| item == status.code()) {
                        add(&mut self.statuses, status);
                    }
                }
            }
            "is" => {
                for clause in items.filter_map(Clause::read) {
                    add(&mut self.answers, clause);
                }
            }
            _ => {}
        }
    }

    /// Its parameters in an address, those that say something.
    pub fn write(&self) -> Vec<(&'static str, String)> {
        let kinds: Vec<_> = self.kinds.iter().map(|kind| encoded(&kind.0)).collect();
        let statuses: Vec<_> = self.statuses.iter().map(|s| s.code()).collect();
        let answers: Vec<_> = self.answers.iter().map(Clause::write).collect();
        let drafts = if self.drafts { "1" } else { "" };
        let values = [
            kinds.join(","),
            statuses.join(","),
            answers.join(","),
            drafts.to_owned(),
        ];
        let pairs = Self::KEYS.into_iter().zip(values);
        pairs.filter(|(_, value)| !value.is_empty()).collect()
    }

    /// Whether a body is of the kind, and its sheet of the status, that is
    /// asked for.
    pub(super) fn takes(&self, kind: &PartnerKind, status: SheetStatus) -> bool {
        (self.kinds.is_empty() || self.kinds.contains(kind))
            && (self.statuses.is_empty() || self.statuses.contains(&status))
    }

    /// Which of the bodies of a population have the answers that are asked for.
    pub(super) fn takes_answers(&self, population: &Population) -> Vec<bool> {
        let codebook = &population.head().codebook;
        let mut taken = vec![true; population.bodies().len()];
        // What the survey does not have (any more) is asked of nobody: an old
        // address shows more and not less.
        let known = self
            .answers
            .iter()
            .filter(|c| c.is_known(population.head()));
        let known: Vec<&Clause> = known.collect();
        for (at, clause) in known.iter().enumerate() {
            let question = &clause.question;
            if known.iter().take(at).any(|c| c.question == *question) {
                continue;
            }
            let said = known.iter().filter(|c| c.question == *question);
            let said: Vec<&Clause> = said.copied().collect();
            let reader = ListReader::new(codebook, question);
            for (place, body) in taken.iter_mut().zip(0..) {
                let has = |c: &&Clause| c.says.holds(population, &reader, body, question);
                *place = *place && said.iter().any(has);
            }
        }
        taken
    }
}

impl Says {
    fn holds(
        &self,
        population: &Population,
        reader: &ListReader,
        body: usize,
        question: &QuestionId,
    ) -> bool {
        let state = population.state(body, question);
        if let Self::State(wanted) = self {
            return state == *wanted;
        }
        let value = population.value(body, question);
        state == EffectiveState::Given
            && match (self, value) {
                (Self::Option(option), Some(Value::Choices(chosen))) => {
                    chosen.iter().any(|c| c.option == *option)
                }
                (Self::Term(term), Some(Value::Text(text))) => {
                    reader.read(text).found.iter().any(|f| f.term == *term)
                }
                _ => false,
            }
    }
}

/// Stands before the code of a state, and before the id of a term.
const STATE: &str = "~";
const TERM: &str = "=";

impl Clause {
    /// Whether the survey has what it asks for.
    fn is_known(&self, head: &SurveyHead) -> bool {
        let question = head.questionnaire.question(&self.question);
        question.is_some_and(|question| match &self.says {
            Says::Option(option) => question.option(option).is_some(),
            Says::Term(term) => head.codebook.iter().any(|entry| entry.id == *term),
            Says::State(_) => true,
        })
    }

    fn read(text: &str) -> Option<Self> {
        let (question, said) = text.split_once(':')?;
        let says = if let Some(code) = said.strip_prefix(STATE) {
            let mut states = EffectiveState::ALL.into_iter();
            Says::State(states.find(|s| s.code() == code)?)
        } else if let Some(term) = said.strip_prefix(TERM) {
            Says::Term(TermId::new(term).ok()?)
        } else {
            Says::Option(OptionId::new(said).ok()?)
        };
        Some(Self {
            question: QuestionId::new(question).ok()?,
            says,
        })
    }

    /// As it stands in an address: `q2:interno`, `q4:~blank`, `q5:=oracle`.
    pub fn write(&self) -> String {
        let (mark, said) = match &self.says {
            Says::Option(option) => ("", option.as_str()),
            Says::Term(term) => (TERM, term.as_str()),
            Says::State(state) => (STATE, state.code()),
        };
        [self.question.as_str(), ":", mark, said].concat()
    }
}

fn add<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, item: T) {
    match list.iter().position(|other| *other == item) {
        Some(at) => {
            list.remove(at);
        }
        None => list.push(item),
    }
}

/// A text with everything but letters, digits, `-`, `_` and `.` of ASCII
/// percent-encoded.
fn encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for half in [byte >> 4, byte & 15] {
                out.extend(char::from_digit(u32::from(half), 16));
            }
        }
    }
    out
}

/// The text that was percent-encoded; what is not stays as it is.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let code = match after {
            [high, low, ..] if *first == b'%' => half(*high).zip(half(*low)),
            _ => None,
        };
        bytes.push(code.map_or(*first, |(high, low)| high << 4 | low));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn half(digit: u8) -> Option<u8> {
    let value = char::from(digit).to_digit(16)?;
    u8::try_from(value).ok()
}
