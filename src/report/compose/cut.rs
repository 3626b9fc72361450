//! What of a survey gets into a report: nothing that the options hold back is
//! there when the first word is written.

use super::{Options, Scope};
use crate::bundle;
use crate::model::{LocalText, Raw, Remark, Sheet, Survey};

/// The survey as the report may see it.
pub fn let_through(survey: &Survey, options: &Options) -> Survey {
    let mut kept = bundle::for_coordinator(survey);
    if options.scope == Scope::Public {
        let withholding = bundle::Withholding {
            contacts: LocalText::default(),
            free_text: None,
        };
        kept = bundle::for_anyone(&kept, &withholding);
    }
    for sheet in &mut kept.sheets {
        if !options.shows_comments() {
            sheet
                .written_mut()
                .for_each(|answer| answer.comment.clear());
        }
        if !options.shows_contacts() {
            sheet.contacts.clear();
        }
        if !options.shows_persons() {
            without_names(sheet);
        }
    }
    kept
}

fn without_names(sheet: &mut Sheet) {
    let mut steps = sheet.steps.or_default();
    if !steps.is_empty() {
        steps.iter_mut().for_each(|step| step.author.clear());
        sheet.steps = Raw::new(&steps);
    }
    let nameless = |remark: &mut Remark| {
        remark.author.clear();
        remark.replies.iter_mut().for_each(|r| r.author.clear());
    };
    sheet.remarks.iter_mut().for_each(nameless);
}
