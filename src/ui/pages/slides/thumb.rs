//! A slide, small. It is drawn once it comes near the window: a deck has dozens
//! of them, and each is a page.

use super::item::Place;
use crate::ui::el::{El, Reference, el};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};

/// The thumbnail; its title stands beside it, so nobody has to hear it twice.
pub fn thumb(place: Place) -> El {
    let seen = RwSignal::new(false);
    let reference = Reference::new();
    let watching = StoredValue::new_local(None::<Watching>);
    Effect::new(move |_| {
        let Some(element) = reference.get() else {
            return;
        };
        if untrack(|| seen.get()) {
            return;
        }
        let watched = Watching::new(&element, move || {
            seen.try_set(true);
            // It calls from within: it ends after that.
            request_animation_frame(move || {
                watching.try_set_value(None);
            });
        });
        match watched {
            Some(watched) => watching.set_value(Some(watched)),
            None => seen.set(true),
        }
    });
    let html = Memo::new(move |_| {
        let drawn = seen.get().then(|| place.desk.html(&place.of()));
        drawn.flatten().unwrap_or_default()
    });
    el("div")
        .class("slide-box slide-thumb")
        .attr("aria-hidden", "true")
        .attr("inert", "")
        .reference(reference)
        .html(move || html.get())
}

/// Waits until an element comes near the window.
struct Watching {
    observer: IntersectionObserver,
    /// What the browser calls; it must live as long as the observer.
    _call: Closure<dyn FnMut(js_sys::Array)>,
}

impl Watching {
    /// Nothing where the browser cannot watch.
    fn new(element: &Element, then: impl Fn() + 'static) -> Option<Self> {
        let call = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let near = entries.iter().any(|entry| {
                let entry: IntersectionObserverEntry = entry.unchecked_into();
                entry.is_intersecting()
            });
            if near {
                then();
            }
        });
        let observer = IntersectionObserver::new(call.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self {
            observer,
            _call: call,
        })
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
