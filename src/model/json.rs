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
    fn text(&mut self, value: Value, expected: &'static str) -> String {
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

/// Declares the JSON of an enum whose values are objects with one field: the
/// name of the variant, and its content.
macro_rules! tagged {
    ($name:ident { $($variant:ident($type:ty) = $code:literal,)* } else $fallback:expr) => {
        impl crate::model::Json for $name {
            fn blank() -> Self {
                $fallback
            }

            fn fill(&mut self, value: serde_json::Value, reader: &mut crate::model::json::Reader) {
                let (name, content) = reader.tagged(value);
                *self = match name.as_str() {
                    $($code => Self::$variant(reader.inside::<$type>($code, content)),)*
                    _ => return reader.expected(concat!("an object with one of" $(, " ", $code)*)),
                };
            }

            fn to_json(&self) -> serde_json::Value {
                match self {
                    $(Self::$variant(content) => crate::model::json::tag($code, content.to_json()),)*
                }
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl crate::model::schema::Described for $name {
            fn schema(definitions: &mut crate::model::schema::Definitions) -> serde_json::Value {
                let variants = [$(crate::model::schema::Field {
                    name: $code,
                    about: &[],
                    optional: true,
                    schema: <$type as crate::model::schema::Described>::schema,
                }),*];
                definitions.refer(stringify!($name), &[], |all| all.tagged(&variants))
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
/// it may be left out, and is written only where it says something
/// ([`Json::says_nothing`]); `= defaulted` that it may be left out and is always written. The struct gets
/// a last field `extra` with what this version does not know.
macro_rules! record {
    ($(#[$($meta:tt)*])* $vis:vis struct $name:ident {
        $($(#[$($about:tt)*])* pub $field:ident: $type:ty $(= $mode:ident)?,)*
    }) => {
        $(#[$($meta)*])*
        $vis struct $name {
            $($(#[$($about)*])* pub $field: $type,)*
            /// Fields of newer versions.
            pub extra: crate::model::Extra,
        }

        impl crate::model::Json for $name {
            fn fill(&mut self, value: serde_json::Value, reader: &mut crate::model::json::Reader) {
                let mut fields = reader.object(value);
                $(crate::model::json::record!(@read reader fields self $field $($mode)?);)*
                self.extra = fields;
            }

            fn to_json(&self) -> serde_json::Value {
                let mut fields = self.extra.clone();
                $(crate::model::json::record!(@write fields self $field $($mode)?);)*
                serde_json::Value::Object(fields)
            }

            fn blank() -> Self {
                Self {
                    $($field: crate::model::json::record!(@blank $($mode)?),)*
                    extra: crate::model::Extra::new(),
                }
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl crate::model::schema::Described for $name {
            fn schema(definitions: &mut crate::model::schema::Definitions) -> serde_json::Value {
                let fields = [$(crate::model::schema::Field {
                    name: stringify!($field),
                    about: crate::model::schema::about!($([$($about)*])*),
                    optional: crate::model::json::record!(@may_lack $($mode)?),
                    schema: <$type as crate::model::schema::Described>::schema,
                }),*];
                let about: &[&str] = crate::model::schema::about!($([$($meta)*])*);
                definitions.refer(stringify!($name), about, |all| all.record(&fields))
            }
        }

        crate::model::json::through_value!($name);
    };
    (@blank) => {
        crate::model::Json::blank()
    };
    (@blank $mode:ident) => {
        Default::default()
    };
    (@read $reader:ident $fields:ident $self:ident $field:ident) => {
        $reader.fill(&mut $fields, stringify!($field), &mut $self.$field)
    };
    (@may_lack) => { false };
    (@may_lack $mode:ident) => { true };
    (@read $reader:ident $fields:ident $self:ident $field:ident $mode:ident) => {
        $reader.fill_if_there(&mut $fields, stringify!($field), &mut $self.$field)
    };
    (@write $fields:ident $self:ident $field:ident optional) => {
        crate::model::json::put_unless_blank(&mut $fields, stringify!($field), &$self.$field)
    };
    (@write $fields:ident $self:ident $field:ident $($mode:ident)?) => {
        crate::model::json::put(&mut $fields, stringify!($field), &$self.$field)
    };
}
pub(crate) use record;

/// Declares an enum whose values stand in JSON as names. The first is the one
/// that an optional field does not write.
macro_rules! named {
    ($(#[$($meta:tt)*])* pub enum $name:ident {
        $(#[$first_about:meta])* $first:ident = $first_code:literal,
        $($(#[$about:meta])* $variant:ident = $code:literal,)*
    }) => {
        $(#[$($meta)*])*
        pub enum $name {
            $(#[$first_about])* $first,
            $($(#[$about])* $variant,)*
        }

        impl $name {
            /// The name in files, marks and addresses.
            pub const fn code(self) -> &'static str {
                match self {
                    Self::$first => $first_code,
                    $(Self::$variant => $code,)*
                }
            }
        }

        impl crate::model::Json for $name {
            fn fill(&mut self, value: serde_json::Value, reader: &mut crate::model::json::Reader) {
                *self = match value.as_str() {
                    Some($first_code) => Self::$first,
                    $(Some($code) => Self::$variant,)*
                    _ => return reader.expected(concat!("one of ", $first_code $(, " ", $code)*)),
                };
            }

            fn to_json(&self) -> serde_json::Value {
                self.code().into()
            }

            fn blank() -> Self {
                Self::$first
            }

            fn says_nothing(&self, value: &serde_json::Value) -> bool {
                value.as_str() == Some($first_code)
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl crate::model::schema::Described for $name {
            fn schema(definitions: &mut crate::model::schema::Definitions) -> serde_json::Value {
                let about: &[&str] = crate::model::schema::about!($([$($meta)*])*);
                definitions.refer(stringify!($name), about, |_| {
                    serde_json::json!({"enum": [$first_code $(, $code)*]})
                })
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
