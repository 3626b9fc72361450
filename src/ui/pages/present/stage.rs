//! The stage: one slide over the whole window.

use super::bar::bar;
use super::drill;
use super::message::Role;
use super::notes::notes;
use super::overview::overview;
use super::panel;
use super::show::{Open, Show};
use super::swipe::swiped;
use super::take_the_page;
use super::windows::{Trouble, Windows, windows};
use crate::ui::el::{El, button, el, link, p};
use crate::ui::{Page, Route, app, t};
use leptos::prelude::*;
use std::time::Duration;

/// So long the controls stay after the pointer has moved.
const IDLE: Duration = Duration::from_secs(3);

/// The stage.
pub fn stage() -> El {
    let Some(show) = Show::new(Role::Stage) else {
        return el("div");
    };
    if untrack(|| show.count.get()) == 0 {
        return empty();
    }
    take_the_page(show);
    let windows = windows(show);
    let t = show.t;
    let (awake, wake) = awake();
    let said = move || match (show.black.get(), show.title(show.at.get())) {
        (true, _) => t.stage_is_black().into(),
        (_, Some(title)) => t.stage_slide(show.at.get() + 1, show.count.get(), title),
        _ => String::new(),
    };
    let is_overview = Memo::new(move |_| show.open.get() == Open::Overview);
    let room = move || {
        let all = is_overview.get();
        untrack(|| if all { overview(show) } else { slide(show) })
    };
    let room = swiped(el("div").class("stage-room").live(room), show);
    let below = move || show.notes.get().then(|| untrack(|| notes(show)));
    let class = move || Some(if awake.get() { "stage awake" } else { "stage" }.into());
    let black = move || {
        let cover = el("div").class("stage-black").attr("data-black", "");
        let light = move |_| show.black.set(false);
        show.black.get().then(|| cover.on("click", light))
    };
    el("div")
        .live_attr("class", class)
        .attr("role", "region")
        .attr("aria-label", t.presentation())
        .attr("data-stage", "")
        .on("pointermove", move |_| wake())
        .child(
            p("hidden", "")
                .attr("role", "status")
                .attr("data-said", "")
                .live_in_place(said),
        )
        .child(el("h1").class("hidden").child(t.presentation()))
        .child(room)
        .live(below)
        .child(bar(show))
        .child(messages(show, windows))
        .live(move || panels(show))
        .live(black)
}

/// The slide, as large as it fits.
fn slide(show: Show) -> El {
    let html = Memo::new(move |_| {
        // On the stage a mark is chosen.
        let html = show.html(show.at.get());
        html.replace(" role=\"img\" tabindex=\"", " role=\"button\" tabindex=\"")
    });
    let key = move || {
        show.slide
            .with(|slide| Some(slide.as_ref()?.key.clone().into()))
    };
    let slide = el("div")
        .class("stage-slide")
        .live_attr("data-slide", key)
        .html(move || html.get());
    drill::choosable(slide, show)
}

/// What is open over the slide and takes the keyboard.
fn panels(show: Show) -> Option<El> {
    // Going from mark to mark the panel stays.
    let kind = Memo::new(move |_| match show.open.get() {
        Open::Names(_) => Open::Names(0),
        other => other,
    });
    let made = move || match kind.get() {
        Open::GoTo => Some(untrack(|| panel::go_to(show))),
        Open::Help => Some(untrack(|| panel::help(show))),
        Open::Names(_) => Some(untrack(|| drill::names(show))),
        Open::Nothing | Open::Overview => None,
    };
    Some(el("div").live(made))
}

/// What has to be said to who presents, in few words.
fn messages(show: Show, windows: Windows) -> El {
    let t = show.t;
    let closed = RwSignal::new(false);
    let typed = move || {
        let typed = show.typed.get();
        (!typed.is_empty()).then(|| p("", t.stage_typed(typed)))
    };
    let said = move || {
        let said = show.said.get();
        // The field for a number says it itself.
        let shown = !said.is_empty() && show.open.get() != Open::GoTo;
        shown.then(|| p("", said))
    };
    let trouble = move || {
        let says = match windows.trouble.get()? {
            Trouble::Blocked => t.stage_blocked(),
            Trouble::NoAnswer => t.stage_no_answer(),
        };
        let notes = button("stage-button", t.stage_show_notes(), move || {
            show.notes.set(true);
            windows.trouble.set(None);
        });
        let close = button("stage-button", t.close(), move || windows.trouble.set(None));
        let buttons = p("actions", [notes, close]);
        Some(
            el("div")
                .attr("data-trouble", "")
                .child(p("", says))
                .child(buttons),
        )
    };
    let not_here = move || {
        let version = show.made.with(|made| made.as_ref()?.not_here.clone())?;
        if closed.get() {
            return None;
        }
        let close = button("stage-button", t.close(), move || closed.set(true));
        let says = p("", t.stage_not_here(version));
        Some(
            el("div")
                .attr("data-not-here", "")
                .child(says)
                .child(p("actions", close)),
        )
    };
    el("div")
        .class("stage-messages")
        .attr("role", "status")
        .live(typed)
        .live(said)
        .live(trouble)
        .live(not_here)
}

/// Nothing to show: the authors have left all slides out.
fn empty() -> El {
    let t = t();
    let back = untrack(|| app().open_id()).map(|id| {
        let href = Route::Survey(id, Page::Slides).href();
        p("actions", link(href, t.stage_to_slides()).class("button"))
    });
    el("div")
        .class("page")
        .child(el("h1").child(t.presentation()))
        .child(p("", t.stage_empty()))
        .child(back)
}

/// Whether the pointer has moved lately, and what says that it does.
fn awake() -> (RwSignal<bool>, impl Fn() + Copy) {
    let awake = RwSignal::new(false);
    let sleeping = StoredValue::new(None::<TimeoutHandle>);
    let still = move || {
        if let Some(before) = sleeping.try_get_value().flatten() {
            before.clear();
        }
    };
    on_cleanup(still);
    let wake = move || {
        still();
        awake.set(true);
        let sleep = move || {
            let _ = awake.try_set(false);
        };
        sleeping.set_value(set_timeout_with_handle(sleep, IDLE).ok());
    };
    (awake, wake)
}
