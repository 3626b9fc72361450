//! What somebody may have put into a file: it is kept as the text that it is, or
//! refused with its place; nothing panics.

use super::{check_damage, fixture, received, refused, sound};
use rilievo::bundle::{self, Damage, Limited, MAX_TEXT, Refusal};
use rilievo::model::{LocalText, Survey};
use serde_json::{Value, json};

fn text_of(name: &str) -> String {
    String::from_utf8(fixture(name)).unwrap()
}

/// The sound bundle with something else in it.
#[track_caller]
fn with(from: &str, to: &str) -> Vec<u8> {
    let text = text_of("sound.json");
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1).into_bytes()
}

/// The sound bundle, changed as JSON.
fn changed(change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut bundle = serde_json::from_slice(&fixture("sound.json")).unwrap();
    change(&mut bundle);
    bundle.to_string().into_bytes()
}

#[test]
fn a_field_that_stands_twice_is_refused_with_its_place() {
    let twice = |d: &Damage| *d == Damage::Twice;
    let bytes = fixture("duplicate-key.json");
    check_damage(&bytes, "survey.sheets[1].answers.q4.state", twice);
    for (from, to, place) in [
        (
            r#""kind": "survey""#,
            r#""kind": 5, "kind": "survey""#,
            "kind",
        ),
        (
            r#""head": {"#,
            r#""sheets": [], "head": {"#,
            "survey.sheets",
        ),
        (
            r#""title": "#,
            r#""title": "", "title": "#,
            "survey.head.title",
        ),
        // The same name, written in another way.
        (
            r#""title": "#,
            r#""\u0074itle": "", "title": "#,
            "survey.head.title",
        ),
        (
            r#""source": "#,
            r#""x": [{"y": 1, "y": 1}], "source": "#,
            "x[0].y",
        ),
    ] {
        check_damage(&with(from, to), place, twice);
    }
}

#[test]
fn numbers_of_any_size_are_kept_digit_by_digit_where_nobody_knows_the_field() {
    let digits = "9".repeat(1_000);
    for (number, kept) in [
        ("1e999", "1e+999"),
        ("-1E-999", "-1e-999"),
        (
            "0.1000000000000000055511151231257827",
            "0.1000000000000000055511151231257827",
        ),
        (digits.as_str(), digits.as_str()),
        ("-0", "-0"),
    ] {
        let field = format!(r#""partner": "EC", "x": {number},"#);
        let read = bundle::read(&with(r#""partner": "EC","#, &field)).expect(number);
        assert_eq!(read.survey.sheets[0].extra["x"].to_string(), kept);
    }
    for number in ["1e999", "-1", "4294967296", "1.5", digits.as_str()] {
        let bytes = with(r#""target": 2"#, &format!(r#""target": {number}"#));
        check_damage(&bytes, "survey.head.indicator.target", |d| {
            matches!(d, Damage::Unfit { .. })
        });
    }
    for number in ["NaN", "Infinity", "-Infinity", "0x10", "01", "+1", ".5"] {
        let bytes = with(r#""target": 2"#, &format!(r#""target": {number}"#));
        assert_eq!(refused(&bytes).code(), "damaged", "{number}");
    }
}

#[test]
fn half_a_character_and_control_characters_are_refused() {
    for half in [r"\ud800", r"\udc00", r"\ud800x", r"\ud800\u0041"] {
        let bytes = with("Indagine pilota", half);
        check_damage(&bytes, "survey.head.title", |d| *d == Damage::HalfCharacter);
        let bytes = with(r#""title""#, &format!(r#""{half}""#));
        assert_eq!(refused(&bytes).code(), "damaged", "{half}");
    }
    for raw in ["\u{0}", "\u{1f}", "\n"] {
        let bytes = with("Indagine pilota", raw);
        check_damage(&bytes, "", |d| matches!(d, Damage::Syntax { .. }));
    }
    // Written as they must be, they are characters like others.
    for (written, text) in [(r"\u0000\u001f\n", "\0\u{1f}\n"), (r"\ud83d\ude00", "😀")] {
        let read = bundle::read(&with("Indagine pilota", written)).unwrap();
        assert_eq!(read.survey.head.title, text);
    }
}

#[test]
fn ten_thousand_levels_of_nesting_are_refused_with_their_place() {
    let lists = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let objects = format!("{}1{}", r#"{"x":"#.repeat(10_000), "}".repeat(10_000));
    let too_deep = |d: &Damage| {
        let what = Limited::Depth;
        matches!(d, Damage::Limit { what: w, limit: 127 } if *w == what)
    };
    for deep in [lists, objects] {
        for (field, begins) in [
            (r#""source": "#, "y"),
            (r#""head": "#, "survey.y"),
            (r#""title": "#, "survey.head.y"),
            (r#""partner": "EC""#, "survey.sheets[0].y"),
        ] {
            let bytes = with(field, &format!(r#""y": {deep}, {field}"#));
            match refused(&bytes) {
                Refusal::Damaged { place, problem } => {
                    assert!(place.starts_with(begins), "{place}");
                    assert!(too_deep(&problem), "{problem:?}");
                }
                other => panic!("{other:?}"),
            }
        }
    }
    let mut not = json!({"includes": {"question": "q1", "option": "si"}});
    for _ in 0..110 {
        not = json!({"not": not});
    }
    let bytes =
        changed(|b| b["survey"]["head"]["questionnaire"]["questions"][2]["asked_when"] = not);
    assert!(bundle::read(&bytes).is_ok());
}

#[test]
fn names_that_the_library_keeps_for_itself_are_refused() {
    for name in [
        "$serde_json::private::Number",
        r"$serde_json\u003a:private::RawValue",
    ] {
        let bytes = with(
            r#""source": "#,
            &format!(r#""x": {{"{name}": "12"}}, "source": "#),
        );
        assert_eq!(refused(&bytes).code(), "damaged", "{name}");
    }
}

#[test]
fn a_long_text_is_kept_and_one_beyond_the_limit_refused() {
    let titled = |title: String| changed(|b| b["survey"]["head"]["title"] = title.into());
    for long in ["x".repeat(100_000), "è".repeat(MAX_TEXT)] {
        let read = bundle::read(&titled(long.clone())).unwrap();
        assert_eq!(read.survey.head.title, long);
    }
    check_damage(
        &titled("è".repeat(MAX_TEXT + 1)),
        "survey.head.title",
        |d| {
            let (what, limit) = (Limited::Text, MAX_TEXT);
            *d == Damage::Limit { what, limit }
        },
    );
}

#[test]
fn too_many_of_anything_is_refused_with_its_place() {
    let many = |n: usize, one: &dyn Fn(usize) -> Value| -> Value { (0..n).map(one).collect() };
    let option = |n| json!({"id": format!("o{n}"), "label": {}});
    let question = |n| json!({"id": format!("p{n}"), "number": "", "dimension": "A", "kind": "text", "label": {}});
    let term = |n| json!({"id": format!("t{n}"), "term": "", "questions": []});
    let remark = |n| json!({"id": format!("r{n}")});
    let is =
        |n| json!({"includes": {"question": "q1", "option": if n % 2 == 0 {"si"} else {"no"}}});
    type Change<'a> = &'a dyn Fn(&mut Value);
    let cases: [(&str, usize, Change); 7] = [
        ("questions", 2_000, &|b| {
            b["survey"]["head"]["questionnaire"]["questions"] = many(2_001, &question);
        }),
        ("questions/q1/options", 500, &|b| {
            b["survey"]["head"]["questionnaire"]["questions"][0]["options"] = many(501, &option);
        }),
        ("questions/q3", 1_000, &|b| {
            let all = json!({"all": many(1_000, &is)});
            b["survey"]["head"]["questionnaire"]["questions"][2]["asked_when"] = all;
        }),
        ("codebook", 10_000, &|b| {
            b["survey"]["head"]["codebook"] = many(10_001, &term)
        }),
        ("sheets/EC/remarks", 5_000, &|b| {
            b["survey"]["sheets"][0]["remarks"] = many(5_001, &remark)
        }),
        ("sheets/EC/answers/q2", 500, &|b| {
            let choices = many(501, &|_| json!({"option": "interno"}));
            b["survey"]["sheets"][0]["answers"]["q2"]["value"] = json!({"choices": choices});
        }),
        ("survey.sheets", 50_000, &|b| {
            b["survey"]["sheets"] = many(50_001, &|n| json!({"partner": format!("p{n}")}));
        }),
    ];
    for (place, limit, change) in cases {
        check_damage_with(&changed(change), place, limit, Limited::Items);
    }
    let fields = |b: &mut Value| {
        let fields = (0..10_001).map(|n| (format!("x{n}"), Value::Null));
        b["survey"]["head"]["x"] = Value::Object(fields.collect());
    };
    check_damage_with(&changed(fields), "survey.head.x", 10_000, Limited::Fields);
    let surveys = vec!["{}"; 1_001].join(",");
    let backup =
        format!(r#"{{"type":"rilievo-bundle","format":1,"kind":"backup","surveys":[{surveys}]}}"#);
    let refusal = bundle::read_all(backup.as_bytes()).unwrap_err();
    let (what, limit) = (Limited::Items, 1_000);
    let problem = Damage::Limit { what, limit };
    let place = "surveys".into();
    assert_eq!(refusal, Refusal::Damaged { place, problem });
}

#[track_caller]
fn check_damage_with(bytes: &[u8], expected: &str, limit: usize, what: Limited) {
    let place = expected.into();
    let problem = Damage::Limit { what, limit };
    assert_eq!(refused(bytes), Refusal::Damaged { place, problem });
}

#[test]
fn text_that_wants_to_be_something_else_stays_text() {
    let read = received("right-to-left.json");
    assert_eq!(read.warnings, []);
    assert_eq!(read.survey.head.title, "Indagine \u{202e}gpj.exe\u{2066}");
    let name = bundle::file_name(&read.survey, &super::now());
    assert_eq!(name, "indagine-gpj-exe_indagine_2026-11-23.json");
    let site = read.survey.sheets[0].answers[&super::question("q8")].text();
    assert_eq!(site, "javascript:alert(document.domain)");
}

#[test]
fn markup_in_every_text_changes_nothing() {
    let read = received("html.json");
    assert_eq!(read.warnings, []);
    let mark = "<script>alert(2)</script>";
    let survey: Survey = read.into_survey();
    assert!(survey.head.title.ends_with(mark));
    let note: &LocalText = &survey.head.notes[0];
    assert!(note.get("it").ends_with(mark));
    assert!(survey.head.partners.iter().all(|p| p.name.ends_with(mark)));
    let before = fixture("html.json");
    let before = before
        .windows(mark.len())
        .filter(|w| *w == mark.as_bytes())
        .count();
    let after = bundle::write(&survey, &super::now());
    assert_eq!(after.matches(mark).count(), before);
    assert_ne!(survey, sound());
}

#[test]
fn more_edits_by_others_than_in_all_do_no_harm() {
    let bytes = changed(|b| {
        b["survey"]["head"]["revision"] =
            json!({"n": 1, "by": "a", "others": {"b": 4_294_967_295_u32, "c": 7}});
    });
    let read = bundle::read(&bytes).unwrap();
    let odd = &read.survey.head.revision;
    assert_eq!((odd.n, odd.edits_by("a"), odd.edits_by("c")), (1, 0, 7));
    let again = bundle::read(bundle::write(&read.survey, &super::now()).as_bytes()).unwrap();
    assert_eq!(again.survey, read.survey);
}
