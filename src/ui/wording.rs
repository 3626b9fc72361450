//! Words for what the lower floors say in types.

pub use crate::analysis::words::state;

use crate::i18n::Locale;
use crate::model::{AnswerState, SheetStatus};
use crate::storage::StoreError;

/// Name of a sheet's status.
pub const fn status(t: Locale, status: SheetStatus) -> &'static str {
    match status {
        SheetStatus::Expected => t.status_expected(),
        SheetStatus::Draft => t.status_draft(),
        SheetStatus::Submitted => t.status_submitted(),
        SheetStatus::Returned => t.status_returned(),
        SheetStatus::Approved => t.status_approved(),
        SheetStatus::Missing => t.status_missing(),
    }
}

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

/// Name of a stored state.
pub fn stored_state(t: Locale, stored: AnswerState) -> &'static str {
    state(t, stored.into())
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

/// Name of a kind of body; a kind that a survey brings itself is its own name.
pub fn kind(t: Locale, kind: &str) -> String {
    match kind {
        "comune" => t.kind_comune(),
        "regione" => t.kind_regione(),
        "citta_metropolitana" => t.kind_citta_metropolitana(),
        "provincia" => t.kind_provincia(),
        "provincia_autonoma" => t.kind_provincia_autonoma(),
        other => other,
    }
    .into()
}
