//! Badges: a state or a status as a symbol with its name.

use crate::i18n::Locale;
use crate::model::{EffectiveState, SheetStatus};
use crate::report::Inline;
use crate::ui::el::{El, el, span};
use crate::ui::{t, wording};

/// A sheet's status.
pub fn status_badge(status: SheetStatus) -> El {
    el("span")
        .class(format!("badge status-{}", status.code()))
        .child(wording::status(t(), status))
}

/// The state of an answer: never colour alone, each has its own symbol.
pub fn state_badge(state: EffectiveState) -> El {
    el("span")
        .class(class(state))
        .child(span("symbol", symbol(state)).attr("aria-hidden", "true"))
        .child(wording::state(t(), state))
}

/// The same in a document.
pub fn state_mark(t: Locale, state: EffectiveState) -> Inline {
    Inline::Badge {
        class: class(state),
        symbol: symbol(state).into(),
        text: wording::state(t, state).into(),
    }
}

fn class(state: EffectiveState) -> String {
    format!("badge state-{}", state.code())
}

/// The symbol of a state.
pub const fn symbol(state: EffectiveState) -> &'static str {
    match state {
        EffectiveState::Given => "✓",
        EffectiveState::Blank => "–",
        EffectiveState::Unknown => "?",
        EffectiveState::Declined => "⊘",
        EffectiveState::NotApplicable => "n/a",
        EffectiveState::Unclear => "≈",
        EffectiveState::NotAsked => "·",
        EffectiveState::OffCondition => "!",
        EffectiveState::Missing => "×",
    }
}
