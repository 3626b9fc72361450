//! A survey that is opened at one of its sheets: that one is read at once, the
//! others little by little.

use super::aside::set_body_aside;
use super::room::room_for;
use super::{Body, Kept, Loaded, Read, SetAside, body_key, keys, read_head_record, read_record};
use crate::model::json::Known;
use crate::model::{
    Extra, Partner, PartnerId, PartnerKind, Revision, Sheet, Survey, SurveyId, sort_by,
};
use crate::storage::{Key, StoreError, Vault};

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

/// Reads a survey as if it had this one body; gives beside it what is left to be
/// read. `None` where it has few, or where one of the two records is not sound: it is
/// to be read as a whole then.
///
/// # Errors
/// When the store cannot be read.
pub fn load_at(
    vault: &Vault,
    id: &SurveyId,
    partner: &PartnerId,
    now: u64,
) -> Result<Option<(Loaded, Rest)>, StoreError> {
    let mine = body_key(id, partner);
    let mut others = keys(vault)?;
    others.retain(|key| matches!(key, Key::Body(survey, _) if survey == id));
    let all = others.len();
    others.retain(|key| *key != mine);
    if all < MANY || others.len() == all {
        return Ok(None);
    }
    let Read::Sound(record, head_stamp) = read_head_record(vault, id)? else {
        return Ok(None);
    };
    let (mut set_aside, mut known) = (Vec::new(), Known::default());
    let body = read_body_at(vault, &mine, partner, now, &mut set_aside, &mut known)?;
    let Some((body, kept)) = body else {
        return Ok(None);
    };
    let mut head = record.head;
    head.partners = vec![body.partner];
    let survey = Survey {
        head,
        sheets: vec![body.sheet],
        extra: record.extra,
    };
    let loaded = Loaded {
        survey,
        head_stamp,
        kept: vec![kept],
        set_aside,
    };
    let rest = Rest {
        keys: others,
        read: Vec::new(),
        known,
        set_aside: Vec::new(),
    };
    Ok(Some((loaded, rest)))
}

impl Rest {
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

    /// All that was read, with the body that stands open, as it is by now.
    pub fn with(self, body: Body, stamp: u64) -> Bodies {
        let mut all = self.read;
        let place = body.place;
        all.push((body, Kept { place, stamp }));
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
pub(super) fn read_body_at(
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
pub(super) fn sort_bodies(bodies: &mut Vec<(Body, Kept)>) {
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
