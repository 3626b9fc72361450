//! Answers taken over from an earlier survey of the same body.

use crate::ui::el::El;

/// Answers taken over from an earlier survey of the same body.
pub fn copy() -> Option<El> {
    None
}
