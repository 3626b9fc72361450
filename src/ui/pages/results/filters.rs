//! The form of the filters: kinds of body, states of sheets, any answer. Each tick
//! changes the address, and with it all views.

use super::shell::FILTERS;
use crate::analysis::{Clause, Criterion, Says, words};
use crate::i18n::Locale;
use crate::model::{EffectiveState, PartnerKind, QuestionId, SheetStatus, SurveyHead};
use crate::ui::components::{LOOKS, look};
use crate::ui::el::{El, button, el, keyed, span};
use crate::ui::lazy::lazy;
use crate::ui::{app, ask, document, query, t};
use leptos::prelude::*;

lazy! { insight =>
/// The form.
pub fn filters() = form() }

lazy! { insight =>
/// What is asked of bodies, each to be taken away.
pub fn chips() = asked() }

fn asked() -> El {
    let (app, t, query) = (app(), t(), query());
    let asked = move || {
        let criteria = query.with(|q| q.selection.criteria());
        let word = |c| {
            app.with_head(|head| words::criterion(t, head, &c))
                .map(|w| (w, c))
        };
        criteria.into_iter().filter_map(word).collect::<Vec<_>>()
    };
    let chips = keyed(
        asked,
        |(word, _)| word.clone(),
        move |(word, criterion)| {
            let remove = move || {
                let now = query.get_untracked();
                let selection = now.selection.toggled(criterion.clone());
                ask(now.selecting(selection));
                document::focus_in_place(FILTERS);
            };
            let name = t.filter_remove(&word);
            let cross = el("span").attr("aria-hidden", "true").child("×");
            let chip = button("criterion", word, remove).attr("aria-label", name);
            el("li").child(chip.child(cross))
        },
    );
    let all = button("link", t.filter_none(), move || {
        let now = query.get_untracked();
        let selection = now.selection.everybody();
        ask(now.selecting(selection));
        document::focus_in_place(FILTERS);
    });
    el("ul").child(chips).child(el("li").child(all))
}

fn form() -> El {
    let (app, t) = (app(), t());
    let kinds = app.with_head(|head| {
        let mut kinds: Vec<PartnerKind> = Vec::new();
        for partner in &head.partners {
            if !partner.kind.0.is_empty() && !kinds.contains(&partner.kind) {
                kinds.push(partner.kind.clone());
            }
        }
        kinds
    });
    let kinds = kinds.unwrap_or_default().into_iter();
    let kinds = kinds.map(|kind| (words::kind(t, &kind.0), Criterion::Kind(kind)));
    let statuses = SheetStatus::ALL.into_iter();
    let statuses = statuses.map(|s| (words::status(t, s).to_owned(), Criterion::Status(s)));
    el("div")
        .class("filter-form")
        .child(group(t.filter_kind(), kinds.collect()))
        .child(group(t.filter_status(), statuses.collect()))
        .child(answers())
        .child(looks())
}

/// How the charts look.
fn looks() -> El {
    let (app, t, now) = (app(), t(), look());
    let options = LOOKS.map(|(code, name)| el("option").attr("value", code).child(name(t)));
    let select = el("select")
        .child(options)
        .prop("value", move || now().into())
        .on("change", move |event| {
            app.set_look(&event_target_value(&event))
        });
    el("label").child([span("label", t.chart_look()), select])
}

/// A group of ticks; nothing where there is nothing to choose.
fn group(name: &str, criteria: Vec<(String, Criterion)>) -> Option<El> {
    let ticks: Vec<_> = criteria.into_iter().map(|(n, c)| tick(n, c)).collect();
    (!ticks.is_empty()).then(|| {
        el("fieldset")
            .child(el("legend").child(name.to_owned()))
            .child(el("div").class("ticks").child(ticks))
    })
}

fn tick(name: String, criterion: Criterion) -> El {
    let query = query();
    let asked = criterion.clone();
    let checked = move || query.with(|q| q.selection.asks(&asked)).into();
    let change = move |_| {
        let now = query.get_untracked();
        let selection = now.selection.toggled(criterion.clone());
        ask(now.selecting(selection));
    };
    let input = el("input")
        .attr("type", "checkbox")
        .prop("checked", checked)
        .on("change", change);
    el("label").class("tick").child([input, span("", name)])
}

/// Any answer: first the question, then what it says.
fn answers() -> El {
    let (app, t) = (app(), t());
    let chosen = RwSignal::new(None::<QuestionId>);
    let options = app.with_head(|head| {
        let questions = head.questionnaire.on_sheet();
        let option = |q: &crate::model::Question| {
            let label = format!("{} · {}", q.number, q.label.get(t.code()));
            el("option").attr("value", q.id.to_string()).child(label)
        };
        questions.map(option).collect::<Vec<_>>()
    });
    let none = el("option")
        .attr("value", "")
        .child(t.filter_choose_question());
    let choose = move |event| chosen.set(QuestionId::new(&event_target_value(&event)).ok());
    let select = el("select")
        .on("change", choose)
        .child(none)
        .child(options.unwrap_or_default());
    let ticks = move || {
        let question = chosen.get()?;
        let found = untrack(|| app.with_head(|head| criteria(t, head, &question)))?;
        let ticks: Vec<_> = found.into_iter().map(|(n, c)| tick(n, c)).collect();
        Some(el("div").class("ticks").child(ticks))
    };
    let label = el("label").child([span("label", t.filter_question()), select]);
    el("fieldset")
        .child(el("legend").child(t.filter_answer()))
        .child(label)
        .live(ticks)
}

/// What an answer to a question can say: its choices, the terms that are looked
/// for in it, and every state.
fn criteria(t: Locale, head: &SurveyHead, question: &QuestionId) -> Vec<(String, Criterion)> {
    let options = head.questionnaire.question(question).into_iter();
    let options = options.flat_map(|q| q.option_ids().cloned().map(Says::Option));
    let terms = head.codebook.iter();
    let terms = terms.filter(|e| e.questions.contains(question) && !e.ignored);
    let terms = terms.map(|e| Says::Term(e.id.clone()));
    let states = EffectiveState::ALL.into_iter().map(Says::State);
    let all = options.chain(terms).chain(states);
    all.map(|says| {
        let question = question.clone();
        let clause = Clause { question, says };
        (words::says(t, head, &clause), Criterion::Answer(clause))
    })
    .collect()
}
