//! Floor 1: what the answers say. One method of counting per file.
//!
//! Every method is a pure function over a [`Population`], which knows which
//! bodies count and in which state each of their answers counts. Nothing here
//! fails: where something odd is met, [`Warning`]s stand beside the result.
//! Nothing that counts words anything: results are ids, numbers and bodies;
//! [`words`] puts a single answer into words, and [`paper()`] a whole sheet.
//!
//! A body is named by its place among those that are looked at
//! ([`Population::bodies`]), so that results own their data, compare cheaply and
//! stay small with thousands of bodies. Lists of bodies are always in the order
//! of the partners.

pub mod agreement;
pub mod answers;
pub mod before_issue;
pub mod carry;
pub mod checks;
pub mod chronicle;
pub mod clarity;
pub mod codebook;
mod columns;
pub mod combinations;
pub mod compare;
pub mod completeness;
pub mod desk;
pub mod dimension;
pub mod findings;
pub mod glossary;
pub mod indicator;
mod lists;
pub mod matrix;
pub mod paper;
mod piece;
pub mod population;
pub mod proposals;
pub mod readings;
pub mod rules;
mod selection;
pub mod since;
mod spelling;
pub mod stale;
pub mod suggest;
pub mod tally;
pub mod telling;
pub mod terms;
mod ticked;
pub mod version;
mod warning;
pub mod words;

pub use agreement::{Agreement, QuestionAgreement, Share, agreement};
pub use answers::{BodyAnswer, answers};
pub use codebook::{CodebookUse, EntryUse, Typed, Unread, codebook};
pub use columns::{Columns, People, Person};
pub use combinations::{Combination, combinations};
pub use completeness::Completeness;
pub use dimension::{BodyResult, DimensionResult, dimension_results};
pub use findings::{Finding, findings};
pub use indicator::{IndicatorResult, NotCounted, indicator, not_counted};
pub use matrix::Matrix;
pub use paper::{Paper, paper};
pub use population::{Body, BodyIndex, Counting, Population};
pub use proposals::{Proposal, asked_of, proposals};
pub use readings::{GroupReadings, QuestionReadings, ReadingCounts};
pub use selection::{Clause, Criterion, Says, Selection};
pub use tally::{OptionTally, StateTally, Tally, Tick, tally};
pub use terms::{Found, ListReader, ReadList, TermTally, Terms, UnreadPiece, terms};
pub use warning::Warning;
