//! The canonical writer, held against a library of RFC 8785 and the examples
//! of the RFC.

use super::{now, sound};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use rilievo::bundle::{self, canonical};
use rilievo::model::{Extra, Issued, IssuedId, Raw, Revision};
use serde_json::{Number, Value, json};

#[track_caller]
fn check(text: &str, expected: &str) {
    let value: Value = serde_json::from_str(text).unwrap();
    assert_eq!(canonical(&value), expected);
}

#[test]
fn keys_are_in_the_order_of_utf_16() {
    // The example of RFC 8785, 3.2.3.
    let text = r#"{"\u20ac": "Euro Sign", "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
        "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis"}"#;
    let keys = [
        "\\r",
        "1",
        "\u{80}",
        "\u{f6}",
        "\u{20ac}",
        "\u{1f600}",
        "\u{fb33}",
    ];
    let value: Value = serde_json::from_str(text).unwrap();
    let written = canonical(&value);
    let places: Vec<_> = keys
        .map(|key| written.find(&format!("\"{key}\":")))
        .into_iter()
        .collect();
    assert!(places.iter().all(Option::is_some), "{written}");
    assert!(places.is_sorted(), "{written}");
}

#[test]
fn numbers_are_written_as_javascript_writes_them() {
    for (text, expected) in [
        ("0", "0"),
        ("-0", "0"),
        ("-0.0", "0"),
        ("1.0", "1"),
        ("100", "100"),
        ("1e2", "100"),
        ("0.000001", "0.000001"),
        ("0.0000001", "1e-7"),
        ("1e21", "1e+21"),
        ("123456789012345680000", "123456789012345680000"),
        ("9007199254740993", "9007199254740992"),
        ("333333333.33333329", "333333333.3333333"),
        ("1E30", "1e+30"),
        ("4.50", "4.5"),
        ("2e-3", "0.002"),
        ("5e-324", "5e-324"),
        ("1.7976931348623157e308", "1.7976931348623157e+308"),
    ] {
        check(text, expected);
    }
}

#[test]
fn a_number_that_no_double_holds_stays_as_it_is() {
    check("1e400", "1e+400");
}

/// Anything but numbers: the library would write those as they stand in the
/// text, because this crate asks for them to be kept so.
fn json_without_numbers() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 5, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Value::from),
            btree_map(any::<String>(), inner, 0..5)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn any_value_is_written_as_the_library_writes_it(value in json_without_numbers()) {
        let library = serde_json_canonicalizer::to_string(&value).unwrap();
        prop_assert_eq!(canonical(&value), library);
    }

    #[test]
    fn any_double_is_written_as_the_library_writes_it(bits in any::<u64>()) {
        let double = f64::from_bits(bits);
        prop_assume!(double.is_finite());
        let number = Number::from_f64(double).unwrap();
        let library = serde_json_canonicalizer::to_string(&double).unwrap();
        prop_assert_eq!(canonical(&json!({"n": number})), format!("{{\"n\":{library}}}"));
    }
}

#[test]
fn issuing_a_version_does_not_change_the_fingerprint() {
    let mut survey = sound();
    let before = bundle::fingerprint(&survey);
    let issued = Issued {
        id: IssuedId::new("v1").unwrap(),
        version: "1.0".into(),
        on: "2020-04-30".into(),
        at: 1_588_204_800_000,
        fingerprint: before.to_string(),
        revision: Revision::default(),
        extra: Extra::new(),
    };
    survey.head.issued = Raw::new(&vec![issued]);
    assert_eq!(bundle::fingerprint(&survey), before);
    let received = bundle::read(bundle::write(&survey, &now()).as_bytes()).unwrap();
    assert_eq!(received.warnings, []);
    assert_eq!(*received.survey, survey);
    // What was issued is content as soon as it stands elsewhere.
    survey.head.title.push('.');
    assert_ne!(bundle::fingerprint(&survey), before);
}
