//! The speaker's window: the present slide and the next, the notes, the time.

use super::bar::bar;
use super::clock::clock;
use super::message::Role;
use super::notes::notes;
use super::overview::{miniature, overview};
use super::panel;
use super::show::{Open, Show};
use super::take_the_page;
use super::windows::windows;
use crate::ui::el::{El, button, el, p, span};
use leptos::prelude::*;

/// Sizes of the notes, by class.
const SIZES: [&str; 5] = [
    "speaker-notes size-1",
    "speaker-notes size-2",
    "speaker-notes size-3",
    "speaker-notes size-4",
    "speaker-notes size-5",
];

/// The speaker's window.
pub fn speaker() -> El {
    let Some(show) = Show::new(Role::Speaker) else {
        return el("div");
    };
    take_the_page(show);
    let windows = windows(show);
    let t = show.t;
    let is_overview = Memo::new(move |_| show.open.get() == Open::Overview);
    let desk = move || {
        let all = is_overview.get();
        untrack(|| if all { overview(show) } else { desk(show) })
    };
    let panels = move || match show.open.get() {
        Open::GoTo => Some(untrack(|| panel::go_to(show))),
        Open::Help => Some(untrack(|| panel::help(show))),
        _ => None,
    };
    let alone = move || {
        let says = windows.trouble.get().map(|_| t.speaker_alone())?;
        Some(p("speaker-alone", says).attr("data-alone", ""))
    };
    let typed = move || {
        let typed = show.typed.get();
        (!typed.is_empty()).then(|| p("speaker-alone", t.stage_typed(typed)))
    };
    el("div")
        .class("speaker")
        .attr("role", "region")
        .attr("aria-label", t.stage_speaker())
        .attr("data-speaker", "")
        .child(
            el("div")
                .class("speaker-top")
                .child(clock())
                .child(bar(show)),
        )
        .child(el("div").attr("role", "status").live(alone).live(typed))
        .live(desk)
        .live(panels)
}

/// What who speaks looks at.
fn desk(show: Show) -> El {
    let t = show.t;
    let number = move || t.stage_number(show.at.get() + 1, show.count.get());
    let now = move || show.title(show.at.get()).unwrap_or_default();
    let then = move || show.title(show.at.get() + 1);
    let black = move || {
        show.black
            .get()
            .then(|| span("speaker-black", t.stage_black()))
    };
    let size = RwSignal::new(1_usize);
    let other = move |name: &'static str, sign: &'static str, larger: bool| {
        button("icon", sign, move || {
            size.update(|size| {
                *size = if larger {
                    (*size + 1).min(SIZES.len() - 1)
                } else {
                    size.saturating_sub(1)
                };
            });
        })
        .attr("aria-label", name)
        .attr("title", name)
    };
    let present = el("div")
        .class("speaker-now")
        .child(
            el("h1")
                .child(
                    span("label", t.speaker_now())
                        .child(" ")
                        .child(span("", "").live_in_place(number)),
                )
                .live(black)
                .child(span("hidden", "").attr("data-now", "").live_in_place(now)),
        )
        .child(slide_of(show, 0));
    let next = el("div")
        .class("speaker-then")
        .child(
            el("h2").child(span("label", t.speaker_then())).child(
                span("", "")
                    .attr("data-then", "")
                    .live_in_place(move || then().unwrap_or_else(|| t.speaker_end().into())),
            ),
        )
        .child(slide_of(show, 1));
    let words = el("div")
        .live_attr("class", move || {
            SIZES.get(size.get()).map(|class| (*class).into())
        })
        .child(
            el("div")
                .class("speaker-notes-head")
                .child(el("h2").child(t.stage_notes()))
                .child([
                    other(t.speaker_smaller(), "A−", false),
                    other(t.speaker_larger(), "A+", true),
                ]),
        )
        .child(notes(show));
    el("div")
        .class("speaker-desk")
        .child([present, next, words])
}

/// The slide so far from the present one.
fn slide_of(show: Show, further: usize) -> El {
    let html = Memo::new(move |_| show.picture(show.at.get() + further));
    miniature(move || html.get())
}
