//! The controls of a presentation, for the pointer and for Tab.

use super::full;
use super::keys::Command;
use super::message::Role;
use super::show::{Open, Show};
use crate::ui::el::{El, button, el};
use leptos::prelude::*;

/// The controls; those of the speaker's window are fewer.
pub fn bar(show: Show) -> El {
    let t = show.t;
    let one = move |name: &'static str, key: &'static str, command: Command| {
        button("stage-button", name, move || show.act(command)).attr("aria-keyshortcuts", key)
    };
    let sign = move |sign: &'static str, name: &'static str, command: Command| {
        button("stage-button stage-sign", sign, move || show.act(command))
            .attr("aria-label", name)
            .attr("title", name)
    };
    let number = move || {
        let count = show.count.get();
        t.stage_number((show.at.get() + 1).min(count), count)
    };
    let number = button("stage-button stage-count", "", move || {
        show.act(Command::GoTo);
    })
    .attr("aria-keyshortcuts", "G")
    .attr("title", t.stage_go_to())
    .live_in_place(number);
    let black = one(t.stage_black(), "B", Command::Black).live_attr("aria-pressed", move || {
        Some(show.black.get().to_string().into())
    });
    let overview = one(t.stage_overview(), "O", Command::Overview)
        .live_attr("aria-expanded", move || {
            Some((show.open.get() == Open::Overview).to_string().into())
        });
    let mut buttons = vec![
        sign("‹", t.stage_previous(), Command::Previous).attr("data-previous", ""),
        number,
        sign("›", t.stage_next(), Command::Next).attr("data-next", ""),
        overview,
    ];
    if show.role == Role::Stage {
        let notes = one(t.stage_notes(), "N", Command::Notes)
            .live_attr("aria-pressed", move || {
                Some(show.notes.get().to_string().into())
            });
        buttons.push(notes);
        buttons.push(one(t.stage_speaker(), "S", Command::Speaker));
    }
    buttons.push(black);
    if full::can_be() {
        let is_full = full::follow();
        let full = one(t.stage_full(), "F", Command::Full).live_attr("aria-pressed", move || {
            Some(is_full.get().to_string().into())
        });
        buttons.push(full);
    }
    buttons.push(one(t.stage_help(), "?", Command::Help));
    if show.role == Role::Stage {
        let leave = button("stage-button", t.stage_leave(), move || show.leave());
        buttons.push(leave.attr("data-leave", ""));
    }
    el("div")
        .class("stage-bar")
        .attr("role", "group")
        .attr("aria-label", t.stage_bar())
        .child(buttons)
}
