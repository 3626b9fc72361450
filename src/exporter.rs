//! The exporters, as a worker of the browser calls them (`xtask/js/exporter.js`).

use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use rilievo::report::export::Order;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Smaller than the standard one.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// An order of the page.
#[wasm_bindgen]
pub struct Job(Order);

#[wasm_bindgen]
impl Job {
    /// Takes an order; nothing where it is none.
    pub fn of(kind: &str, survey: &str, options: &str, on: &str) -> Option<Self> {
        Order::new(kind, survey, options, on).map(Self)
    }

    /// The pictures that it wants: names and drawings in turn.
    pub fn wanted(&self) -> Array {
        let wanted = self.0.wanted();
        let texts = wanted.iter().flat_map(|one| [&one.key, &one.svg]);
        texts.map(|text| JsValue::from_str(text)).collect()
    }

    /// Takes one of them.
    pub fn picture(&mut self, key: &str, png: Vec<u8>) {
        self.0.picture(key, png);
    }

    /// Takes a font of the page, in base64, for the files that are pages.
    pub fn font(&mut self, weight: u32, woff2: String) {
        self.0.font(weight, woff2);
    }

    /// Makes the file: its `name`, its `media` type, its `bytes`. `step` is told how
    /// many of how many steps are done.
    ///
    /// # Errors
    /// What the writer of the file says.
    pub fn make(&self, step: &Function) -> Result<Object, JsValue> {
        let mut tell = |done: usize, all: usize| {
            // A page that does not listen misses nothing but the bar.
            let _ = step.call2(&JsValue::NULL, &(done as f64).into(), &(all as f64).into());
        };
        let made = self.0.make(&mut tell);
        let made = made.map_err(|error| JsValue::from_str(&format!("{error:?}")))?;
        let file = Object::new();
        Reflect::set(&file, &"name".into(), &made.name.into())?;
        Reflect::set(&file, &"media".into(), &made.media.into())?;
        let bytes = Uint8Array::from(made.bytes.as_slice());
        Reflect::set(&file, &"bytes".into(), &bytes)?;
        Ok(file)
    }
}

/// Nothing: the page asks.
pub fn main() {}
