//! First step of reading: bytes → text → is it a bundle, and of which
//! version? Then, after migration, text → content.

use super::envelope::TYPE;
use super::{Damage, Refusal};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::Value;
use serde_json::error::Category;

/// How many bytes of a broken text are searched for the mark of a bundle.
const MARK_WITHIN: usize = 4096;

/// The text of a file: UTF-8 without its byte order mark.
pub(super) fn text(bytes: &[u8]) -> Result<&str, Refusal> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let good = std::str::from_utf8(good).unwrap_or_default();
        let line = good.matches('\n').count() + 1;
        let column = good.len() - good.rfind('\n').map_or(0, |at| at + 1) + 1;
        if begins_like_a_bundle(good) {
            damaged(String::new(), Damage::NotUtf8 { line, column })
        } else {
            Refusal::NotJson { line, column }
        }
    })
}

/// What every version of a bundle says of itself, in any order and whatever
/// else it holds.
#[derive(Deserialize)]
pub(super) struct Header {
    #[serde(default)]
    r#type: Value,
    #[serde(default)]
    format: Value,
    #[serde(default)]
    kind: Value,
}

impl Header {
    /// The format version, where it is a whole number.
    pub(super) fn format(&self) -> Option<u64> {
        self.format.as_u64()
    }

    /// The kind, where it is text.
    pub(super) fn kind(&self) -> Option<&str> {
        self.kind.as_str()
    }
}

/// Reads the header of a text that is JSON from beginning to end. What else
/// there is is skipped without recursion, so that a newer bundle is known as
/// one however it is nested.
pub(super) fn header(text: &str) -> Result<Header, Refusal> {
    let broken = |error: serde_json::Error| {
        let (line, column) = (error.line(), error.column());
        match (begins_like_a_bundle(text), error.classify()) {
            (false, _) => Refusal::NotJson { line, column },
            (true, Category::Eof) => damaged(String::new(), Damage::CutOff { line, column }),
            (true, _) => damaged(String::new(), Damage::Syntax { line, column }),
        }
    };
    serde_json::from_str::<IgnoredAny>(text).map_err(broken)?;
    // A derived struct would take an array for an object.
    if !text.trim_start().starts_with('{') {
        return Err(Refusal::NotABundle);
    }
    // From here on it is JSON; what fails is a header with the same field
    // twice or with something in it that no header holds.
    let header: Header = serde_json::from_str(text).map_err(|error| match broken(error) {
        Refusal::NotJson { .. } => Refusal::NotABundle,
        refusal => refusal,
    })?;
    if header.r#type == TYPE {
        Ok(header)
    } else {
        Err(Refusal::NotABundle)
    }
}

/// A text that is known to be JSON, as a value. What fails is nested deeper
/// than anything in a bundle.
pub(super) fn value(text: &str) -> Result<Value, Refusal> {
    serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        damaged(String::new(), Damage::Syntax { line, column })
    })
}

fn damaged(place: String, problem: Damage) -> Refusal {
    Refusal::Damaged { place, problem }
}

/// Whether a text that is not whole was a bundle: an object that says so near
/// its start.
fn begins_like_a_bundle(text: &str) -> bool {
    let text = text.trim_start();
    if !text.starts_with('{') {
        return false;
    }
    let start = &text[..text.floor_char_boundary(MARK_WITHIN)];
    start.match_indices("\"type\"").any(|(at, key)| {
        let after = start[at + key.len()..].trim_start();
        let value = after.strip_prefix(':').map(str::trim_start);
        let value = value.and_then(|v| v.strip_prefix('"'));
        value
            .and_then(|v| v.strip_prefix(TYPE))
            .is_some_and(|v| v.starts_with('"'))
    })
}
