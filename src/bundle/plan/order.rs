//! The order of the lists of a head, of which there are two versions.

use super::ledger::{Ledger, Shown};
use super::{Decision, Record};
use crate::bundle::merge::order::{agree_parts, united_parts};
use crate::model::{Order, Part};

/// The order that stands. What only one side has is put in where it belongs,
/// which is no matter to ask about; orders that contradict each other are.
pub fn merge_order(ledger: &mut Ledger, mine: &Part, theirs: &Part) -> Part {
    let record = Record::Part(mine.name.clone());
    let with = |lead: &Part, other: &Part, revision| Part {
        value: united_parts(lead, other),
        revision,
        ..lead.clone()
    };
    let (my, their) = (&mine.revision, &theirs.revision);
    let order = my.order(their);
    if agree_parts(mine, theirs) {
        return with(mine, theirs, my.knowing(their));
    }
    match order {
        Order::Newer => {
            ledger.merge.newer += 1;
            with(mine, theirs, my.clone())
        }
        Order::Older => {
            ledger.changes(record, mine.side(), theirs.side());
            with(theirs, mine, their.clone())
        }
        Order::Same | Order::Apart => {
            match ledger.ask(record, None, (mine.side(), my), (theirs.side(), their)) {
                None => with(mine, theirs, my.clone()),
                Some(Decision::Theirs) => with(theirs, mine, ledger.decided(my, their)),
                Some(Decision::Mine | Decision::Both) => {
                    with(mine, theirs, ledger.decided(my, their))
                }
            }
        }
    }
}
