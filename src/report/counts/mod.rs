//! What a question was answered, counted and in words: the rows behind its chart
//! and its table, on the page of the results as in the report.

mod charts;
mod combined;
mod readings;
mod rows;

pub use charts::{Counted, count, say};
pub use combined::Combined;
pub use readings::{ReadingsRow, readings_chart, readings_table, tone_of};
pub use rows::{MANY, Of, Row, SHOWN, Who, all, line, names, of_groups, table, who};

use crate::analysis::{Population, Tally, tally, terms, words};
use crate::chart::Tone;
use crate::i18n::Locale;
use crate::model::{EffectiveState, Question, QuestionKind};

/// How a state is drawn.
pub const fn tone(state: EffectiveState) -> Tone {
    match state {
        EffectiveState::Given => Tone::Given,
        EffectiveState::Blank => Tone::Blank,
        EffectiveState::Unknown => Tone::Unknown,
        EffectiveState::Declined => Tone::Declined,
        EffectiveState::NotApplicable => Tone::NotApplicable,
        EffectiveState::Unclear => Tone::Unclear,
        EffectiveState::NotAsked => Tone::NotAsked,
        EffectiveState::OffCondition => Tone::OffCondition,
        EffectiveState::Missing => Tone::Missing,
    }
}

/// Counts one question.
pub fn counted(t: Locale, population: &Population, question: &Question) -> Counted {
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
        label: words::state(t, s.state).into(),
        who: all(population, &s.bodies),
        people: population.people(),
    }));
    Counted {
        kind: question.kind,
        base: t.question_base(tally.answered(), tally.asked(), tally.bodies),
        answered: tally.answered(),
        bodies: tally.bodies,
        rows,
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
                people: population.people(),
            }
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
        people: population.people(),
    };
    let known = terms.terms.into_iter();
    let known = known.map(|term| row(Of::Option, term.term, &term.bodies));
    let unread = terms.unread.into_iter();
    let unread = unread.map(|piece| row(Of::Unread, piece.text, &piece.bodies));
    known.chain(unread).collect()
}
