//! Two versions of one sheet, record by record.

use super::Record;
use super::form::Forms;
use super::ledger::Ledger;
use crate::bundle::merge::{Own, in_order};
use crate::model::{Answer, Order, PartnerId, Remark, RemarkId, Sheet};
use litemap::LiteMap;

/// Which side an answer comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    Mine,
    Theirs,
}

/// What stands of the sheet of a partner; either side may have none.
pub fn merge_sheet(
    ledger: &mut Ledger,
    forms: &Forms,
    partner: &PartnerId,
    base: Option<&Sheet>,
    mine: Option<&Sheet>,
    theirs: Option<&Sheet>,
) -> Sheet {
    let own = |sheet: Option<&Sheet>| sheet.map(Own::of);
    let status = ledger.settle(
        Record::Status(partner.clone()),
        own(base).as_ref(),
        own(mine).as_ref(),
        own(theirs).as_ref(),
    );
    let status = status.map_or_else(|| Sheet::expected(partner.clone()), |own| own.0);
    let answers = merge_answers(
        ledger,
        [base, mine, theirs].map(|sheet| sheet.map(|s| &s.answers)),
        |id| Record::Answer(partner.clone(), id.clone()),
        |whose, id, answer| forms.unfit(whose, id, answer),
    );
    let contacts = merge_answers(
        ledger,
        [base, mine, theirs].map(|sheet| sheet.map(|s| &s.contacts)),
        |id| Record::Contact(partner.clone(), id.clone()),
        |whose, id, _| forms.unfit_contact(whose, id),
    );
    let mut remarks = merge_remarks(ledger, partner, base, mine, theirs);
    ledger.put_kept(partner, &mut remarks);
    in_order(&mut remarks);
    Sheet {
        answers,
        contacts,
        remarks,
        ..status
    }
}

type Answers<'a, K> = Option<&'a LiteMap<K, Answer>>;

fn merge_answers<K: Ord + Clone>(
    ledger: &mut Ledger,
    [base, mine, theirs]: [Answers<K>; 3],
    record: impl Fn(&K) -> Record,
    unfit: impl Fn(Whose, &K, &Answer) -> bool,
) -> LiteMap<K, Answer> {
    let mut merged = LiteMap::new_vec();
    let mut ids: Vec<&K> = mine.into_iter().flat_map(LiteMap::keys).collect();
    let only_theirs = theirs.into_iter().flat_map(LiteMap::keys);
    ids.extend(only_theirs.filter(|id| mine.is_none_or(|mine| !mine.contains_key(id))));
    for id in ids {
        let of = |answers: Answers<'_, K>| answers.and_then(|answers| answers.get(id)).cloned();
        let (mut my, mut their) = (of(mine), of(theirs));
        // Only one side can have one: the questionnaire of the other stands.
        for (whose, one, other) in [
            (Whose::Theirs, &mut their, of(mine)),
            (Whose::Mine, &mut my, of(theirs)),
        ] {
            if let Some(answer) = one.take_if(|answer| unfit(whose, id, answer))
                && !follows(other.as_ref(), &answer)
            {
                ledger.keep(record(id), &answer, true);
            }
        }
        let stands = ledger.settle(record(id), of(base).as_ref(), my.as_ref(), their.as_ref());
        if let Some(answer) = stands {
            merged.insert(id.clone(), answer);
        }
    }
    merged
}

/// Whether an answer was written in the knowledge of another, which then need
/// not be kept.
fn follows(answer: Option<&Answer>, other: &Answer) -> bool {
    answer.is_some_and(|answer| {
        answer == other || answer.revision.order(&other.revision) == Order::Newer
    })
}

fn merge_remarks<'a>(
    ledger: &mut Ledger,
    partner: &PartnerId,
    base: Option<&'a Sheet>,
    mine: Option<&'a Sheet>,
    theirs: Option<&'a Sheet>,
) -> Vec<Remark> {
    let list = |sheet: Option<&'a Sheet>| sheet.map_or(&[][..], |s| &s.remarks);
    let [base, mine, theirs] = [list(base), list(mine), list(theirs)];
    let find = |list: &'a [Remark], id: &RemarkId| list.iter().find(|r| r.id == *id);
    let mut pairs: Vec<_> = mine
        .iter()
        .map(|my| (Some(my), find(theirs, &my.id)))
        .collect();
    let only_theirs = theirs.iter().filter(|r| find(mine, &r.id).is_none());
    pairs.extend(only_theirs.map(|their| (None, Some(their))));
    let mut merged = Vec::new();
    for (my, their) in pairs {
        let Some(one) = my.or(their) else {
            continue;
        };
        let record = Record::Remark(partner.clone(), one.id.clone());
        merged.extend(ledger.settle(record, find(base, &one.id), my, their));
    }
    merged
}
