//! The macros that declare a type together with its JSON and its schema.

/// Declares the JSON of an enum whose values are objects with one field: the
/// name of the variant, and its content.
macro_rules! tagged {
    ($name:ident { $($variant:ident($type:ty) = $code:literal,)* } else $fallback:expr) => {
        impl crate::model::Json for $name {
            fn blank() -> Self {
                $fallback
            }

            fn read(&mut self, text: &mut crate::model::json::Text) -> crate::model::json::Reading<()> {
                crate::model::json::read_tag(text, &mut |text, name| {
                    *self = match name {
                        $($code => {
                            let mut content = <$type as crate::model::Json>::blank();
                            crate::model::Json::read(&mut content, text)?;
                            Self::$variant(content)
                        })*
                        _ => return crate::model::json::unfit(
                            concat!("an object with one of" $(, " ", $code)*)
                        ),
                    };
                    Ok(())
                })
            }

            fn write(&self, out: &mut crate::model::json::Out) {
                match self {
                    $(Self::$variant(content) => crate::model::json::write_tag(out, $code, content),)*
                }
            }

            fn is_silent(&self) -> bool {
                false
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

/// Declares the JSON of a struct that stands for its only field.
macro_rules! wrapping {
    ($name:ident) => {
        impl crate::model::Json for $name {
            fn blank() -> Self {
                Self(crate::model::Json::blank())
            }

            fn read(
                &mut self,
                text: &mut crate::model::json::Text,
            ) -> crate::model::json::Reading<()> {
                self.0.read(text)
            }

            fn write(&self, out: &mut crate::model::json::Out) {
                self.0.write(out);
            }

            fn is_silent(&self) -> bool {
                self.0.is_silent()
            }
        }

        crate::model::json::through_value!($name);
    };
}
pub(crate) use wrapping;

/// Declares a struct and its JSON. After a field's type, `= optional` says that
/// it may be left out, and is written only where it says something
/// ([`Json::is_silent`]); `= defaulted` that it may be left out and is always written. The struct gets
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

        impl $name {
            const FIELDS: &[crate::model::json::Field] = &[$(crate::model::json::Field {
                name: stringify!($field),
                mode: crate::model::json::record!(@mode $($mode)?),
            }),*];
        }

        impl crate::model::Json for $name {
            fn read(&mut self, text: &mut crate::model::json::Text) -> crate::model::json::Reading<()> {
                crate::model::json::read_record(
                    text,
                    Self::FIELDS,
                    &mut [$(&mut self.$field),*],
                    &mut self.extra,
                )
            }

            fn write(&self, out: &mut crate::model::json::Out) {
                const ORDER: [u8; $name::FIELDS.len()] =
                    crate::model::json::in_order($name::FIELDS);
                out.record(Self::FIELDS, &ORDER, &[$(&self.$field),*], &self.extra);
            }

            fn is_silent(&self) -> bool {
                crate::model::json::record_is_silent(
                    Self::FIELDS,
                    &[$(&self.$field),*],
                    &self.extra,
                )
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
    (@mode) => { crate::model::json::Mode::Needed };
    (@mode optional) => { crate::model::json::Mode::Optional };
    (@mode defaulted) => { crate::model::json::Mode::Defaulted };
    (@may_lack) => { false };
    (@may_lack $mode:ident) => { true };
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
            fn read(&mut self, text: &mut crate::model::json::Text) -> crate::model::json::Reading<()> {
                *self = text.name(
                    concat!("one of ", $first_code $(, " ", $code)*),
                    |name| match name {
                        $first_code => Some(Self::$first),
                        $($code => Some(Self::$variant),)*
                        _ => None,
                    },
                )?;
                Ok(())
            }

            fn write(&self, out: &mut crate::model::json::Out) {
                out.string(self.code());
            }

            fn blank() -> Self {
                Self::$first
            }

            fn is_silent(&self) -> bool {
                matches!(self, Self::$first)
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
