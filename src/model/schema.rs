//! JSON Schema of the model's records, from the declarations that also read and
//! write them. It is made natively only: no page needs it.

use super::{Counts, Decimal, LocalText, PartnerKind, Raw, Timestamp};
use litemap::LiteMap;
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// Something of which a schema can be given.
pub trait Described {
    /// The schema, with what it refers to among the definitions.
    fn schema(definitions: &mut Definitions) -> Value;
}

/// Schemas of named types, which others refer to.
#[derive(Default)]
pub struct Definitions(Map<String, Value>);

/// A field of a record.
pub(crate) struct Field {
    pub name: &'static str,
    pub about: &'static [&'static str],
    pub optional: bool,
    pub schema: fn(&mut Definitions) -> Value,
}

impl Definitions {
    /// All of them by name.
    pub fn into_value(self) -> Value {
        Value::Object(self.0)
    }

    /// Refers to a type that is defined once.
    pub(crate) fn refer(
        &mut self,
        name: &str,
        about: &[&str],
        define: impl FnOnce(&mut Self) -> Value,
    ) -> Value {
        if !self.0.contains_key(name) {
            // A type may refer to itself.
            self.0.insert(name.into(), Value::Null);
            let mut schema = define(self);
            describe(&mut schema, about);
            self.0.insert(name.into(), schema);
        }
        json!({"$ref": format!("#/$defs/{name}")})
    }

    /// An object with these fields, and perhaps others.
    pub(crate) fn record(&mut self, fields: &[Field]) -> Value {
        let mut properties = Map::new();
        let mut required = Vec::new();
        for field in fields {
            let mut schema = (field.schema)(self);
            describe(&mut schema, field.about);
            properties.insert(field.name.into(), schema);
            if !field.optional {
                required.push(field.name);
            }
        }
        json!({"type": "object", "properties": properties, "required": required})
    }

    /// An object with exactly one of these fields.
    pub(crate) fn tagged(&mut self, variants: &[Field]) -> Value {
        let mut schema = self.record(variants);
        schema["required"] = json!([]);
        schema["additionalProperties"] = false.into();
        schema["minProperties"] = 1.into();
        schema["maxProperties"] = 1.into();
        schema
    }
}

/// Adds what the declaration says about it.
fn describe(schema: &mut Value, about: &[&str]) {
    let lines = about.iter().map(|line| line.trim());
    let text = without_links(&lines.collect::<Vec<_>>().join(" "));
    if !text.trim().is_empty() {
        schema["description"] = text.trim().into();
    }
}

/// A text of the code's documentation without its links to other items.
fn without_links(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("[`") {
        let (name, after) = after.split_once("`]").unwrap_or((after, ""));
        let target = after
            .strip_prefix('(')
            .and_then(|link| link.split_once(')'));
        plain.push_str(&format!("{before}`{name}`"));
        rest = target.map_or(after, |(_, after)| after);
    }
    plain + rest
}

/// The lines that document an item, among its attributes.
macro_rules! about {
    ($([$($attribute:tt)*])*) => {
        &[$(crate::model::schema::about!(@ $($attribute)*)),*]
    };
    (@ doc = $line:literal) => { $line };
    (@ $($other:tt)*) => { "" };
}
pub(crate) use about;

macro_rules! plain {
    ($($type:ty: $schema:tt)*) => {$(
        impl Described for $type {
            fn schema(_: &mut Definitions) -> Value {
                json!($schema)
            }
        }
    )*};
}

plain! {
    String: {"type": "string"}
    Arc<str>: {"type": "string"}
    bool: {"type": "boolean"}
    u32: {"type": "integer", "minimum": 0, "maximum": 4_294_967_295_u32}
    u64: {"type": "integer", "minimum": 0}
    PartnerKind: {"type": "string"}
    Decimal: {"type": "string", "pattern": "^-?(0|[1-9][0-9]*)([.][0-9]*[1-9])?$"}
}

impl Described for Timestamp {
    fn schema(definitions: &mut Definitions) -> Value {
        let about = "A moment in UTC, such as `2026-11-23T10:00:00.000Z`, or a day";
        definitions.refer("Moment", &[about], |_| json!({"type": "string"}))
    }
}

impl Described for LocalText {
    fn schema(definitions: &mut Definitions) -> Value {
        let about = "A text by the code of its language";
        definitions.refer("LocalText", &[about], LiteMap::<String, String>::schema)
    }
}

impl Described for Counts {
    fn schema(definitions: &mut Definitions) -> Value {
        LiteMap::<String, u32>::schema(definitions)
    }
}

impl<T: Described> Described for Option<T> {
    fn schema(definitions: &mut Definitions) -> Value {
        json!({"anyOf": [T::schema(definitions), {"type": "null"}]})
    }
}

impl<T: Described> Described for Raw<T> {
    fn schema(definitions: &mut Definitions) -> Value {
        Option::<T>::schema(definitions)
    }
}

impl<T: Described> Described for Box<T> {
    fn schema(definitions: &mut Definitions) -> Value {
        T::schema(definitions)
    }
}

impl<T: Described> Described for Vec<T> {
    fn schema(definitions: &mut Definitions) -> Value {
        json!({"type": "array", "items": T::schema(definitions)})
    }
}

impl<K: Described, T: Described> Described for LiteMap<K, T> {
    fn schema(definitions: &mut Definitions) -> Value {
        let names = K::schema(definitions);
        let values = T::schema(definitions);
        json!({"type": "object", "propertyNames": names, "additionalProperties": values})
    }
}
