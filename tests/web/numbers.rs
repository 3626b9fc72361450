//! Numbers of unknown fields are written by the browser here and by a library
//! elsewhere: both give the same fingerprint.

use rilievo::bundle::{self, Warning, canonical};
use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn the_fingerprint_of_a_file_with_odd_numbers_is_the_one_in_it() {
    let file = include_bytes!("../fixtures/bundles/v1/unknown-fields.json");
    let received = bundle::read(file).unwrap();
    let mismatch = |w: &&Warning| matches!(w, Warning::FingerprintMismatch { .. });
    assert_eq!(received.warnings.iter().find(mismatch), None);
}

#[wasm_bindgen_test]
fn numbers_are_written_as_they_are_natively() {
    for (text, expected) in [
        ("-0.0", "0"),
        ("1e21", "1e+21"),
        ("0.0000001", "1e-7"),
        ("9007199254740993", "9007199254740992"),
        ("220704384578050.125", "220704384578050.12"),
        ("1e400", "1e+400"),
    ] {
        let value: Value = serde_json::from_str(text).unwrap();
        assert_eq!(canonical(&value), expected, "{text}");
    }
}
