//! Words for what the lower floors say in types.

pub use crate::analysis::words::{kind, state, status};

use crate::bundle::Withholding;
use crate::i18n::Locale;
use crate::model::{AnswerState, LocalText, NotAllowed, SheetStatus};
use crate::storage::StoreError;
use crate::storage::snapshots::Why;
use crate::ui::el::Text;

/// What the button says that moves a sheet to a status.
pub const fn become_status(t: Locale, status: SheetStatus) -> &'static str {
    match status {
        SheetStatus::Expected => t.become_expected(),
        SheetStatus::Draft => t.become_draft(),
        SheetStatus::Submitted => t.become_submitted(),
        SheetStatus::Returned => t.become_returned(),
        SheetStatus::Approved => t.become_approved(),
        SheetStatus::Missing => t.become_missing(),
    }
}

/// Why something cannot be done with a sheet.
pub fn not_allowed(t: Locale, why: NotAllowed) -> Text {
    match why {
        NotAllowed::NotYours => t.refused_not_yours().into(),
        NotAllowed::Already => t.refused_already().into(),
        NotAllowed::NotReceived => t.refused_not_received().into(),
        NotAllowed::Received => t.refused_received().into(),
        NotAllowed::Approved => t.refused_approved().into(),
        NotAllowed::DeclaredMissing => t.refused_missing().into(),
        NotAllowed::NoOpenRemark => t.refused_no_remark().into(),
        NotAllowed::OpenRemarks(open) => t.refused_open_remarks(open).into(),
    }
}

/// Name of a stored state.
pub fn stored_state(t: Locale, stored: AnswerState) -> &'static str {
    state(t, stored.into())
}

/// Why a snapshot was taken.
pub const fn why_kept(t: Locale, why: Why) -> &'static str {
    match why {
        Why::Daily => t.why_daily(),
        Why::Import => t.why_import(),
        Why::Questionnaire => t.why_questionnaire(),
        Why::Restore => t.why_restore(),
        Why::Issued => t.why_issued(),
    }
}

/// Why the store refused.
pub fn store_error(t: Locale, error: &StoreError) -> String {
    match error {
        StoreError::Blocked => t.refused_blocked().into(),
        StoreError::Full => t.refused_full().into(),
        StoreError::NotKept => t.refused_not_kept().into(),
        StoreError::Older => t.older_page().into(),
        StoreError::Failed(message) => t.refused_other(message),
    }
}

/// What stands in place of what anyone may not see, in every language; free texts
/// may be withheld too.
pub fn withholding(texts: bool) -> Withholding {
    Withholding {
        contacts: in_all(|t| t.withheld_contacts()),
        free_text: texts.then(|| in_all(|t| t.withheld_texts())),
    }
}

fn in_all(text: fn(Locale) -> &'static str) -> LocalText {
    let all = Locale::ALL.into_iter();
    all.fold(LocalText::default(), |all, locale| {
        all.with(locale.code(), text(locale))
    })
}
