//! Merging what was written apart: two versions of one sheet, answer by
//! answer, with the version that both began from, where it is known.
//!
//! What only one side changed is taken over. What both changed, each in its
//! own way, is a clash: the later edit stands, and the other is given back so
//! that it is not lost.

use crate::model::{Answer, ContactId, Json, Partner, QuestionId, Revision, Sheet, SurveyHead};
use std::cmp::Ordering;
use std::collections::BTreeMap;

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
    let own = |sheet: &Sheet| Sheet {
        answers: BTreeMap::new(),
        contacts: BTreeMap::new(),
        ..sheet.clone()
    };
    let status = choose(base.map(own).as_ref(), &own(mine), &own(theirs), |sheet| {
        &sheet.revision
    });
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
        ..status.stands
    };
    Merged { sheet, clashes }
}

/// Merges two versions of a partner: one of them stands.
pub fn merge_partners(base: Option<&Partner>, mine: &Partner, theirs: &Partner) -> Partner {
    choose(base, mine, theirs, |partner| &partner.revision).stands
}

/// Merges two versions of a head, part by part; of a part that both changed,
/// the one of the later edited head stands. Partners are not part of it.
pub fn merge_heads(base: &SurveyHead, mine: &SurveyHead, theirs: &SurveyHead) -> SurveyHead {
    let (mut result, other) = if mine.revision.at > theirs.revision.at {
        (mine.clone(), theirs)
    } else {
        (theirs.clone(), mine)
    };
    macro_rules! parts {
        ($($part:ident)*) => {$(
            if result.$part == base.$part {
                result.$part.clone_from(&other.$part);
            }
        )*};
    }
    parts!(title document questionnaire indicator codebook notes extra);
    result.revision.n = mine.revision.n.max(theirs.revision.n);
    result
}

fn merge_answers<K: Ord + Clone + AsRef<str>>(
    base: Option<&BTreeMap<K, Answer>>,
    mine: &BTreeMap<K, Answer>,
    theirs: &BTreeMap<K, Answer>,
    contact: bool,
    clashes: &mut Vec<Clash>,
) -> BTreeMap<K, Answer> {
    let mut merged = BTreeMap::new();
    let none = Answer::default();
    for id in mine.keys().chain(theirs.keys()) {
        if merged.contains_key(id) {
            continue;
        }
        let of = |answers: &BTreeMap<K, Answer>| answers.get(id).cloned();
        let before = base.map(|base| of(base).unwrap_or_default());
        let (my, their) = (of(mine), of(theirs));
        let chosen = choose(
            before.as_ref(),
            my.as_ref().unwrap_or(&none),
            their.as_ref().unwrap_or(&none),
            |answer| &answer.revision,
        );
        if let Some(other) = chosen.other
            && !says_the_same(&other, &chosen.stands)
        {
            let id = id.as_ref().into();
            clashes.push(Clash { id, contact, other });
        }
        merged.insert(id.clone(), chosen.stands);
    }
    merged
}

/// Whether two answers differ in nothing but who wrote them when.
fn says_the_same(a: &Answer, b: &Answer) -> bool {
    let revision = Revision::default;
    let bare = |answer: &Answer| Answer {
        revision: revision(),
        ..answer.clone()
    };
    bare(a) == bare(b)
}

struct Chosen<T> {
    stands: T,
    /// The other one, where both had changed.
    other: Option<T>,
}

fn choose<T: Json + Clone + PartialEq>(
    base: Option<&T>,
    mine: &T,
    theirs: &T,
    revision: fn(&T) -> &Revision,
) -> Chosen<T> {
    let one = |stands: &T| Chosen {
        stands: stands.clone(),
        other: None,
    };
    let (my, their) = (revision(mine), revision(theirs));
    match base {
        _ if mine == theirs => one(mine),
        Some(base) if mine == base => one(theirs),
        Some(base) if theirs == base => one(mine),
        // Without a common beginning, the number of edits tells which of two
        // followed the other.
        None if my.n != their.n => one(if my.n > their.n { mine } else { theirs }),
        _ => {
            let order = my.at.cmp(&their.at).then_with(|| {
                // At the same moment: what stands must not depend on the side.
                let (mine, theirs) = (mine.to_json().to_string(), theirs.to_json().to_string());
                mine.cmp(&theirs)
            });
            let mine_stands = order == Ordering::Greater;
            let (stands, other) = if mine_stands {
                (mine, theirs)
            } else {
                (theirs, mine)
            };
            Chosen {
                stands: stands.clone(),
                other: Some(other.clone()),
            }
        }
    }
}
