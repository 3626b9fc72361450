//! Second step of reading: bring the text of an older format up to the
//! current one, one version at a time; refuse what is newer.
//!
//! A step is never edited once its format has been released.

use super::Refusal;
use super::envelope::Kind;
use super::parse::Envelope;
use serde_json::Value;

/// Moves a bundle up by one format version.
pub(super) type Step = fn(&mut Value);

/// `STEPS[n]` leads from format `n + 1` to format `n + 2`.
pub(super) const STEPS: &[Step] = &[];

/// The format that is written, and the newest that is read.
pub const CURRENT_FORMAT: u64 = STEPS.len() as u64 + 1;

/// Refuses what the reader that has taken these steps does not know; gives the
/// format of the rest.
pub(super) fn known(envelope: &Envelope, steps: &[Step]) -> Result<u64, Refusal> {
    let newest = steps.len() as u64 + 1;
    // A format that is no whole number is held against the newest one, whose
    // reader says where the damage is.
    let format = envelope.format().unwrap_or(newest);
    if format > newest {
        return Err(Refusal::TooNew { format, kind: None });
    }
    if let Some(kind) = envelope.kind()
        && Kind::of_name(&kind).is_none()
    {
        let kind = Some(kind);
        return Err(Refusal::TooNew { format, kind });
    }
    Ok(format)
}

/// Whether a bundle of this format has steps to take. One of format 0 has
/// none: its reader says that there is no such format.
pub(super) fn is_older(format: u64, steps: &[Step]) -> bool {
    (1..=steps.len() as u64).contains(&format)
}

/// Takes the steps from `format` up to the one after the last step.
pub(super) fn climb(bundle: &mut Value, format: u64, steps: &[Step]) {
    let taken = usize::try_from(format.saturating_sub(1)).unwrap_or(usize::MAX);
    for step in steps.get(taken..).unwrap_or_default() {
        step(bundle);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // the values of the test are well formed
mod tests {
    use super::super::{Warning, read, read_with};
    use super::*;
    use serde_json::json;

    const FIXTURE: &[u8] = include_bytes!("../../tests/fixtures/bundles/v1/response.json");

    /// What a version 2 might be: the title goes into a field of its own name,
    /// and each answer says how sure the body is.
    const TO_VERSION_2: &[Step] = &[|bundle| {
        bundle["format"] = 2.into();
        let head = &mut bundle["survey"]["head"];
        let title = head["title"].as_str().unwrap().to_uppercase();
        head["title"] = title.into();
        for sheet in bundle["survey"]["sheets"].as_array_mut().unwrap() {
            for answer in sheet["answers"].as_object_mut().unwrap().values_mut() {
                answer["sure"] = true.into();
            }
        }
    }];

    #[test]
    fn a_later_version_reads_this_one_through_its_step() {
        let now = read(FIXTURE).unwrap();
        let later = read_with(FIXTURE, TO_VERSION_2).unwrap();
        // The fingerprint fits what stands in the file, before the step.
        assert_eq!(later.warnings, []);
        assert_eq!(
            later.survey.head.title,
            now.survey.head.title.to_uppercase()
        );
        let sure = |answer: &crate::model::Answer| answer.extra.get("sure").cloned();
        let answers = later.survey.sheets[0].answers.values();
        assert!(answers.map(sure).all(|sure| sure == Some(true.into())));
        assert_eq!(later.base, now.base);
        assert_ne!(later.fingerprint, now.fingerprint);

        let changed = String::from_utf8(FIXTURE.to_vec()).unwrap();
        let changed = changed.replacen("Indagine pilota", "Altro titolo", 1);
        let later = read_with(changed.as_bytes(), TO_VERSION_2).unwrap();
        assert!(matches!(
            later.warnings[..],
            [Warning::FingerprintMismatch { .. }]
        ));
        assert_eq!(later.survey.head.title, "ALTRO TITOLO");
    }

    #[test]
    fn a_later_version_takes_no_step_for_its_own_bundles() {
        let text = String::from_utf8(FIXTURE.to_vec()).unwrap();
        let text = text.replacen("\"format\": 1", "\"format\": 2", 1);
        let later = read_with(text.as_bytes(), TO_VERSION_2).unwrap();
        assert_eq!(later.survey, read(FIXTURE).unwrap().survey);
        let refusal = read(text.as_bytes()).unwrap_err();
        let (format, kind) = (2, None);
        assert_eq!(refusal, Refusal::TooNew { format, kind });
    }

    #[test]
    fn an_older_bundle_is_held_to_the_same_rules() {
        let text = String::from_utf8(FIXTURE.to_vec()).unwrap();
        let text = text.replacen("\"status\":", "\"status\": \"draft\", \"status\":", 1);
        let refusal = read_with(text.as_bytes(), TO_VERSION_2).unwrap_err();
        let place = "survey.sheets[0].status".into();
        let problem = super::super::Damage::Twice;
        assert_eq!(refusal, Refusal::Damaged { place, problem });
    }

    const TEST_STEPS: &[Step] = &[
        |bundle| bundle["steps"] = json!(["1 to 2"]),
        |bundle| {
            bundle["steps"]
                .as_array_mut()
                .unwrap()
                .push("2 to 3".into())
        },
    ];

    #[track_caller]
    fn check(mut bundle: Value, format: u64, expected: Value) {
        climb(&mut bundle, format, TEST_STEPS);
        assert_eq!(bundle, expected);
    }

    #[test]
    fn an_older_bundle_takes_every_step_from_its_own_version_on() {
        check(json!({}), 1, json!({"steps": ["1 to 2", "2 to 3"]}));
        check(json!({"steps": []}), 2, json!({"steps": ["2 to 3"]}));
    }

    #[test]
    fn a_current_bundle_is_not_touched() {
        check(json!({"a": 1}), 3, json!({"a": 1}));
    }
}
