//! The result of one question: its chart, its table, or its answers by body.

use super::bars::{self, Bar};
use super::table::{self, Of, Row, names};
use crate::analysis::{self, Population, Tally, combinations, tally, terms};
use crate::chart::Frame;
use crate::i18n::Locale;
use crate::model::{EffectiveState, Question, QuestionKind, Value};
use crate::report::{self, Definition, Definitions, Inline};
use crate::ui::components::{chart_width, figure, state_mark};
use crate::ui::el::{El, Part, el, p, span};
use crate::ui::{app, t, wording};
use leptos::prelude::*;

/// Everything that is shown of one question.
#[derive(Clone, PartialEq)]
pub struct Shown {
    base: String,
    rows: Vec<Row>,
    bars: Vec<Bar>,
    axis: usize,
    answers: Vec<Definition>,
}

/// The result of one question.
pub fn result_card(question: Question, shown: Memo<Option<Shown>>) -> El {
    let (app, t) = (app(), t());
    let (id, number) = (question.id.to_string(), question.number.clone());
    let label = question.label.get(t.code()).to_owned();
    let kind = question.kind;
    let questionnaire = app.questionnaire();
    let repeats = questionnaire.repeats_of(&question.id);
    let repeated = repeats.map(|r| p("circumstance", t.repeated_by(&r.number)));
    let repeated: Vec<_> = repeated.collect();
    let width = chart_width();
    let (chart_id, title) = (format!("chart-{id}"), label.clone());
    let draw = move || {
        shown.with(|shown| match shown {
            Some(s) if !s.bars.is_empty() => {
                let frame = Frame {
                    id: chart_id.clone(),
                    title: title.clone(),
                    description: s.base.clone(),
                    width: width(),
                    more: t.and_more_names().into(),
                };
                bars::draw(t, frame, s.axis, &s.bars, kind)
            }
            _ => String::new(),
        })
    };
    let several = kind == QuestionKind::Multiple;
    let base = move || {
        let mut base = shown.with(|s| s.as_ref().map(|s| s.base.clone()).unwrap_or_default());
        if several {
            base = format!("{base} {}", t.several_choices_base());
        }
        base
    };
    let caption = t.table_of(&number);
    let tables = move || {
        shown.with(|shown| match shown {
            Some(s) => answers(t, &s.answers) + &table::html(t, &caption, &s.rows),
            None => String::new(),
        })
    };
    let title_id = format!("result-{id}");
    let number = span("number", number);
    let heading =
        el("h2")
            .attr("id", title_id.clone())
            .child([number.part(), " ".part(), label.part()]);
    el("section")
        .class("card result")
        .attr("data-result", id)
        .attr("aria-labelledby", title_id)
        .child(heading)
        .child(el("p").class("base").live_in_place(base))
        .child(repeated)
        .child(figure(draw))
        .child(el("div").html(tables))
}

/// Counts one question.
pub fn shown(t: Locale, population: &Population, question: &Question) -> Shown {
    let (tally, _) = tally::tally(population, question);
    let mut rows = Vec::new();
    let mut answers = Vec::new();
    match question.kind {
        QuestionKind::YesNo | QuestionKind::Single | QuestionKind::Multiple => {
            rows.extend(option_rows(t, population, question, &tally));
        }
        QuestionKind::List => rows.extend(term_rows(population, question)),
        QuestionKind::Text | QuestionKind::Url | QuestionKind::Number | QuestionKind::Date => {
            answers = answer_lines(t, population, question);
        }
    }
    let bars = bars::of(&charted(&rows), tally.answered(), t);
    if question.kind == QuestionKind::Multiple {
        rows.extend(combination_rows(t, population, question));
    }
    let states = tally.states.iter().filter(|s| !s.bodies.is_empty());
    rows.extend(states.clone().map(|s| {
        let bodies = names(population, s.bodies.iter().copied());
        Row::new(
            Of::State,
            s.state.code(),
            wording::state(t, s.state),
            bodies,
        )
    }));
    // Open questions show their states in the table alone.
    let bars = if bars.is_empty() {
        bars
    } else {
        let gaps = states.filter(|s| s.state != EffectiveState::Given);
        let gaps = gaps.map(|s| bars::of_state(t, population, s));
        bars.into_iter().chain(gaps).collect()
    };
    Shown {
        base: t.question_base(tally.answered(), tally.asked(), tally.bodies),
        rows,
        bars,
        axis: tally.bodies,
        answers,
    }
}

/// What the codebook does not read stands in the table, and in the chart only
/// where it reads nothing.
fn charted(rows: &[Row]) -> Vec<Row> {
    let known = rows.iter().filter(|row| row.of == Of::Option);
    let known: Vec<Row> = known.cloned().collect();
    if known.is_empty() {
        rows.to_vec()
    } else {
        known
    }
}

fn option_rows(t: Locale, population: &Population, question: &Question, tally: &Tally) -> Vec<Row> {
    let options = tally.options.iter();
    options
        .map(|option| {
            let label = question
                .option(&option.option)
                .map(|o| o.label.get(t.code()));
            let ticks = option.ticks.iter().filter_map(|tick| {
                let name = &population.body(tick.body)?.partner.name;
                Some(if tick.qualifier.is_empty() {
                    name.clone()
                } else {
                    format!("{name} ({})", tick.qualifier)
                })
            });
            Row::new(
                Of::Option,
                option.option.as_str(),
                label.unwrap_or(option.option.as_str()),
                ticks.collect(),
            )
        })
        .collect()
}

fn combination_rows(t: Locale, population: &Population, question: &Question) -> Vec<Row> {
    combinations::combinations(population, question)
        .into_iter()
        .map(|set| {
            let keys: Vec<_> = set.options.iter().map(|o| o.as_str()).collect();
            let labels = set.options.iter().filter_map(|o| question.option(o));
            let labels: Vec<_> = labels.map(|o| o.label.get(t.code())).collect();
            let label = labels.join(" + ");
            Row::new(
                Of::Combination,
                keys.join("+"),
                label,
                names(population, set.bodies),
            )
        })
        .collect()
}

fn term_rows(population: &Population, question: &Question) -> Vec<Row> {
    let (terms, _) = terms::terms(population, question);
    let known = terms.terms.into_iter().map(|term| {
        Row::new(
            Of::Option,
            term.term.clone(),
            term.term,
            names(population, term.bodies),
        )
    });
    let unread = terms.unread.into_iter().map(|piece| {
        Row::new(
            Of::Unread,
            piece.text.clone(),
            piece.text,
            names(population, piece.bodies),
        )
    });
    known.chain(unread).collect()
}

/// Answers by body, for questions that nobody can count.
fn answer_lines(t: Locale, population: &Population, question: &Question) -> Vec<Definition> {
    analysis::answers(population, &question.id)
        .into_iter()
        .filter(|answer| answer.state != EffectiveState::Missing)
        .filter_map(|answer| {
            let partner = population.body(answer.body)?.partner;
            let text = match answer.value {
                Some(Value::Text(text)) => text,
                Some(Value::Date(day)) => crate::ui::document::day(t, &day),
                Some(Value::Number(number)) => t.number(number.as_str()),
                Some(Value::Withheld(reason)) => t.withheld(reason.get(t.code())),
                Some(Value::Choices(_)) | None => String::new(),
            };
            let mut content = vec![Inline::Text(text)];
            if answer.state != EffectiveState::Given {
                content.push(state_mark(t, answer.state));
            }
            if !answer.comment.is_empty() {
                content.push(Inline::Remark(answer.comment));
            }
            Some(Definition {
                marks: vec![("data-body", partner.id.to_string())],
                term: partner.name.clone(),
                content,
            })
        })
        .collect()
}

fn answers(t: Locale, lines: &[Definition]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    report::definitions(&Definitions {
        class: "answers".into(),
        label: t.body_answer().into(),
        lines: lines.to_vec(),
    })
}
