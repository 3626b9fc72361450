//! Actions of a review: the steps of a sheet's life, remarks and replies. All of
//! it is called by code in parts.

use super::{App, browser};
use crate::model::{
    About, Actor, Extra, NotAllowed, PartnerId, Remark, RemarkId, RemarkState, Reply, ReplyId,
    SheetAction,
};
use leptos::prelude::*;

/// The setting with how the person calls themselves.
const AUTHOR: &str = "author";

impl App {
    /// How the person at this browser calls themselves in remarks; empty where
    /// they have not said.
    pub fn author(self) -> String {
        browser::setting(&self.vault(), AUTHOR).unwrap_or_default()
    }

    /// Keeps how the person calls themselves, also for the next visit.
    pub fn set_author(self, name: &str) {
        browser::remember(&self.vault(), AUTHOR, name.trim());
    }

    /// Who acts here: whoever was invited to fill in a sheet, or who runs the
    /// survey.
    pub fn actor(self) -> Actor {
        if self.is_invited() {
            Actor::Partner
        } else {
            Actor::Coordinator
        }
    }

    /// Does something with a sheet, where its lifecycle allows it.
    ///
    /// # Errors
    /// Why it does not; nothing has changed.
    pub fn act(self, partner: &PartnerId, action: SheetAction) -> Result<(), NotAllowed> {
        let (actor, author) = (untrack(|| self.actor()), self.author());
        let mut done = Ok(());
        self.edit_sheet(partner, |sheet, stamp| {
            let before = sheet.status;
            done = sheet.act(action, actor, &author, stamp);
            (sheet.status != before, None)
        });
        done
    }

    /// Raises a remark, in the name of who is here; `finding` is the id of the
    /// finding that it was made of, or empty. Gives its id.
    pub fn raise_remark(
        self,
        partner: &PartnerId,
        about: About,
        text: &str,
        finding: &str,
    ) -> Option<RemarkId> {
        let text = text.trim();
        let id = RemarkId::new(&browser::random_name()).ok()?;
        let author = self.author();
        let mut raised = false;
        self.edit_sheet(partner, |sheet, stamp| {
            let mut remark = Remark::raised(id.clone(), about, &author, text, stamp);
            remark.finding = finding.into();
            raised = !text.is_empty() && sheet.raise(remark);
            (raised, None)
        });
        raised.then_some(id)
    }

    /// Replies to a remark, in the name of who is here; says whether there was
    /// anything to say.
    pub fn reply(self, partner: &PartnerId, remark: &RemarkId, text: &str) -> bool {
        let text = text.trim();
        let Ok(id) = ReplyId::new(&browser::random_name()) else {
            return false;
        };
        let reply = Reply {
            id,
            author: self.author(),
            text: text.into(),
            at: Some(browser::now()),
            extra: Extra::new(),
        };
        let mut replied = false;
        self.edit_sheet(partner, |sheet, _| {
            replied = !text.is_empty() && sheet.reply(remark, reply);
            (replied, None)
        });
        replied
    }

    /// Settles a remark, or opens it again.
    pub fn settle_remark(self, partner: &PartnerId, remark: &RemarkId, state: RemarkState) {
        self.edit_sheet(partner, |sheet, stamp| {
            (sheet.settle_remark(remark, state, stamp), None)
        });
    }
}
