//! What a bundle brings, held against what is here.

use crate::bundle::{Kind, Received};
use crate::model::{Survey, SurveyId};
use std::sync::Arc;

/// The survey of a bundle. Whose sheets a browser was invited to fill in is no
/// matter for another: only a backup brings it.
pub fn arriving(received: &Received) -> Arc<Survey> {
    let mut survey = received.survey.clone();
    if received.kind != Kind::Backup && !survey.head.invited.is_empty() {
        Arc::make_mut(&mut survey).head.invited.clear();
    }
    survey
}

/// Whether two surveys are the same; one is always the same as itself.
pub fn is_same(one: &Arc<Survey>, other: &Arc<Survey>) -> bool {
    Arc::ptr_eq(one, other) || one == other
}

/// Whether two surveys are the same but for what this browser alone knows.
pub fn same(mine: &Survey, theirs: &Survey) -> bool {
    let like = || {
        let mut head = theirs.head.clone();
        head.invited.clone_from(&mine.head.invited);
        head
    };
    mine.sheets == theirs.sheets && mine.extra == theirs.extra && mine.head == like()
}

/// The id of the copy of a bundle that stands beside what is here: the same file
/// gives the same.
pub fn copy_id(received: &Received) -> Option<SurveyId> {
    let digits = received.fingerprint.to_string();
    let name = format!("copy-{}", digits.get(..24).unwrap_or(&digits));
    SurveyId::new(&name).ok()
}
