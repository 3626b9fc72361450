//! The result of one question: its chart with the table, its combinations, or its
//! answers by body.

use super::answers::{answer_rows, off_condition, open_answers};
use super::charts::Counted;
use super::table::{Of, Row, all, table, who};
use crate::analysis::{Population, Tally, combinations, tally, terms};
use crate::chart::{Frame, Theme};
use crate::i18n::Locale;
use crate::model::{Question, QuestionKind};
use crate::report;
use crate::ui::components::{Picture, picture};
use crate::ui::el::{El, Part, el, link, p, span};
use crate::ui::{Page, Query, Route, app, t, wording};
use leptos::prelude::*;
use std::sync::Arc;

/// Everything that is shown of one question.
#[derive(Clone, PartialEq)]
pub struct Shown {
    /// Its base, in a sentence.
    pub base: String,
    /// What its charts are drawn from.
    pub counted: Counted,
    /// What bodies wrote: of an open question all, of others what is in no count.
    pub answers: Vec<report::Row>,
}

/// Where the result of a question stands among those of its dimension. One memo
/// for all of them: each kind of memo costs the page kilobytes.
#[derive(Clone, Copy)]
pub struct Result {
    /// The results of the dimension.
    pub all: Memo<Vec<Shown>>,
    /// Which of them.
    pub at: usize,
}

impl Result {
    /// Looks at it, if it is there.
    pub fn with<T>(self, look: impl FnOnce(&Shown) -> T) -> Option<T> {
        self.all.with(|all| all.get(self.at).map(look))
    }
}

/// The result of one question.
pub fn result_card(question: Question, shown: Result) -> El {
    let (app, t) = (app(), t());
    let (id, number) = (question.id.to_string(), question.number.clone());
    let label = question.label.get(t.code()).to_owned();
    let questionnaire = app.questionnaire();
    let repeats = questionnaire.repeats_of(&question.id);
    let repeated = repeats.map(|r| p("circumstance", t.repeated_by(&r.number)));
    let repeated: Vec<_> = repeated.collect();
    let title_id = format!("result-{id}");
    let heading = el("h2").attr("id", title_id.clone()).child([
        span("number", number.clone()).part(),
        " ".part(),
        label.clone().part(),
    ]);
    let card = el("section")
        .class("card result")
        .attr("data-result", id.clone())
        .attr("aria-labelledby", title_id)
        .child(heading)
        .child(repeated);
    let title = [&number, " · ", &label].concat();
    let card = match question.kind {
        QuestionKind::Text | QuestionKind::Url | QuestionKind::Number | QuestionKind::Date => {
            return card.child(open_answers(t, &number, shown));
        }
        QuestionKind::Multiple => card
            .child(chart(Chart::Answers, &id, title.clone(), &number, shown))
            .child(el("h3").child(t.by_combination()))
            .child(chart(Chart::Combinations, &id, title, &number, shown)),
        QuestionKind::List => {
            let codebook = app.open_id().map(|survey| {
                let query = Query::default().set("q", &id);
                let href = Route::Survey(survey, Page::Codebook(query)).href();
                p("hint", link(href, t.codebook_of_question()))
            });
            card.child(chart(Chart::Answers, &id, title, &number, shown))
                .child(codebook)
        }
        QuestionKind::YesNo | QuestionKind::Single => {
            card.child(chart(Chart::Answers, &id, title, &number, shown))
        }
    };
    card.child(off_condition(t, shown))
}

#[derive(Clone, Copy, PartialEq)]
enum Chart {
    Answers,
    Combinations,
}

fn chart(of: Chart, id: &str, title: String, number: &str, shown: Result) -> El {
    let t = t();
    let (id, about) = match of {
        Chart::Answers => (format!("chart-{id}"), title),
        Chart::Combinations => (
            format!("combinations-{id}"),
            t.with_name(t.by_combination(), title),
        ),
    };
    let caption = t.table_of(number);
    let (frame_id, frame_title) = (id.clone(), about.clone());
    let draw = move |width: u32, theme: &Theme| {
        let drawn = shown.with(|shown| {
            let frame = Frame {
                id: frame_id.clone(),
                title: frame_title.clone(),
                description: shown.base.clone(),
                width,
                more: t.and_more_names().into(),
            };
            match of {
                Chart::Answers => shown.counted.answers(t, frame, theme),
                Chart::Combinations => shown.counted.combinations(t, frame, theme),
            }
        });
        drawn.unwrap_or_default()
    };
    let base = move || {
        let base = shown.with(|s| {
            let several = of == Chart::Answers && s.counted.kind == QuestionKind::Multiple;
            if several {
                [&s.base, " ", t.several_choices_base()].concat()
            } else {
                s.base.clone()
            }
        });
        base.unwrap_or_default()
    };
    let rows = move || {
        let table = shown.with(|shown| {
            let counted = &shown.counted;
            let caption = caption.clone();
            match of {
                Chart::Answers => table(t, caption, counted.rows.iter()),
                Chart::Combinations => table(t, caption, counted.sets.iter().map(|(r, _)| r)),
            }
        });
        table.unwrap_or_default()
    };
    picture(Picture {
        id,
        title: about,
        draw: Arc::new(draw),
        base: Arc::new(base),
        table: Arc::new(rows),
    })
}

/// Counts one question.
pub fn shown(t: Locale, population: &Population, question: &Question) -> Shown {
    let (tally, _) = tally::tally(population, question);
    let mut rows = Vec::new();
    match question.kind {
        QuestionKind::YesNo | QuestionKind::Single | QuestionKind::Multiple => {
            rows.extend(option_rows(t, population, question, &tally));
        }
        QuestionKind::List => rows.extend(term_rows(population, question)),
        QuestionKind::Text | QuestionKind::Url | QuestionKind::Number | QuestionKind::Date => {}
    }
    let states = tally.states.iter().filter(|s| !s.bodies.is_empty());
    rows.extend(states.map(|s| Row {
        of: Of::State,
        key: s.state.code().into(),
        label: wording::state(t, s.state).into(),
        who: all(population, &s.bodies),
    }));
    let several = question.kind == QuestionKind::Multiple;
    Shown {
        base: t.question_base(tally.answered(), tally.asked(), tally.bodies),
        counted: Counted {
            kind: question.kind,
            answered: tally.answered(),
            bodies: tally.bodies,
            rows,
            sets: if several {
                sets(t, population, question)
            } else {
                Vec::new()
            },
        },
        answers: answer_rows(t, population, question),
    }
}

fn option_rows(t: Locale, population: &Population, question: &Question, tally: &Tally) -> Vec<Row> {
    let options = tally.options.iter();
    options
        .map(|option| {
            let label = question
                .option(&option.option)
                .map(|o| o.label.get(t.code()));
            let ticks = option.ticks.iter();
            let who = ticks.filter_map(|tick| who(population, tick.body, &tick.qualifier));
            Row {
                of: Of::Option,
                key: option.option.to_string(),
                label: label.unwrap_or(option.option.as_str()).into(),
                who: who.collect(),
            }
        })
        .collect()
}

/// The sets of choices that occur, with the places of their choices.
fn sets(t: Locale, population: &Population, question: &Question) -> Vec<(Row, Vec<usize>)> {
    combinations::combinations(population, question)
        .into_iter()
        .map(|set| {
            let keys: Vec<_> = set.options.iter().map(|o| o.as_str()).collect();
            let chosen = question.options.iter().enumerate();
            let chosen = chosen.filter(|(_, o)| set.options.contains(&o.id));
            let labels = chosen.clone().map(|(_, o)| o.label.get(t.code()));
            let row = Row {
                of: Of::Combination,
                key: keys.join("+"),
                label: labels.collect::<Vec<_>>().join(" + "),
                who: all(population, &set.bodies),
            };
            (row, chosen.map(|(at, _)| at).collect())
        })
        .collect()
}

fn term_rows(population: &Population, question: &Question) -> Vec<Row> {
    let (terms, _) = terms::terms(population, question);
    let row = |of, text: String, bodies: &[usize]| Row {
        of,
        key: text.clone(),
        label: text,
        who: all(population, bodies),
    };
    let known = terms.terms.into_iter();
    let known = known.map(|term| row(Of::Option, term.term, &term.bodies));
    let unread = terms.unread.into_iter();
    let unread = unread.map(|piece| row(Of::Unread, piece.text, &piece.bodies));
    known.chain(unread).collect()
}
