//! Readings of groups of questions: counted, with who is behind each figure, as
//! diverging bars and as a table.

use super::names;
use crate::analysis::words::{self, READINGS};
use crate::analysis::{BodyIndex, GroupReadings, People, Population, ReadingCounts};
use crate::chart::{Diverging, DivergingRow, Frame, Mark, Theme, Tone, diverging};
use crate::i18n::Locale;
use crate::model::Reading;
use crate::report::{Cell, Column, Group, Inline, Row, Table};
use std::sync::Arc;

/// So many are named without asking.
const NAMED: usize = 30;

/// The readings of a group of questions.
#[derive(Clone, PartialEq)]
pub struct ReadingsRow {
    key: String,
    label: String,
    counts: ReadingCounts,
    /// Who is behind each reading, in the order of [`READINGS`].
    who: [Vec<Behind>; 4],
    /// The printed numbers of the questions.
    numbers: Vec<String>,
    people: Arc<People>,
    /// They are those of one body.
    is_one: bool,
}

/// A body behind a reading.
#[derive(Clone, PartialEq)]
struct Behind {
    /// Its place among the partners.
    place: usize,
    /// The questions whose answers have the reading, by their places in the group.
    questions: Vec<usize>,
}

impl ReadingsRow {
    /// The readings of all bodies, or of one, whose questions are then told
    /// instead of the names of bodies.
    pub fn new<K>(
        population: &Population,
        group: &GroupReadings<K>,
        key: String,
        label: String,
        only: Option<BodyIndex>,
    ) -> Self {
        let questionnaire = &population.head().questionnaire;
        let number = |id| questionnaire.question(id).map(|q| q.number.clone());
        let numbers = group.questions.iter();
        let numbers = numbers.map(|q| number(&q.question).unwrap_or_default());
        let bodies = 0..population.bodies().len();
        let bodies = bodies.filter(|body| only.is_none_or(|only| only == *body));
        let who = READINGS.map(|reading| {
            let behind = bodies.clone().filter_map(|body| {
                let questions = group.questions.iter().enumerate();
                let read = questions.filter(|(_, q)| q.by_body.get(body) == Some(&Some(reading)));
                let questions: Vec<usize> = read.map(|(at, _)| at).collect();
                let place = population.place(body).filter(|_| !questions.is_empty())?;
                Some(Behind { place, questions })
            });
            behind.collect()
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
            numbers: numbers.collect(),
            people: population.people(),
            is_one: only.is_some(),
        }
    }

    /// The first `most` of those who are behind a reading, in words.
    fn told(&self, t: Locale, who: &[Behind], most: usize) -> Vec<String> {
        let told = who.iter().take(most).map(|behind| {
            let numbers = behind
                .questions
                .iter()
                .filter_map(|at| self.numbers.get(*at));
            let numbers: Vec<&str> = numbers.map(String::as_str).collect();
            if self.is_one {
                return t.factors_questions(numbers.len(), numbers.join(", "));
            }
            let name = self.people.name(behind.place);
            [name, " (", &numbers.join(", "), ")"].concat()
        });
        told.collect()
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
    fn readings(&self) -> impl Iterator<Item = (Reading, usize, &Vec<Behind>)> {
        let readings = READINGS.into_iter().zip(&self.who);
        readings.map(|(reading, who)| (reading, self.count(reading), who))
    }

    /// The marks of its bar, in the order of [`READINGS`]; each names `most` at
    /// most.
    pub fn marks(&self, t: Locale, most: usize) -> [Mark; 4] {
        let total = self.total();
        READINGS.map(|reading| {
            let who = self.readings().find(|(of, ..)| *of == reading);
            let count = self.count(reading);
            Mark {
                key: reading.code().into(),
                label: words::answers(t, reading).into(),
                value: u32::try_from(count).unwrap_or(u32::MAX),
                figure: t.of(count, total),
                names: who.map_or_else(Vec::new, |(.., who)| self.told(t, who, most)),
                others: who.map_or(0, |(.., who)| who.len().saturating_sub(most)),
                tone: tone_of(reading),
            }
        })
    }

    fn bar(&self, t: Locale) -> DivergingRow {
        let [hindering, neutral, enabling, unknown] = self.marks(t, Mark::NAMES);
        DivergingRow {
            key: self.key.clone(),
            label: self.label.clone(),
            figure: t.out_of(self.total()),
            hindering,
            neutral,
            enabling,
            unknown,
        }
    }

    /// All of it in a sentence.
    fn said(&self, t: Locale) -> String {
        let readings = self.readings();
        let readings = readings.map(|(of, n, _)| t.rule_count(words::answers(t, of), n));
        let readings: Vec<_> = readings.collect();
        [
            &self.label,
            ": ",
            &readings.join(", "),
            " ",
            &t.out_of(self.total()),
        ]
        .concat()
    }

    fn rows(&self, t: Locale, most: usize) -> Group {
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
                    content: vec![names(t, who.len(), &|n| self.told(t, who, n), NAMED, most)],
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

/// Draws them; empty where there are none. The frame's description is the base;
/// what the bars say is added to it.
pub fn readings_chart(t: Locale, lines: &[ReadingsRow], mut frame: Frame, theme: &Theme) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let said: Vec<String> = lines.iter().map(|line| line.said(t)).collect();
    frame.description = [&frame.description, " ", &said.join("; ")].concat();
    let spec = Diverging {
        frame,
        axis: t.axis_readings().into(),
        rows: lines.iter().map(|line| line.bar(t)).collect(),
    };
    diverging::render(&spec, theme)
}

/// Their table; in each row `most` names at most.
pub fn readings_table(t: Locale, lines: &[ReadingsRow], title: &str, most: usize) -> Table {
    let column = |name: &str, number| Column {
        name: name.into(),
        number,
    };
    Table {
        class: "table counts".into(),
        caption: t.with_name(title, t.factors_table()),
        columns: vec![
            column(t.factors_reading(), false),
            column(t.axis_readings(), true),
            column(t.factors_who(), false),
        ],
        groups: lines.iter().map(|line| line.rows(t, most)).collect(),
        ..Table::default()
    }
}

/// How a reading is drawn.
pub const fn tone_of(reading: Reading) -> Tone {
    match reading {
        Reading::Enabling => Tone::Enabling,
        Reading::Hindering => Tone::Hindering,
        Reading::Neutral => Tone::Neutral,
        Reading::Unknown => Tone::Unread,
    }
}
