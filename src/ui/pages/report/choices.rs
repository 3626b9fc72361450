//! The form of the report: each choice changes the address, and with it the
//! report.

use super::Chosen;
use crate::i18n::Locale;
use crate::model::PartnerId;
use crate::report::compose::{Part, Scope};
use crate::ui::el::{El, Part as Piece, el, live_in_place, p, span};
use crate::ui::{app, ask, query, t};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// The form.
pub fn choices(chosen: Memo<Chosen>) -> El {
    el("form")
        .class("card report-choices")
        // Nothing is sent: every choice acts at once.
        .on("submit", |event| event.prevent_default())
        .child([
            which(chosen),
            readers(chosen),
            shows(chosen),
            language(chosen),
            sections(chosen),
            bodies(chosen),
        ])
}

/// Changes what is chosen.
fn changing(change: impl Fn(&mut Chosen) + Copy + 'static) -> impl Fn() + Copy + 'static {
    let (t, query) = (t(), query());
    move || {
        let now = query.get_untracked();
        let mut chosen = Chosen::read(t, &now);
        change(&mut chosen);
        ask(chosen.write(&now));
    }
}

fn group(name: &'static str) -> El {
    el("fieldset").child(el("legend").child(name))
}

/// A choice with what it means.
struct Choice {
    name: &'static str,
    value: &'static str,
    label: &'static str,
    about: &'static str,
}

fn radio(
    choice: Choice,
    is: impl Fn() -> bool + Send + 'static,
    choose: impl Fn() + 'static,
) -> El {
    let input = el("input")
        .attr("type", "radio")
        .attr("name", choice.name)
        .attr("value", choice.value)
        .prop("checked", move || JsValue::from(is()))
        .on("change", move |_| choose());
    let words = el("span")
        .child(el("strong").child(choice.label))
        .child(p("hint", choice.about));
    el("label").class("tick").child([input, words])
}

fn tick(
    mark: (&'static str, String),
    label: impl Piece,
    is: impl Fn() -> bool + Send + 'static,
    toggle: impl Fn() + 'static,
) -> (El, El) {
    let input = el("input")
        .attr("type", "checkbox")
        .attr(mark.0, mark.1)
        .prop("checked", move || JsValue::from(is()))
        .on("change", move |_| toggle());
    (input, span("", label))
}

fn labelled((input, words): (El, El)) -> El {
    el("label").class("tick").child([input, words])
}

/// The whole survey, or each body apart.
fn which(chosen: Memo<Chosen>) -> El {
    let t = t();
    let choice = |value, label, about, apart: bool| {
        let choice = Choice {
            name: "report-of",
            value,
            label,
            about,
        };
        radio(
            choice,
            move || chosen.with(|c| c.apart == apart),
            changing(move |c| c.apart = apart),
        )
    };
    group(t.report_which()).child([
        choice("survey", t.report_whole(), t.report_whole_text(), false),
        choice(
            "bodies",
            t.report_of_bodies(),
            t.report_of_bodies_text(),
            true,
        ),
    ])
}

fn readers(chosen: Memo<Chosen>) -> El {
    let t = t();
    let choice = |value, label, about, scope: Scope| {
        let choice = Choice {
            name: "report-scope",
            value,
            label,
            about,
        };
        radio(
            choice,
            move || chosen.with(|c| c.options.scope == scope),
            changing(move |c| c.options.scope = scope),
        )
    };
    group(t.report_for()).child([
        choice(
            "internal",
            t.report_internal(),
            t.report_internal_text(),
            Scope::Internal,
        ),
        choice(
            "public",
            t.report_public(),
            t.report_public_text(),
            Scope::Public,
        ),
    ])
}

/// What nobody outside the project sees in any case.
fn shows(chosen: Memo<Chosen>) -> El {
    let t = t();
    let choice = |name: &str, label: &'static str, of: fn(&mut Chosen) -> &mut bool| {
        let is = move || chosen.with(|c| *of(&mut c.clone()));
        let toggle = changing(move |c| {
            let flag = of(c);
            *flag = !*flag;
        });
        labelled(tick(("data-shows", name.to_owned()), label, is, toggle))
    };
    let public = move || chosen.with(|c| c.options.scope == Scope::Public);
    group(t.report_shows())
        .live_attr("disabled", move || public().then(|| "".into()))
        .child([
            choice("comments", t.report_comments(), |c| &mut c.options.comments),
            choice("contacts", t.report_contacts(), |c| &mut c.options.contacts),
            choice("persons", t.report_persons(), |c| &mut c.options.persons),
        ])
}

fn language(chosen: Memo<Chosen>) -> El {
    let t = t();
    let choice = |locale: Locale| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "report-language")
            .attr("value", locale.code())
            .prop("checked", move || {
                chosen.with(|c| c.options.language == locale).into()
            })
            .on("change", {
                let choose = changing(move |c| c.options.language = locale);
                move |_| choose()
            });
        let name = span("", locale.name()).attr("lang", locale.code());
        el("label").class("tick").child([input, name])
    };
    group(t.report_language()).child(el("div").class("ticks").child(Locale::ALL.map(choice)))
}

/// Something with ticks behind its heading, which says how many are ticked.
fn more(name: impl Piece, ticked: impl FnMut() -> String + Send + 'static, ticks: El) -> El {
    let ticked = span("hint", live_in_place(ticked));
    let summary = el("summary").child(el("strong").child(name)).child(ticked);
    el("details").child(summary).child(ticks)
}

fn sections(chosen: Memo<Chosen>) -> El {
    let t = t();
    let choice = |part: Part| {
        let is = move || chosen.with(|c| c.options.has(part));
        let toggle = changing(move |c| {
            let without = &mut c.options.without;
            match without.iter().position(|other| *other == part) {
                Some(at) => drop(without.remove(at)),
                None => without.push(part),
            }
        });
        labelled(tick(
            ("data-part", part.code().to_owned()),
            name(t, part),
            is,
            toggle,
        ))
    };
    let ticks = group(t.report_sections()).child(Part::ALL.map(choice));
    let ticked = move || {
        let (left, all) = (chosen.with(|c| c.options.without.len()), Part::ALL.len());
        match left {
            0 => t.report_all_sections().to_owned(),
            left => t.report_some_sections(all.saturating_sub(left), all),
        }
    };
    more(t.report_sections(), ticked, ticks)
}

const fn name(t: Locale, part: Part) -> &'static str {
    match part {
        Part::Front => t.report_part_front(),
        Part::Introduction => t.report_part_introduction(),
        Part::Questions => t.report_part_questions(),
        Part::Partners => t.report_part_partners(),
        Part::Results => t.report_part_results(),
        Part::Findings => t.report_part_findings(),
        Part::Conclusions => t.report_part_conclusions(),
        Part::Factors => t.report_part_factors(),
        Part::Annexes => t.report_part_annexes(),
    }
}

/// The bodies whose sheets are annexed, or that have a report.
fn bodies(chosen: Memo<Chosen>) -> El {
    let (app, t) = (app(), t());
    let all = app.with_head(|head| {
        let bodies = head.partners.iter();
        let named = |p: &crate::model::Partner| {
            let name = [p.code.as_str(), " · ", &p.name].concat();
            (p.id.clone(), name)
        };
        bodies.map(named).collect::<Vec<_>>()
    });
    let all = all.unwrap_or_default();
    let count = all.len();
    let choice = |(id, name): (PartnerId, String)| {
        let (mark, asked) = (("data-body", id.to_string()), id.clone());
        let is = move || chosen.with(|c| c.options.bodies.contains(&asked));
        let id = StoredValue::new(id);
        let toggle = changing(move |c| {
            let (bodies, id) = (&mut c.options.bodies, id.get_value());
            match bodies.iter().position(|other| *other == id) {
                Some(at) => drop(bodies.remove(at)),
                None => bodies.push(id),
            }
        });
        labelled(tick(mark, name, is, toggle))
    };
    let ticks: Vec<El> = all.into_iter().map(choice).collect();
    let title = move || {
        let apart = chosen.with(|c| c.apart);
        if apart {
            t.report_whose()
        } else {
            t.report_annexed()
        }
    };
    let ticks = el("fieldset")
        .child(el("legend").child(live_in_place(title)))
        .child(p("hint", t.report_bodies_hint()))
        .child(el("div").class("bodies").child(ticks));
    let ticked = move || match chosen.with(|c| c.options.bodies.len()) {
        0 => t.report_all_bodies().to_owned(),
        chosen => t.report_some_sections(chosen, count),
    };
    more(live_in_place(title), ticked, ticks)
}
