//! Second step of reading: bring the text of an older format up to the
//! current one, one version at a time; refuse what is newer.
//!
//! The current format is parsed straight into the types. Only an older text is
//! taken apart, moved up step by step, and written again. A step is never
//! edited once its format has been released.

use super::envelope::Kind;
use super::parse::Header;
use super::{Damage, Refusal};
use serde_json::Value;
use std::borrow::Cow;

/// Moves a bundle up by one format version.
type Step = fn(&mut Value);

/// `STEPS[n]` leads from format `n + 1` to format `n + 2`.
const STEPS: &[Step] = &[];

/// The format that is written, and the newest that is read.
pub const CURRENT_FORMAT: u64 = STEPS.len() as u64 + 1;

/// The bundle as a text of the current format.
pub(super) fn to_current<'a>(text: &'a str, header: &Header) -> Result<Cow<'a, str>, Refusal> {
    // A format that is no whole number is held against the current one, whose
    // parser says where the damage is.
    let format = header.format().unwrap_or(CURRENT_FORMAT);
    if format > CURRENT_FORMAT {
        return Err(Refusal::TooNew { format, kind: None });
    }
    if let Some(kind) = header.kind()
        && Kind::of_name(kind).is_none()
    {
        let kind = Some(kind.into());
        return Err(Refusal::TooNew { format, kind });
    }
    climb(text, format, STEPS)
}

/// Takes the steps from `format` up to the one after the last step.
fn climb<'a>(text: &'a str, format: u64, steps: &[Step]) -> Result<Cow<'a, str>, Refusal> {
    let taken = usize::try_from(format.saturating_sub(1)).unwrap_or(usize::MAX);
    let steps = steps.get(taken..).unwrap_or_default();
    if steps.is_empty() {
        return Ok(text.into());
    }
    let mut bundle: Value = serde_json::from_str(text).map_err(|error| Refusal::Damaged {
        place: String::new(),
        problem: Damage::Syntax {
            line: error.line(),
            column: error.column(),
        },
    })?;
    for step in steps {
        step(&mut bundle);
    }
    Ok(bundle.to_string().into())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // the texts of the test are well formed
mod tests {
    use super::*;
    use serde_json::json;

    const TEST_STEPS: &[Step] = &[
        |bundle| bundle["steps"] = json!(["1 to 2"]),
        |bundle| {
            bundle["steps"]
                .as_array_mut()
                .unwrap()
                .push("2 to 3".into())
        },
    ];

    #[test]
    fn an_older_text_takes_every_step_from_its_own_version_on() {
        let taken = |text, format| climb(text, format, TEST_STEPS).unwrap().into_owned();
        assert_eq!(taken("{}", 1), r#"{"steps":["1 to 2","2 to 3"]}"#);
        assert_eq!(taken(r#"{"steps":[]}"#, 2), r#"{"steps":["2 to 3"]}"#);
    }

    #[test]
    fn a_current_text_is_not_touched() {
        let text = "{ \"a\" : 1 }";
        assert!(matches!(climb(text, 3, TEST_STEPS), Ok(Cow::Borrowed(t)) if t == text));
    }
}
