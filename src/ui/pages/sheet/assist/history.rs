//! What was changed on a sheet, and the way back.

use crate::ui::el::El;

/// What was changed on a sheet, and the way back.
pub fn history() -> Option<El> {
    None
}
