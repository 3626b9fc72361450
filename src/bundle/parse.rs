//! First step of reading: bytes → text → is it a bundle, and of which
//! version?

use super::envelope::{Kind, SURVEY, TYPE};
use super::survey::{self, Read};
use super::{Damage, Refusal, foreign, walk};
use crate::model::json::Text;
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
pub(super) struct Envelope<'a> {
    /// In the canonical order of their names.
    pub fields: Vec<(String, &'a str)>,
    /// The survey, where it was read on the way.
    pub survey: Option<Result<Read<'a>, Refusal>>,
}

impl<'a> Envelope<'a> {
    /// The text of a field's value.
    pub fn get(&self, wanted: &str) -> Option<&'a str> {
        let found = self.fields.iter().find(|(name, _)| name == wanted);
        found.map(|(_, text)| *text)
    }

    /// Takes out a field.
    pub fn take(&mut self, wanted: &str) -> Option<&'a str> {
        let at = self.fields.iter().position(|(name, _)| name == wanted)?;
        Some(self.fields.remove(at).1)
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

    fn is_bundle(&self) -> bool {
        self.value("type") == Some(TYPE.into())
    }

    /// Whether what came so far says that a survey of this format follows.
    fn promises_survey(&self, format: u64) -> bool {
        let kind = self.kind().as_deref().and_then(Kind::of_name);
        let holds_one = kind.is_some_and(|kind| kind != Kind::Backup);
        holds_one && self.format() == Some(format) && self.is_bundle()
    }
}

/// Opens a text that is a bundle. Its survey, where it is of the `format` that is read
/// without steps, is read on the way: so the text is walked through once. All else
/// is skipped, however it is nested, so that a newer bundle is known as one. Whether
/// what was skipped is JSON is known to who reads it, or asks [`syntax`].
pub(super) fn envelope<'a>(
    text: &'a str,
    format: u64,
    tell: &mut dyn FnMut(usize),
) -> Result<Envelope<'a>, Refusal> {
    let mut found = Envelope {
        fields: Vec::new(),
        survey: None,
    };
    let mut walk = Text::of_file(text, 0);
    if walk.next() != b'{' {
        return Err(Refusal::NotABundle);
    }
    let fields = walk.object(&mut |walk, name| {
        let begins = walk.next();
        let start = walk.position();
        if name == SURVEY && begins == b'{' && found.promises_survey(format) {
            let survey = survey::read(walk, tell);
            if survey.is_err() {
                walk.go_back(start);
                walk.skip();
            }
            found.survey = Some(survey);
            found.fields.push((name.into(), walk.since(start)));
        } else {
            found.fields.push((name.into(), walk.skip()));
        }
        Ok(())
    });
    match fields.and_then(|()| walk.end()) {
        Ok(()) => {}
        Err(fault) if begins_like_a_bundle(text) => return Err(Refusal::of_fault(&fault, "")),
        Err(_) => return Err(Refusal::NotABundle),
    }
    let twice = walk::sorted(&mut found.fields).map(String::from);
    match twice {
        _ if !found.is_bundle() => Err(Refusal::NotABundle),
        Some(name) => Err(damaged(name, Damage::Twice)),
        None => Ok(found),
    }
}

/// Refuses a text that is not JSON from beginning to end, with the place.
pub(super) fn syntax(text: &str) -> Result<(), Refusal> {
    serde_json::from_str::<IgnoredAny>(text)
        .map(|_| ())
        .map_err(|error| {
            let (line, column) = (error.line(), error.column());
            match (begins_like_a_bundle(text), error.classify()) {
                (false, _) => not_json(line, column, text.as_bytes()),
                (true, Category::Eof) => damaged(String::new(), Damage::CutOff { line, column }),
                (true, _) => damaged(String::new(), Damage::Syntax { line, column }),
            }
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
