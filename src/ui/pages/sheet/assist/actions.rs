//! What the lifecycle of a sheet allows next.

use super::super::sheet_context;
use crate::model::{Actor, SheetAction, SheetStatus};
use crate::ui::components::status_badge;
use crate::ui::el::{El, Part, button, card, p};
use crate::ui::{app, document, t, wording};
use leptos::prelude::*;

/// What the lifecycle allows next.
pub fn actions() -> El {
    let (app, t) = (app(), t());
    let partner = sheet_context().partner;
    let sheet = {
        let partner = partner.clone();
        move || {
            app.with_sheet(&partner, |sheet| {
                let next = SheetAction::ALL.into_iter();
                let next = next.filter(|action| *action != SheetAction::Write);
                let next = next.filter_map(|action| {
                    let becomes = sheet.would_become(action, Actor::Coordinator).ok()?;
                    Some((action, becomes))
                });
                (sheet.status, next.collect::<Vec<_>>())
            })
        }
    };
    let act_button = move |(action, next): (SheetAction, SheetStatus)| {
        let partner = partner.clone();
        let forward = matches!(next, SheetStatus::Submitted | SheetStatus::Approved);
        let class = if forward {
            "button"
        } else {
            "button secondary"
        };
        button(class, wording::become_status(t, next), move || {
            // What is not allowed any more has no button in a moment.
            let _ = app.act(&partner, action);
            // The button that was pressed may be gone: the keyboard stays here.
            request_animation_frame(|| document::focus_in_place("sheet-actions"));
        })
        .attr("data-become", next.code())
    };
    let buttons = move || {
        let (now, next) = sheet()?;
        let buttons: Vec<_> = next.into_iter().map(&act_button).collect();
        let badge = status_badge(now);
        Some(p("actions", [badge.part(), " ".part(), buttons.part()]))
    };
    card("actions-title", t.sheet_actions())
        .attr("id", "sheet-actions")
        .attr("tabindex", "-1")
        .attr("aria-live", "polite")
        .live_in_place(buttons)
}
