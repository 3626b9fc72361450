//! One event in the history of a sheet.

use super::Look;
use crate::analysis::chronicle::{Event, Happened, Remarked, says_the_same};
use crate::model::{About, Answer, RemarkState, SheetRecord};
use crate::ui::el::{El, button, el, p, span};
use crate::ui::{document, wording};
use leptos::prelude::*;

/// The record that a remark is about; none for the whole sheet.
pub(super) fn of(about: &About) -> Option<SheetRecord> {
    match about {
        About::Sheet => None,
        About::Question(id) => Some(SheetRecord::Answer(id.clone())),
        About::Contact(id) => Some(SheetRecord::Contact(id.clone())),
    }
}

impl Look {
    /// An event: when, who, what, and the ways back.
    /// `exact`: with the second, to tell it from another of the same minute.
    pub(super) fn row(&self, event: &Event, exact: bool) -> El {
        let t = self.t;
        let when = if exact {
            document::moment_in(t, event.at.as_str(), "medium")
        } else {
            self.when(&event.at)
        };
        let (who, what, more) = match &event.what {
            Happened::Became(status, author) => {
                let who = (!author.is_empty()).then(|| t.history_by(author));
                let what = t.history_became(wording::status(t, *status));
                (who.unwrap_or_default(), what, Vec::new())
            }
            Happened::Remarked { about, what, text } => {
                let (who, what) = self.remarked(about, what);
                (who, what, vec![p("said", text.clone())])
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
                (self.browser(by).into(), self.name(record), more)
            }
        };
        let writable = self.writable.get();
        let ways = writable.then(|| p("actions", self.ways_back(event, &when)));
        let head = [span("event-when", when), span("about", who)];
        el("li")
            .attr("data-event", "")
            .child(el("p").class("event-head").child(head))
            .child(p("event-what", what))
            .child(more)
            .child(ways)
    }

    /// The ways back to what an event has written, and to its moment.
    fn ways_back(&self, event: &Event, when: &str) -> Vec<El> {
        let t = self.t;
        let (again, name, label) = match &event.what {
            Happened::Written { record, after, .. } => (
                self.again(record, after),
                t.go_back_here(),
                t.go_back_at(when),
            ),
            _ => (None, t.go_back_answers(), t.go_back_answers_at(when)),
        };
        let (point, said, at) = (self.point, self.said, event.at.clone());
        let back = button("link", name, move || {
            said.set("");
            point.set(Some(at.clone()));
            super::go_back::focus();
        })
        .attr("aria-label", label)
        .attr("data-go-back", "");
        again.into_iter().chain([back]).collect()
    }

    /// What happened to a remark: who, and what.
    fn remarked(&self, about: &About, what: &Remarked) -> (String, String) {
        let t = self.t;
        let by = |author: &str| match author {
            "" => String::new(),
            author => t.history_by(author),
        };
        let (who, what) = match what {
            Remarked::Raised(author) => (by(author), t.history_raised()),
            Remarked::Replied(author) => (by(author), t.history_replied()),
            Remarked::Became(RemarkState::Resolved, at) => {
                (self.browser(at).into(), t.history_settled())
            }
            Remarked::Became(RemarkState::Open, at) => {
                (self.browser(at).into(), t.history_reopened())
            }
        };
        match of(about) {
            Some(record) => (who, t.with_name(what, self.name(&record))),
            None => (who, what.into()),
        }
    }

    /// By which browser, in words.
    fn browser(&self, by: &str) -> &'static str {
        if self.app.is_mine(by) {
            self.t.history_here()
        } else {
            self.t.history_elsewhere()
        }
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
