//! Reading a value: where it stands, and the first thing that does not fit.

use super::{Json, Misfit};
use crate::model::Extra;
use serde_json::Value;

/// Where reading stands, and the first thing that was not as it should be.
#[derive(Default)]
pub struct Reader {
    path: Vec<String>,
    first: Option<Misfit>,
}

impl Reader {
    /// What was read, unless something was noted.
    pub(crate) fn done<T>(self, read: T) -> Result<T, Misfit> {
        match self.first {
            None => Ok(read),
            Some(misfit) => Err(misfit),
        }
    }

    /// Notes that something else should stand here.
    pub(crate) fn expected(&mut self, expected: &'static str) {
        if self.first.is_none() {
            let mut path = String::new();
            for part in &self.path {
                if !path.is_empty() && !part.starts_with('[') {
                    path.push('.');
                }
                path.push_str(part);
            }
            self.first = Some(Misfit { path, expected });
        }
    }

    /// The text of a value.
    pub(super) fn text(&mut self, value: Value, expected: &'static str) -> String {
        match value {
            Value::String(text) => text,
            _ => {
                self.expected(expected);
                String::new()
            }
        }
    }

    /// The fields of an object.
    pub(crate) fn object(&mut self, value: Value) -> Extra {
        match value {
            Value::Object(fields) => fields,
            _ => {
                self.expected("an object");
                Extra::new()
            }
        }
    }

    /// Name and content of an object with a single field, as `{"text": "…"}`.
    pub(crate) fn tagged(&mut self, value: Value) -> (String, Value) {
        let mut fields = self.object(value).into_iter();
        match (fields.next(), fields.next()) {
            (Some(field), None) => field,
            _ => {
                self.expected("an object with one field");
                (String::new(), Value::Null)
            }
        }
    }

    /// Reads what stands under a name.
    pub(crate) fn inside<T: Json>(&mut self, name: &str, value: Value) -> T {
        let mut read = T::blank();
        self.enter(name);
        read.fill(value, self);
        self.leave();
        read
    }

    /// Goes to what stands under a name.
    #[inline(never)]
    pub(crate) fn enter(&mut self, name: &str) {
        self.path.push(name.into());
    }

    /// Goes back.
    #[inline(never)]
    pub(crate) fn leave(&mut self) {
        self.path.pop();
    }

    /// Reads a field that must be there into its place.
    #[inline(never)]
    pub(crate) fn fill(&mut self, fields: &mut Extra, name: &'static str, slot: &mut dyn Json) {
        let value = self.take(fields, name);
        self.enter(name);
        slot.fill(value, self);
        self.leave();
    }

    /// Reads a field that may be left out; then its place stays as it is.
    #[inline(never)]
    pub(crate) fn fill_if_there(
        &mut self,
        fields: &mut Extra,
        name: &'static str,
        slot: &mut dyn Json,
    ) {
        if let Some(value) = fields.remove(name) {
            self.enter(name);
            slot.fill(value, self);
            self.leave();
        }
    }

    /// Takes out a field that must be there.
    pub(crate) fn needed<T: Json>(&mut self, fields: &mut Extra, name: &str) -> T {
        let value = self.take(fields, name);
        self.inside(name, value)
    }

    fn take(&mut self, fields: &mut Extra, name: &str) -> Value {
        fields.remove(name).unwrap_or_else(|| {
            self.enter(name);
            self.expected("this field");
            self.leave();
            Value::Null
        })
    }

    /// Takes out a field that may be left out.
    pub(crate) fn optional<T: Json + Default>(&mut self, fields: &mut Extra, name: &str) -> T {
        match fields.remove(name) {
            None => T::default(),
            Some(value) => self.inside(name, value),
        }
    }
}
