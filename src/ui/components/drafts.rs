//! What somebody is writing and has not added yet: it is here for as long as the
//! page is open, whatever is looked at meanwhile.

use crate::model::{PartnerId, RemarkId, SurveyId};
use std::cell::RefCell;

/// Mark of the button that opens a reply.
pub const REPLY: &str = "data-answer";

thread_local! {
    /// Texts, by where they are written.
    static DRAFTS: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// Where something is written on a sheet: by the mark of the button that opens
/// the form.
pub fn draft_place(survey: &SurveyId, partner: &PartnerId, mark: (&str, &str)) -> String {
    [survey.as_str(), partner.as_str(), mark.0, mark.1].join("\n")
}

/// What was begun there; empty where nothing was.
pub fn draft(place: &str) -> String {
    DRAFTS.with_borrow(|drafts| {
        let found = drafts.iter().find(|(known, _)| known == place);
        found.map(|(_, text)| text.clone()).unwrap_or_default()
    })
}

/// Keeps what stands there now; nothing where the text says nothing.
pub fn keep_draft(place: &str, text: &str) {
    DRAFTS.with_borrow_mut(|drafts| {
        drafts.retain(|(known, _)| known != place);
        if !text.trim().is_empty() {
            drafts.push((place.into(), text.into()));
        }
    });
}

/// Whether a reply to a remark was begun and not added.
pub fn is_reply_begun(survey: &SurveyId, partner: &PartnerId, remark: &RemarkId) -> bool {
    !draft(&draft_place(survey, partner, (REPLY, remark.as_str()))).is_empty()
}
