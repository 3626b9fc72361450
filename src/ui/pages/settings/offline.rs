//! Working without a network: the word at the foot of every page, and the card
//! that says more. What is known stands on `<html>` (`xtask/js/offline.js`).

use crate::ui::el::{El, button, card, el, p, span};
use crate::ui::{app, document, t};
use leptos::prelude::*;

/// Tells that what stands on `<html>` is another.
const CHANGED: &str = "rilievo-offline";

/// Counts every change of what is known, and of the network.
fn changes() -> RwSignal<u32> {
    let changes = RwSignal::new(0_u32);
    for event in [CHANGED, "online", "offline"] {
        let listener = window_event_listener_untyped(event, move |_| changes.update(|n| *n += 1));
        on_cleanup(move || listener.remove());
    }
    changes
}

/// How it stands with the use without a network.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Ready,
    Preparing,
    Failed,
    Unavailable,
}

fn standing() -> Standing {
    match document::marked("data-offline").as_deref() {
        Some("ready") => Standing::Ready,
        Some("preparing") => Standing::Preparing,
        Some("failed") => Standing::Failed,
        _ => Standing::Unavailable,
    }
}

/// How many files are here, in words; nothing where nobody counted.
fn progress() -> Option<String> {
    let counted = document::marked("data-offline-done")?;
    let (done, all) = counted.split_once('/')?;
    Some(t().offline_files(done, all))
}

/// The word at the foot of the page. Tells of a new version, too.
pub fn word() -> El {
    let (app, t) = (app(), t());
    let changes = changes();
    Effect::new(move |_| {
        changes.track();
        let update = document::marked("data-update").unwrap_or_default();
        // Who said "later" is not told again by every change of something else.
        if document::marked("data-told").unwrap_or_default() != update {
            document::mark("data-told", &update);
            app.tell_version(match update.as_str() {
                "waiting" => Some(false),
                "elsewhere" => Some(true),
                _ => None,
            });
        }
    });
    let word = move || {
        changes.track();
        let ready = standing() == Standing::Ready;
        if !window().navigator().on_line() {
            let said = if ready {
                t.offline_now()
            } else {
                t.offline_now_not_ready()
            };
            return Some(span("no-network", said));
        }
        match standing() {
            Standing::Ready => Some(span("offline-ready", t.offline_ready())),
            Standing::Preparing => {
                let so_far = untrack(progress).map(|files| [": ", &files].concat());
                let said = [t.offline_preparing(), &so_far.unwrap_or_default()].concat();
                Some(span("", said))
            }
            Standing::Failed | Standing::Unavailable => None,
        }
    };
    span("offline-word", "")
        .attr("data-offline-word", "")
        .live_attr("aria-live", move || {
            changes.track();
            // The count is not for the ear.
            let quiet = standing() == Standing::Preparing;
            Some(if quiet { "off" } else { "polite" }.into())
        })
        .live(word)
}

/// The card of the settings.
pub fn offline() -> El {
    let t = t();
    let changes = changes();
    let how = move || {
        changes.track();
        let said = match standing() {
            _ if document::is_a_file() => t.offline_file_text(),
            Standing::Ready => t.offline_ready_text(),
            Standing::Preparing => t.offline_preparing_text(),
            Standing::Failed => t.offline_failed_text(),
            Standing::Unavailable => t.offline_unavailable_text(),
        };
        let so_far = (standing() == Standing::Preparing).then(|| untrack(progress));
        let so_far = so_far.flatten().map(|files| p("hint", files));
        el("div").child(p("", said)).child(so_far)
    };
    let version = document::version().map(|version| {
        let version = el("code").attr("data-version", "").child(version);
        p("hint", t.version_here()).child(" ").child(version)
    });
    let can = follow(changes, || standing() != Standing::Unavailable);
    let can = move || can.get().then(|| untrack(|| orders(changes)));
    card("offline-title", t.offline_title())
        .live(how)
        .child(version)
        .live(can)
}

/// Something about it, which wakes nobody while it stays the same.
fn follow(changes: RwSignal<u32>, what: fn() -> bool) -> Memo<bool> {
    Memo::new(move |_| {
        changes.track();
        what()
    })
}

/// What can be ordered where the app can be kept. The buttons stay while what is
/// said changes, and with them the keyboard.
fn orders(changes: RwSignal<u32>) -> El {
    let t = t();
    let check = button("button secondary", t.check_version(), || {
        document::tell("rilievo-check");
    });
    let waiting = follow(changes, || {
        document::marked("data-update").as_deref() == Some("waiting")
    });
    let change_over = move || {
        let now = || {
            button("button", t.change_over(), || {
                document::tell("rilievo-update")
            })
        };
        waiting.get().then(now)
    };
    let answer = move || {
        changes.track();
        match document::marked("data-check").as_deref() {
            Some("asking") => t.loading(),
            Some("current") => t.check_current(),
            Some("coming") => t.check_coming(),
            Some("broken") => t.check_broken(),
            Some("failed") => t.check_failed(),
            _ => "",
        }
    };
    let offered = follow(changes, || document::marked("data-install").is_some());
    let install = move || {
        if offered.get() {
            let install = button("button secondary", t.install_app(), || {
                document::tell("rilievo-install");
            });
            return Some(p("actions", install));
        }
        let installed = window().match_media("(display-mode: standalone)");
        let installed = installed.is_ok_and(|found| found.is_some_and(|media| media.matches()));
        (!installed).then(|| p("hint", t.install_how()))
    };
    let actions = p("actions", check).live(change_over);
    el("div")
        .child(actions)
        .child(p("", "").attr("role", "status").live_in_place(answer))
        .live(install)
}
