//! Words for what can be done with several sheets.

use crate::i18n::Locale;
use crate::model::SheetAction;

/// What a button says that does something with several sheets.
pub const fn action(t: Locale, action: SheetAction) -> &'static str {
    match action {
        // Several sheets are not written at once.
        SheetAction::Write => "",
        SheetAction::Submit => t.desk_submit(),
        SheetAction::Approve => t.desk_approve(),
        SheetAction::SendBack => t.desk_send_back(),
        SheetAction::MarkMissing => t.desk_mark_missing(),
        SheetAction::Reopen => t.desk_reopen(),
    }
}
