//! Ids: short, stable names that may stand in a file, a storage key or an address.

use super::Json;
use super::json::{Name, Out, Reading, Text, through_value, unfit};
#[cfg(not(target_arch = "wasm32"))]
use serde_json::Value;
use std::fmt;
use std::sync::Arc;

/// Longest id accepted, in characters.
const MAX_LENGTH: usize = 64;

/// A text that cannot be an id: empty, longer than 64 characters, or with a
/// character other than ASCII letters, digits, `-`, `_` and `.`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdError {
    /// The refused text.
    pub text: String,
}

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown: String = self.text.chars().take(MAX_LENGTH).collect();
        write!(
            f,
            "`{shown}` is not an id (1 to {MAX_LENGTH} of A-Z a-z 0-9 - _ .)"
        )
    }
}

impl std::error::Error for IdError {}

fn check(text: &str) -> Result<(), IdError> {
    let fits = (1..=MAX_LENGTH).contains(&text.len())
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'));
    if fits {
        Ok(())
    } else {
        Err(IdError { text: text.into() })
    }
}

/// Reads an id.
fn read(text: &mut Text) -> Reading<Arc<str>> {
    let expected = "an id (1 to 64 of A-Z a-z 0-9 - _ .)";
    let read = text.borrowed(expected)?;
    if check(&read).is_err() {
        return unfit(expected);
    }
    Ok(text.shared(&read))
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Takes 1 to 64 characters of `A-Z a-z 0-9 - _ .`.
            pub fn new(text: &str) -> Result<Self, IdError> {
                check(text).map(|()| Self(text.into()))
            }

            /// The id as it stands in files and addresses.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Name for $name {
            fn read_name(name: &str, text: &mut Text) -> Option<Self> {
                check(name).ok().map(|()| Self(text.shared(name)))
            }

            fn name(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl Json for $name {
            fn read(&mut self, text: &mut Text) -> Reading<()> {
                self.0 = read(text)?;
                Ok(())
            }

            fn write(&self, out: &mut Out) {
                out.string(&self.0);
            }

            fn is_silent(&self) -> bool {
                self.0.is_empty()
            }

            fn blank() -> Self {
                Self(Arc::default())
            }
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl super::schema::Described for $name {
            fn schema(definitions: &mut super::schema::Definitions) -> Value {
                let about = "1 to 64 of A-Z a-z 0-9 - _ .";
                definitions.refer("Id", &[about], |_| {
                    serde_json::json!({"type": "string", "pattern": "^[A-Za-z0-9_.-]{1,64}$"})
                })
            }
        }

        through_value!($name);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }
    )*};
}

ids! {
    /// A survey.
    SurveyId
    /// A dimension of a questionnaire.
    DimensionId
    /// A question; stable while its printed number may change.
    QuestionId
    /// A choice of a question, unique within it.
    OptionId
    /// A partner body; stable while its printed code may change.
    PartnerId
    /// A contact field of a sheet.
    ContactId
    /// A term of the codebook.
    TermId
    /// A remark on an answer.
    RemarkId
    /// A reply to a remark.
    ReplyId
    /// A conclusion.
    ConclusionId
    /// A slide.
    SlideId
    /// Something that helps the transfer or gets in its way.
    InfluenceId
    /// A version that was issued.
    IssuedId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_short_and_plain() {
        for good in ["q1", "in_house", "EC", "payflowpa-a21", "v1.0"] {
            assert!(QuestionId::new(good).is_ok(), "{good}");
        }
        for bad in ["", "a b", "è", "a/b", "<b>", &"x".repeat(65)] {
            assert!(QuestionId::new(bad).is_err(), "{bad}");
        }
    }
}
