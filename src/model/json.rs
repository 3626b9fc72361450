//! JSON of the model's records.
//!
//! [`record!`] declares a struct together with its JSON: fields that must be
//! there, fields that may be left out, and beside them every field that this
//! version does not know, kept as it came. [`named!`] does the same for an enum
//! whose values are names.
//!
//! The records pass through [`Value`]. A derived parser with a flattened rest
//! for each of them was three times the code: `docs/adr/0006-records-through-values.md`.

use super::Extra;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fmt;

/// A JSON value that is not what a record needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// Where: `sheets[3].answers.q2.state`; empty for the value as a whole.
    pub path: String,
    /// What should stand there.
    pub expected: &'static str,
}

impl Misfit {
    /// The value as a whole should be something else.
    pub(crate) fn expected(expected: &'static str) -> Self {
        Self {
            path: String::new(),
            expected,
        }
    }

    /// The same, seen from the object around the field.
    pub(crate) fn inside(self, field: &str) -> Self {
        let dot = match self.path.chars().next() {
            None | Some('[') => "",
            Some(_) => ".",
        };
        Self {
            path: format!("{field}{dot}{}", self.path),
            ..self
        }
    }

    fn at(self, index: usize) -> Self {
        self.inside(&format!("[{index}]"))
    }
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
pub trait Json: Sized {
    /// Reads a value; says where it is not what it should be.
    fn from_json(value: Value) -> Result<Self, Misfit>;

    /// The value that [`from_json`](Self::from_json) reads back.
    fn to_json(&self) -> Value;
}

impl Json for String {
    fn from_json(value: Value) -> Result<Self, Misfit> {
        match value {
            Value::String(text) => Ok(text),
            _ => Err(Misfit::expected("a text")),
        }
    }

    fn to_json(&self) -> Value {
        Value::String(self.clone())
    }
}

impl Json for bool {
    fn from_json(value: Value) -> Result<Self, Misfit> {
        value.as_bool().ok_or(Misfit::expected("true or false"))
    }

    fn to_json(&self) -> Value {
        Value::Bool(*self)
    }
}

impl Json for u32 {
    fn from_json(value: Value) -> Result<Self, Misfit> {
        let number = value.as_u64().and_then(|n| n.try_into().ok());
        number.ok_or(Misfit::expected("a whole number from 0 to 4294967295"))
    }

    fn to_json(&self) -> Value {
        Value::from(*self)
    }
}

impl Json for f64 {
    fn from_json(value: Value) -> Result<Self, Misfit> {
        value.as_f64().ok_or(Misfit::expected("a number"))
    }

    fn to_json(&self) -> Value {
        Value::from(*self)
    }
}

impl<T: Json> Json for Option<T> {
    fn from_json(value: Value) -> Result<Self, Misfit> {
        match value {
            Value::Null => Ok(None),
            value => T::from_json(value).map(Some),
        }
    }

    fn to_json(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::to_json)
    }
}

impl<T: Json> Json for Box<T> {
    fn from_json(value: Value) -> Result<Self, Misfit> {
        T::from_json(value).map(Self::new)
    }

    fn to_json(&self) -> Value {
        (**self).to_json()
    }
}

impl<T: Json> Json for Vec<T> {
    fn from_json(value: Value) -> Result<Self, Misfit> {
        let Value::Array(items) = value else {
            return Err(Misfit::expected("a list"));
        };
        let mut read = Vec::with_capacity(items.len());
        for (index, item) in items.into_iter().enumerate() {
            read.push(T::from_json(item).map_err(|misfit| misfit.at(index))?);
        }
        Ok(read)
    }

    fn to_json(&self) -> Value {
        Value::Array(self.iter().map(T::to_json).collect())
    }
}

impl<K: Ord + AsRef<str> + TryFrom<String>, T: Json> Json for BTreeMap<K, T> {
    fn from_json(value: Value) -> Result<Self, Misfit> {
        let mut read = Self::new();
        for (name, item) in object(value)? {
            match (K::try_from(name.clone()), T::from_json(item)) {
                (Ok(key), Ok(item)) => read.insert(key, item),
                (Ok(_), Err(misfit)) => return Err(misfit.inside(&name)),
                (Err(_), _) => return Err(Misfit::expected("an id").inside(&name)),
            };
        }
        Ok(read)
    }

    fn to_json(&self) -> Value {
        let mut fields = Map::new();
        for (name, item) in self {
            fields.insert(name.as_ref().into(), item.to_json());
        }
        Value::Object(fields)
    }
}

/// The fields of an object.
pub(crate) fn object(value: Value) -> Result<Extra, Misfit> {
    match value {
        Value::Object(fields) => Ok(fields),
        _ => Err(Misfit::expected("an object")),
    }
}

/// Name and content of an object with a single field, as `{"text": "…"}`.
pub(crate) fn untag(value: Value) -> Result<(String, Value), Misfit> {
    let mut fields = object(value)?.into_iter();
    match (fields.next(), fields.next()) {
        (Some(field), None) => Ok(field),
        _ => Err(Misfit::expected("an object with one field")),
    }
}

/// An object with a single field.
pub(crate) fn tag(name: &str, content: Value) -> Value {
    let mut fields = Map::new();
    fields.insert(name.into(), content);
    Value::Object(fields)
}

/// Takes out a field that must be there.
pub(crate) fn needed<T: Json>(fields: &mut Extra, name: &str) -> Result<T, Misfit> {
    let value = fields.remove(name);
    let value = value.ok_or_else(|| Misfit::expected("this field").inside(name))?;
    T::from_json(value).map_err(|misfit| misfit.inside(name))
}

/// Takes out a field that may be left out.
pub(crate) fn optional<T: Json + Default>(fields: &mut Extra, name: &str) -> Result<T, Misfit> {
    match fields.remove(name) {
        None => Ok(T::default()),
        Some(value) => T::from_json(value).map_err(|misfit| misfit.inside(name)),
    }
}

/// Puts in a field that is written only where it says something.
pub(crate) fn put_unless_default<T: Json + Default + PartialEq>(
    fields: &mut Map<String, Value>,
    name: &str,
    value: &T,
) {
    if *value != T::default() {
        fields.insert(name.into(), value.to_json());
    }
}

/// Declares the JSON of an enum whose values are objects with one field: the
/// name of the variant, and its content.
macro_rules! tagged {
    ($name:ident { $($variant:ident($type:ty) = $code:literal,)* }) => {
        impl crate::model::Json for $name {
            fn from_json(value: serde_json::Value) -> Result<Self, crate::model::Misfit> {
                let (name, content) = crate::model::json::untag(value)?;
                let read = match name.as_str() {
                    $($code => <$type>::from_json(content).map(Self::$variant),)*
                    _ => Err(crate::model::Misfit::expected(
                        concat!("an object with one of" $(, " ", $code)*),
                    )),
                };
                read.map_err(|misfit| misfit.inside(&name))
            }

            fn to_json(&self) -> serde_json::Value {
                match self {
                    $(Self::$variant(content) => crate::model::json::tag($code, content.to_json()),)*
                }
            }
        }

        crate::model::json::through_value!($name);
    };
}
pub(crate) use tagged;

/// Lets serde read and write the type through [`Value`].
macro_rules! through_value {
    ($name:ident) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                crate::model::Json::to_json(self).serialize(serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = serde_json::Value::deserialize(deserializer)?;
                crate::model::Json::from_json(value).map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use through_value;

/// Declares a struct and its JSON. After a field's type, `= optional` says that
/// it may be left out and is written only where it is not the default;
/// `= defaulted` that it may be left out and is always written. The struct gets
/// a last field `extra` with what this version does not know.
macro_rules! record {
    ($(#[$meta:meta])* $vis:vis struct $name:ident {
        $($(#[$about:meta])* pub $field:ident: $type:ty $(= $mode:ident)?,)*
    }) => {
        $(#[$meta])*
        $vis struct $name {
            $($(#[$about])* pub $field: $type,)*
            /// Fields of newer versions.
            pub extra: crate::model::Extra,
        }

        impl crate::model::Json for $name {
            fn from_json(value: serde_json::Value) -> Result<Self, crate::model::Misfit> {
                let mut fields = crate::model::json::object(value)?;
                Ok(Self {
                    $($field: crate::model::json::record!(@read fields $field $($mode)?),)*
                    extra: fields,
                })
            }

            fn to_json(&self) -> serde_json::Value {
                let mut fields = self.extra.clone();
                $(crate::model::json::record!(@write fields self $field $($mode)?);)*
                serde_json::Value::Object(fields)
            }
        }

        crate::model::json::through_value!($name);
    };
    (@read $fields:ident $field:ident) => {
        crate::model::json::needed(&mut $fields, stringify!($field))?
    };
    (@read $fields:ident $field:ident $mode:ident) => {
        crate::model::json::optional(&mut $fields, stringify!($field))?
    };
    (@write $fields:ident $self:ident $field:ident optional) => {
        crate::model::json::put_unless_default(&mut $fields, stringify!($field), &$self.$field)
    };
    (@write $fields:ident $self:ident $field:ident $($mode:ident)?) => {
        $fields.insert(
            stringify!($field).into(),
            crate::model::Json::to_json(&$self.$field),
        )
    };
}
pub(crate) use record;

/// Declares an enum whose values stand in JSON as names.
macro_rules! named {
    ($(#[$meta:meta])* pub enum $name:ident {
        $($(#[$about:meta])* $variant:ident = $code:literal,)*
    }) => {
        $(#[$meta])*
        pub enum $name {
            $($(#[$about])* $variant,)*
        }

        impl $name {
            /// The name in files, marks and addresses.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)*
                }
            }
        }

        impl crate::model::Json for $name {
            fn from_json(value: serde_json::Value) -> Result<Self, crate::model::Misfit> {
                match value.as_str() {
                    $(Some($code) => Ok(Self::$variant),)*
                    _ => Err(crate::model::Misfit::expected(concat!("one of" $(, " ", $code)*))),
                }
            }

            fn to_json(&self) -> serde_json::Value {
                self.code().into()
            }
        }

        crate::model::json::through_value!($name);
    };
}
pub(crate) use named;

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    record! {
        /// A record of the test.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct Thing {
            /// Must be there.
            pub name: String,
            /// May be left out.
            pub tags: Vec<String> = optional,
            /// May be left out, is always written.
            pub size: u32 = defaulted,
        }
    }

    #[test]
    fn what_is_not_known_comes_back_as_it_was() {
        let value = json!({"name": "a", "size": 3, "colour": {"rgb": [1, 2, 3]}});
        let thing = Thing::from_json(value.clone()).ok();
        assert_eq!(thing.map(|t| t.to_json()), Some(value));
    }

    #[test]
    fn a_default_is_left_out_or_written_as_declared() {
        let thing = Thing {
            name: "a".into(),
            ..Thing::default()
        };
        assert_eq!(thing.to_json(), json!({"name": "a", "size": 0}));
        assert_eq!(Thing::from_json(json!({"name": "a"})), Ok(thing));
    }

    #[test]
    fn a_misfit_says_where_it_is() {
        #[track_caller]
        fn check(value: Value, path: &str) {
            let things = BTreeMap::<String, Vec<Thing>>::from_json(value);
            assert_eq!(things.err().map(|m| m.path), Some(path.into()));
        }
        check(json!([]), "");
        check(json!({"a": 1}), "a");
        check(json!({"a": [{"name": "x"}, 5]}), "a[1]");
        check(
            json!({"a": [{"name": "x", "tags": ["t", 5]}]}),
            "a[0].tags[1]",
        );
        check(json!({"a": [{}]}), "a[0].name");
        check(json!({"a": [{"name": "x", "size": -1}]}), "a[0].size");
    }
}
