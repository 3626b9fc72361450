//! What would change if a received survey took the place of one that is here:
//! shown before anything is written.

use crate::model::{Answer, PartnerId, Places, Sheet, Survey};
use std::collections::BTreeMap;

/// A part of the head that differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadPart {
    /// The title.
    Title,
    /// The project's lines and the version table.
    Document,
    /// Dimensions, questions, contacts.
    Questionnaire,
    /// The list of partners.
    Partners,
    /// The indicator.
    Indicator,
    /// The codebook.
    Codebook,
    /// The editor's notes.
    Notes,
    /// Anything else: id, date, revision, unknown fields.
    Other,
}

/// How a sheet differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetDifference {
    /// Only theirs has it.
    New,
    /// Only mine has it.
    Removed,
    /// Both are the same.
    Identical,
    /// Both have it, and they differ.
    Differs {
        /// In how many answers and contacts.
        answers: usize,
        /// Whether the status or anything else of the sheet differs as well.
        status: bool,
    },
}

/// One sheet of the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetChange {
    /// Whose.
    pub partner: PartnerId,
    /// How it differs.
    pub difference: SheetDifference,
}

/// What differs between my survey and theirs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Parts of the head that differ.
    pub head: Vec<HeadPart>,
    /// Every sheet: theirs in their order, then those that only mine has.
    pub sheets: Vec<SheetChange>,
}

impl Changes {
    /// Whether nothing would change.
    pub fn identical(&self) -> bool {
        self.head.is_empty()
            && self
                .sheets
                .iter()
                .all(|s| s.difference == SheetDifference::Identical)
    }

    /// In how many answers and contacts the sheets of both differ.
    pub fn answers(&self) -> usize {
        let sheets = self.sheets.iter();
        sheets
            .map(|sheet| match sheet.difference {
                SheetDifference::Differs { answers, .. } => answers,
                _ => 0,
            })
            .sum()
    }
}

/// Compares my survey with the one that was received.
pub fn compare(mine: &Survey, theirs: &Survey) -> Changes {
    let my_places = Places::new(mine.sheets.iter().map(|s| &s.partner));
    let their_places = Places::new(theirs.sheets.iter().map(|s| &s.partner));
    let kept_or_new = theirs.sheets.iter().map(|sheet| SheetChange {
        partner: sheet.partner.clone(),
        difference: my_places
            .of(&sheet.partner)
            .and_then(|at| mine.sheets.get(at))
            .map_or(SheetDifference::New, |my| between(my, sheet)),
    });
    let removed = mine
        .sheets
        .iter()
        .filter(|sheet| their_places.of(&sheet.partner).is_none())
        .map(|sheet| SheetChange {
            partner: sheet.partner.clone(),
            difference: SheetDifference::Removed,
        });
    Changes {
        head: head_parts(mine, theirs),
        sheets: kept_or_new.chain(removed).collect(),
    }
}

fn head_parts(mine: &Survey, theirs: &Survey) -> Vec<HeadPart> {
    let (a, b) = (&mine.head, &theirs.head);
    let other = a.id != b.id
        || a.created != b.created
        || a.revision != b.revision
        || a.extra != b.extra
        || mine.extra != theirs.extra;
    [
        (a.title != b.title, HeadPart::Title),
        (a.document != b.document, HeadPart::Document),
        (a.questionnaire != b.questionnaire, HeadPart::Questionnaire),
        (a.partners != b.partners, HeadPart::Partners),
        (a.indicator != b.indicator, HeadPart::Indicator),
        (a.codebook != b.codebook, HeadPart::Codebook),
        (a.notes != b.notes, HeadPart::Notes),
        (other, HeadPart::Other),
    ]
    .into_iter()
    .filter_map(|(differs, part)| differs.then_some(part))
    .collect()
}

fn between(mine: &Sheet, theirs: &Sheet) -> SheetDifference {
    if mine == theirs {
        return SheetDifference::Identical;
    }
    let status = mine.status != theirs.status
        || mine.since != theirs.since
        || mine.transcribed != theirs.transcribed
        || mine.revision != theirs.revision
        || mine.extra != theirs.extra;
    SheetDifference::Differs {
        answers: differing(&mine.answers, &theirs.answers)
            + differing(&mine.contacts, &theirs.contacts),
        status,
    }
}

/// Number of records that are not the same on both sides.
fn differing<K: Ord>(mine: &BTreeMap<K, Answer>, theirs: &BTreeMap<K, Answer>) -> usize {
    let changed_or_new = theirs.iter().filter(|(k, a)| mine.get(k) != Some(a));
    let removed = mine.keys().filter(|k| !theirs.contains_key(k));
    changed_or_new.count() + removed.count()
}
