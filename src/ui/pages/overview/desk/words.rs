//! Words for what can be done with sheets, and why something cannot.

use crate::i18n::Locale;
use crate::model::{NotAllowed, SheetAction};

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

/// Why something cannot be done with a sheet.
pub fn reason(t: Locale, why: NotAllowed) -> String {
    match why {
        NotAllowed::NotYours => t.desk_not_yours(),
        NotAllowed::Already => t.desk_already(),
        NotAllowed::NotReceived => t.desk_not_received(),
        NotAllowed::Received => t.desk_is_received(),
        NotAllowed::Approved => t.desk_is_approved(),
        NotAllowed::DeclaredMissing => t.desk_is_missing(),
        NotAllowed::NoOpenRemark => t.desk_no_open_remark(),
        NotAllowed::OpenRemarks(open) => return t.desk_open_remarks(open),
    }
    .into()
}
