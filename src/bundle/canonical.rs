//! The canonical form (RFC 8785) of a survey, and its fingerprint.
//!
//! Two files with the same content have the same fingerprint, whatever the
//! order of their keys and the way their numbers are written. It proves that
//! nothing changed on the way, not who wrote it.
//!
//! The writer is our own and the tests hold it against the library: what that
//! brings along costs a tenth of the page (`docs/adr/0008-canonical-writer.md`).

use super::number::as_in_javascript;
use crate::model::json::{Out, value_of};
use crate::model::{Json, Raw, Survey, sort_by};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::cmp::Ordering;
use std::fmt;

/// SHA-256 of a survey's canonical form, as 64 lower-case hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// How many digits people compare.
    const SHORT: usize = 12;

    /// The first twelve digits, for people to compare.
    pub fn short(&self) -> &str {
        self.0.get(..Self::SHORT).unwrap_or(&self.0)
    }

    /// A fingerprint as [`Fingerprint::to_string`] writes it; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let digit = |sign: u8| matches!(sign, b'0'..=b'9' | b'a'..=b'f');
        (text.len() == 64 && text.bytes().all(digit)).then(|| Self(text.into()))
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
/// envelope, export date and issued versions.
pub fn fingerprint(survey: &Survey) -> Fingerprint {
    let mut head = survey.head.clone();
    head.issued = Raw::default();
    let mut names = vec![HEAD, SHEETS];
    names.extend(survey.extra.keys().map(String::as_str));
    sort_by(&mut names, |a, b| order(a, b));
    let mut digest = Running::default();
    for name in names {
        digest.field(name);
        match name {
            HEAD => digest.record(&head),
            // Sheet by sheet: all of them as text would take many times their memory.
            SHEETS => {
                digest.sign('[');
                for (index, sheet) in survey.sheets.iter().enumerate() {
                    if index > 0 {
                        digest.sign(',');
                    }
                    digest.record(sheet);
                }
                digest.sign(']');
            }
            _ => digest.value(survey.extra.get(name).unwrap_or(&Value::Null)),
        }
    }
    digest.done()
}

/// The same of a survey's JSON.
pub(super) fn of_survey(survey: &Value) -> Fingerprint {
    let Value::Object(fields) = survey else {
        return of_value(survey);
    };
    let mut digest = Running::default();
    for (name, value) in in_order(fields) {
        digest.field(name);
        digest.value(value);
    }
    digest.done()
}

/// The same of any JSON value.
pub(super) fn of_value(value: &Value) -> Fingerprint {
    of_digest(&Sha256::digest(canonical(value).as_bytes()))
}

/// The same of a text that is in canonical form already.
pub(super) fn of_text(text: &str) -> Fingerprint {
    let mut digest = Sha256::default();
    in_pieces(&mut digest, text);
    of_digest(&digest.finalize())
}

fn in_pieces(digest: &mut Sha256, text: &str) {
    for piece in text.as_bytes().chunks(PIECE) {
        digest.update(piece);
    }
}

/// The fingerprint whose bytes these are.
pub(super) fn of_digest(digest: &[u8]) -> Fingerprint {
    Fingerprint(digest.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// What a fingerprint leaves out of a head: issuing a version does not change
/// what is in it.
const ISSUED: [&str; 2] = [HEAD, "issued"];

/// Bytes that are digested at a time. A browser runs the quick code that it makes of a
/// function from the next call on: digested in one call, a large file would not see it.
const PIECE: usize = 16_384;

/// The field of a survey that holds its head.
pub(super) const HEAD: &str = "head";

/// The field of a survey that holds its sheets.
pub(super) const SHEETS: &str = "sheets";

/// Order of the names of fields: that of their UTF-16 code units.
pub(super) fn order(a: &str, b: &str) -> Ordering {
    a.encode_utf16().cmp(b.encode_utf16())
}

/// The fingerprint of an object whose fields come one by one, in order.
#[derive(Default)]
pub(super) struct Running {
    digest: Sha256,
    text: String,
    begun: bool,
    in_head: bool,
}

impl Running {
    /// Begins a field.
    pub fn field(&mut self, name: &str) {
        self.sign(if self.begun { ',' } else { '{' });
        self.begun = true;
        self.in_head = name == ISSUED[0];
        self.text.push_str(&Value::from(name).to_string());
        self.sign(':');
    }

    /// The value of the field.
    pub fn value(&mut self, value: &Value) {
        match value {
            Value::Object(fields) if self.in_head => {
                let content = in_order(fields).into_iter();
                write_fields(
                    content.filter(|(name, _)| *name != ISSUED[1]),
                    &mut self.text,
                );
            }
            _ => write(value, &mut self.text),
        }
        self.digest.update(self.text.as_bytes());
        self.text.clear();
    }

    /// A value that is written in the canonical form already.
    pub fn written(&mut self, text: &str) {
        self.digest.update(self.text.as_bytes());
        self.text.clear();
        in_pieces(&mut self.digest, text);
    }

    /// A record.
    fn record(&mut self, record: &dyn Json) {
        let before = self.text.len();
        let mut out = Out::after(std::mem::take(&mut self.text));
        record.write(&mut out);
        if out.canonical {
            self.digest.update(out.text.as_bytes());
            out.text.clear();
        } else {
            out.text.truncate(before);
            write(&value_of(record), &mut out.text);
        }
        self.text = out.text;
    }

    /// One item of a list; the signs around the list are [`sign`](Self::sign)s.
    pub fn item(&mut self, index: usize, item: &Value) {
        if index > 0 {
            self.sign(',');
        }
        self.value(item);
    }

    /// A sign between values.
    pub fn sign(&mut self, sign: char) {
        self.text.push(sign);
    }

    /// The fingerprint of what has come.
    pub fn done(mut self) -> Fingerprint {
        if !self.begun {
            self.sign('{');
        }
        self.sign('}');
        self.digest.update(self.text.as_bytes());
        of_digest(&self.digest.finalize())
    }
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
        Value::Object(fields) => write_fields(in_order(fields).into_iter(), text),
        // Written by the library as JavaScript does: short escapes where there
        // are any, `\u00xx` for other control characters, all else as it is.
        Value::Null | Value::Bool(_) | Value::String(_) => text.push_str(&value.to_string()),
    }
}

/// Fields in the order of the UTF-16 code units of their names.
fn in_order(fields: &Map<String, Value>) -> Vec<(&String, &Value)> {
    let mut fields: Vec<(&String, &Value)> = fields.iter().collect();
    // The map is in the order of code points, which differs only beyond U+D7FF.
    if fields
        .iter()
        .any(|(name, _)| name.chars().any(|c| c > '\u{d7ff}'))
    {
        sort_by(&mut fields, |a, b| order(a.0, b.0));
    }
    fields
}

fn write_fields<'v>(fields: impl Iterator<Item = (&'v String, &'v Value)>, text: &mut String) {
    text.push('{');
    for (index, (name, value)) in fields.enumerate() {
        if index > 0 {
            text.push(',');
        }
        text.push_str(&Value::from(name.as_str()).to_string());
        text.push(':');
        write(value, text);
    }
    text.push('}');
}
