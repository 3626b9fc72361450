//! Two pages of one browser: two versions of one sheet, answer by answer, with
//! the version that both began from, where it is known.
//!
//! What only one side changed is taken over. What both changed, each in its
//! own way, is a clash: the later edit stands, and the other is given back so
//! that it is not lost. Both pages come to the same, whoever is called mine.

use super::order;
use super::record::keep_as_reply;
use super::{Own, Versioned, in_order};
use crate::model::{
    Answer, ContactId, Order, Partner, Parts, QuestionId, Remark, Sheet, SurveyHead, sort_by_key,
};
use litemap::LiteMap;

/// An answer that both sides changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Clash {
    /// Id of the question or the contact.
    pub id: String,
    /// It is a contact.
    pub contact: bool,
    /// What does not stand.
    pub other: Answer,
}

/// Two sheets in one.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The sheet.
    pub sheet: Sheet,
    /// What both sides changed.
    pub clashes: Vec<Clash>,
}

/// Merges two versions of a sheet; `base` is what both began from. It makes
/// no difference which of them is called mine.
pub fn merge_sheets(base: Option<&Sheet>, mine: &Sheet, theirs: &Sheet) -> Merged {
    let mut clashes = Vec::new();
    let status = choose(base.map(Own::of).as_ref(), &Own::of(mine), &Own::of(theirs));
    let answers = merge_answers::<QuestionId>(
        base.map(|sheet| &sheet.answers),
        &mine.answers,
        &theirs.answers,
        false,
        &mut clashes,
    );
    let contacts = merge_answers::<ContactId>(
        base.map(|sheet| &sheet.contacts),
        &mine.contacts,
        &theirs.contacts,
        true,
        &mut clashes,
    );
    let sheet = Sheet {
        answers,
        contacts,
        remarks: merge_remarks(base, mine, theirs),
        ..status.stands.0
    };
    Merged { sheet, clashes }
}

/// Merges two versions of a partner: one of them stands.
pub fn merge_partners(base: Option<&Partner>, mine: &Partner, theirs: &Partner) -> Partner {
    choose(base, mine, theirs).stands
}

/// Merges two versions of a head, part by part; of a part that both changed,
/// the later edit stands. Partners are not part of it.
pub fn merge_heads(base: &SurveyHead, mine: &SurveyHead, theirs: &SurveyHead) -> SurveyHead {
    let later = if mine.revision.last() > theirs.revision.last() {
        mine
    } else {
        theirs
    };
    let mut result = later.clone();
    let changed = |head: &SurveyHead| head.revision != base.revision;
    result.revision = match (changed(mine), changed(theirs)) {
        (true, true) => mine.revision.settled(&theirs.revision),
        (true, false) => mine.revision.clone(),
        (false, _) => theirs.revision.clone(),
    };
    let other = if std::ptr::eq(later, mine) {
        theirs
    } else {
        mine
    };
    if result.invited == base.invited {
        result.invited.clone_from(&other.invited);
    }
    if result.exchanged == base.exchanged {
        result.exchanged.clone_from(&other.exchanged);
    } else if other.exchanged != base.exchanged {
        result.unite_exchanges(other);
    }
    let of = |head: &SurveyHead| {
        let partners = Vec::new();
        Parts::of(&SurveyHead {
            partners,
            ..head.clone()
        })
    };
    let (base, mine, theirs) = (of(base), of(mine), of(theirs));
    let names = mine.all.iter().chain(&theirs.all).map(|part| &part.name);
    let mut names: Vec<_> = names.collect();
    sort_by_key(&mut names, |name| *name);
    names.dedup();
    let part = |name: &str| {
        let [base, mine, theirs] = [&base, &mine, &theirs].map(|parts| parts.part(name));
        let mut part = choose(Some(&base), &mine, &theirs).stands;
        // A head that was edited as a whole says of each part that it was.
        let only = [(&mine, &theirs), (&theirs, &mine)];
        if let Some((_, changed)) = only.iter().find(|(one, _)| one.value == base.value) {
            part.value.clone_from(&changed.value);
            part.revision = mine.revision.joined(&theirs.revision);
        }
        if name.starts_with("order/") && order::agree_parts(&mine, &theirs) {
            part.value = order::united_parts(&mine, &theirs);
        }
        part
    };
    let parts = Parts {
        all: names.into_iter().map(|name| part(name)).collect(),
        rest: mine.rest.joined(&theirs.rest),
    };
    // Each part is one of a head that was read.
    parts.into_head(&result).unwrap_or(result)
}

fn merge_answers<K: Ord + Clone + AsRef<str>>(
    base: Option<&LiteMap<K, Answer>>,
    mine: &LiteMap<K, Answer>,
    theirs: &LiteMap<K, Answer>,
    contact: bool,
    clashes: &mut Vec<Clash>,
) -> LiteMap<K, Answer> {
    let mut merged = LiteMap::new_vec();
    let none = Answer::default();
    for id in mine.keys().chain(theirs.keys()) {
        if merged.contains_key(id) {
            continue;
        }
        let of = |answers: &LiteMap<K, Answer>| answers.get(id).cloned();
        let before = base.map(|base| of(base).unwrap_or_default());
        let (my, their) = (of(mine), of(theirs));
        let chosen = choose(
            before.as_ref(),
            my.as_ref().unwrap_or(&none),
            their.as_ref().unwrap_or(&none),
        );
        if let Some(other) = chosen.other {
            let id = id.as_ref().into();
            clashes.push(Clash { id, contact, other });
        }
        merged.insert(id.clone(), chosen.stands);
    }
    merged
}

/// Remarks are only added. Where both sides changed the text of one, the later
/// stands, and the other becomes a reply to it.
fn merge_remarks(base: Option<&Sheet>, mine: &Sheet, theirs: &Sheet) -> Vec<Remark> {
    let of = |sheet: &Sheet, id| sheet.remarks.iter().find(|r| r.id == id).cloned();
    let mut merged: Vec<Remark> = Vec::new();
    for remark in mine.remarks.iter().chain(&theirs.remarks) {
        if merged.iter().any(|r| r.id == remark.id) {
            continue;
        }
        let at = |sheet| of(sheet, remark.id.clone());
        let (my, their) = (at(mine), at(theirs));
        let chosen = choose(
            base.and_then(at).as_ref(),
            my.as_ref().unwrap_or(remark),
            their.as_ref().unwrap_or(remark),
        );
        let mut stands = chosen.stands;
        if let Some(other) = chosen.other {
            keep_as_reply(&mut stands, &other);
        }
        merged.push(stands);
    }
    in_order(&mut merged);
    merged
}

struct Chosen<T> {
    stands: T,
    /// The other one, where both had changed.
    other: Option<T>,
}

/// Two pages sign with the same name, so that what both began from tells more
/// than their revisions, where it is known.
fn choose<T: Versioned>(base: Option<&T>, mine: &T, theirs: &T) -> Chosen<T> {
    let order = match base {
        Some(base) if mine == base => Order::Older,
        Some(base) if theirs == base => Order::Newer,
        Some(_) => Order::Apart,
        None => mine.revision().order(theirs.revision()),
    };
    let (stands, other) = match order {
        Order::Older => (theirs, mine),
        Order::Newer => (mine, theirs),
        Order::Same | Order::Apart if is_later(mine, theirs) => (mine, theirs),
        Order::Same | Order::Apart => (theirs, mine),
    };
    let mut chosen = Chosen {
        stands: stands.clone(),
        other: None,
    };
    if mine != theirs && matches!(order, Order::Same | Order::Apart) {
        let (my, their) = (mine.revision(), theirs.revision());
        *chosen.stands.revision_mut() = my.settled(their);
        if mine.says_the_same(theirs) {
            *chosen.stands.revision_mut() = my.joined(their);
        } else if let Some(mut one) = mine.reconciled(theirs) {
            *one.revision_mut() = my.settled(their);
            chosen.stands = one;
        } else {
            chosen.other = Some(other.clone());
        }
    }
    chosen.stands.unite(mine);
    chosen.stands.unite(theirs);
    chosen
}

/// At the same moment: what stands must not depend on the side.
fn is_later<T: Versioned>(mine: &T, theirs: &T) -> bool {
    let at = mine.revision().last().cmp(&theirs.revision().last());
    at.then_with(|| mine.as_text().cmp(&theirs.as_text()))
        .is_gt()
}
