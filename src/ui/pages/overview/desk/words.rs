//! Words for what can be done with several sheets.

use crate::i18n::Locale;
use crate::model::{SheetAction, SheetStatus};
use crate::ui::wording;

/// What a button says that does something with several sheets: what it says on
/// the page of one.
pub const fn action(t: Locale, action: SheetAction) -> &'static str {
    match action {
        // Several sheets are not written at once.
        SheetAction::Write => "",
        SheetAction::Submit => wording::become_status(t, SheetStatus::Submitted),
        SheetAction::Approve => wording::become_status(t, SheetStatus::Approved),
        SheetAction::SendBack => wording::become_status(t, SheetStatus::Returned),
        SheetAction::MarkMissing => wording::become_status(t, SheetStatus::Missing),
        // As a draft, or as expected.
        SheetAction::Reopen => t.desk_reopen(),
    }
}
