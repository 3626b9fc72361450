//! Actions of the coordinator's desk: deadline, indicator, roles, proposals that
//! are put aside, files that went out. All of it is called by code in parts.

use super::{App, AppDataStoreFields, Invitation, browser};
use crate::model::{
    Direction, Dismissed, Exchanged, Extra, Indicator, PartnerId, Raw, Sheet, SurveyHead,
};
use leptos::prelude::*;

impl App {
    /// Looks at all sheets of the open survey; an edit of its head alone does not
    /// wake.
    pub fn with_all_sheets<T>(self, look: impl FnOnce(&[Sheet]) -> T) -> T {
        self.complete();
        look(&self.data.sheets().read())
    }

    /// Looks at the open survey's head and at all of its sheets; wakes for any
    /// change.
    pub fn with_sheets<T>(self, look: impl FnOnce(&SurveyHead, &[Sheet]) -> T) -> Option<T> {
        self.complete();
        let sheets = self.data.sheets().read();
        self.with_head(|head| look(head, &sheets))
    }

    /// Sets the day by which sheets are expected; empty takes it away.
    pub fn set_deadline(self, day: &str) {
        let day = day.trim();
        let same = untrack(|| self.with_head(|head| head.document.deadline == day));
        if same == Some(false) {
            self.edit_head(|head| head.document.deadline = day.into());
        }
    }

    /// Changes the open survey's indicator; what changes nothing is no edit.
    pub fn edit_indicator(self, change: impl FnOnce(&mut Indicator)) {
        let before = untrack(|| self.indicator()).unwrap_or_default();
        let mut after = before.clone();
        change(&mut after);
        if after != before {
            self.edit_head(|head| head.indicator = Some(after));
        }
    }

    /// Puts the proposal of a remark aside, or takes it back up.
    pub fn set_dismissed(self, finding: &str, partner: &PartnerId, dismissed: bool) {
        self.edit_head(|head| {
            let mut all = head.dismissed.or_default();
            let mut known = all.iter_mut();
            let known = known.find(|one| one.finding == finding && one.partner == *partner);
            match known {
                // That it was taken back up must travel too.
                Some(known) => known.taken_back = !dismissed,
                None => all.push(Dismissed {
                    finding: finding.into(),
                    partner: partner.clone(),
                    taken_back: !dismissed,
                    extra: Extra::new(),
                }),
            }
            head.dismissed = Raw::new(&all);
        });
    }

    /// Notes that an invitation was handed over to the person who sends it.
    pub fn note_sent(self, partner: &PartnerId, invitation: &Invitation) {
        let sent = Exchanged {
            partner: partner.clone(),
            direction: Direction::Sent,
            at: browser::now(),
            file: invitation.name.clone(),
            fingerprint: invitation.fingerprint.clone(),
            extra: Extra::new(),
        };
        // A head in which nothing is noted is not written.
        if untrack(|| self.with_head(|head| head.knows_exchange(&sent))) == Some(false) {
            self.note_in_head(|head| {
                head.note_exchange(sent);
            });
        }
    }
}
