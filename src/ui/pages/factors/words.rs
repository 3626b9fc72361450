//! Words for readings, factors, and who says what an answer means.

use crate::chart::Tone;
use crate::i18n::Locale;
use crate::model::{Factor, Reading, Source};

/// The readings in the order in which they are shown.
pub const READINGS: [Reading; 4] = [
    Reading::Hindering,
    Reading::Neutral,
    Reading::Enabling,
    Reading::Unknown,
];

/// The kinds of factor.
pub const FACTORS: [Factor; 4] = [
    Factor::Organisational,
    Factor::Technological,
    Factor::Administrative,
    Factor::Regulatory,
];

/// Answers with a reading.
pub const fn answers(t: Locale, reading: Reading) -> &'static str {
    match reading {
        Reading::Enabling => t.reading_enabling(),
        Reading::Hindering => t.reading_hindering(),
        Reading::Neutral => t.reading_neutral(),
        Reading::Unknown => t.reading_unknown(),
    }
}

/// What a rule makes of an answer.
pub const fn reading(t: Locale, reading: Reading) -> &'static str {
    match reading {
        Reading::Enabling => t.rule_enabling(),
        Reading::Hindering => t.rule_hindering(),
        Reading::Neutral => t.rule_neutral(),
        Reading::Unknown => t.rule_unknown(),
    }
}

/// How a reading is drawn.
pub const fn tone(reading: Reading) -> Tone {
    match reading {
        Reading::Enabling => Tone::Enabling,
        Reading::Hindering => Tone::Hindering,
        Reading::Neutral => Tone::Neutral,
        Reading::Unknown => Tone::Unread,
    }
}

/// Name of a kind of factor.
pub const fn factor(t: Locale, factor: Factor) -> &'static str {
    match factor {
        Factor::Organisational => t.factor_organisational(),
        Factor::Technological => t.factor_technological(),
        Factor::Administrative => t.factor_administrative(),
        Factor::Regulatory => t.factor_regulatory(),
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
