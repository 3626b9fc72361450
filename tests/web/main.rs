//! Tests that need a browser: they run in headless Chromium, by
//! `wasm-bindgen-test` (see `cargo xtask test`).
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a failed unwrap fails the test")]

use gloo_storage::errors::StorageError;
use gloo_storage::{LocalStorage, Storage};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

mod charts;
mod journal;
mod numbers;
mod storage;

wasm_bindgen_test_configure!(run_in_browser);

/// What is written to the browser's store is what is read from it, letter by
/// letter; and what was removed is told apart from what is empty.
#[wasm_bindgen_test]
fn local_storage_gives_back_what_it_got() {
    let key = "rilievo-test-round-trip";
    let text = "Città di «Roma» — \"n/a\"\n\u{1F5F3}".to_owned();
    LocalStorage::set(key, &text).unwrap();
    assert_eq!(LocalStorage::get::<String>(key).unwrap(), text);

    LocalStorage::set(key, "").unwrap();
    assert_eq!(LocalStorage::get::<String>(key).unwrap(), "");

    LocalStorage::delete(key);
    let missing = LocalStorage::get::<String>(key).unwrap_err();
    assert!(
        matches!(missing, StorageError::KeyNotFound(ref name) if name == key),
        "{missing}"
    );
}
