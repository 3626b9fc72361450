//! How long it is until a deadline.

use crate::i18n::Locale;
use crate::model::days_between;
use crate::ui::document;

/// How many days are left until `day`, in words; `None` where it is no day.
pub fn days_left(t: Locale, day: &str) -> Option<String> {
    let left = days_between(&document::today(), day)?;
    let count = usize::try_from(left.unsigned_abs()).ok()?;
    Some(match left {
        0 => t.deadline_today().into(),
        1.. => t.deadline_left(count),
        _ => t.deadline_over(count),
    })
}
