//! Surveys in the browser's local storage.

#[path = "../shared/library.rs"]
mod shared;

use rilievo::storage::{Local, Store, StoreError};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_survey_lives_in_local_storage() {
    shared::lives_in(&|| Box::new(Local::open().unwrap()));
}

/// What is looked at where the browser has it is what a copy would say.
#[wasm_bindgen_test]
fn the_front_and_the_size_of_a_text_are_known_without_a_copy() {
    let store = Local::open().unwrap();
    for (key, text) in [
        (
            "rilievo-test-front",
            "\u{5000}\u{5001}\u{CFFF}\u{5002}\u{5003}\u{5004}",
        ),
        ("rilievo-test-empty", ""),
        // A name that means something else in the browser's store.
        ("length", "seven"),
    ] {
        store.keep(key, text).unwrap();
        let front = store.front(key, 3).unwrap().unwrap();
        let begins: String = text.chars().take(3).collect();
        assert!(
            front.starts_with(&begins) && text.starts_with(&front),
            "{key}"
        );
        let units = key.len() + text.chars().count();
        assert_eq!(store.units(key), Ok(units), "{key}");
        store.remove(key).unwrap();
        assert_eq!(store.front(key, 3), Ok(None), "{key}");
    }
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
