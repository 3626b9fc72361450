//! JSON of what records are made of: texts, numbers, lists.

use super::{Json, Reader, fill_list, list_value};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

impl Json for String {
    fn fill(&mut self, value: Value, reader: &mut Reader) {
        *self = reader.text(value, "a text");
    }

    fn to_json(&self) -> Value {
        Value::String(self.clone())
    }

    fn blank() -> Self {
        Self::new()
    }
}

impl Json for bool {
    fn blank() -> Self {
        false
    }

    fn fill(&mut self, value: Value, reader: &mut Reader) {
        match value.as_bool() {
            Some(on) => *self = on,
            None => reader.expected("true or false"),
        }
    }

    fn to_json(&self) -> Value {
        Value::Bool(*self)
    }
}

impl Json for u32 {
    fn blank() -> Self {
        0
    }

    fn fill(&mut self, value: Value, reader: &mut Reader) {
        match value.as_u64().and_then(|n| n.try_into().ok()) {
            Some(number) => *self = number,
            None => reader.expected("a whole number from 0 to 4294967295"),
        }
    }

    fn to_json(&self) -> Value {
        Value::from(*self)
    }
}

impl Json for u64 {
    fn blank() -> Self {
        0
    }

    fn fill(&mut self, value: Value, reader: &mut Reader) {
        match value.as_u64() {
            Some(number) => *self = number,
            None => reader.expected("a whole number"),
        }
    }

    fn to_json(&self) -> Value {
        Value::from(*self)
    }
}

impl<T: Json> Json for Option<T> {
    fn says_nothing(&self, value: &Value) -> bool {
        value.is_null()
    }

    fn fill(&mut self, value: Value, reader: &mut Reader) {
        if !value.is_null() {
            self.insert(T::blank()).fill(value, reader);
        }
    }

    fn to_json(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::to_json)
    }

    fn blank() -> Self {
        None
    }
}

impl<T: Json> Json for Box<T> {
    fn blank() -> Self {
        Self::new(T::blank())
    }

    fn fill(&mut self, value: Value, reader: &mut Reader) {
        (**self).fill(value, reader);
    }

    fn to_json(&self) -> Value {
        (**self).to_json()
    }
}

impl<T: Json> Json for Vec<T> {
    fn fill(&mut self, value: Value, reader: &mut Reader) {
        fill_list(self, value, reader);
    }

    fn to_json(&self) -> Value {
        list_value(self)
    }

    fn blank() -> Self {
        Self::new()
    }
}

impl<K: Ord + AsRef<str> + TryFrom<String>, T: Json> Json for BTreeMap<K, T> {
    fn blank() -> Self {
        Self::new()
    }

    fn fill(&mut self, value: Value, reader: &mut Reader) {
        for (name, item) in reader.object(value) {
            let item = reader.inside(&name, item);
            match K::try_from(name) {
                Ok(key) => {
                    self.insert(key, item);
                }
                Err(_) => reader.expected("ids as the names of fields"),
            }
        }
    }

    fn to_json(&self) -> Value {
        let mut fields = Map::new();
        for (name, item) in self {
            fields.insert(name.as_ref().into(), item.to_json());
        }
        Value::Object(fields)
    }
}
