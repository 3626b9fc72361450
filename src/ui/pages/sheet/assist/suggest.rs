//! What stands beneath the field of a question: terms that are suggested.

use super::Spot;
use crate::ui::el::El;

/// What stands beneath the field of a question.
pub fn beneath(_: Spot) -> Option<El> {
    None
}
