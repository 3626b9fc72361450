//! Fingers: a swipe to the left goes on, one to the right goes back.

use super::keys::Command;
use super::show::{Open, Show};
use crate::ui::el::El;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::TouchEvent;

/// A finger that moves less than this has not swiped.
const FAR: i32 = 48;

/// Lets fingers step where the slide is.
pub fn swiped(room: El, show: Show) -> El {
    let from = StoredValue::new(None::<(i32, i32)>);
    room.on("touchstart", move |event| {
        let Some(event) = event.dyn_ref::<TouchEvent>() else {
            return;
        };
        // Two fingers make the page larger.
        let one = event.touches().length() == 1 && !is_enlarged();
        let touch = event.touches().get(0).filter(|_| one);
        from.set_value(touch.map(|touch| (touch.client_x(), touch.client_y())));
    })
    .on("touchend", move |event| {
        let Some((x, y)) = from.get_value() else {
            return;
        };
        from.set_value(None);
        let event = event.dyn_ref::<TouchEvent>();
        let touch = event.and_then(|event| event.changed_touches().get(0));
        let Some(touch) = touch.filter(|_| show.open.get_untracked() == Open::Nothing) else {
            return;
        };
        if let Some(asked) = direction(touch.client_x() - x, touch.client_y() - y) {
            show.act(asked);
        }
    })
}

/// What a finger asks for that has moved so far.
fn direction(across: i32, down: i32) -> Option<Command> {
    if across.abs() < FAR || across.abs() < 2 * down.abs() {
        return None;
    }
    Some(if across < 0 {
        Command::Next
    } else {
        Command::Previous
    })
}

/// Whether the page was made larger by two fingers: one then moves it.
fn is_enlarged() -> bool {
    let get = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &name.into());
    let scale = get(&window(), "visualViewport").and_then(|view| get(&view, "scale"));
    scale
        .ok()
        .and_then(|scale| scale.as_f64())
        .is_some_and(|scale| scale > 1.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_goes_across_is_a_swipe() {
        assert_eq!(direction(-120, 10), Some(Command::Next));
        assert_eq!(direction(120, -30), Some(Command::Previous));
        assert_eq!(direction(-20, 0), None, "a tap");
        assert_eq!(direction(-120, 100), None, "aslant");
        assert_eq!(direction(0, 300), None, "rolling");
    }
}
