//! The macros that declare a type together with its JSON and its schema.

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
