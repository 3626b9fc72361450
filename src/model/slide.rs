//! Slides: what the authors decide about the deck of a survey.

use super::json::record;
use super::{Revision, SlideId};

record! {
/// One slide, where the authors want something else than what the survey gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// Stable id.
    pub id: SlideId,
    /// What it shows, such as `title`, `dimension/A`, `question/q2` or `text`.
    pub shows: String,
    /// The chart, where there is a choice.
    pub chart: String = optional,
    /// Its title, where it is not the one the survey gives.
    pub title: String = optional,
    /// Text of a text slide, in CommonMark.
    pub text: String = optional,
    /// What the speaker wants to say.
    pub notes: String = optional,
    /// It is left out.
    pub hidden: bool = optional,
    /// Edits.
    pub revision: Revision = optional,
}
}
