//! The way between the windows of a presentation: a broadcast channel of this
//! origin. Pages from a file have no origin in some browsers; there the window
//! that was opened and the one that opened it also write to each other.

use super::message::{Message, Role};
use crate::ui::document;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent, Window};

/// The way to the other windows; dropped, it is closed.
struct Way {
    /// None where the browser gives none.
    channel: Option<BroadcastChannel>,
    /// Keeps the listener that the channel calls.
    _heard: Closure<dyn FnMut(MessageEvent)>,
    /// The window that opened this one, or was opened by it, where both come from
    /// a file.
    other: Option<Window>,
}

impl Drop for Way {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.set_onmessage(None);
            channel.close();
        }
    }
}

/// The way, as pages hold it.
#[derive(Clone, Copy)]
pub struct Channel {
    role: Role,
    way: StoredValue<Way, LocalStorage>,
}

impl Channel {
    /// Opens the way for the windows of a survey; `hear` is called with what the
    /// others say. It is closed when the present component goes.
    pub fn open(role: Role, survey: &str, hear: impl Fn(Role, Message) + Copy + 'static) -> Self {
        let heard = Closure::<dyn FnMut(_)>::new(move |event: MessageEvent| {
            take(&event.data(), hear);
        });
        let channel = BroadcastChannel::new(&["rilievo/present/", survey].concat()).ok();
        if let Some(channel) = &channel {
            channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        }
        let this = Self {
            role,
            way: StoredValue::new_local(Way {
                channel,
                _heard: heard,
                other: opener(),
            }),
        };
        let written = window_event_listener_untyped("message", move |event| {
            if let Some(event) = event.dyn_ref::<MessageEvent>()
                && this.is_other(event)
            {
                take(&event.data(), hear);
            }
        });
        let left = window_event_listener_untyped("pagehide", move |_| this.say(&Message::Leaving));
        on_cleanup(move || {
            this.say(&Message::Leaving);
            written.remove();
            left.remove();
        });
        this
    }

    /// Tells the other windows.
    pub fn say(self, message: &Message) {
        let line = JsValue::from_str(&message.write(self.role));
        self.way.try_with_value(|way| {
            // Fails only where the channel was closed.
            if let Some(channel) = &way.channel {
                let _ = channel.post_message(&line);
            }
            if let Some(other) = &way.other {
                // A file has no origin to name. What is said is the key of a slide.
                let _ = other.post_message(&line, "*");
            }
        });
    }

    /// Notes the window that was opened.
    pub fn opened(self, other: Window) {
        if document::is_a_file() {
            self.way.try_update_value(|way| way.other = Some(other));
        }
    }

    fn is_other(self, event: &MessageEvent) -> bool {
        let from = event.source().map(JsValue::from);
        let same = |way: &Way| {
            let other = way.other.as_ref().map(JsValue::from);
            other.is_some() && other == from
        };
        self.way.try_with_value(same) == Some(true)
    }
}

/// The window that opened this one, where both come from a file.
fn opener() -> Option<Window> {
    if !document::is_a_file() {
        return None;
    }
    window().opener().ok()?.dyn_into().ok()
}

fn take(data: &JsValue, hear: impl Fn(Role, Message)) {
    let read = data.as_string().and_then(|line| Message::read(&line));
    if let Some((from, message)) = read {
        hear(from, message);
    }
}
