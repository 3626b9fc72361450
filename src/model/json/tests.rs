//! Records, their fields, and damage with its place.

use super::*;
use litemap::LiteMap;
use serde_json::json;

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
        let things = LiteMap::<String, Vec<Thing>>::from_json(value);
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

#[test]
fn items_stand_in_the_order_of_their_names_however_they_come() {
    type Things = LiteMap<String, u32>;
    let read = |text: &str| Things::from_text(text);
    let names = |things: Things| things.into_iter().map(|(name, _)| name).collect::<String>();
    assert_eq!(
        read(r#"{"c": 1, "a": 2, "b": 3}"#).map(names),
        Ok("abc".into())
    );
    for twice in [
        r#"{"a": 1, "a": 2}"#,
        r#"{"b": 1, "a": 2, "b": 3}"#,
        r#"{"b": 1, "c": 2, "a": 3, "b": 4}"#,
    ] {
        let path = read(twice).err().map(|misfit| misfit.path);
        let name = if twice.contains('b') { "b" } else { "a" };
        assert_eq!(path.as_deref(), Some(name), "{twice}");
    }
}

/// What a text holds as any value, where it is one.
fn value(text: &str) -> Option<Value> {
    let mut text = Text::own(text);
    let value = text.value().ok()?;
    text.end().ok().map(|()| value)
}

#[test]
fn what_the_library_reads_is_read_and_nothing_else() {
    for text in [
        "",
        " ",
        "null",
        " true ",
        "falsehood",
        "nul",
        "[]",
        "[1,2]",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{}",
        r#"{"a":1}"#,
        r#"{"a":1,}"#,
        r#"{"a" 1}"#,
        r#"{a:1}"#,
        r#"{"a":1 "b":2}"#,
        "[1]]",
        "[",
        "{\"a\":",
        "\"a",
        "\"\\u00e8\\n\"",
        "\"\\x\"",
        "\"\\",
        "\"\u{1}\"",
        "01",
        "-",
        "1.",
        "1e5",
        "-0.0",
        "\u{a0}1",
        "1\u{0}",
    ] {
        let library = serde_json::from_str::<Value>(text).ok();
        assert_eq!(value(text), library, "{text:?}");
    }
}

#[test]
fn a_text_is_written_as_the_library_writes_it() {
    let all: String = (0..0x2fff).filter_map(char::from_u32).collect();
    let value = json!({"a": [null, true, false, 0, 17, all], "b": {"c": {}, "d": []}});
    let mut out = Out::default();
    out.value(&value);
    assert_eq!(out.text, value.to_string());
}

#[test]
fn it_is_known_whether_a_text_is_in_its_one_form() {
    for (text, canonical) in [
        (r#"{"a":1,"b":[true,null,"x"]}"#, true),
        (r#"{"a":"\n\"è😀"}"#, true),
        (r#"{"a": 1}"#, false),
        (r#"{"b":1,"a":2}"#, false),
        (r#"{"a!":1,"a":2}"#, false),
        (r#"{"a":1,"a!":2}"#, true),
        (r#"{"a":"\u000a"}"#, false),
        (r#"{"a":"\/"}"#, false),
        (r#"{"a":1.0}"#, false),
        (r#"{"a":-0}"#, false),
    ] {
        let mut read = Text::own(text);
        let value = read.value();
        assert!(value.is_ok(), "{text}");
        assert_eq!(read.was_canonical(), canonical, "{text}");
    }
}

#[test]
fn it_is_known_whether_all_was_read() {
    for (text, same) in [
        (r#"{"name":"a","size":3}"#, true),
        (
            r#"{"name":"a","size":3,"tags":["x"],"colour":{"rgb":[1]}}"#,
            true,
        ),
        // Written again, this is left out, and that is put in.
        (r#"{"name":"a","size":3,"tags":[]}"#, false),
        (r#"{"name":"a"}"#, false),
    ] {
        let mut read = Text::own(text);
        let mut thing = Thing::blank();
        assert!(thing.read(&mut read).is_ok(), "{text}");
        assert_eq!(read.is_same(), same, "{text}");
    }
}

#[test]
fn ids_that_come_again_share_their_memory_from_record_to_record() {
    use crate::model::QuestionId;
    let mut known = Known::default();
    let mut read = |text: &str| Vec::<QuestionId>::from_text_after(text, &mut known);
    let (first, second) = (read(r#"["one","two"]"#), read(r#"["two","three"]"#));
    // One that fails in between takes nothing along but what it knew.
    assert!(read(r#"["two","#).is_err());
    let (Ok(first), Ok(second), Ok(third)) = (first, second, read(r#"["two"]"#)) else {
        panic!("sound texts are read");
    };
    assert_eq!(first[1].as_str().as_ptr(), second[0].as_str().as_ptr());
    assert_eq!(first[1], third[0]);
}
