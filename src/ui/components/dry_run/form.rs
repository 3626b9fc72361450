//! Two questionnaires of one survey: how they differ, what becomes of the answers,
//! and which of them stands.

use super::changes::merge_of;
use super::words::Words;
use super::{isolated, pick};
use crate::analysis::words::on_a_line;
use crate::bundle::{Becomes, Decision, FormAnswer, FormChange, FormDiff, FormItem};
use crate::i18n::Locale;
use crate::model::LocalText;
use crate::state::{App, Incoming};
use crate::ui::el::{El, el, live, on_demand, p};
use crate::ui::t;
use leptos::prelude::*;

/// No text of a questionnaire is shown longer than this.
const TEXT: usize = 300;

/// The differences of the questionnaires in words.
#[derive(Clone, PartialEq)]
struct Shown {
    changes: Vec<String>,
    answers: Vec<(String, Becomes, Becomes)>,
    asked: bool,
}

/// The questionnaires of the file at a place; nothing where they ask the same.
pub fn form(app: App, at: usize) -> AnyView {
    let t = t();
    let shown = Memo::new(move |_| app.with_incoming(|i| shown(t, i, at)).flatten());
    live(move || {
        let shown = shown.get()?;
        Some(untrack(|| section(app, t, at, shown)))
    })
}

fn shown(t: Locale, incoming: &Incoming, at: usize) -> Option<Shown> {
    let diff = merge_of(incoming, at)?.form.as_ref()?;
    let words = Words::new(t, incoming, at);
    let answer = |answer: &FormAnswer| {
        let sheet = words.partner(&answer.partner);
        let line = format!("{sheet} · {}", words.question(&answer.question));
        (line, answer.with_mine, answer.with_theirs)
    };
    let FormDiff {
        changes, answers, ..
    } = diff;
    Some(Shown {
        changes: changes.iter().flat_map(|c| change(t, &words, c)).collect(),
        answers: answers.iter().map(answer).collect(),
        asked: diff.asked,
    })
}

fn section(app: App, t: Locale, at: usize, shown: Shown) -> El {
    let Shown {
        changes,
        answers,
        asked,
    } = shown;
    let changes: Vec<El> = changes
        .iter()
        .map(|change| el("li").child(isolated(change, usize::MAX)))
        .collect();
    let choice = if asked {
        choice(app, t, at)
    } else {
        p("hint", t.form_mine_stands())
    };
    el("section")
        .class("conflicts")
        .child(el("h5").child(t.form_title()))
        .child(asked.then(|| p("hint", t.form_text())))
        .child(el("ul").class("differences").child(changes))
        .child(becomes(t, answers))
        .child(choice)
}

/// What becomes of the answers that a difference touches.
fn becomes(t: Locale, answers: Vec<(String, Becomes, Becomes)>) -> Option<El> {
    if answers.is_empty() {
        return None;
    }
    let stay = |of: fn(&(String, Becomes, Becomes)) -> Becomes| {
        let stay = answers.iter().filter(|a| of(a) == Becomes::Stays).count();
        (stay, answers.len() - stay)
    };
    let (mine, theirs) = (stay(|a| a.1), stay(|a| a.2));
    let said = [
        t.form_answers(answers.len()),
        t.form_if_mine(mine.0, mine.1),
        t.form_if_theirs(theirs.0, theirs.1),
    ];
    let word = move |becomes: Becomes| match becomes {
        Becomes::Stays => t.becomes_answer(),
        Becomes::Remark => t.becomes_remark(),
    };
    let list = move || {
        let line = |(answer, mine, theirs): &(String, Becomes, Becomes)| {
            let mine = t.with_name(t.form_with_mine(), word(*mine));
            let theirs = t.with_name(t.form_with_theirs(), word(*theirs));
            el("li")
                .child(isolated(answer, usize::MAX))
                .child(p("hint", format!("{mine} · {theirs}")))
        };
        let lines: Vec<El> = answers.iter().map(line).collect();
        el("ul").class("changes").child(lines)
    };
    let said = p("", said.join(" "));
    Some(
        el("div")
            .child(said)
            .child(on_demand(t.form_becomes(), list)),
    )
}

fn choice(app: App, t: Locale, at: usize) -> El {
    let decided = move || app.with_incoming(|i| i.decisions.form(at)).flatten();
    let choice = |decision: Decision, code: &'static str, text: &'static str| {
        let settle = move |_| app.decide(|d| d.settle_form(at, Some(decision)));
        let input = el("input")
            .attr("type", "radio")
            .attr("name", format!("form-{at}"))
            .attr("value", code)
            .prop("checked", move || (decided() == Some(decision)).into())
            .on("change", settle);
        pick(input, text)
    };
    el("fieldset")
        .class("conflict")
        .attr("data-form", "")
        .live_attr("data-decided", move || {
            Some(if decided().is_some() { "1" } else { "0" }.into())
        })
        .child(el("legend").class("hidden").child(t.form_title()))
        .child(el("div").class("choices").child([
            choice(Decision::Mine, "mine", t.form_take_mine()),
            choice(Decision::Theirs, "theirs", t.form_take_theirs()),
        ]))
}

/// One difference in words; of options, what is gone and what has come.
fn change(t: Locale, words: &Words, change: &FormChange) -> Vec<String> {
    let text = |text: &LocalText| on_a_line(text.get(t.code()), TEXT);
    let all = |texts: &[LocalText]| {
        let texts: Vec<_> = texts.iter().map(text).collect();
        texts.join(", ")
    };
    vec![match change {
        FormChange::Added(what, label) => t.form_added(item(t, words, what), text(label)),
        FormChange::Removed(what, label) => t.form_removed(item(t, words, what), text(label)),
        FormChange::Reworded(what, mine, theirs) => {
            t.form_reworded(item(t, words, what), text(mine), text(theirs))
        }
        FormChange::Kind(question, label) => t.form_kind(number(t, words, question), text(label)),
        FormChange::Options {
            question,
            gone,
            added,
            ..
        } => {
            let what = number(t, words, question);
            let mut said = Vec::new();
            if !gone.is_empty() {
                said.push(t.form_options_gone(&what, all(gone)));
            }
            if !added.is_empty() {
                said.push(t.form_options_added(&what, all(added)));
            }
            return said;
        }
        FormChange::Other(FormItem::Order, _) => t.form_order().into(),
        FormChange::Other(what, label) => t.form_other(item(t, words, what), text(label)),
    }]
}

fn number(t: Locale, words: &Words, question: &crate::model::QuestionId) -> String {
    t.question_number(words.number(question))
}

fn item(t: Locale, words: &Words, item: &FormItem) -> String {
    match item {
        FormItem::Version => t.form_version().into(),
        FormItem::Dimension(id) => t.form_dimension(on_a_line(id, TEXT)),
        FormItem::Question(id) => number(t, words, id),
        FormItem::Contact(id) => t.form_contact(on_a_line(id, TEXT)),
        FormItem::Order => t.form_order().into(),
    }
}
