//! Surveys in the browser's local storage.

#[path = "../shared/library.rs"]
mod shared;

use rilievo::storage::{Local, Store, StoreError};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_survey_lives_in_local_storage() {
    shared::lives_in(&|| Box::new(Local::open().unwrap()));
}

/// The browser's own limit comes out as what it is, and takes nothing away.
#[wasm_bindgen_test]
fn a_full_store_says_so_and_keeps_what_it_has() {
    let store = Local::open().unwrap();
    store.keep("rilievo-test-full", "before").unwrap();
    let refused = store.keep("rilievo-test-full", &"x".repeat(6 << 20));
    assert_eq!(refused, Err(StoreError::Full));
    let kept = store.read("rilievo-test-full").unwrap();
    assert_eq!(kept.as_deref(), Some("before"));
    store.remove("rilievo-test-full").unwrap();
    assert_eq!(store.read("rilievo-test-full").unwrap(), None);
}
