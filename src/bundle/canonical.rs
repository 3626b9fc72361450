//! The canonical form (RFC 8785) of a survey, and its fingerprint.
//!
//! Two files with the same content have the same fingerprint, whatever the
//! order of their keys and the way their numbers are written. It proves that
//! nothing changed on the way, not who wrote it.
//!
//! The writer is our own and the tests hold it against the library: what that
//! brings along costs a tenth of the page (`docs/adr/0008-canonical-writer.md`).

use super::number::as_in_javascript;
use crate::model::{Json, Survey, sort_by};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::fmt;

/// SHA-256 of a survey's canonical form, as 64 lower-case hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// How many digits people compare.
    const SHORT: usize = 12;

    /// The first twelve digits, for people to compare.
    pub fn short(&self) -> &str {
        self.0.get(..Self::SHORT).unwrap_or(&self.0)
    }

    /// As it stands in a file: `sha256:` and all digits.
    pub fn tagged(&self) -> String {
        format!("sha256:{self}")
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Fingerprint of the survey's content: its head and its sheets, without
/// envelope and export date.
pub fn fingerprint(survey: &Survey) -> Fingerprint {
    of_value(&survey.to_json())
}

/// The same of a survey's JSON.
pub(super) fn of_value(survey: &Value) -> Fingerprint {
    let digest = Sha256::digest(canonical(survey).as_bytes());
    Fingerprint(digest.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// The canonical form of any JSON value.
pub fn canonical(value: &Value) -> String {
    let mut text = String::new();
    write(value, &mut text);
    text
}

fn write(value: &Value, text: &mut String) {
    match value {
        Value::Number(number) => text.push_str(&as_in_javascript(&number.to_string())),
        Value::Array(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                write(item, text);
            }
            text.push(']');
        }
        Value::Object(fields) => write_object(fields, text),
        // Written by the library as JavaScript does: short escapes where there
        // are any, `\u00xx` for other control characters, all else as it is.
        Value::Null | Value::Bool(_) | Value::String(_) => text.push_str(&value.to_string()),
    }
}

/// Fields in the order of the UTF-16 code units of their names.
fn write_object(fields: &Map<String, Value>, text: &mut String) {
    let mut fields: Vec<(&String, &Value)> = fields.iter().collect();
    // The map is in the order of code points, which differs only beyond U+D7FF.
    if fields
        .iter()
        .any(|(name, _)| name.chars().any(|c| c > '\u{d7ff}'))
    {
        sort_by(&mut fields, |a, b| {
            a.0.encode_utf16().cmp(b.0.encode_utf16())
        });
    }
    text.push('{');
    for (index, (name, value)) in fields.into_iter().enumerate() {
        if index > 0 {
            text.push(',');
        }
        text.push_str(&Value::from(name.as_str()).to_string());
        text.push(':');
        write(value, text);
    }
    text.push('}');
}
