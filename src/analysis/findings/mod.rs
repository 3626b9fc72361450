//! Findings: what the data say by themselves, as facts that a conclusion can
//! cite. Each is *k of n* with its base and the bodies behind it; none is a
//! score.
//!
//! The id of a finding is made of the ids of questions, choices and terms, never
//! of counts or places, so that it stays the same while the sheets come in;
//! [`Finding::seen`] tells whether what it says has changed.

mod ask;
mod claim;
mod closed;
mod condition;
mod consistency;
mod gaps;
mod look;
mod read;
mod sentence;

pub use ask::ask;
pub use claim::claim;
pub use condition::condition;
pub use sentence::{base, counted, sentence};

use super::rules::Authority;
use super::{BodyIndex, Population};
use crate::model::{
    DimensionId, EffectiveState, OptionId, PartnerId, QuestionId, Reading, TermId, sort_by_key,
};
use look::Look;

/// A computed fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Stable id, such as `most/<question>`.
    pub id: String,
    /// Its dimension; none for the survey as a whole.
    pub dimension: Option<DimensionId>,
    /// The questions it is about. Where a remark can be made of it, it belongs
    /// to the answer to the first.
    pub questions: Vec<QuestionId>,
    /// What kind of fact it is.
    pub kind: Kind,
    /// What its bodies are counted out of.
    pub base: Base,
    /// Its numbers; never empty.
    pub figures: Vec<Figure>,
}

/// What kind of fact a finding is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Bodies without a sheet that counts.
    Missing,
    /// The choice of most bodies, or several of as many.
    Most,
    /// Those who chose the other of two answers.
    Minority,
    /// The most frequent combination of a multiple choice, or several.
    Together,
    /// Answers of which the report says what they mean.
    Report(Reading),
    /// The terms that most bodies name in a list.
    Terms,
    /// A question that many left without an answer that can be read.
    Gaps,
    /// The question in which most answers have this reading, or several.
    Read {
        /// The reading.
        reading: Reading,
        /// Who says so of these answers.
        says: Vec<Authority>,
    },
    /// A follow-up answered although it was not asked.
    OffCondition,
    /// A follow-up left empty by bodies whose answer asks for it.
    NoReference,
    /// Those who name this term do not all say the same of it.
    Differs(TermId),
    /// A list that names what other questions ask for.
    OtherField,
}

impl Kind {
    /// The first part of the finding's id.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Most => "most",
            Self::Minority => "minority",
            Self::Together => "together",
            Self::Report(_) => "report",
            Self::Terms => "terms",
            Self::Gaps => "gaps",
            Self::Read { reading, .. } => reading.code(),
            Self::OffCondition => "off_condition",
            Self::NoReference => "no_reference",
            Self::Differs(_) => "differs",
            Self::OtherField => "other_field",
        }
    }
}

/// What the bodies of a finding are counted out of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// All bodies of the survey.
    Bodies,
    /// Those that were asked.
    Asked,
    /// Those that were asked and answered.
    Answered,
    /// Those with a sheet that were not asked.
    NotAsked,
    /// Those whose earlier answer asks for the follow-up.
    Called,
    /// Those that name the term and answered the question.
    Named,
}

/// One number of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// What is counted.
    pub of: Of,
    /// Who is behind it: *k*.
    pub bodies: Vec<BodyIndex>,
    /// Out of whom: *n*.
    pub base: Vec<BodyIndex>,
}

/// What a figure counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    /// The bodies of the finding, simply.
    Bodies,
    /// Those that chose these, all of them.
    Options(Vec<OptionId>),
    /// Those that name a term of the codebook.
    Term(TermId),
    /// Those whose answer to the question has the reading.
    Question(QuestionId),
    /// Those whose answer is in the state.
    State(EffectiveState),
}

impl Finding {
    /// Whether something does not fit, so that a reviewer may want to ask the
    /// bodies about it.
    pub const fn is_remark(&self) -> bool {
        matches!(
            self.kind,
            Kind::OffCondition | Kind::NoReference | Kind::Differs(_) | Kind::OtherField
        )
    }

    /// Whom it is about, in the order of the partners.
    pub fn bodies(&self) -> Vec<BodyIndex> {
        // Where some differ from more, it is about them; of two halves, about both.
        let fewer = |a: &Figure, b: &Figure| a.bodies.len() < b.bodies.len();
        let only_first = match self.figures.as_slice() {
            [some, more] => matches!(self.kind, Kind::Differs(_)) && fewer(some, more),
            _ => false,
        };
        let figures = if only_first { 1 } else { usize::MAX };
        together(self.figures.iter().take(figures).map(|f| &f.bodies))
    }

    /// Out of whom, in the order of the partners.
    pub fn base_bodies(&self) -> Vec<BodyIndex> {
        together(self.figures.iter().map(|f| &f.base))
    }

    /// What it says now, in no language: its *k* and *n*, and a fingerprint of
    /// everything it counts and of every body behind it. Kept with a citation,
    /// it tells later whether the finding still says the same.
    pub fn seen(&self, population: &Population) -> String {
        let mut print = Print::default();
        print.add(self.kind.code());
        for figure in &self.figures {
            match &figure.of {
                Of::Bodies => {}
                Of::Options(options) => options.iter().for_each(|o| print.add(o.as_str())),
                Of::Term(id) => print.add(id.as_str()),
                Of::Question(id) => print.add(id.as_str()),
                Of::State(state) => print.add(state.code()),
            }
            for bodies in [&figure.bodies, &figure.base] {
                print.add("/");
                // Who they are, not where they stand in the list of partners.
                let bodies = bodies.iter().filter_map(|b| population.body(*b));
                let mut ids: Vec<&PartnerId> = bodies.map(|b| &b.partner.id).collect();
                sort_by_key(&mut ids, |id| *id);
                ids.iter().for_each(|id| print.add(id.as_str()));
            }
        }
        let (k, n) = (self.bodies().len(), self.base_bodies().len());
        format!("{k}/{n} {:016x}", print.0)
    }
}

/// Lists of bodies as one, each body once, in their order.
fn together<'a>(lists: impl Iterator<Item = &'a Vec<BodyIndex>>) -> Vec<BodyIndex> {
    let mut all: Vec<BodyIndex> = lists.flatten().copied().collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// FNV-1a over texts: short, and the same everywhere.
struct Print(u64);

impl Default for Print {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Print {
    fn add(&mut self, text: &str) {
        // No id contains a zero, so that two texts are never one.
        for byte in text.bytes().chain([0]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

/// Everything that the data say by themselves: first of the survey as a whole,
/// then by dimension and question in printed order.
pub fn findings(population: &Population) -> Vec<Finding> {
    let questionnaire = &population.head().questionnaire;
    let dimensions = questionnaire.dimensions.iter();
    let looks: Vec<(&DimensionId, Vec<Look>)> = dimensions
        .map(|dimension| {
            let questions = questionnaire.in_dimension(&dimension.id);
            let looks = questions.map(|q| Look::at(population, q)).collect();
            (&dimension.id, looks)
        })
        .collect();
    let mut found = Vec::new();
    found.extend(gaps::missing(population));
    let all: Vec<&Look> = looks.iter().flat_map(|(_, looks)| looks).collect();
    found.extend(read::most_read(&all, None));
    for (dimension, looks) in &looks {
        for (place, look) in looks.iter().enumerate() {
            found.extend(closed::of(look));
            found.extend(gaps::terms(look));
            found.extend(gaps::gaps(look));
            found.extend(consistency::of(look));
            let before = place.checked_sub(1).and_then(|at| looks.get(at));
            let beside = [before, looks.get(place + 1)];
            for list in beside.into_iter().flatten() {
                found.extend(consistency::differs(look, list));
            }
        }
        let looks: Vec<&Look> = looks.iter().collect();
        found.extend(read::most_read(&looks, Some(dimension)));
    }
    found
}
