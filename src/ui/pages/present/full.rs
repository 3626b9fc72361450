//! The whole screen.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Whether the page has the whole screen.
pub fn is_full() -> bool {
    document().fullscreen_element().is_some()
}

/// Whether the browser gives it.
pub fn can_be() -> bool {
    document().fullscreen_enabled()
}

/// Takes the whole screen, or gives it back.
pub fn toggle() {
    if is_full() {
        document().exit_fullscreen();
    } else if let Some(root) = document().document_element() {
        take(root.into());
    }
}

/// Gives it back.
pub fn end() {
    if is_full() {
        document().exit_fullscreen();
    }
}

/// A browser that refuses has its reasons; the stage fills the window anyway.
fn take(root: JsValue) {
    let ask = || -> Result<js_sys::Promise, JsValue> {
        let ask: js_sys::Function =
            js_sys::Reflect::get(&root, &"requestFullscreen".into())?.dyn_into()?;
        ask.call0(&root)?.dyn_into()
    };
    if let Ok(asked) = ask() {
        spawn_local(async move {
            let _ = JsFuture::from(asked).await;
        });
    }
}

/// Whether the page has the whole screen, following it.
pub fn follow() -> RwSignal<bool> {
    let full = RwSignal::new(is_full());
    let listener = window_event_listener_untyped("fullscreenchange", move |_| {
        full.set(is_full());
    });
    on_cleanup(move || listener.remove());
    full
}
