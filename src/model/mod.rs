//! Floor 0: what a survey is. Pure data, its rules and its validation.
//!
//! Nothing here reads a clock, draws a random number or knows a screen: the
//! caller brings time, ids and language. Every record keeps the fields it does
//! not know ([`Extra`]), so that a file written by a newer Rilievo survives.

mod answer;
mod asking;
mod back;
mod codebook;
mod conclusion;
mod condition;
mod day;
mod decimal;
mod document;
mod edit;
mod exchanged;
mod glossary;
mod ids;
mod indicator;
mod influence;
mod invited;
mod issued;
pub(crate) mod json;
mod letters;
mod lifecycle;
mod local_text;
mod partner;
mod parts;
mod places;
mod questionnaire;
mod raw;
mod reading;
mod remark;
mod revision;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod schema;
mod sheet;
mod slide;
mod slug;
mod sort;
mod states;
mod survey;
mod validate;
mod when;

pub use answer::{Answer, AnswerState, Chosen, Value};
pub use asking::{Asking, OnSheet, Placed};
pub use back::{HeadChange, SheetChange, SheetRecord};
pub use codebook::{CodebookEdit, entry_reading, folded, single_spaced, taken_back};
pub use conclusion::{Citation, Conclusion};
pub use condition::{Condition, Includes, StateIs, Truth};
pub use day::days_between;
pub use decimal::Decimal;
pub use document::{Document, Issue};
pub use exchanged::{Direction, Exchanged};
pub use glossary::GlossaryTerm;
pub use ids::{
    ConclusionId, ContactId, DimensionId, IdError, InfluenceId, IssuedId, OptionId, PartnerId,
    QuestionId, RemarkId, ReplyId, SlideId, SurveyId, TermId,
};
pub use indicator::{CountRule, CountsFrom, Indicator};
pub use influence::{Effect, Influence};
pub use invited::{Invited, Receipt};
pub use issued::Issued;
pub use json::{Json, Misfit};
pub use letters::{is_of_word, lowercase, small};
pub use lifecycle::{Actor, NotAllowed, SheetAction, Step};
pub use local_text::LocalText;
pub use partner::{Partner, PartnerKind, Role};
pub(crate) use parts::texts;
pub use parts::{Part, Parts};
pub use places::Places;
pub use questionnaire::{
    Choice, ContactField, Dimension, Factor, Question, QuestionKind, Questionnaire, ReadingChange,
};
pub use raw::Raw;
pub use reading::{Reading, ReadingRule, Readings, Source};
pub use remark::{About, Dismissed, Remark, RemarkState, Reply};
pub use revision::{Counts, Order, Revision, Stamp, Timestamp};
pub use sheet::{Sheet, SheetStatus};
pub use slide::Slide;
pub use slug::{plain, slug};
pub use sort::{sort_by, sort_by_key};
pub use states::{EffectiveState, asked, effective_states};
pub use survey::{CodebookEntry, Survey, SurveyHead};
pub use validate::{Problem, Rule, Severity, answer_rules, validate};
pub use when::When;

/// Fields of a record that this version does not know, kept as they came.
pub type Extra = serde_json::Map<String, serde_json::Value>;
