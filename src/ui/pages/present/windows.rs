//! The two windows of a presentation: each shows what the other shows.

use super::channel::Channel;
use super::message::{At, Message, Role};
use super::show::Show;
use leptos::prelude::*;
use std::time::Duration;

/// So long the other window may take to answer; a new one has the app to start.
const ANSWERS: Duration = Duration::from_secs(8);

/// What is wrong between the windows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser opened no window.
    Blocked,
    /// The other window does not answer.
    NoAnswer,
}

/// What this window knows of the other.
#[derive(Clone, Copy)]
pub struct Windows {
    show: Show,
    /// What is wrong.
    pub trouble: RwSignal<Option<Trouble>>,
    /// How often something was heard of the other.
    heard: RwSignal<u32>,
    /// How often others asked where this one is.
    asked: RwSignal<u32>,
    /// What the others know, after so many questions.
    known: StoredValue<Option<(At, u32)>>,
}

/// Follows the other windows, and leads them.
pub fn windows(show: Show) -> Windows {
    let this = Windows {
        show,
        trouble: RwSignal::new(None),
        heard: RwSignal::new(0),
        asked: RwSignal::new(0),
        known: StoredValue::new(None),
    };
    let hear = move |from, message| this.hear(from, message);
    let channel = Channel::open(show.role, &show.survey(), hear);
    if show.role == Role::Speaker {
        // Who comes later asks, and does not lead at once.
        this.known
            .set_value(untrack(|| show.shows()).map(|at| (at, 0)));
        channel.say(&Message::Asking);
        this.wait();
    }
    Effect::new(move |_| {
        let asked = this.asked.get();
        let Some(at) = show.shows() else {
            return;
        };
        let now = Some((at.clone(), asked));
        if this.known.get_value() != now {
            this.known.set_value(now);
            channel.say(&Message::Showing(at));
        }
    });
    Effect::new(move |_| {
        if show.speaker_asked.get() > 0 {
            untrack(|| this.open_speaker(channel));
        }
    });
    this
}

impl Windows {
    fn hear(self, from: Role, message: Message) {
        // Two stages are two presentations; several speakers are not.
        if from == Role::Stage && self.show.role == Role::Stage {
            return;
        }
        if from != self.show.role {
            self.heard.update(|times| *times += 1);
            let left = message == Message::Leaving && from == Role::Stage;
            self.trouble.set(left.then_some(Trouble::NoAnswer));
        }
        match message {
            Message::Asking => self.asked.update(|times| *times += 1),
            Message::Showing(at) => {
                let asked = self.asked.get_untracked();
                self.known.set_value(Some((at.clone(), asked)));
                self.show.follow(&at);
            }
            Message::Leaving => {}
        }
    }

    /// Says so where nothing is heard for a while.
    fn wait(self) {
        let before = self.heard.get_untracked();
        let silent = move || {
            // The page may have gone.
            if self.heard.try_get_untracked() == Some(before) {
                self.trouble.set(Some(Trouble::NoAnswer));
            }
        };
        set_timeout(silent, ANSWERS);
    }

    /// Opens the speaker's window, or brings it to the front.
    fn open_speaker(self, channel: Channel) {
        let Some(at) = self.show.shows() else {
            return;
        };
        let href = self.show.href(&at.slide, Role::Speaker);
        let name = ["rilievo-speaker-", &self.show.survey()].concat();
        let shape = "popup,width=1180,height=780";
        let opened = window().open_with_url_and_target_and_features(&href, &name, shape);
        match opened.ok().flatten() {
            Some(other) => {
                self.trouble.set(None);
                // Fails only where the browser leaves it in the background.
                let _ = other.focus();
                channel.opened(other);
                // One that was there already says that it is.
                channel.say(&Message::Asking);
                self.wait();
            }
            None => self.trouble.set(Some(Trouble::Blocked)),
        }
    }
}
