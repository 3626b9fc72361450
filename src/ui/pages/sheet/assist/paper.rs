//! The sheet on paper: its preview, and what is printed of this page.

use super::super::sheet_context;
use crate::model::{Extra, Survey};
use crate::ui::components::{paper_html, printing};
use crate::ui::el::{El, button, el, p};
use crate::ui::{app, document, t};
use leptos::prelude::*;

const PREVIEW: &str = "paper-preview";
const SHOW: &str = "paper-show";

/// The sheet on paper: a button, and behind it the preview. Whenever the page is
/// printed, by the browser's own command too, the paper is printed and not the
/// form.
pub fn paper() -> Option<El> {
    let (app, t) = (app(), t());
    let partner = sheet_context().partner;
    let open = RwSignal::new(false);
    let contacts = RwSignal::new(true);
    let printing = printing();
    // The head and this sheet alone: an edit of another changes nothing here.
    let html = move || {
        let head = app.with_head(Clone::clone)?;
        let sheet = app.with_sheet(&partner, Clone::clone)?;
        let survey = Survey {
            head,
            sheets: vec![sheet],
            extra: Extra::new(),
        };
        paper_html(t, &survey, &partner, contacts.get())
    };
    let shown = move || {
        let wanted = open.get() || printing();
        wanted.then(&html).flatten().unwrap_or_default()
    };
    let toggle = move || {
        open.update(|open| *open = !*open);
        if open.get_untracked() {
            // It stands right below the button: nothing has to move.
            request_animation_frame(|| document::focus_in_place(PREVIEW));
        }
    };
    let close = move || {
        open.set(false);
        document::focus_in_place(SHOW);
    };
    let tick = el("input")
        .attr("type", "checkbox")
        .attr("data-contacts", "")
        .prop("checked", move || contacts.get().into())
        .on("change", move |event| {
            contacts.set(event_target_checked(&event));
        });
    let tick = el("label")
        .class("tick")
        .child([tick, el("span").child(t.paper_contacts())]);
    let buttons = [
        button("button", t.paper_print(), document::print),
        button("button secondary", t.close(), close),
    ];
    let preview = el("section")
        .attr("id", PREVIEW)
        .attr("tabindex", "-1")
        .attr("aria-label", t.paper_preview())
        .live_attr("class", move || {
            let class = if open.get() {
                "preview"
            } else {
                "preview shut"
            };
            Some(class.into())
        })
        .child(
            el("div")
                .class("preview-tools")
                .child(tick)
                .child(p("actions", buttons)),
        )
        .child(el("div").html(shown));
    let show = button("button secondary", t.paper_show(), toggle)
        .attr("id", SHOW)
        .attr("aria-controls", PREVIEW)
        .live_attr("aria-expanded", move || Some(open.get().to_string().into()));
    Some(el("div").class("print-sheet").child([show, preview]))
}
