//! One event in the history of a sheet.

use super::Look;
use crate::analysis::chronicle::{Event, Happened, says_the_same};
use crate::model::{Answer, SheetRecord};
use crate::ui::el::{El, button, el, p, span};
use crate::ui::wording;
use leptos::prelude::*;

impl Look {
    /// An event: when, who, what, and the ways back.
    pub(super) fn row(&self, event: &Event) -> El {
        let t = self.t;
        let when = self.when(&event.at);
        let (who, what, more) = match &event.what {
            Happened::Became(status, author) => {
                let who = (!author.is_empty()).then(|| t.history_by(author));
                let what = t.history_became(wording::status(t, *status));
                (who.unwrap_or_default(), what, Vec::new())
            }
            Happened::Written {
                record,
                before,
                after,
                by,
            } => {
                let mut more = vec![self.change(record, before.as_deref(), after)];
                let mine = self.app.is_mine(by);
                let was_mine = before.as_ref().and_then(|b| b.revision.by.as_deref());
                if !mine && was_mine.is_some_and(|by| self.app.is_mine(by)) {
                    more.push(p("hint", t.history_overwrote()));
                }
                let who = if mine {
                    t.history_here()
                } else {
                    t.history_elsewhere()
                };
                (who.into(), self.name(record), more)
            }
        };
        let back = {
            let (point, at) = (self.point, event.at.clone());
            let said = self.said;
            button("link", t.go_back_here(), move || {
                said.set("");
                point.set(Some(at.clone()));
                super::go_back::focus();
            })
            .attr("aria-label", t.go_back_at(&when))
            .attr("data-go-back", "")
        };
        let again = match &event.what {
            Happened::Written { record, after, .. } => self.again(record, after),
            Happened::Became(..) => None,
        };
        let head = [span("event-when", when), span("about", who)];
        el("li")
            .attr("data-event", "")
            .child(el("p").class("event-head").child(head))
            .child(p("event-what", what))
            .child(more)
            .child(el("p").class("actions").child(again).child(back))
    }

    /// What stood there, and what was written.
    fn change(&self, record: &SheetRecord, before: Option<&Answer>, after: &Answer) -> El {
        let t = self.t;
        let before = match before {
            Some(before) => self.says(record, before),
            None => t.history_unknown().into(),
        };
        let line = |name: &'static str, text: String| {
            el("div").child([el("dt").child(name), el("dd").child(text)])
        };
        let after = self.says(record, after);
        el("dl").class("event-change").child([
            line(t.history_before(), before),
            line(t.history_after(), after),
        ])
    }

    /// The way back to what one event has written, where something else stands.
    fn again(&self, record: &SheetRecord, written: &Answer) -> Option<El> {
        let t = self.t;
        let stands = untrack(|| {
            self.app.with_sheet(&self.partner, |sheet| match record {
                SheetRecord::Answer(id) => sheet.answers.get(id).cloned(),
                SheetRecord::Contact(id) => sheet.contacts.get(id).cloned(),
                _ => None,
            })
        });
        let stands = stands.flatten().unwrap_or_default();
        if says_the_same(&stands, written) {
            return None;
        }
        let (look, record, written) = (self.clone(), record.clone(), written.clone());
        let name = t.take_again_of(self.name(&record), self.says(&record, &written));
        let take = move || look.set_back(vec![(record.clone(), written.clone())]);
        let button = button("link", t.take_again(), take).attr("data-take-again", "");
        Some(button.attr("aria-label", name))
    }
}
