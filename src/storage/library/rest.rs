//! A survey that is read little by little: as a whole, or one of its sheets first and
//! the others later.

use super::aside::{set_body_aside, set_head_aside};
use super::room::room_for;
use super::{Body, Kept, Loaded, Read, SetAside, body_key, read_head_record, read_record};
use crate::model::json::Known;
use crate::model::{
    Extra, Partner, PartnerId, PartnerKind, Revision, Sheet, Survey, SurveyId, sort_by,
};
use crate::storage::{Key, StoreError, Vault, key};

/// With fewer bodies than this all are read at once, in a few frames' time.
const MANY: usize = 100;

/// Bodies of an open survey that are not read yet.
#[derive(Debug)]
pub struct Rest {
    keys: Vec<Key>,
    read: Vec<(Body, Kept)>,
    known: Known,
    /// Records that were set aside while they were read.
    pub set_aside: Vec<SetAside>,
}

/// All bodies of a survey, in their order.
#[derive(Debug, Default)]
pub struct Bodies {
    /// The partners.
    pub partners: Vec<Partner>,
    /// Their sheets.
    pub sheets: Vec<Sheet>,
    /// What else is known of each.
    pub kept: Vec<Kept>,
}

/// Reads the head of a survey; gives beside it its bodies, which are left to be read.
/// `None` where it is not there. A head that cannot be read is set aside.
///
/// # Errors
/// When the store cannot be read.
pub fn begin(vault: &Vault, id: &SurveyId, now: u64) -> Result<Option<(Loaded, Rest)>, StoreError> {
    let (record, head_stamp) = match read_head_record(vault, id)? {
        Read::Sound(record, stamp) => (*record, stamp),
        Read::Absent => return Ok(None),
        Read::Damaged(text) => {
            set_head_aside(vault, id, &text, now)?;
            return Ok(None);
        }
    };
    let mut head = record.head;
    head.partners.clear();
    let loaded = Loaded {
        survey: Survey {
            head,
            sheets: Vec::new(),
            extra: record.extra,
        },
        head_stamp,
        kept: Vec::new(),
        set_aside: Vec::new(),
    };
    // Where a partner's record stands tells whose it is.
    let its = key::bodies(id);
    let names = vault.keys()?;
    let bodies = names.iter().filter_map(|name| name.strip_prefix(&*its));
    let bodies = bodies.filter_map(|partner| PartnerId::new(partner).ok());
    let rest = Rest {
        keys: bodies.map(|partner| body_key(id, &partner)).collect(),
        read: Vec::new(),
        known: Known::default(),
        set_aside: Vec::new(),
    };
    Ok(Some((loaded, rest)))
}

impl Rest {
    /// Reads the body of one partner before all others; `None` where it is not among them,
    /// or they are few: all are to be read then.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn read_first(
        &mut self,
        vault: &Vault,
        partner: &PartnerId,
        now: u64,
    ) -> Result<Option<(Body, Kept)>, StoreError> {
        let its = |key: &Key| matches!(key, Key::Body(_, of) if of == partner);
        let at = self.keys.iter().position(its);
        let Some(at) = at.filter(|_| self.keys.len() >= MANY) else {
            return Ok(None);
        };
        let key = self.keys.swap_remove(at);
        let (set_aside, known) = (&mut self.set_aside, &mut self.known);
        read_body_at(vault, &key, partner, now, set_aside, known)
    }

    /// Reads on as long as `more` says so; says whether there is more to read.
    ///
    /// # Errors
    /// When the store cannot be read; what is left is asked for again then.
    pub fn read(
        &mut self,
        vault: &Vault,
        now: u64,
        mut more: impl FnMut() -> bool,
    ) -> Result<bool, StoreError> {
        let all = self.read.len() + self.keys.len();
        while let Some(key) = self.keys.last() {
            room_for(self.read.len(), all);
            if let Key::Body(_, partner) = key {
                let (set_aside, known) = (&mut self.set_aside, &mut self.known);
                let body = read_body_at(vault, key, partner, now, set_aside, known)?;
                self.read.extend(body);
            }
            self.keys.pop();
            if !more() {
                break;
            }
        }
        Ok(!self.keys.is_empty())
    }

    /// How many in a hundred are read.
    pub fn hundredths(&self) -> u32 {
        let all = self.read.len() + self.keys.len();
        (self.read.len() * 100 / all.max(1)) as u32
    }

    /// All that was read, with the body that stands open, where one does, as it is by now.
    pub fn with(self, open: Option<(Body, Kept)>) -> Bodies {
        let mut all = self.read;
        all.extend(open);
        sort_bodies(&mut all);
        let mut bodies = Bodies::default();
        for (body, kept) in all {
            bodies.partners.push(body.partner);
            bodies.sheets.push(body.sheet);
            bodies.kept.push(kept);
        }
        bodies
    }
}

/// Reads the record of one partner, whose ids share the memory of those that are
/// `known`; `None` where it is gone. One that cannot be
/// read is set aside, and another stands for it.
fn read_body_at(
    vault: &Vault,
    key: &Key,
    partner: &PartnerId,
    now: u64,
    set_aside: &mut Vec<SetAside>,
    known: &mut Known,
) -> Result<Option<(Body, Kept)>, StoreError> {
    let (body, stamp) = match read_record::<Body>(vault, key, known)? {
        Read::Sound(body, stamp)
            if body.partner.id == *partner && body.sheet.partner == *partner =>
        {
            (*body, stamp)
        }
        Read::Absent => return Ok(None),
        Read::Sound(..) | Read::Damaged(_) => {
            let body = unread(partner.clone());
            let (aside, stamp) = set_body_aside(vault, key, &body, now)?;
            set_aside.push(aside);
            (body, stamp)
        }
    };
    let place = body.place;
    Ok(Some((body, Kept { place, stamp })))
}

/// Puts bodies into their order.
fn sort_bodies(bodies: &mut Vec<(Body, Kept)>) {
    sort_by(bodies, |(a, _), (b, _)| {
        let places = a.place.cmp(&b.place);
        places.then_with(|| a.partner.id.cmp(&b.partner.id))
    });
}

/// Stands for a partner whose record could not be read.
fn unread(id: PartnerId) -> Body {
    let partner = Partner {
        id: id.clone(),
        code: "?".into(),
        name: id.to_string(),
        kind: PartnerKind::default(),
        ipa_code: String::new(),
        role: None,
        revision: Revision::default(),
        extra: Extra::new(),
    };
    Body {
        partner,
        sheet: Sheet::expected(id),
        place: u32::MAX,
        after: 0,
        extra: Extra::new(),
    }
}
