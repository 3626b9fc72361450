//! What reviewers ask about a sheet, and what is said to it.

use crate::model::About;
use crate::ui::el::El;

/// What reviewers ask about an answer, and how to ask.
pub fn remarks(_: About) -> Option<El> {
    None
}

/// What there is to be clarified on this sheet.
pub fn to_clarify() -> Option<El> {
    None
}
