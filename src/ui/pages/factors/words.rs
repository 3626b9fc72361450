//! Words for readings, and who says what an answer means.

pub use crate::analysis::words::{FACTORS, READINGS, answers, factor};

use crate::i18n::Locale;
use crate::model::{Reading, Source};

/// What a rule makes of an answer.
pub const fn reading(t: Locale, reading: Reading) -> &'static str {
    match reading {
        Reading::Enabling => t.rule_enabling(),
        Reading::Hindering => t.rule_hindering(),
        Reading::Neutral => t.rule_neutral(),
        Reading::Unknown => t.rule_unknown(),
    }
}

/// Who says what a rule makes of an answer: its source, or the authors, who
/// made something else of it than the source `said`.
pub fn authority(t: Locale, source: Source, said: Reading, now: Reading) -> String {
    match source {
        Source::Report if said != now => t.rule_changed(reading(t, said), t.rule_by_report()),
        Source::Proposed if said != now => t.rule_changed(reading(t, said), t.rule_by_rilievo()),
        Source::Report if said == Reading::Enabling => t.rule_recommended().into(),
        Source::Report => t.rule_reported().into(),
        Source::Proposed => t.rule_proposed().into(),
    }
}
