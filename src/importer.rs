//! What reads large files, as a worker of the browser calls it
//! (`xtask/js/importer.js`). Its allocator is the standard one: with the small one of
//! the other programs reading takes a sixth longer.

use js_sys::{Array, Function};
use rilievo::bundle::{Asked, Digested, content_in};
use rilievo::storage::Write;
use rilievo::storage::import::{Desk, Practice, Ready};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Files at work, then what is to be written of them.
#[wasm_bindgen]
#[derive(Default)]
pub struct Importer {
    desk: Desk,
    ready: Ready,
    practice: Option<Practice>,
}

#[wasm_bindgen]
impl Importer {
    /// Nothing yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Practises once; says whether it can.
    pub fn practise(&mut self) -> bool {
        if self.practice.is_none() {
            self.practice = Practice::new().ok();
        }
        self.practice
            .as_ref()
            .is_some_and(|practice| practice.round() > 0)
    }

    /// Where in a file of `length` bytes its content is likely to stand, by its front: from
    /// one byte to another.
    pub fn content(&self, front: &[u8], length: usize) -> Option<Vec<usize>> {
        let content = content_in(front, length)?;
        Some(vec![content.start, content.end])
    }

    /// Reads a file. `sha256` is that of the bytes from `from` to `to`, or nothing; `step` is
    /// told now and then how many bytes are done.
    pub fn take(
        &mut self,
        name: &str,
        bytes: &[u8],
        from: usize,
        to: usize,
        sha256: &[u8],
        step: &Function,
    ) {
        let digested = sha256.try_into().ok().map(|sha256| Digested {
            bytes: from..to,
            sha256,
        });
        let mut tell = |done: usize| {
            // A page that does not listen misses nothing but the bar.
            let _ = step.call1(&JsValue::NULL, &(done as f64).into());
        };
        self.desk.take(name, bytes, digested.as_ref(), &mut tell);
    }

    /// Notes a file that is too large to be read; says whether it is.
    pub fn refuse(&mut self, name: &str, bytes: f64) -> bool {
        self.desk.refuse(name, bytes as u64)
    }

    /// Ids of the surveys that it has to see.
    pub fn wants(&self) -> Array {
        let wanted = self.desk.wants();
        wanted
            .iter()
            .map(|id| JsValue::from_str(id.as_str()))
            .collect()
    }

    /// Takes their records: keys and texts. Says whether they are sound.
    pub fn see(&mut self, keys: &Array, texts: &Array, now: f64) -> bool {
        let text = |value: JsValue| value.as_string().unwrap_or_default();
        let records = keys.iter().zip(texts.iter());
        let records = records.map(|(key, sealed)| (text(key), text(sealed)));
        self.desk.see(records, now as u64).is_ok()
    }

    /// Plans; gives what is shown, in JSON.
    pub fn plan(&mut self, asked: &str) -> Option<String> {
        let asked: Asked = serde_json::from_str(asked).ok()?;
        serde_json::to_string(&self.desk.plan(&asked)).ok()
    }

    /// The room that it needs, where so much is free: UTF-16 units, sheets, and
    /// whether it was counted.
    pub fn needs(&mut self, free: f64, now: f64) -> Option<Array> {
        let (free, now) = (free as usize, now as u64);
        let needs = self.desk.needs_of(free, now).ok()?;
        let numbers = [needs.units, needs.sheets, usize::from(needs.counted)];
        Some(
            numbers
                .iter()
                .map(|n| JsValue::from_f64(*n as f64))
                .collect(),
        )
    }

    /// Seals what is to be written, where nothing is left to decide; says whether
    /// it is.
    pub fn seal(&mut self, now: f64) -> bool {
        self.desk.is_decided() && self.desk.prepare(now as u64).is_ok()
    }

    /// Makes ready what is to be written, with stamps after a moment; gives how
    /// many new records, how many others, and the ids of new surveys.
    pub fn ready(&mut self, after: f64) -> Option<Array> {
        self.ready = std::mem::take(&mut self.desk).ready(after as u64).ok()?;
        let lengths = [self.ready.unseen.len(), self.ready.whole.len()];
        let lengths = lengths.iter().map(|n| JsValue::from_f64(*n as f64));
        let added = self.ready.added.iter();
        let added = added.map(|id| JsValue::from_str(id.as_str()));
        Some(lengths.chain(added).collect())
    }

    /// Some of it, from one place on, and lets go of it: key, stamp and text of
    /// each in turn.
    pub fn writes(&mut self, most: usize) -> Array {
        let all = Array::new();
        let left = [&mut self.ready.unseen, &mut self.ready.whole];
        let Some(writes) = left.into_iter().find(|writes| !writes.is_empty()) else {
            return all;
        };
        let most = most.min(writes.len());
        for Write { key, text, stamp } in writes.drain(..most) {
            all.push(&key.into());
            all.push(&(stamp.milliseconds() as f64).into());
            all.push(&text.map_or(JsValue::NULL, JsValue::from));
        }
        all
    }
}

/// Nothing: the page asks.
pub fn main() {}
