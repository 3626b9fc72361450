//! JSON of the model's records.
//!
//! [`record!`] declares a struct together with its JSON: fields that must be
//! there, fields that may be left out, and beside them every field that this
//! version does not know, kept as it came. [`named!`] does the same for an enum
//! whose values are names.
//!
//! Text is read straight into the records ([`Text`]), and written straight from
//! them ([`Out`]). One piece of code reads the fields of all records, another
//! writes them: `docs/adr/0006-records-through-values.md`.

mod fault;
mod fields;
mod macros;
mod number;
mod out;
#[cfg(test)]
mod tests;
mod text;
mod values;

pub use fault::{Fault, Limited, MAX_TEXT, Reading, Wrong, unfit};
pub use fields::{Field, Mode, in_order};
pub(crate) use fields::{read_record, record_is_silent};
pub(crate) use macros::{named, record, tagged, through_value, wrapping};
pub use out::Out;
pub use text::{Known, Text};
pub use values::Name;

use serde_json::Value;
use std::fmt;

/// JSON that is not what a record needs.
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

impl From<Box<Fault>> for Misfit {
    fn from(fault: Box<Fault>) -> Self {
        Self {
            path: fault.place(""),
            expected: match fault.wrong {
                Wrong::Unfit(expected) => expected,
                _ => "sound JSON",
            },
        }
    }
}

/// Something that is read from JSON and written to it.
pub trait Json {
    /// What stands here until a value is read.
    fn blank() -> Self
    where
        Self: Sized;

    /// Reads what stands next in a text into this one, which is blank or a
    /// default. Where that fails the whole is thrown away; so no record has to
    /// clean up after half of it was read.
    fn read(&mut self, text: &mut Text) -> Reading<()>;

    /// Adds itself to a text, so that it reads back as the same.
    fn write(&self, out: &mut Out);

    /// The value that reads back as the same.
    fn to_json(&self) -> Value
    where
        Self: Sized,
    {
        value_of(self)
    }

    /// Whether an optional field that holds this need not be written: false, 0 or
    /// empty, if not said otherwise.
    fn is_silent(&self) -> bool;

    /// The text that reads back as the same, in the canonical order of its fields.
    fn to_text(&self) -> String {
        let mut out = Out::default();
        self.write(&mut out);
        out.text
    }

    /// Reads a text that this program has written; says where it is not what it
    /// should be.
    fn from_text(text: &str) -> Result<Self, Misfit>
    where
        Self: Sized,
    {
        Self::from_text_after(text, &mut Known::default())
    }

    /// The same for one of many records, whose ids share their memory with those that
    /// were met before.
    fn from_text_after(text: &str, known: &mut Known) -> Result<Self, Misfit>
    where
        Self: Sized,
    {
        let mut read = Self::blank();
        let mut text = Text::own_after(text, known);
        read.read(&mut text)?;
        text.end()?;
        *known = text.into_known();
        Ok(read)
    }

    /// Reads a value; says where it is not what it should be.
    fn from_json(value: Value) -> Result<Self, Misfit>
    where
        Self: Sized,
    {
        // Not by the library's own way: it brings a kilobyte along.
        let mut out = Out::default();
        out.value(&value);
        Self::from_text(&out.text)
    }
}

/// The value that reads back as the same. It is read from the text: few records are
/// asked for it, and each would bring along how it becomes one.
pub fn value_of(record: &dyn Json) -> Value {
    let mut out = Out::default();
    record.write(&mut out);
    // What was written is sound, and nothing of it stands twice.
    Text::own(&out.text).value().unwrap_or_default()
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
        if self.is_empty() {
            // Most lists have one item: that alone takes room.
            self.reserve_exact(1);
        }
        self.push(T::blank());
        self.last_mut().map(|item| item as _)
    }

    fn item(&self, index: usize) -> Option<&dyn Json> {
        self.get(index).map(|item| item as _)
    }
}

#[inline(never)]
fn read_list(list: &mut dyn List, text: &mut Text) -> Reading<()> {
    text.list(&mut |text, _| match list.add() {
        Some(slot) => slot.read(text),
        None => Ok(()),
    })
}

#[inline(never)]
fn write_list(list: &dyn List, out: &mut Out) {
    let mut index = 0;
    out.list(std::iter::from_fn(|| {
        index += 1;
        list.item(index - 1)
    }));
}

/// Writes an object with a single field.
pub(crate) fn write_tag(out: &mut Out, name: &str, content: &dyn Json) {
    out.text.push('{');
    out.name(0, name);
    content.write(out);
    out.text.push('}');
}

/// Reads an object with a single field: `read` is called with its name, standing before
/// its value.
pub(crate) fn read_tag(
    text: &mut Text,
    read: &mut dyn FnMut(&mut Text, &str) -> Reading<()>,
) -> Reading<()> {
    let expected = "an object with one field";
    let mut count = 0;
    text.object(&mut |text, name| {
        count += 1;
        if count > 1 {
            return unfit(expected);
        }
        read(text, name)
    })?;
    if count == 0 { unfit(expected) } else { Ok(()) }
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
