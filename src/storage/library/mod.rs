//! Surveys in a vault: which records they are made of.
//!
//! A survey has a head, and one record for each partner with its sheet; the
//! partner's place in the list stands in its record, so that no record grows
//! with the number of partners. A survey is there when its head is: a new one
//! is written partners first and head last, and removed head first.

mod aside;
mod rest;
mod room;
mod write;

use aside::set_head_aside;
pub use rest::{Bodies, Rest, begin};
pub(super) use write::push_moved;
pub use write::{
    add, adding, body, clear, head, moved_along, removals, remove, replace, replacing, whole,
};

use super::vault::{Opened, Vault};
use super::{Key, StoreError};
use crate::model::json::{Known, record};
use crate::model::{
    Extra, Json, Partner, PartnerId, Sheet, Survey, SurveyHead, SurveyId, sort_by_key,
};

record! {
    /// What is written under a survey's head key; its list of partners is
    /// empty.
    struct HeadRecord {
        pub head: SurveyHead,
    }
}

record! {
    /// What is written of one partner.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Body {
        /// The partner. First, so that of a damaged record its name is read
        /// most easily.
        pub partner: Partner,
        /// Its sheet.
        pub sheet: Sheet,
        /// Where it stands in the list: the lower comes first.
        pub place: u32 = defaulted,
        /// Stamp of the record that this one follows: tells a page whether
        /// another page's record was written in knowledge of its own.
        pub after: u64 = optional,
    }
}

/// Distance between the places of two neighbours in a new list: another
/// partner fits in between without a new place for any other.
pub const STEP: u32 = 1 << 16;

/// What is known of a partner's record beside what it says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// Its place in the list.
    pub place: u32,
    /// When it was written, in milliseconds; 0 for one that is not in the
    /// store.
    pub stamp: u64,
}

/// A record that could not be read and was set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Where its text is now.
    pub key: Key,
    /// What it was.
    pub was: Key,
}

/// A survey in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// Its head, without partners.
    pub head: SurveyHead,
    /// How many partners it has.
    pub bodies: usize,
    /// Since when it is in the trash, in milliseconds.
    pub trashed: Option<u64>,
}

/// What the store holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contents {
    /// The surveys, newest first, those in the trash too.
    pub surveys: Vec<Summary>,
    /// Everything that was ever set aside and is still here.
    pub aside: Vec<Key>,
}

/// Reads all heads. A head that cannot be read is set aside; its partners stay
/// where they are.
pub fn contents(vault: &Vault, now: u64) -> Result<Contents, StoreError> {
    let mut found = Contents::default();
    let mut bodies: Vec<SurveyId> = Vec::new();
    for key in keys(vault)? {
        match key {
            Key::Head(id) => match read_head_record(vault, &id)? {
                Read::Sound(record, _) => found.surveys.push(Summary {
                    head: record.head,
                    bodies: 0,
                    trashed: super::trash::since(vault, &id)?,
                }),
                Read::Absent => {}
                Read::Damaged(text) => {
                    let aside = set_head_aside(vault, &id, &text, now)?;
                    // A copy from an interrupted visit is in the list already,
                    // or will be.
                    found.aside.retain(|key| *key != aside.key);
                    found.aside.push(aside.key);
                }
            },
            Key::Aside(_) if found.aside.contains(&key) => {}
            Key::Aside(_) => found.aside.push(key),
            Key::Body(id, _) => bodies.push(id),
            _ => {}
        }
    }
    for summary in &mut found.surveys {
        summary.bodies = bodies.iter().filter(|id| **id == summary.head.id).count();
    }
    sort_by_key(&mut found.aside, Key::to_string);
    let by_age = |head: &SurveyHead| (head.created.clone(), head.id.clone());
    sort_by_key(&mut found.surveys, |summary| {
        std::cmp::Reverse(by_age(&summary.head))
    });
    Ok(found)
}

/// A survey as it was read, and what could not be.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The survey. A partner whose record could not be read is called by its
    /// id, and its sheet is an expected one.
    pub survey: Survey,
    /// When the head was written.
    pub head_stamp: u64,
    /// Of each partner, in their order.
    pub kept: Vec<Kept>,
    /// Records that were set aside just now.
    pub set_aside: Vec<SetAside>,
}

/// Reads one survey; `None` where it is not there.
pub fn load(vault: &Vault, id: &SurveyId, now: u64) -> Result<Option<Loaded>, StoreError> {
    let Some((mut loaded, mut rest)) = begin(vault, id, now)? else {
        return Ok(None);
    };
    rest.read(vault, now, || true)?;
    loaded.take(rest);
    Ok(Some(loaded))
}

impl Loaded {
    /// Takes what was read of the bodies; none stood here before.
    pub fn take(&mut self, mut rest: Rest) {
        self.set_aside.append(&mut rest.set_aside);
        let bodies = rest.with(None);
        self.survey.head.partners = bodies.partners;
        self.survey.sheets = bodies.sheets;
        self.kept = bodies.kept;
    }
}

/// Reads a partner's record from its sealed text, as another page has written
/// it; `None` where it is none.
pub fn read_body(text: &str) -> Option<(Body, u64)> {
    let record = super::record::open(text).ok()?;
    let body = Body::from_text(&record.text).ok()?;
    Some((body, record.stamp.milliseconds()))
}

/// Reads a head from its sealed text, with the fields that stand beside it.
pub fn read_head(text: &str) -> Option<(SurveyHead, Extra, u64)> {
    let record = super::record::open(text).ok()?;
    let HeadRecord { head, extra } = HeadRecord::from_text(&record.text).ok()?;
    Some((head, extra, record.stamp.milliseconds()))
}

/// Keys of everything that a survey has in the store.
pub fn keys_of(vault: &Vault, id: &SurveyId) -> Result<Vec<String>, StoreError> {
    let mut its = Vec::new();
    for key in keys(vault)? {
        if key.survey() == Some(id) {
            its.push(key.to_string());
        }
    }
    Ok(its)
}

/// Key of one partner's record.
pub fn body_key(survey: &SurveyId, partner: &PartnerId) -> Key {
    Key::Body(survey.clone(), partner.clone())
}

/// The place of the partner at `index` of a new list.
pub fn place_in_new_list(index: usize) -> u32 {
    let step = u32::try_from(index + 1).unwrap_or(u32::MAX);
    step.saturating_mul(STEP)
}

pub(super) fn keys(vault: &Vault) -> Result<Vec<Key>, StoreError> {
    let keys = vault.keys()?;
    Ok(keys.iter().filter_map(|text| Key::parse(text)).collect())
}

/// A survey's head, where it is its own.
fn read_head_record(vault: &Vault, id: &SurveyId) -> Result<Read<HeadRecord>, StoreError> {
    let key = Key::Head(id.clone());
    Ok(
        match read_record::<HeadRecord>(vault, &key, &mut Known::default())? {
            Read::Sound(record, _) if record.head.id != *id => {
                Read::Damaged(vault.read(&key.to_string())?.unwrap_or_default())
            }
            read => read,
        },
    )
}

enum Read<T> {
    Sound(Box<T>, u64),
    Absent,
    /// The text as it stands there.
    Damaged(String),
}

fn read_record<T: Json>(
    vault: &Vault,
    key: &Key,
    known: &mut Known,
) -> Result<Read<T>, StoreError> {
    let key = &key.to_string();
    let (text, stamp) = match vault.open(key)? {
        Opened::Absent => return Ok(Read::Absent),
        Opened::Damaged(text, _) => return Ok(Read::Damaged(text)),
        Opened::Sound(record) => (record.text, record.stamp),
    };
    match T::from_text_after(&text, known) {
        Ok(record) => Ok(Read::Sound(Box::new(record), stamp.milliseconds())),
        // Sound, and not what belongs here.
        Err(_) => Ok(Read::Damaged(vault.read(key)?.unwrap_or_default())),
    }
}
