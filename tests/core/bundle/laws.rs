//! Laws that hold for any survey, and for any accident on the way. A failing
//! case prints itself and its seed.

use super::{example, now, question, sound};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use rilievo::bundle::{self, Warning};
use rilievo::model::{
    Answer, AnswerState, Chosen, Decimal, Extra, LocalText, OptionId, Revision, SheetStatus,
    Survey, Timestamp, Value,
};
use serde_json::Value as Json;
use std::sync::LazyLock;

static EXAMPLE: LazyLock<Survey> =
    LazyLock::new(|| bundle::read(&example()).unwrap().into_survey());

fn json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        any::<u64>().prop_map(Json::from),
        finite().prop_map(Json::from),
        any::<String>().prop_map(Json::from),
    ];
    leaf.prop_recursive(4, 16, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Json::from),
            btree_map(any::<String>(), inner, 0..4)
                .prop_map(|map| Json::Object(map.into_iter().collect())),
        ]
    })
}

fn finite() -> impl Strategy<Value = f64> {
    any::<f64>().prop_filter("JSON has finite numbers only", |n| n.is_finite())
}

/// Unknown fields, under names that no record knows.
fn extra() -> impl Strategy<Value = Extra> {
    btree_map("x-[a-zè]{0,3}", json(), 0..3).prop_map(Extra::from_iter)
}

fn revision() -> impl Strategy<Value = Revision> {
    let at = proptest::option::of("[0-9TZ:.-]{0,24}");
    (
        any::<u32>(),
        at,
        proptest::option::of(any::<String>()),
        extra(),
    )
        .prop_map(|(n, at, by, extra)| Revision {
            n,
            at: at.map(Timestamp::new),
            by: by.map(Into::into),
            extra,
            ..Revision::default()
        })
}

fn choices() -> impl Strategy<Value = Value> {
    let options = ["interno", "esterno"].map(|id| OptionId::new(id).unwrap());
    (
        subsequence(options.to_vec(), 0..=2),
        any::<String>(),
        extra(),
    )
        .prop_map(|(options, qualifier, extra)| {
            let chosen = |option| Chosen {
                option,
                qualifier: qualifier.clone(),
                extra: extra.clone(),
            };
            Value::Choices(options.into_iter().map(chosen).collect())
        })
}

fn decimal() -> impl Strategy<Value = Decimal> {
    "-?[0-9]{1,9}(,[0-9]{1,6})?".prop_map(|text| Decimal::typed(&text).unwrap())
}

fn local_text() -> impl Strategy<Value = LocalText> {
    any::<String>().prop_map(|text| LocalText::new("it", text).with("en", "x"))
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        choices(),
        any::<String>().prop_map(Value::Text),
        decimal().prop_map(Value::Number),
        any::<String>().prop_map(Value::Date),
        local_text().prop_map(Value::Withheld),
    ]
}

fn answer() -> impl Strategy<Value = Answer> {
    (
        select(AnswerState::ALL.to_vec()),
        proptest::option::of(value()),
        (any::<String>(), any::<String>()),
        local_text(),
        revision(),
        extra(),
    )
        .prop_map(
            |(state, value, (comment, evidence), note, revision, extra)| Answer {
                state,
                value,
                comment,
                evidence,
                note,
                revision,
                extra,
            },
        )
}

/// The sound survey with anything in its answers. q2 takes choices, the other
/// questions and the contact anything else.
fn survey() -> impl Strategy<Value = Survey> {
    let answers = btree_map(
        select(vec!["q2", "q3", "q4", "q6", "q7", "q8"]),
        answer(),
        0..6,
    );
    let sheets = vec((select(SheetStatus::ALL.to_vec()), answers, extra()), 3);
    (any::<String>(), sheets, extra(), extra()).prop_map(|(title, sheets, head, whole)| {
        let mut survey = sound();
        survey.head.title = title;
        survey.head.extra = head;
        survey.extra = whole;
        for (sheet, (status, answers, extra)) in survey.sheets.iter_mut().zip(sheets) {
            sheet.status = status;
            sheet.extra = extra;
            sheet.answers = answers
                .into_iter()
                .map(|(id, answer)| (question(id), answer))
                .collect();
        }
        survey
    })
}

/// Warnings other than "odd": the surveys above hold values of other kinds.
fn beyond_odd(warnings: &[Warning]) -> Vec<&Warning> {
    let odd = |w: &&Warning| !matches!(w, Warning::Odd(_));
    warnings.iter().filter(odd).collect()
}

proptest! {
    // A survey of anything takes long to make without optimisation.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_written_is_read_as_it_was(survey in survey(), extra in extra()) {
        let text = bundle::write_with_extra(&survey, &now(), &extra);
        let received = bundle::read(text.as_bytes()).unwrap();
        prop_assert_eq!(beyond_odd(&received.warnings), Vec::<&Warning>::new());
        prop_assert_eq!(&received.fingerprint, &bundle::fingerprint(&survey));
        prop_assert_eq!(&received.extra, &extra);
        prop_assert_eq!(&*received.survey, &survey);
        let again = bundle::write_with_extra(&received.survey, &now(), &received.extra);
        prop_assert_eq!(again, text);
    }

    #[test]
    fn the_fingerprint_does_not_hang_on_the_order_of_keys(survey in survey()) {
        // A map of JSON values is sorted by key; what is written is not.
        let written = bundle::write(&survey, &now());
        let sorted = serde_json::from_str::<Json>(&written).unwrap().to_string();
        prop_assert_ne!(&sorted, &written);
        let received = bundle::read(sorted.as_bytes()).unwrap();
        prop_assert_eq!(beyond_odd(&received.warnings), Vec::<&Warning>::new());
        prop_assert_eq!(received.fingerprint, bundle::fingerprint(&survey));
    }

    #[test]
    fn surveys_are_identical_when_their_fingerprints_are(one in survey(), other in survey()) {
        prop_assert_eq!(
            one == other,
            bundle::fingerprint(&one) == bundle::fingerprint(&other)
        );
    }
}

proptest! {
    #[test]
    fn a_bundle_that_breaks_off_is_never_read(cut in any::<prop::sample::Index>()) {
        let whole = example();
        let cut = cut.index(whole.len());
        let code = bundle::read(&whole[..cut]).unwrap_err().code();
        // `{"type":"rilievo-bundle"` is 24 bytes long.
        prop_assert_eq!(code, if cut < 24 { "not-json" } else { "damaged" });
    }

    #[test]
    fn changed_bytes_are_refused_or_said(
        changes in vec((any::<prop::sample::Index>(), any::<u8>()), 1..4)
    ) {
        let mut bytes = example();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        match bundle::read(&bytes) {
            Err(refusal) => prop_assert_ne!(refusal.code(), "too-large"),
            Ok(received) if *received.survey == *EXAMPLE => {}
            Ok(received) => {
                let said = received.warnings.iter().any(|w| {
                    matches!(w, Warning::FingerprintMismatch { .. } | Warning::NoFingerprint)
                });
                prop_assert!(said, "another survey, and no word about it");
            }
        }
    }
}
