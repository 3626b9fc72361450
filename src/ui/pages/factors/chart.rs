//! Readings of groups of questions, as diverging bars, and the table with who is
//! behind each figure.

use super::Shown;
use super::words::{self, READINGS};
use crate::analysis::rules::behind;
use crate::analysis::{BodyIndex, GroupReadings, Population, ReadingCounts};
use crate::chart::{Diverging, DivergingRow, Frame, Mark, Theme, diverging};
use crate::i18n::Locale;
use crate::model::{QuestionId, Reading};
use crate::report::{Cell, Column, Group, Inline, Row, Table};
use crate::ui::components::{Picture, picture};
use crate::ui::el::{El, el};
use crate::ui::t;
use leptos::prelude::*;
use std::sync::Arc;

/// So many are named without asking.
const NAMED: usize = 30;

/// The readings of a group of questions.
#[derive(Clone, PartialEq)]
pub struct Line {
    key: String,
    label: String,
    counts: ReadingCounts,
    /// Who is behind each reading, in the order of [`READINGS`].
    who: [Vec<String>; 4],
}

impl Line {
    /// The readings of all bodies, or of one, whose questions are then told
    /// instead of the names of bodies.
    pub fn new<K>(
        t: Locale,
        population: &Population,
        group: &GroupReadings<K>,
        key: String,
        label: String,
        only: Option<BodyIndex>,
    ) -> Self {
        let numbers = |questions: &[QuestionId]| {
            let questionnaire = &population.head().questionnaire;
            let questions = questions.iter().filter_map(|id| questionnaire.question(id));
            questions.map(|q| q.number.clone()).collect::<Vec<_>>()
        };
        let who = READINGS.map(|reading| {
            let behind = behind(group, reading).into_iter();
            let behind = behind.filter(|(body, _)| only.is_none_or(|only| only == *body));
            let told = behind.filter_map(|(body, questions)| {
                let name = &population.body(body)?.partner.name;
                let numbers = numbers(&questions);
                Some(match only {
                    Some(_) => t.factors_questions(numbers.len(), numbers.join(", ")),
                    None => [name, " (", &numbers.join(", "), ")"].concat(),
                })
            });
            told.collect()
        });
        let counts = match only {
            Some(body) => group.of_body(body),
            None => group.total(),
        };
        Self {
            key,
            label,
            counts,
            who,
        }
    }

    fn count(&self, reading: Reading) -> usize {
        match reading {
            Reading::Enabling => self.counts.enabling,
            Reading::Hindering => self.counts.hindering,
            Reading::Neutral => self.counts.neutral,
            Reading::Unknown => self.counts.unknown,
        }
    }

    fn total(&self) -> usize {
        READINGS.iter().map(|reading| self.count(*reading)).sum()
    }

    /// Each reading with its count and who is behind it.
    fn readings(&self) -> impl Iterator<Item = (Reading, usize, &Vec<String>)> {
        let readings = READINGS.into_iter().zip(&self.who);
        readings.map(|(reading, who)| (reading, self.count(reading), who))
    }

    fn bar(&self, t: Locale) -> DivergingRow {
        let total = self.total();
        let [hindering, neutral, enabling, unknown] = READINGS.map(|reading| {
            let who = self.readings().find(|(of, ..)| *of == reading);
            let count = self.count(reading);
            Mark {
                key: reading.code().into(),
                label: words::answers(t, reading).into(),
                value: u32::try_from(count).unwrap_or(u32::MAX),
                figure: t.of(count, total),
                names: who.map_or_else(Vec::new, |(_, _, who)| who.clone()),
                tone: words::tone(reading),
            }
        });
        DivergingRow {
            key: self.key.clone(),
            label: self.label.clone(),
            figure: t.out_of(total),
            hindering,
            neutral,
            enabling,
            unknown,
        }
    }

    fn rows(&self, t: Locale) -> Group {
        let total = self.total();
        let rows = self.readings().map(|(reading, count, who)| Row {
            marks: vec![
                ("data-group", self.key.clone()),
                ("data-reading", reading.code().into()),
            ],
            heading: vec![Inline::Text(words::answers(t, reading).into())],
            cells: vec![
                Cell::number(t.of(count, total), vec![("data-count", count.to_string())]),
                Cell {
                    class: "names".into(),
                    content: vec![named(t, who)],
                    ..Cell::default()
                },
            ],
        });
        Group {
            heading: self.label.clone(),
            rows: rows.collect(),
        }
    }
}

fn named(t: Locale, who: &[String]) -> Inline {
    let text = who.join(", ");
    if who.len() <= NAMED {
        return Inline::Text(text);
    }
    let summary = t.show_all_names(who.len());
    Inline::More { summary, text }
}

/// A chart of lines with its table.
pub fn card(
    id: &'static str,
    title: &'static str,
    shown: Memo<Shown>,
    lines: fn(&Shown) -> &Vec<Line>,
) -> El {
    let t = t();
    let draw = move |width: u32, theme: &Theme| {
        shown.with(|shown| {
            let rows: Vec<_> = lines(shown).iter().map(|line| line.bar(t)).collect();
            if rows.is_empty() {
                return String::new();
            }
            let said = lines(shown).iter().map(|line| {
                let readings = line.readings();
                let readings = readings.map(|(of, n, _)| t.rule_count(words::answers(t, of), n));
                let readings: Vec<_> = readings.collect();
                [
                    &line.label,
                    ": ",
                    &readings.join(", "),
                    " ",
                    &t.out_of(line.total()),
                ]
                .concat()
            });
            let said: Vec<_> = said.collect();
            let spec = Diverging {
                frame: Frame {
                    id: id.into(),
                    title: title.into(),
                    description: [&shown.base, " ", &said.join("; ")].concat(),
                    width,
                    more: t.and_more_names().into(),
                },
                axis: t.axis_readings().into(),
                rows,
            };
            diverging::render(&spec, theme)
        })
    };
    let table = move || {
        let column = |name: &str, number| Column {
            name: name.into(),
            number,
        };
        let groups = shown.with(|shown| lines(shown).iter().map(|line| line.rows(t)).collect());
        Table {
            class: "table counts".into(),
            caption: t.with_name(title, t.factors_table()),
            columns: vec![
                column(t.factors_reading(), false),
                column(t.axis_readings(), true),
                column(t.factors_who(), false),
            ],
            groups,
            ..Table::default()
        }
    };
    let base = move || shown.with(|shown| shown.base.clone());
    let heading = [id, "-title"].concat();
    el("section")
        .class("card")
        .attr("data-readings", id)
        .attr("aria-labelledby", heading.clone())
        .child(el("h2").attr("id", heading).child(title))
        .child(picture(Picture {
            id: id.into(),
            title: title.into(),
            draw: Arc::new(draw),
            base: Arc::new(base),
            table: Arc::new(table),
        }))
}
