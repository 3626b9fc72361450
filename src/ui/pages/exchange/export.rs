//! Export: for whom, what would leave, and the file.

use crate::bundle::{self, Leaving, Recognisable, recognisable};
use crate::i18n::Locale;
use crate::model::{PartnerId, Survey};
use crate::state::{App, Export};
use crate::ui::components::fingerprint;
use crate::ui::el::{El, Part, button, card, el, p};
use crate::ui::{app, document, t, wording};
use leptos::prelude::*;

/// For whom.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reader {
    Coordinator,
    Partner,
    Anyone,
}

/// What is chosen.
#[derive(Clone, Copy)]
struct Choice {
    app: App,
    reader: RwSignal<Reader>,
    partner: RwSignal<Option<PartnerId>>,
    /// Free texts are withheld from anyone.
    no_text: RwSignal<bool>,
}

impl Choice {
    fn export(self) -> Option<Export> {
        Some(match self.reader.get() {
            Reader::Coordinator => Export::Coordinator,
            Reader::Partner => {
                let first = || {
                    self.app
                        .with_head(|h| h.partners.first().map(|p| p.id.clone()))
                };
                let chosen = self.partner.get();
                Export::Partner(chosen.or_else(|| first().flatten())?)
            }
            Reader::Anyone => Export::Anyone(wording::withholding(self.no_text.get())),
        })
    }
}

/// The survey as a file, for the readers that are chosen.
pub fn export() -> El {
    let (app, t) = (app(), t());
    let choice = Choice {
        app,
        reader: RwSignal::new(Reader::Coordinator),
        partner: RwSignal::new(None),
        no_text: RwSignal::new(false),
    };
    let chosen = Memo::new(move |_| choice.export());
    let cut = move || chosen.get()?.cut(&app.survey()?);
    let shown = move || {
        let survey = cut()?;
        let code = bundle::fingerprint(&survey).to_string();
        let code = el("code").attr("data-fingerprint", "").child(code);
        let public = choice.reader.get() == Reader::Anyone;
        let warning = recognisable(&survey).filter(|_| public);
        Some([
            el("h3").child(t.leaves()).part(),
            leaving(t, &survey).part(),
            warning.map(|found| warned(t, &found)).part(),
            fingerprint(t, code).part(),
            p("hint", t.fingerprint_hint()).part(),
        ])
    };
    let save = move || {
        app.flush();
        let file = untrack(|| chosen.get()).and_then(|export| app.export_for(&export));
        if let Some((name, text)) = file {
            // A browser that refuses a download says so itself.
            let _ = document::download(&name, document::JSON, &text.into());
        }
    };
    let save = button("button", t.export_button(), save).attr("data-export", "");
    card("export-title", t.export_title())
        .child(readers(choice))
        .live_in_place(shown)
        .child(p("actions", save))
}

/// The choice of readers, each with what it means.
fn readers(choice: Choice) -> El {
    let t = t();
    let radio = |reader: Reader, code: &'static str, name: &'static str, about: &'static str| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "export-scope")
            .attr("value", code)
            .attr("data-scope", code)
            .prop("checked", move || (choice.reader.get() == reader).into())
            .on("change", move |_| choice.reader.set(reader));
        let words = el("span")
            .child(el("strong").child(name))
            .child(p("hint", about));
        el("label").class("tick").child([input, words])
    };
    let rest = move || match choice.reader.get() {
        Reader::Coordinator => None,
        Reader::Partner => Some(untrack(|| bodies(choice))),
        Reader::Anyone => {
            let input = el("input")
                .attr("type", "checkbox")
                .attr("data-no-text", "")
                .prop("checked", move || choice.no_text.get().into())
                .on("change", move |event| {
                    choice.no_text.set(event_target_checked(&event));
                });
            let name = el("span").child(t.export_no_text());
            Some(el("label").class("tick inner").child([input, name]))
        }
    };
    el("fieldset")
        .class("readers")
        .child(el("legend").child(t.export_for()))
        .child([
            radio(
                Reader::Coordinator,
                "coordinator",
                t.scope_coordinator(),
                t.scope_coordinator_text(),
            ),
            radio(
                Reader::Partner,
                "partner",
                t.scope_partner(),
                t.scope_partner_text(),
            ),
            radio(
                Reader::Anyone,
                "public",
                t.scope_public(),
                t.scope_public_text(),
            ),
        ])
        .live(rest)
}

/// The body whose sheet leaves.
fn bodies(choice: Choice) -> El {
    let (app, t) = (app(), t());
    let bodies = app.with_head(|h| h.partners.clone()).unwrap_or_default();
    let options: Vec<_> = bodies
        .into_iter()
        .map(|partner| {
            let name = format!("{} · {}", partner.code, partner.name);
            let (id, value) = (partner.id.clone(), partner.id.to_string());
            el("option")
                .attr("value", value)
                .prop("selected", move || {
                    (choice.partner.read().as_ref() == Some(&id)).into()
                })
                .child(name)
        })
        .collect();
    let choose = move |event| {
        let id = PartnerId::new(&event_target_value(&event));
        choice.partner.set(id.ok());
    };
    let select = el("select")
        .attr("data-body", "")
        .on("change", choose)
        .child(options);
    el("label")
        .class("inner")
        .child([t.partner_name().part(), select.part()])
}

/// How much of what would leave.
pub fn leaving(t: Locale, survey: &Survey) -> El {
    let leaving = Leaving::of(survey);
    let lines = [
        ("bodies", t.leaving_bodies(), leaving.bodies),
        ("sheets", t.leaving_sheets(), leaving.sheets),
        ("answers", t.leaving_answers(), leaving.answers),
        ("comments", t.leaving_comments(), leaving.comments),
        ("contacts", t.leaving_contacts(), leaving.contacts),
        ("remarks", t.leaving_remarks(), leaving.remarks),
        ("withheld", t.leaving_withheld(), leaving.withheld),
    ];
    let line = |(mark, name, number): (&'static str, &'static str, usize)| {
        el("div").child([
            el("dt").child(name),
            el("dd")
                .attr("data-leaving", mark)
                .child(number.to_string()),
        ])
    };
    el("dl").class("leaving").child(lines.map(line))
}

/// Why answers may be recognised.
fn warned(t: Locale, found: &Recognisable) -> El {
    let few = found.few.map(|sheets| t.recognised_few(sheets));
    let alone = (!found.alone.is_empty()).then(|| {
        let names: Vec<_> = found.alone.iter().map(|k| wording::kind(t, k)).collect();
        t.recognised_alone(names.join(", "))
    });
    let said: Vec<String> = few.into_iter().chain(alone).collect();
    p("notice warning", said.join(" ")).attr("data-recognisable", "")
}
