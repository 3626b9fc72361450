//! Records, their fields, and damage with its place.

use super::*;
use serde_json::json;
use std::collections::BTreeMap;

record! {
    /// A record of the test.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct Thing {
        /// Must be there.
        pub name: String,
        /// May be left out.
        pub tags: Vec<String> = optional,
        /// May be left out, is always written.
        pub size: u32 = defaulted,
    }
}

#[test]
fn what_is_not_known_comes_back_as_it_was() {
    let value = json!({"name": "a", "size": 3, "colour": {"rgb": [1, 2, 3]}});
    let thing = Thing::from_json(value.clone()).ok();
    assert_eq!(thing.map(|t| t.to_json()), Some(value));
}

#[test]
fn a_default_is_left_out_or_written_as_declared() {
    let thing = Thing {
        name: "a".into(),
        ..Thing::default()
    };
    assert_eq!(thing.to_json(), json!({"name": "a", "size": 0}));
    assert_eq!(Thing::from_json(json!({"name": "a"})), Ok(thing));
}

#[test]
fn a_misfit_says_where_it_is() {
    #[track_caller]
    fn check(value: Value, path: &str) {
        let things = BTreeMap::<String, Vec<Thing>>::from_json(value);
        assert_eq!(things.err().map(|m| m.path), Some(path.into()));
    }
    check(json!([]), "");
    check(json!({"a": 1}), "a");
    check(json!({"a": [{"name": "x"}, 5]}), "a[1]");
    check(
        json!({"a": [{"name": "x", "tags": ["t", 5]}]}),
        "a[0].tags[1]",
    );
    check(json!({"a": [{}]}), "a[0].name");
    check(json!({"a": [{"name": "x", "size": -1}]}), "a[0].size");
}
