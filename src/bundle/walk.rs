//! A walk through a text that is known to be JSON.
//!
//! It gives what any reader of JSON gives, and is stricter: a field that stands
//! twice in one object is told (the first value would be lost), and so is what
//! goes beyond the limits, each with its place. Lists and objects can be taken
//! apart without being read, so that no more of a bundle than one sheet exists
//! twice.

use super::limits::{Limited, MAX_DEPTH, MAX_FIELDS, MAX_ITEMS, MAX_TEXT};
use super::{Damage, Refusal, canonical};
use crate::model::{Extra, sort_by};
use serde_json::{Number, Value};

/// What is wrong with a text, and the way to it, innermost part first.
#[derive(Debug)]
pub(super) struct Fault {
    path: Vec<String>,
    problem: Damage,
}

impl Fault {
    fn at(mut self, part: impl Into<String>) -> Self {
        self.path.push(part.into());
        self
    }

    /// The refusal, with the place below `above`.
    pub fn below(self, above: &str) -> Refusal {
        let mut place = String::from(above);
        for part in self.path.iter().rev() {
            if !place.is_empty() && !part.starts_with('[') {
                place.push('.');
            }
            place.push_str(part);
        }
        let problem = self.problem;
        Refusal::Damaged { place, problem }
    }
}

impl From<Damage> for Fault {
    fn from(problem: Damage) -> Self {
        let path = Vec::new();
        Self { path, problem }
    }
}

/// What serde_json calls its own ways to pass numbers and raw text: an object
/// with such a field would be taken for one of them when it is read again.
const RESERVED: &str = "$serde_json::private::";

/// The value that a text holds; `depth` levels of nesting are around it.
pub(super) fn value(text: &str, depth: usize) -> Result<Value, Fault> {
    Walk::new(text, depth).value()
}

/// The fields of an object in the canonical order of their names, each with the text of
/// its value; the same name may stand there twice ([`twice`]).
pub(super) fn fields(text: &str) -> Result<Vec<(String, &str)>, Fault> {
    let mut found = Vec::new();
    let mut walk = Walk::new(text, 0);
    walk.object(&mut |walk, name| {
        found.push((name, walk.skip()));
        Ok(())
    })?;
    sort_by(&mut found, |a, b| canonical::order(&a.0, &b.0));
    Ok(found)
}

/// The first name that stands twice among sorted fields.
pub(super) fn twice<'a>(fields: &'a [(String, &str)]) -> Option<&'a str> {
    let mut pairs = fields.windows(2);
    let same = pairs.find(|pair| pair[0].0 == pair[1].0)?;
    Some(&same[0].0)
}

/// The texts of a list's items, if it is a list.
pub(super) fn items(text: &str) -> Result<Option<Vec<&str>>, Fault> {
    let mut walk = Walk::new(text, 0);
    if walk.next() != b'[' {
        return Ok(None);
    }
    let mut found = Vec::new();
    walk.list(&mut |walk, _| {
        found.push(walk.skip());
        Ok(())
    })?;
    Ok(Some(found))
}

struct Walk<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl<'a> Walk<'a> {
    fn new(text: &'a str, depth: usize) -> Self {
        Self { text, at: 0, depth }
    }

    /// The byte here; 0 at the end.
    fn byte(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    /// The byte where the next word begins.
    fn next(&mut self) -> u8 {
        while matches!(self.byte(), b' ' | b'\t' | b'\r' | b'\n') {
            self.at += 1;
        }
        self.byte()
    }

    /// The text from a place to here.
    fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    fn value(&mut self) -> Result<Value, Fault> {
        match self.next() {
            b'{' => {
                let mut map = Extra::new();
                self.object(&mut |walk, name| {
                    if map.contains_key(&name) {
                        return Err(Damage::Twice.into());
                    }
                    let value = walk.value()?;
                    map.insert(name, value);
                    Ok(())
                })?;
                Ok(Value::Object(map))
            }
            b'[' => {
                let mut list = Vec::new();
                self.list(&mut |walk, _| {
                    list.push(walk.value()?);
                    Ok(())
                })?;
                Ok(Value::Array(list))
            }
            b'"' => self.string().map(Value::String),
            _ => match self.skip() {
                "true" => Ok(true.into()),
                "false" => Ok(false.into()),
                "null" => Ok(Value::Null),
                number => number
                    .parse::<Number>()
                    .map(Value::Number)
                    .map_err(|_| unfit("a number")),
            },
        }
    }

    /// Calls `each` for every field, standing before its value.
    fn object(
        &mut self,
        each: &mut dyn FnMut(&mut Self, String) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let mut count = 0;
        self.enter()?;
        while self.next() == b'"' {
            count += 1;
            if count > MAX_FIELDS {
                return Err(Limited::Fields.over(MAX_FIELDS).into());
            }
            let name = self.string()?;
            if name.starts_with(RESERVED) {
                return Err(unfit("another name of this field").at(name));
            }
            self.pass(b':');
            let shown = name.clone();
            each(self, name).map_err(|fault| fault.at(shown))?;
            self.pass(b',');
        }
        self.leave();
        Ok(())
    }

    /// Calls `each` for every item, standing before it.
    fn list(
        &mut self,
        each: &mut dyn FnMut(&mut Self, usize) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let mut count = 0;
        self.enter()?;
        while !matches!(self.next(), b']' | 0) {
            if count == MAX_ITEMS {
                return Err(Limited::Items.over(MAX_ITEMS).into());
            }
            each(self, count).map_err(|fault| fault.at(format!("[{count}]")))?;
            count += 1;
            self.pass(b',');
        }
        self.leave();
        Ok(())
    }

    fn enter(&mut self) -> Result<(), Fault> {
        self.at += 1;
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Limited::Depth.over(MAX_DEPTH).into());
        }
        Ok(())
    }

    fn leave(&mut self) {
        self.at += 1;
        self.depth -= 1;
    }

    /// Passes a sign, if it is the next one.
    fn pass(&mut self, sign: u8) {
        if self.next() == sign {
            self.at += 1;
        }
    }

    /// Passes a text in quotes.
    fn quoted(&mut self) -> &'a str {
        let start = self.at;
        self.at += 1;
        while !matches!(self.byte(), b'"' | 0) {
            self.at += if self.byte() == b'\\' { 2 } else { 1 };
        }
        self.at += 1;
        self.since(start)
    }

    fn string(&mut self) -> Result<String, Fault> {
        let quoted = self.quoted();
        let inside = quoted.get(1..quoted.len().saturating_sub(1));
        let text: String = match inside {
            Some(plain) if !plain.contains('\\') => plain.into(),
            // What does not fit here is half of a pair of UTF-16.
            _ => serde_json::from_str(quoted).map_err(|_| Damage::HalfCharacter)?,
        };
        if text.len() > MAX_TEXT && text.chars().count() > MAX_TEXT {
            return Err(Limited::Text.over(MAX_TEXT).into());
        }
        Ok(text)
    }

    /// Passes a value of any depth; gives its text.
    fn skip(&mut self) -> &'a str {
        self.next();
        let start = self.at;
        let mut open = 0_usize;
        loop {
            match self.byte() {
                b'"' => {
                    self.quoted();
                }
                b'{' | b'[' => {
                    open += 1;
                    self.at += 1;
                }
                b'}' | b']' if open > 0 => {
                    open -= 1;
                    self.at += 1;
                }
                0 | b'}' | b']' | b',' if open == 0 => return self.since(start),
                b' ' | b'\t' | b'\r' | b'\n' if open == 0 => return self.since(start),
                0 => return self.since(start),
                _ => {
                    self.at += 1;
                    continue;
                }
            }
            if open == 0 {
                return self.since(start);
            }
        }
    }
}

fn unfit(expected: &'static str) -> Fault {
    Damage::Unfit { expected }.into()
}
