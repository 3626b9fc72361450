//! The published schema holds for every bundle that is read and for every one
//! that is written.

use super::{example, fixture, now, sound};
use jsonschema::Validator;
use rilievo::bundle::{self, Kind, Outgoing, Scope};
use rilievo::model::Extra;
use serde_json::Value;
use std::path::Path;

/// Fixtures that are read.
pub const GOOD: [&str; 12] = [
    "sound.json",
    "other-key-order.json",
    "unknown-fields.json",
    "fingerprint-mismatch.json",
    "repairable.json",
    "invitation.json",
    "response.json",
    "backup.json",
    "public.json",
    "authored.json",
    "right-to-left.json",
    "html.json",
];

fn schema() -> Validator {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/bundle.schema.json");
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    assert!(schema == bundle::schema(), "run `cargo xtask schema`");
    jsonschema::draft202012::new(&schema).unwrap()
}

#[track_caller]
fn check(schema: &Validator, what: &str, text: &[u8]) {
    let bundle = serde_json::from_slice(text).unwrap();
    let errors: Vec<_> = schema.iter_errors(&bundle).map(|e| e.to_string()).collect();
    assert_eq!(errors, [""; 0], "{what}");
}

#[test]
fn every_good_fixture_fits_the_schema() {
    let schema = schema();
    check(&schema, "the example", &example());
    for name in GOOD {
        check(&schema, name, &fixture(name));
    }
}

#[test]
fn a_new_bundle_of_every_kind_fits_the_schema() {
    let schema = schema();
    for name in GOOD {
        for received in bundle::read_all(&fixture(name)).unwrap() {
            let received = received.unwrap();
            let outgoing = Outgoing {
                // Out of a backup, each is a survey.
                kind: match received.kind {
                    Kind::Backup => Kind::Survey,
                    kind => kind,
                },
                scope: received.scope,
                survey: &received.survey,
                base: received.base.as_ref(),
                extra: &received.extra,
            };
            check(&schema, name, outgoing.write(&now()).as_bytes());
        }
    }
    let backup = bundle::write_backup(&[sound(), sound()], &now());
    check(&schema, "a backup", backup.as_bytes());
    let mut one = sound();
    one.sheets.truncate(1);
    one.head.partners.truncate(1);
    for (kind, scope) in [
        (Kind::Survey, Scope::Public),
        (Kind::Invitation, Scope::Partner),
        (Kind::Response, Scope::Partner),
    ] {
        let extra = Extra::new();
        let base = (kind == Kind::Response).then_some(&one.sheets[0]);
        let survey = &one;
        let outgoing = Outgoing {
            kind,
            scope,
            survey,
            base,
            extra: &extra,
        };
        check(&schema, kind.code(), outgoing.write(&now()).as_bytes());
    }
}

#[test]
fn a_damaged_bundle_does_not_fit_the_schema() {
    let schema = schema();
    for name in [
        "no-bundle.json",
        "unknown-kind.json",
        "type-mismatch.json",
        "damaged-conclusion.json",
        "response-of-two.json",
    ] {
        let bundle = serde_json::from_slice(&fixture(name)).unwrap();
        assert!(!schema.is_valid(&bundle), "{name}");
    }
    let sound: Value = serde_json::from_slice(&fixture("sound.json")).unwrap();
    for (pointer, wrong) in [
        ("/format", "1".into()),
        ("/format", 99.into()),
        ("/survey/head/id", "a b".into()),
        ("/survey/head/title", Value::Null),
        (
            "/survey/head/questionnaire/questions/0/kind",
            "essay".into(),
        ),
        ("/survey/head/indicator/target", (-1).into()),
        ("/survey/sheets/0/answers/q6/value/number", 12.5.into()),
        ("/survey/sheets/0/answers/q7/value/date", 5.into()),
        ("/survey/sheets/0/answers/q2/revision/n", "2".into()),
    ] {
        let mut bundle = sound.clone();
        *bundle.pointer_mut(pointer).expect(pointer) = wrong;
        assert!(!schema.is_valid(&bundle), "{pointer}");
    }
}
