//! First step of reading: bytes → text → is it a bundle, and of which
//! version?

use super::envelope::TYPE;
use super::{Damage, Refusal, foreign, walk};
use serde::de::IgnoredAny;
use serde_json::Value;
use serde_json::error::Category;
use std::borrow::Cow;

/// How many bytes of a broken text are searched for the mark of a bundle.
const MARK_WITHIN: usize = 4096;

/// The text of a file, without its byte order mark: UTF-8, or UTF-16 where the
/// mark says so, as some editors save it.
pub(super) fn text(bytes: &[u8]) -> Result<Cow<'_, str>, Refusal> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => return wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => return wide(rest, u16::from_be_bytes),
        _ => {}
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
        not_text(std::str::from_utf8(good).unwrap_or_default(), bytes)
    })?;
    Ok(Cow::Borrowed(text))
}

/// The text of UTF-16.
fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Cow<'_, str>, Refusal> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::new();
    for c in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        match c {
            Ok(c) => text.push(c),
            Err(_) => return Err(not_text(&text, bytes)),
        }
    }
    if rest.is_empty() {
        Ok(Cow::Owned(text))
    } else {
        Err(not_text(&text, bytes))
    }
}

/// The refusal of bytes that are no text after what is good of them.
fn not_text(good: &str, bytes: &[u8]) -> Refusal {
    let line = good.matches('\n').count() + 1;
    let column = good.len() - good.rfind('\n').map_or(0, |at| at + 1) + 1;
    if begins_like_a_bundle(good) {
        damaged(String::new(), Damage::NotUtf8 { line, column })
    } else {
        not_json(line, column, bytes)
    }
}

fn not_json(line: usize, column: usize, bytes: &[u8]) -> Refusal {
    let foreign = foreign::of(bytes);
    Refusal::NotJson {
        line,
        column,
        foreign,
    }
}

/// The fields of a bundle, each with the text of its value.
pub(super) struct Envelope<'a>(pub Vec<(String, &'a str)>);

impl<'a> Envelope<'a> {
    /// The text of a field's value.
    pub fn get(&self, wanted: &str) -> Option<&'a str> {
        let found = self.0.iter().find(|(name, _)| name == wanted);
        found.map(|(_, text)| *text)
    }

    fn value(&self, name: &str) -> Option<Value> {
        walk::value(self.get(name)?, 1).ok()
    }

    /// The format version, where it is a whole number.
    pub fn format(&self) -> Option<u64> {
        self.value("format")?.as_u64()
    }

    /// The kind, where it is text.
    pub fn kind(&self) -> Option<String> {
        self.value("kind")?.as_str().map(String::from)
    }
}

/// Opens a text that is JSON from beginning to end, and a bundle. What there is
/// in it is skipped without recursion, so that a newer bundle is known as one
/// however it is nested.
pub(super) fn envelope(text: &str) -> Result<Envelope<'_>, Refusal> {
    serde_json::from_str::<IgnoredAny>(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        match (begins_like_a_bundle(text), error.classify()) {
            (false, _) => not_json(line, column, text.as_bytes()),
            (true, Category::Eof) => damaged(String::new(), Damage::CutOff { line, column }),
            (true, _) => damaged(String::new(), Damage::Syntax { line, column }),
        }
    })?;
    // From here on it is JSON.
    if !text.trim_start().starts_with('{') {
        return Err(Refusal::NotABundle);
    }
    let envelope = match walk::fields(text) {
        Ok(fields) => Envelope(fields),
        Err(fault) if begins_like_a_bundle(text) => return Err(fault.below("")),
        Err(_) => return Err(Refusal::NotABundle),
    };
    if envelope.value("type") != Some(TYPE.into()) {
        return Err(Refusal::NotABundle);
    }
    match walk::twice(&envelope.0) {
        Some(name) => Err(damaged(name.into(), Damage::Twice)),
        None => Ok(envelope),
    }
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
