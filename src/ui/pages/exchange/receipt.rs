//! The receipt of a response, for the screen and for the protocol office.

use super::send::{receipt_id, respond};
use crate::bundle;
use crate::i18n::Locale;
use crate::model::{Document, Partner, Receipt};
use crate::ui::el::{El, button, el, live, p};
use crate::ui::{app, document, t};
use leptos::prelude::*;

/// The receipt of the response that a body has written last; nothing before.
pub fn receipts(partner: Partner) -> AnyView {
    let app = app();
    let partner = StoredValue::new(partner);
    live(move || {
        let (receipt, changed) = partner.with_value(|partner| app.receipt(&partner.id))?;
        Some(untrack(|| {
            partner.with_value(|partner| shown(partner, &receipt, changed))
        }))
    })
}

fn shown(partner: &Partner, receipt: &Receipt, changed: bool) -> El {
    let (app, t) = (app(), t());
    let (title, document) = app
        .with_head(|head| (head.title.clone(), head.document.clone()))
        .unwrap_or_default();
    // What was sent is not what there is to send.
    let next = if changed {
        let id = partner.id.clone();
        let again = button("button", t.send_prepare_again(), move || respond(&id));
        el("div")
            .class("notice warning")
            .attr("data-changed", "")
            .child(el("p").attr("role", "status").child(t.changed_since()))
            .child(p("actions", again.attr("data-send-again", "")))
    } else {
        p("next", t.receipt_next(&receipt.file))
    };
    let print = button("button secondary", t.print_receipt(), document::print);
    el("section")
        .class("card receipt")
        .attr("id", receipt_id(&partner.id))
        .attr("tabindex", "-1")
        .attr("data-receipt", "")
        .attr("aria-label", t.receipt())
        .child(el("h2").child(t.receipt()))
        .child(next)
        .child(lines(t, partner, receipt, title, document))
        .child(p("hint", t.receipt_hint()))
        .child(p("actions", print))
}

/// What the receipt says, a line each.
fn lines(t: Locale, partner: &Partner, receipt: &Receipt, title: String, document: Document) -> El {
    let moment = receipt.at.as_ref();
    let moment = moment.map(|at| document::moment_of(t, at.as_str()));
    let project = [document.project, document.cup]
        .into_iter()
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>();
    let base64 = bundle::sha256_base64(receipt);
    let lines = [
        ("survey", t.receipt_survey(), title),
        ("project", t.receipt_project(), project.join(" · CUP ")),
        ("activity", t.receipt_activity(), document.activity),
        ("body", t.partner_name(), partner.name.clone()),
        (
            "answers",
            t.receipt_answers(),
            t.of(receipt.answers, receipt.questions),
        ),
        ("at", t.receipt_at(), moment.unwrap_or_default()),
        ("file", t.receipt_file(), receipt.file.clone()),
        ("sha256", t.receipt_sha256(), receipt.sha256.clone()),
        (
            "sha256-base64",
            t.receipt_base64(),
            base64.unwrap_or_default(),
        ),
        ("fingerprint", t.fingerprint(), receipt.fingerprint.clone()),
    ];
    let line = |(mark, name, said): (&'static str, &'static str, String)| {
        (!said.is_empty()).then(|| {
            el("div").child([
                el("dt").child(name),
                el("dd").attr("data-line", mark).child(said),
            ])
        })
    };
    el("dl")
        .class("lines")
        .child(lines.into_iter().filter_map(line).collect::<Vec<_>>())
}
