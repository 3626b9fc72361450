//! Exchange: the survey as a file, and files that come in.

use crate::bundle;
use crate::ui::components::{fingerprint, import};
use crate::ui::el::{El, button, card, el, p};
use crate::ui::{app, document, t};
use leptos::task::spawn_local;

/// The exchange page.
pub fn exchange() -> El {
    el("div")
        .class("page")
        .child(el("h1").child(t().exchange()))
        .child(el("div").class("columns").child([export(), import()]))
}

/// The whole survey as one file.
fn export() -> El {
    let (app, t) = (app(), t());
    let about = move || {
        let survey = app.survey()?;
        let received = t.sheets(survey.received());
        let text = t.export_text(
            &survey.head.title,
            t.bodies(survey.head.partners.len()),
            received,
        );
        let code = bundle::fingerprint(&survey).to_string();
        let code = el("code").attr("data-fingerprint", "").child(code);
        Some([
            el("p").child(text),
            fingerprint(t, code),
            p("hint", t.fingerprint_hint()),
        ])
    };
    let export = move || {
        app.flush();
        spawn_local(document::export(app));
    };
    let export = button("button", t.export_button(), export).attr("data-export", "");
    card("export-title", t.export_title())
        .live(about)
        .child(p("actions", export))
}
