//! The sheet on paper.

use crate::ui::el::El;

/// The sheet on paper.
pub fn paper() -> Option<El> {
    None
}
