//! Answers taken over from an earlier survey of this browser.

use super::{App, Earlier};
use crate::analysis::carry::{Proposal, proposals, same_body, take_over};
use crate::model::{About, PartnerId, Questionnaire, Sheet};
use leptos::prelude::*;

/// A sheet of the same body in another survey.
pub struct EarlierSheet {
    /// What that survey is called.
    pub survey: String,
    /// What the body is called there.
    pub body: String,
    /// What was asked.
    pub questionnaire: Questionnaire,
    /// What was answered.
    pub sheet: Sheet,
}

impl App {
    /// Whether there are other surveys in this browser.
    pub fn has_other_surveys(self) -> bool {
        let open = self.open_id();
        let surveys = self.surveys();
        surveys
            .iter()
            .any(|survey| Some(&survey.head.id) != open.as_ref())
    }

    /// The sheets on which other surveys of this browser have something of the
    /// same body, in the order of the surveys. Not reactive: it reads them all.
    pub fn earlier_sheets(self, partner: &PartnerId) -> Vec<EarlierSheet> {
        untrack(|| {
            let body = self.with_head(|head| head.partner(partner).cloned());
            let (Some(body), open) = (body.flatten(), self.open_id()) else {
                return Vec::new();
            };
            let ids = self.surveys().into_iter().map(|survey| survey.head.id);
            let others = ids.filter(|id| Some(id) != open.as_ref());
            let sheets = others.filter_map(|id| {
                let mut survey = self.earlier(&Earlier::Survey(id))?;
                let there = same_body(&survey.head, &body)?;
                let (id, name) = (there.id.clone(), there.name.clone());
                let at = survey.sheets.iter().position(|s| s.partner == id)?;
                Some(EarlierSheet {
                    survey: survey.head.title,
                    body: name,
                    questionnaire: survey.head.questionnaire,
                    sheet: survey.sheets.swap_remove(at),
                })
            });
            sheets.filter(|earlier| !earlier.sheet.is_empty()).collect()
        })
    }

    /// What can be taken over from it into the open survey; reactive.
    pub fn proposals(self, partner: &PartnerId, earlier: &EarlierSheet) -> Vec<Proposal> {
        let proposed = self.with_head(|head| {
            self.with_sheet(partner, |sheet| {
                let (before, now) = (&earlier.questionnaire, &head.questionnaire);
                proposals(before, &earlier.sheet, now, sheet)
            })
        });
        proposed.flatten().unwrap_or_default()
    }

    /// Takes answers over, each as an edit of its own.
    pub fn carry_over(self, partner: &PartnerId, taken: &[Proposal]) {
        for proposal in taken {
            let then = &proposal.then;
            match &proposal.about {
                About::Question(id) => self.edit_answer(partner, id, |a| take_over(a, then)),
                About::Contact(id) => self.edit_contact(partner, id, |a| take_over(a, then)),
                About::Sheet => {}
            }
        }
    }
}
