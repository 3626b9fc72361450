//! What would change if a sheet said what it once said, before it does.

use super::Look;
use crate::analysis::chronicle::{Difference, differences};
use crate::model::Timestamp;
use crate::ui::document;
use crate::ui::el::{El, button, el, live, p};
use leptos::prelude::*;

const PANEL: &str = "go-back";

/// Puts the keyboard on the panel, once it stands there.
pub(super) fn focus() {
    request_animation_frame(|| document::focus(PANEL));
}

impl Look {
    /// The way back to a point that was chosen.
    pub(super) fn way_back(&self) -> AnyView {
        let look = self.clone();
        live(move || {
            let at = look.point.get().filter(|_| look.writable.get())?;
            // It follows what is saved while it stands there.
            look.events.track();
            Some(untrack(|| look.panel(&at)))
        })
    }

    fn panel(&self, at: &Timestamp) -> El {
        let (t, point) = (self.t, self.point);
        let found = self.past.with_untracked(|past| {
            self.app
                .with_sheet(&self.partner, |sheet| differences(sheet, past, at))
        });
        let found = found.unwrap_or_default();
        let close = button("button secondary", t.close(), move || {
            point.set(None);
            document::focus_in_place(super::HERE);
        });
        let text = if found.is_empty() {
            t.go_back_nothing().into()
        } else {
            t.go_back_list(found.len())
        };
        let title = t.go_back_title(self.when(at));
        let (table, go) = if found.is_empty() {
            (None, None)
        } else {
            (Some(self.table(&found)), Some(self.go(found)))
        };
        let actions = p("actions", "").child(go).child(close);
        el("div")
            .class("notice")
            .attr("id", PANEL)
            .attr("tabindex", "-1")
            .attr("role", "group")
            .attr("aria-label", title.clone())
            .attr("data-going-back", "")
            .child(el("h2").child(title))
            .child(p("", text))
            .child(table)
            .child(actions)
    }

    fn go(&self, found: Vec<Difference>) -> El {
        let look = self.clone();
        button("button", self.t.go_back_do(), move || {
            let then = found.iter();
            look.set_back(then.map(|d| (d.record.clone(), d.then.clone())).collect());
        })
        .attr("data-confirm-back", "")
    }

    fn table(&self, found: &[Difference]) -> El {
        let t = self.t;
        let head = [t.history_what(), t.go_back_now(), t.go_back_then()];
        let head = head.map(|name| el("th").attr("scope", "col").child(name));
        let row = |difference: &Difference| {
            let Difference { record, now, then } = difference;
            el("tr")
                .child(el("th").attr("scope", "row").child(self.name(record)))
                .child(el("td").child(self.says(record, now)))
                .child(el("td").child(self.says(record, then)))
        };
        let rows: Vec<El> = found.iter().map(row).collect();
        el("table")
            .class("figures going-back")
            .child(el("thead").child(el("tr").child(head)))
            .child(el("tbody").child(rows))
    }
}
