//! JSON of the model's records.
//!
//! [`record!`] declares a struct together with its JSON: fields that must be
//! there, fields that may be left out, and beside them every field that this
//! version does not know, kept as it came. [`named!`] does the same for an enum
//! whose values are names.
//!
//! The records pass through [`Value`]. A derived parser with a flattened rest
//! for each of them was three times the code: `docs/adr/0006-records-through-values.md`.

mod macros;
mod reader;
#[cfg(test)]
mod tests;
mod values;

pub(crate) use macros::{named, record, tagged, through_value};
pub use reader::Reader;

use super::Extra;
use serde_json::{Map, Value};
use std::fmt;

/// A JSON value that is not what a record needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// Where: `sheets[3].answers.q2.state`; empty for the value as a whole.
    pub path: String,
    /// What should stand there.
    pub expected: &'static str,
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}", self.expected)?;
        match self.path.as_str() {
            "" => Ok(()),
            path => write!(f, " at {path}"),
        }
    }
}

/// Something that is read from JSON and written to it.
pub trait Json {
    /// What stands here until a value is read.
    fn blank() -> Self
    where
        Self: Sized;

    /// Reads a value into this one, which is blank or a default. What is not
    /// as it should be is noted with the reader, and the whole is thrown away
    /// in the end. So no record has to clean up after half of it was read.
    fn fill(&mut self, value: Value, reader: &mut Reader);

    /// The value that reads back as the same.
    fn to_json(&self) -> Value;

    /// Whether the value of an optional field is that of its default, so that
    /// it need not be written: false, 0 or empty, if not said otherwise.
    fn says_nothing(&self, value: &Value) -> bool {
        is_empty(value)
    }

    /// Reads a value; says where it is not what it should be.
    fn from_json(value: Value) -> Result<Self, Misfit>
    where
        Self: Sized,
    {
        let mut reader = Reader::default();
        let mut read = Self::blank();
        read.fill(value, &mut reader);
        reader.done(read)
    }
}

/// A list, whatever the type of its items.
trait List {
    /// Adds one more, to be read into.
    fn add(&mut self) -> Option<&mut dyn Json>;

    /// An item, to be written.
    fn item(&self, index: usize) -> Option<&dyn Json>;
}

impl<T: Json> List for Vec<T> {
    fn add(&mut self) -> Option<&mut dyn Json> {
        self.push(T::blank());
        self.last_mut().map(|item| item as _)
    }

    fn item(&self, index: usize) -> Option<&dyn Json> {
        self.get(index).map(|item| item as _)
    }
}

#[inline(never)]
fn fill_list(list: &mut dyn List, value: Value, reader: &mut Reader) {
    let Value::Array(items) = value else {
        return reader.expected("a list");
    };
    for (index, item) in items.into_iter().enumerate() {
        if let Some(slot) = list.add() {
            reader.enter(&format!("[{index}]"));
            slot.fill(item, reader);
            reader.leave();
        }
    }
}

#[inline(never)]
fn list_value(list: &dyn List) -> Value {
    let mut items = Vec::new();
    while let Some(item) = list.item(items.len()) {
        items.push(item.to_json());
    }
    Value::Array(items)
}

/// An object with a single field.
pub(crate) fn tag(name: &str, content: Value) -> Value {
    let mut fields = Map::new();
    fields.insert(name.into(), content);
    Value::Object(fields)
}

/// Puts in a field that is written only where it says something.
#[inline(never)]
pub(crate) fn put_unless_blank(fields: &mut Extra, name: &'static str, slot: &dyn Json) {
    let value = slot.to_json();
    if !slot.says_nothing(&value) {
        fields.insert(name.into(), value);
    }
}

/// Whether a value is false, 0 or empty.
pub(super) fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Bool(on) => !on,
        Value::Number(number) => number.as_u64() == Some(0),
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
    }
}

/// Puts in a field.
#[inline(never)]
pub(crate) fn put(fields: &mut Extra, name: &'static str, slot: &dyn Json) {
    fields.insert(name.into(), slot.to_json());
}
