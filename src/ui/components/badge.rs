//! Badges: a state or a status as a symbol with its name.

use crate::model::{EffectiveState, SheetStatus};
use crate::ui::{t, wording};
use leptos::prelude::*;

/// A sheet's status.
#[component]
pub fn StatusBadge(status: SheetStatus) -> impl IntoView {
    let class = format!("badge status-{}", status.code());
    view! { <span class=class>{wording::status(t(), status)}</span> }
}

/// The state of an answer: never colour alone, each has its own symbol.
#[component]
pub fn StateBadge(state: EffectiveState) -> impl IntoView {
    let symbol = match state {
        EffectiveState::Given => "✓",
        EffectiveState::Blank => "–",
        EffectiveState::Unknown => "?",
        EffectiveState::Declined => "⊘",
        EffectiveState::NotApplicable => "n/a",
        EffectiveState::Unclear => "≈",
        EffectiveState::NotAsked => "·",
        EffectiveState::OffCondition => "!",
        EffectiveState::Missing => "×",
    };
    let class = format!("badge state-{}", state.code());
    view! {
        <span class=class><span class="symbol" aria-hidden="true">{symbol}</span>{wording::state(t(), state)}</span>
    }
}
