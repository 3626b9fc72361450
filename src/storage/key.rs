//! Keys of the store, under a versioned namespace that other pages of the same
//! origin will not use.

use crate::model::{PartnerId, SurveyId};
use std::fmt;

/// Namespace and version of the records.
const ROOT: &str = "rilievo/1/";

/// What a key names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// Everything of a survey but its sheets.
    Head(SurveyId),
    /// One sheet.
    Sheet(SurveyId, PartnerId),
    /// A setting of this browser, such as its language.
    Setting(String),
    /// A record that could not be read; the rest of its old key follows.
    Aside(String),
}

impl Key {
    /// Reads a key; `None` is a key of someone else.
    pub fn parse(text: &str) -> Option<Self> {
        let (first, rest) = text.strip_prefix(ROOT)?.split_once('/')?;
        match first {
            "s" => {
                let (survey, record) = rest.split_once('/')?;
                let survey = SurveyId::new(survey).ok()?;
                match record.split_once('/') {
                    None if record == "head" => Some(Self::Head(survey)),
                    Some(("sheet", partner)) => {
                        Some(Self::Sheet(survey, PartnerId::new(partner).ok()?))
                    }
                    _ => None,
                }
            }
            "setting" => Some(Self::Setting(rest.into())),
            "aside" => Some(Self::Aside(rest.into())),
            _ => None,
        }
    }

    /// The survey that the record belongs to.
    pub fn survey(&self) -> Option<&SurveyId> {
        match self {
            Self::Head(survey) | Self::Sheet(survey, _) => Some(survey),
            Self::Setting(_) | Self::Aside(_) => None,
        }
    }

    /// Where this record goes when it cannot be read; `n` tells apart several
    /// that were set aside from the same place.
    pub fn aside(&self, n: usize) -> Self {
        let text = self.to_string();
        let rest = text.strip_prefix(ROOT).unwrap_or(&text);
        Self::Aside(format!("{n}/{rest}"))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Head(survey) => write!(f, "{ROOT}s/{survey}/head"),
            Self::Sheet(survey, partner) => write!(f, "{ROOT}s/{survey}/sheet/{partner}"),
            Self::Setting(name) => write!(f, "{ROOT}setting/{name}"),
            Self::Aside(rest) => write!(f, "{ROOT}aside/{rest}"),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // the ids of the test are well formed
mod tests {
    use super::*;

    #[test]
    fn every_key_reads_back_and_foreign_keys_do_not() {
        let survey = SurveyId::new("museums").unwrap();
        let partner = PartnerId::new("EC").unwrap();
        let head = Key::Head(survey.clone());
        for key in [
            head.clone(),
            Key::Sheet(survey, partner),
            Key::Setting("locale".into()),
            head.aside(2),
        ] {
            assert_eq!(Key::parse(&key.to_string()), Some(key));
        }
        for foreign in [
            "",
            "rilievo",
            "rilievo/2/s/a/head",
            "rilievo/1/s/a/b/c",
            "todo",
        ] {
            assert_eq!(Key::parse(foreign), None, "{foreign}");
        }
    }
}
