//! What would come of files, before anything is written: which surveys are new
//! or known, what each file would change, what is to be decided, and what would
//! stand in the end.
//!
//! A plan is a pure function of the files, of what is here, and of what the
//! person has decided: the dry run shows it, and the same plan is what is done.

mod arrange;
mod arriving;
mod compare;
mod decisions;
mod form;
mod head;
mod ledger;
mod order;
mod outcome;
mod sheets;
mod told;
mod whole;

pub use arriving::copy_id;
pub use decisions::{Decision, Decisions};
pub use form::{Becomes, FormAnswer, FormChange, FormDiff, FormItem};
pub use outcome::{
    Arrival, Change, ChangeKind, Conflict, Content, Fate, Merge, Outcome, Plan, Planned, Record,
    Sender, Side, WhyBeside,
};
pub use told::{Asked, Stands, Told};

use crate::model::{Stamp, Survey, SurveyId};
use arrange::{Desk, in_turn};
use std::sync::Arc;

/// What would come of these files.
///
/// * `here` gives the survey of this browser with an id; who plans again and
///   again keeps it in an `Arc`.
/// * `decisions` is what the person has said so far; what is open is treated as
///   if they had said "mine", and listed as open.
/// * `stamp` signs what a decision writes.
/// * `copy_title` words the title of a survey that is added beside another.
///
/// The order of the files makes no difference to what stands in the end.
pub fn plan<S: Into<Arc<Survey>>>(
    arrivals: &[Arrival],
    mut here: impl FnMut(&SurveyId) -> Option<S>,
    decisions: &Decisions,
    stamp: &Stamp,
    copy_title: impl Fn(&str) -> String,
) -> Plan {
    let mut here = |id: &SurveyId| here(id).map(Into::into);
    let mut desk = Desk {
        here: &mut here,
        decisions,
        stamp,
        copy_title: &copy_title,
        surveys: Vec::new(),
    };
    let mut files: Vec<Option<Planned>> = arrivals.iter().map(|_| None).collect();
    for at in in_turn(arrivals) {
        if let (Some(arrival), Some(planned)) = (arrivals.get(at), files.get_mut(at)) {
            let fate = match &arrival.read {
                Err(refusal) => Fate::Refused(refusal.clone()),
                Ok(received) => desk.receive(at, received),
            };
            *planned = Some(Planned::new(arrival, fate));
        }
    }
    Plan {
        files: files.into_iter().flatten().collect(),
        surveys: desk.outcomes(),
    }
}
