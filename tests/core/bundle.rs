//! Bundles: what is read, what is refused and why, what a reader is told.
#![allow(clippy::unwrap_used, clippy::expect_used)] // fixtures are checked in beside the tests

mod canonical;
mod carried;
mod digested;
mod foreign;
mod frozen;
mod fuzz;
mod hostile;
mod inviting;
mod laws;
mod merging;
mod mutate;
mod outgoing;
mod planning;
mod planning_coordinators;
mod planning_forms;
mod planning_laws;
mod planning_slides;
mod planning_world;
mod records;
mod reviewing;
mod schema;

use rilievo::bundle::{
    self, Damage, Fingerprint, Kind, MAX_BYTES, Received, Refusal, Repair, Warning,
};
use rilievo::model::{PartnerId, QuestionId, Rule, Sheet, SheetStatus, Survey, Timestamp};
use std::collections::BTreeSet;
use std::path::Path;

fn fixture(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bundles/v1");
    std::fs::read(path.join(name)).expect(name)
}

fn example() -> Vec<u8> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    std::fs::read(root.join("public/examples/payflowpa-a21.json")).unwrap()
}

#[track_caller]
fn received(name: &str) -> Received {
    bundle::read(&fixture(name)).expect(name)
}

#[track_caller]
fn refused(bytes: &[u8]) -> Refusal {
    bundle::read(bytes).expect_err("it was read")
}

/// The sound survey of the fixtures.
fn sound() -> Survey {
    received("sound.json").into_survey()
}

fn partner(id: &str) -> PartnerId {
    PartnerId::new(id).unwrap()
}

fn question(id: &str) -> QuestionId {
    QuestionId::new(id).unwrap()
}

fn now() -> Timestamp {
    Timestamp::new("2026-11-23T12:00:00.000Z")
}

#[test]
fn a_sound_bundle_is_read_without_a_word() {
    let bundle = received("sound.json");
    assert_eq!(bundle.warnings, []);
    assert_eq!(bundle.kind, Kind::Survey);
    assert_eq!(bundle.source, "rilievo 0.1.0");
    assert_eq!(
        bundle.exported,
        Some(Timestamp::new("2026-11-23T10:00:00.000Z"))
    );
    assert_eq!(bundle.survey.head.title, "Indagine pilota");
    assert_eq!(bundle.survey.sheets.len(), 3);
    assert_eq!(bundle.fingerprint, bundle::fingerprint(&bundle.survey));
}

/// The fingerprints in the fixtures were computed by another program, from
/// RFC 8785 and SHA-256 alone.
#[test]
fn a_fingerprint_has_64_digits_of_which_people_compare_12() {
    let fingerprint: Fingerprint = received("sound.json").fingerprint;
    let written = String::from_utf8(fixture("sound.json")).unwrap();
    assert!(written.contains(&format!("\"fingerprint\": \"{}\"", fingerprint.tagged())));
    assert_eq!(fingerprint.tagged(), format!("sha256:{fingerprint}"));
    assert_eq!(fingerprint.to_string().len(), 64);
    assert_eq!(fingerprint.short().len(), 12);
    assert!(fingerprint.to_string().starts_with(fingerprint.short()));
}

#[test]
fn the_order_of_keys_does_not_matter() {
    let (one, other) = (received("sound.json"), received("other-key-order.json"));
    assert_eq!(other.warnings, []);
    assert_eq!(one.survey, other.survey);
    assert_eq!(one.fingerprint, other.fingerprint);
}

#[test]
fn byte_order_mark_and_line_ends_of_windows_are_no_obstacle() {
    let windows = received("bom-crlf.txt");
    assert_eq!(windows.warnings, []);
    assert_eq!(*windows.survey, sound());
}

#[test]
fn unknown_fields_survive_in_every_record() {
    let bundle = received("unknown-fields.json");
    assert_eq!(bundle.warnings, []);
    let written =
        bundle::write_with_extra(&bundle.survey, &bundle.exported.unwrap(), &bundle.extra);
    let mut before: serde_json::Value =
        serde_json::from_slice(&fixture("unknown-fields.json")).unwrap();
    let mut after: serde_json::Value = serde_json::from_str(&written).unwrap();
    for bundle in [&mut before, &mut after] {
        bundle["source"] = "whoever wrote it".into();
    }
    let unknown = before.to_string().matches("\"domani\"").count();
    assert!(unknown > 50, "only {unknown} unknown fields in the fixture");
    assert_eq!(before, after);
}

#[test]
fn a_changed_content_is_read_and_both_fingerprints_are_shown() {
    let bundle = received("fingerprint-mismatch.json");
    let written = bundle::fingerprint(&sound()).tagged();
    let computed = bundle.fingerprint;
    assert_ne!(written, computed.tagged());
    assert_eq!(
        bundle.warnings,
        [Warning::FingerprintMismatch { written, computed }]
    );
}

#[test]
fn a_bundle_without_fingerprint_is_read_and_said_to_have_none() {
    let text = String::from_utf8(fixture("sound.json")).unwrap();
    let text = text.replace("\"fingerprint\"", "\"impronta\"");
    let bundle = bundle::read(text.as_bytes()).unwrap();
    assert_eq!(bundle.warnings, [Warning::NoFingerprint]);
}

#[test]
fn what_can_be_repaired_without_a_guess_is_repaired_and_said() {
    let bundle = received("repairable.json");
    let repaired = [
        Repair::SheetsReordered,
        Repair::SheetAdded {
            partner: partner("2"),
        },
        Repair::ChoicesReordered {
            partner: partner("EC"),
            question: question("q2"),
        },
    ];
    assert_eq!(bundle.warnings, repaired.map(Warning::Repaired));
    assert_eq!(*bundle.survey, sound(), "the repairs give the sound survey");
    assert_eq!(bundle.fingerprint, bundle::fingerprint(&sound()));
    assert_eq!(bundle.survey.sheets[2], Sheet::expected(partner("2")));
}

#[test]
fn something_odd_is_kept_and_passed_on() {
    let mut survey = sound();
    let date = survey.sheets[0].answers.get_mut(&question("q7")).unwrap();
    date.value = Some(rilievo::model::Value::Date("2021-02-29".into()));
    let bundle = bundle::read(bundle::write(&survey, &now()).as_bytes()).unwrap();
    let [Warning::Odd(problem)] = &bundle.warnings[..] else {
        panic!("{:?}", bundle.warnings);
    };
    assert_eq!(problem.place, "sheets/EC/answers/q7");
    assert_eq!(problem.rule, Rule::NotADay("2021-02-29".into()));
    assert_eq!(*bundle.survey, survey);
}

#[test]
fn a_deadline_that_is_no_day_is_odd() {
    let mut survey = sound();
    survey.head.document.deadline = "fine mese".into();
    let bundle = bundle::read(bundle::write(&survey, &now()).as_bytes()).unwrap();
    let [Warning::Odd(problem)] = &bundle.warnings[..] else {
        panic!("{:?}", bundle.warnings);
    };
    assert_eq!(problem.place, "document/deadline");
    assert_eq!(problem.rule, Rule::NotADay("fine mese".into()));
    survey.head.document.deadline = "2026-12-07".into();
    let bundle = bundle::read(bundle::write(&survey, &now()).as_bytes()).unwrap();
    assert_eq!(bundle.warnings, []);
}

#[test]
fn what_is_no_bundle_is_refused_as_what_it_is() {
    for (name, code) in [
        ("not-json.txt", "not-json"),
        ("truncated-elsewhere.json", "not-json"),
        ("no-bundle.json", "not-a-bundle"),
        ("format-99.json", "too-new"),
        ("unknown-kind.json", "too-new"),
        ("truncated.json", "damaged"),
        ("type-mismatch.json", "damaged"),
        ("contradiction.json", "damaged"),
    ] {
        assert_eq!(refused(&fixture(name)).code(), code, "{name}");
    }
    for (text, code) in [
        ("", "not-json"),
        ("null", "not-a-bundle"),
        ("5", "not-a-bundle"),
        (r#""rilievo-bundle""#, "not-a-bundle"),
        (r#"["rilievo-bundle", 1, "survey"]"#, "not-a-bundle"),
        (r#"{"type": 5}"#, "not-a-bundle"),
        (r#"{"format": 1, "kind": "survey"}"#, "not-a-bundle"),
        (r#"{"type": "rilievo-bundle"}"#, "damaged"),
        (
            r#"{"type": "rilievo-bundle", "format": 0, "kind": "survey"}"#,
            "damaged",
        ),
        (
            r#"{"type": "rilievo-bundle", "format": "1", "kind": "survey"}"#,
            "damaged",
        ),
        (
            r#"{"type": "rilievo-bundle", "format": 1, "kind": 7}"#,
            "damaged",
        ),
        (
            r#"{"format": 1, "type" : "rilievo-bundle", "kind": "#,
            "damaged",
        ),
        (r#"{"type": "rilievo-bundle-2", "format": "#, "not-json"),
        (r#"["type": "rilievo-bundle""#, "not-json"),
    ] {
        assert_eq!(refused(text.as_bytes()).code(), code, "{text}");
    }
}

#[test]
fn a_newer_bundle_says_its_version_or_its_kind() {
    let (format, kind) = (99, None);
    assert_eq!(
        refused(&fixture("format-99.json")),
        Refusal::TooNew { format, kind }
    );
    let (format, kind) = (1, Some("teleport".into()));
    assert_eq!(
        refused(&fixture("unknown-kind.json")),
        Refusal::TooNew { format, kind }
    );
}

#[track_caller]
fn check_damage(bytes: &[u8], expected_place: &str, expected: fn(&Damage) -> bool) {
    match refused(bytes) {
        Refusal::Damaged { place, problem } => {
            assert_eq!(place, expected_place);
            assert!(expected(&problem), "{problem:?}");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn damage_has_its_place() {
    check_damage(
        &fixture("type-mismatch.json"),
        "survey.sheets[1].answers.q4.value.text",
        |d| matches!(d, Damage::Unfit { expected: "a text" }),
    );
    check_damage(&fixture("contradiction.json"), "questions/q3", |d| {
        *d == Damage::Rule(Rule::UnknownId("x".into()))
    });
    check_damage(
        &fixture("truncated.json"),
        "",
        |d| matches!(d, Damage::CutOff { line, .. } if *line > 1),
    );
    let text = String::from_utf8(fixture("sound.json")).unwrap();
    let broken = text.replace("\"sheets\":", "\"sheets\"");
    check_damage(
        broken.as_bytes(),
        "",
        |d| matches!(d, Damage::Syntax { line, .. } if *line > 1),
    );
    let twice = text.replace(
        "\"kind\": \"survey\",",
        "\"kind\": \"survey\", \"kind\": \"survey\",",
    );
    check_damage(twice.as_bytes(), "kind", |d| *d == Damage::Twice);
}

#[test]
fn a_missing_field_and_a_bad_id_have_their_place() {
    let text = String::from_utf8(fixture("sound.json")).unwrap();
    for (from, to, place) in [
        (
            "\"number\": \"4\",",
            "",
            "survey.head.questionnaire.questions[3].number",
        ),
        (
            "\"partner\": \"1\",",
            "\"partner\": \"a b\",",
            "survey.sheets[1].partner",
        ),
        ("\"format\": 1,", "", "format"),
        ("\"format\": 1,", "\"format\": 1.5,", "format"),
        (
            "\"status\": \"draft\"",
            "\"status\": \"lost\"",
            "survey.sheets[1].status",
        ),
        ("\"survey\": {", "\"survey\": 5, \"x\": {", "survey"),
    ] {
        assert!(text.contains(from), "{from}");
        let damaged = text.replacen(from, to, 1);
        check_damage(damaged.as_bytes(), place, |d| {
            matches!(d, Damage::Unfit { .. })
        });
    }
}

#[test]
fn another_encoding_is_damage_in_a_bundle_and_no_json_elsewhere() {
    let mut bytes = fixture("sound.json");
    let at = bytes.windows(2).position(|w| w == "ü".as_bytes()).unwrap();
    bytes.splice(at..at + 2, [0xfc]); // ü in Latin-1
    let line = bytes[..at].iter().filter(|b| **b == b'\n').count() + 1;
    match refused(&bytes) {
        Refusal::Damaged {
            problem: Damage::NotUtf8 { line: found, .. },
            ..
        } => assert_eq!(found, line),
        other => panic!("{other:?}"),
    }
    let utf16: Vec<u8> = "{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let utf16 = [vec![0xff, 0xfe], utf16].concat();
    assert_eq!(refused(&utf16), Refusal::NotABundle, "JSON in UTF-16");
}

#[test]
fn no_depth_of_nesting_breaks_the_reader() {
    let deep = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let head = r#"{"type":"rilievo-bundle","format":1,"kind":"survey","domani":"#;
    for depth in [200, 200_000] {
        let deep = deep(depth);
        for (text, code) in [
            (format!("{head}{deep}}}"), "damaged"),
            (format!("{head}1,\"survey\":{deep}}}"), "damaged"),
            (format!("{head}{}", "[".repeat(depth)), "damaged"),
            (format!("{{\"type\":{deep}}}"), "not-a-bundle"),
            (deep.clone(), "not-a-bundle"),
            ("[".repeat(depth), "not-json"),
        ] {
            assert_eq!(
                refused(text.as_bytes()).code(),
                code,
                "{depth} {}",
                &text[..40]
            );
        }
    }
}

#[test]
fn unknown_fields_may_be_nested_127_levels_deep() {
    let text = String::from_utf8(fixture("sound.json")).unwrap();
    let nested = |levels: usize| {
        let deep = format!(
            "{{\"domani\": {}{},",
            "[".repeat(levels),
            "]".repeat(levels)
        );
        bundle::read(text.replacen('{', &deep, 1).as_bytes())
    };
    assert!(nested(126).is_ok(), "with the envelope it is 127 levels");
    assert_eq!(nested(127).unwrap_err().code(), "damaged");
}

#[test]
fn a_file_is_refused_by_its_size_before_it_is_read() {
    let limit = MAX_BYTES as u64;
    assert_eq!(bundle::too_large(limit), None);
    let bytes = limit + 1;
    let refusal = Refusal::TooLarge { bytes, limit };
    assert_eq!(bundle::too_large(bytes), Some(refusal.clone()));
    assert_eq!(refused(&vec![b' '; MAX_BYTES + 1]), refusal);
    assert_eq!(refusal.code(), "too-large");
}

#[test]
fn the_example_is_an_ordinary_bundle() {
    let bundle = bundle::read(&example()).unwrap();
    assert_eq!(bundle.warnings, []);
    let received = bundle
        .survey
        .sheets
        .iter()
        .filter(|s| s.status.is_received());
    assert_eq!(received.count(), 9);
    assert_eq!(bundle.survey.sheets[1].status, SheetStatus::Missing);
    let again = bundle::write(&bundle.survey, &bundle.exported.unwrap());
    assert!(again.as_bytes() == example(), "writing it again changes it");
}

/// Every field that a bundle can hold stands in the description of the format,
/// and so does every name among its values.
#[test]
fn every_field_is_documented() {
    fn fields(schema: &serde_json::Value, found: &mut BTreeSet<String>) {
        for (key, part) in schema.as_object().into_iter().flatten() {
            if key == "properties" {
                found.extend(part.as_object().unwrap().keys().cloned());
            }
            let names = part.as_array().filter(|_| key == "enum");
            let names = names.into_iter().flatten();
            found.extend(names.map(|name| name.as_str().unwrap().to_owned()));
            fields(part, found);
        }
    }
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/bundle-format.md");
    let page = std::fs::read_to_string(page).unwrap();
    let mut found = BTreeSet::new();
    fields(&bundle::schema(), &mut found);
    assert!(found.len() > 120, "{found:?}");
    for name in found {
        let named = page.contains(&format!("`{name}`")) || page.contains(&format!("\"{name}\""));
        assert!(named, "{name}");
    }
}

#[test]
fn a_backup_comes_back_survey_by_survey() {
    let first = sound();
    let mut second = bundle::read(&example()).unwrap().into_survey();
    second.head.title = "Copia } ] \" {".into();
    let text = bundle::write_backup(&[first.clone(), second.clone()], &now());
    let read = bundle::read_all(text.as_bytes()).unwrap();
    let surveys: Vec<_> = read.into_iter().map(|r| r.unwrap().into_survey()).collect();
    assert_eq!(surveys, [first.clone(), second]);
    assert_eq!(bundle::backup_name(&now()), "rilievo_copia_2026-11-23.json");

    // One that is damaged leaves the others.
    let broken = text.replacen("\"partners\"", "\"partner\"", 1);
    let read = bundle::read_all(broken.as_bytes()).unwrap();
    assert!(
        matches!(read[0], Err(Refusal::Damaged { .. })),
        "{:?}",
        read[0]
    );
    assert!(read[1].is_ok());
    // An ordinary bundle is a list of one; nothing is a list of none.
    let one = bundle::write(&first, &now());
    assert_eq!(bundle::read_all(one.as_bytes()).unwrap().len(), 1);
    let none = bundle::write_backup(&[], &now());
    assert_eq!(bundle::read_all(none.as_bytes()).unwrap().len(), 0);
    assert!(
        bundle::read_all(b"{\"type\":\"rilievo-bundle\",\"format\":1,\"kind\":\"backup\"}")
            .is_err()
    );
}
