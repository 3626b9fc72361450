//! Keys of the store, under a versioned namespace that other pages of the same
//! origin will not use.

use super::snapshots::Why;
use crate::model::{Json, PartnerId, SurveyId};
use std::fmt;

/// Namespace and version of the records.
const ROOT: &str = "rilievo/2/";

/// Where the store says which layout its records have. The name is for all
/// versions.
pub const LAYOUT: &str = "rilievo/layout";

/// The last part of the key of what the last import has changed.
const UNDO: &str = "undo";

/// Where changes of several records are prepared.
const TRANSACTIONS: &str = "rilievo/2/tx/";

/// Where it stands when a record was removed, until the journal has no older one.
const GONE: &str = "rilievo/2/gone/";

/// What a key names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// Everything of a survey but its partners and their sheets.
    Head(SurveyId),
    /// One partner with its sheet.
    Body(SurveyId, PartnerId),
    /// Earlier answers of one sheet.
    History(SurveyId, PartnerId),
    /// A survey as it once was: when (milliseconds since 1970), and why it was
    /// kept.
    Snapshot(SurveyId, u64, Why),
    /// The survey is in the trash.
    Trash(SurveyId),
    /// A setting of this browser, such as its language.
    Setting(String),
    /// A record that could not be read; the rest of its old key follows.
    Aside(String),
    /// What the last import has changed, as it was before.
    Undo,
}

impl Key {
    /// Reads a key; `None` is a key of someone else.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.strip_prefix(ROOT)?;
        if text == UNDO {
            return Some(Self::Undo);
        }
        let (first, rest) = text.split_once('/')?;
        match first {
            "s" => {
                let (survey, record) = rest.split_once('/')?;
                Self::of_survey(SurveyId::new(survey).ok()?, record)
            }
            "setting" => Some(Self::Setting(rest.into())),
            "aside" => Some(Self::Aside(rest.into())),
            _ => None,
        }
    }

    fn of_survey(survey: SurveyId, record: &str) -> Option<Self> {
        let partner = |text| PartnerId::new(text).ok();
        Some(match record.split_once('/') {
            None if record == "head" => Self::Head(survey),
            None if record == "trash" => Self::Trash(survey),
            Some(("p", id)) => Self::Body(survey, partner(id)?),
            Some(("h", id)) => Self::History(survey, partner(id)?),
            Some(("was", moment)) => {
                let (when, why) = moment.split_once('-')?;
                let why = Why::from_json(why.into()).ok()?;
                Self::Snapshot(survey, number(when)?, why)
            }
            _ => return None,
        })
    }

    /// The survey that the record belongs to.
    pub fn survey(&self) -> Option<&SurveyId> {
        match self {
            Self::Head(survey)
            | Self::Body(survey, _)
            | Self::History(survey, _)
            | Self::Snapshot(survey, ..)
            | Self::Trash(survey) => Some(survey),
            Self::Setting(_) | Self::Aside(_) | Self::Undo => None,
        }
    }

    /// Where this record goes when it cannot be read; `n` tells apart several
    /// that were set aside from the same place.
    pub fn aside(&self, n: usize) -> Self {
        let text = self.to_string();
        let rest = text.strip_prefix(ROOT).unwrap_or(&text);
        Self::Aside(format!("{n}/{rest}"))
    }

    /// What a record that was set aside once was.
    pub fn was(&self) -> Option<Self> {
        let Self::Aside(rest) = self else {
            return None;
        };
        let (_, key) = rest.split_once('/')?;
        Self::parse(&format!("{ROOT}{key}"))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(ROOT)?;
        match self {
            Self::Head(survey) => write!(f, "s/{survey}/head"),
            Self::Body(survey, partner) => write!(f, "s/{survey}/p/{partner}"),
            Self::History(survey, partner) => write!(f, "s/{survey}/h/{partner}"),
            Self::Snapshot(survey, when, why) => write!(f, "s/{survey}/was/{when}-{}", why.code()),
            Self::Trash(survey) => write!(f, "s/{survey}/trash"),
            Self::Setting(name) => write!(f, "setting/{name}"),
            Self::Aside(rest) => write!(f, "aside/{rest}"),
            Self::Undo => f.write_str(UNDO),
        }
    }
}

/// What the keys of a survey's partners begin with; their ids follow.
pub(super) fn bodies(survey: &SurveyId) -> String {
    format!("{ROOT}s/{survey}/p/")
}

/// Where it stands when the record of a key was removed.
pub(super) fn gone(key: &str) -> String {
    let rest = key.strip_prefix(ROOT).unwrap_or(key);
    format!("{GONE}{rest}")
}

/// The key whose removal stands here.
pub(super) fn was_gone(key: &str) -> Option<String> {
    key.strip_prefix(GONE).map(|rest| format!("{ROOT}{rest}"))
}

/// Where a change notes that its texts count.
pub(super) fn commit(number: u64) -> String {
    format!("{TRANSACTIONS}{number}")
}

/// Where the new text of `target` waits for the commit.
pub(super) fn staged(number: u64, target: &str) -> String {
    format!("{TRANSACTIONS}{number}/{target}")
}

/// The change that a key belongs to: its number, and, for a waiting text, the
/// key it is for.
pub(super) fn transaction(key: &str) -> Option<(u64, Option<&str>)> {
    let rest = key.strip_prefix(TRANSACTIONS)?;
    match rest.split_once('/') {
        None => Some((number(rest)?, None)),
        Some((digits, target)) => Some((number(digits)?, Some(target))),
    }
}

/// A number as a key has it; written otherwise, it would lead to another key.
fn number(digits: &str) -> Option<u64> {
    let number: u64 = digits.parse().ok()?;
    (number.to_string() == digits).then_some(number)
}

/// Whether the app has written this key, whatever it means.
pub fn is_ours(key: &str) -> bool {
    key == LAYOUT
        || key.starts_with(TRANSACTIONS)
        || key.starts_with(GONE)
        || Key::parse(key).is_some()
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
            Key::Body(survey.clone(), partner.clone()),
            Key::History(survey.clone(), partner),
            Key::Snapshot(survey.clone(), 1_795_000_000_000, Why::Import),
            Key::Trash(survey),
            Key::Setting("locale".into()),
            head.aside(2),
            Key::Undo,
        ] {
            assert_eq!(Key::parse(&key.to_string()), Some(key.clone()));
            assert!(is_ours(&key.to_string()));
        }
        assert_eq!(head.aside(2).was(), Some(head));
        for foreign in [
            "",
            "rilievo",
            "rilievo/9/s/a/head",
            "rilievo/2/s/a/b/c",
            "rilievo/2/s/a/was/1-2",
            "todo",
        ] {
            assert_eq!(Key::parse(foreign), None, "{foreign}");
            assert!(!is_ours(foreign), "{foreign}");
        }
    }

    #[test]
    fn what_waits_for_a_commit_knows_its_place() {
        assert_eq!(transaction(&commit(7)), Some((7, None)));
        let target = "rilievo/2/s/a/head";
        assert_eq!(transaction(&staged(7, target)), Some((7, Some(target))));
        assert_eq!(transaction(target), None);
    }
}
