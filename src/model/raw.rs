//! A record whose reading waits until somebody needs it.
//!
//! What a sheet and its results do not need costs them no code: it is kept as
//! the JSON that it came as, and read by the part of the program that works with
//! it. Reading a bundle tries it ([`Raw::read`]), so that what is kept is sound.

use super::json::{Out, Reading, Text};
use super::{Json, Misfit};
use serde_json::Value;
use std::fmt;
use std::marker::PhantomData;

/// The JSON of a `T`.
pub struct Raw<T> {
    value: Value,
    of: PhantomData<fn() -> T>,
}

impl<T: Json> Raw<T> {
    /// Keeps a record.
    pub fn new(record: &T) -> Self {
        Self::of_value(record.to_json())
    }

    /// Reads it; says where it is not what it should be.
    pub fn read(&self) -> Result<T, Misfit> {
        T::from_json(self.value.clone())
    }
}

impl<T> Raw<T> {
    fn of_value(value: Value) -> Self {
        Self {
            value,
            of: PhantomData,
        }
    }

    /// Whether nothing stood there at all.
    pub const fn is_null(&self) -> bool {
        matches!(self.value, Value::Null)
    }

    /// Whether nothing is kept.
    pub fn is_empty(&self) -> bool {
        super::json::is_empty(&self.value)
    }
}

impl<T: Json> Raw<Vec<T>> {
    /// Adds a record at the end of the list, without reading the others.
    pub fn push(&mut self, record: &T) {
        match &mut self.value {
            Value::Array(list) => list.push(record.to_json()),
            other => *other = Value::Array(vec![record.to_json()]),
        }
    }
}

impl<T: Json + Default> Raw<T> {
    /// Reads it; where nothing is kept, or nothing that can be read, the default.
    pub fn or_default(&self) -> T {
        if self.is_empty() {
            return T::default();
        }
        self.read().unwrap_or_default()
    }
}

// Not derived: none of this asks anything of `T`.
impl<T> Default for Raw<T> {
    fn default() -> Self {
        Self::of_value(Value::Null)
    }
}

impl<T> Clone for Raw<T> {
    fn clone(&self) -> Self {
        Self::of_value(self.value.clone())
    }
}

/// Two that keep nothing are the same, whether nothing stood there or an empty
/// list: neither is written.
impl<T> PartialEq for Raw<T> {
    fn eq(&self, other: &Self) -> bool {
        self.is_empty() && other.is_empty() || self.value == other.value
    }
}

impl<T> fmt::Debug for Raw<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.value, f)
    }
}

impl<T> Json for Raw<T> {
    fn blank() -> Self {
        Self::default()
    }

    fn read(&mut self, text: &mut Text) -> Reading<()> {
        self.value = text.value()?;
        Ok(())
    }

    fn write(&self, out: &mut Out) {
        out.value(&self.value);
    }

    fn is_silent(&self) -> bool {
        self.is_empty()
    }
}
