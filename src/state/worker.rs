//! A worker of the browser: it is sent objects, and says some itself.

use js_sys::{Object, Reflect};
use leptos::task::spawn_local;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

/// A worker at work; dropped, it ends.
pub struct Running {
    /// To send it something ([`send`]).
    pub worker: Worker,
    heard: Option<Closure<dyn FnMut(MessageEvent)>>,
    lost: Option<Closure<dyn FnMut(Event)>>,
}

impl Running {
    /// Listens to a worker: `hear` is called with all that it says, `lose` when it breaks
    /// off or could not be loaded.
    pub fn new(
        worker: Worker,
        mut hear: impl FnMut(JsValue) + 'static,
        mut lose: impl FnMut() + 'static,
    ) -> Self {
        let heard = Closure::<dyn FnMut(_)>::new(move |message: MessageEvent| hear(message.data()));
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        let lost = Closure::<dyn FnMut(_)>::new(move |_: Event| lose());
        worker.set_onerror(Some(lost.as_ref().unchecked_ref()));
        Self {
            worker,
            heard: Some(heard),
            lost: Some(lost),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        // It may be one of them that runs now.
        let listeners = (self.heard.take(), self.lost.take());
        spawn_local(async move { drop(listeners) });
    }
}

/// A worker that nobody listens to yet.
///
/// # Errors
/// The browser gives no worker.
pub fn open(address: &str, kind: WorkerType) -> Result<Worker, JsValue> {
    let way = WorkerOptions::new();
    way.set_type(kind);
    Worker::new_with_options(address, &way)
}

/// Sends an object with these fields.
///
/// # Errors
/// Something in it cannot be sent.
pub fn send(worker: &Worker, fields: &[(&str, JsValue)]) -> Result<(), JsValue> {
    let message = Object::new();
    for (name, value) in fields {
        Reflect::set(&message, &(*name).into(), value)?;
    }
    worker.post_message(&message)
}

/// A field of what a worker says; undefined where it says nothing of it.
pub fn get(message: &JsValue, name: &str) -> JsValue {
    Reflect::get(message, &name.into()).unwrap_or(JsValue::UNDEFINED)
}
