//! Readings of groups of questions: counted, with who is behind each figure, as
//! diverging bars and as a table.

use crate::analysis::rules::behind;
use crate::analysis::words::{self, READINGS};
use crate::analysis::{BodyIndex, GroupReadings, Population, ReadingCounts};
use crate::chart::{Diverging, DivergingRow, Frame, Mark, Theme, Tone, diverging};
use crate::i18n::Locale;
use crate::model::{QuestionId, Reading};
use crate::report::{Cell, Column, Group, Inline, Row, Table};

/// So many are named without asking.
const NAMED: usize = 30;

/// The readings of a group of questions.
#[derive(Clone, PartialEq)]
pub struct ReadingsRow {
    key: String,
    label: String,
    counts: ReadingCounts,
    /// Who is behind each reading, in the order of [`READINGS`].
    who: [Vec<String>; 4],
}

impl ReadingsRow {
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

    /// The marks of its bar, in the order of [`READINGS`].
    pub fn marks(&self, t: Locale) -> [Mark; 4] {
        let total = self.total();
        READINGS.map(|reading| {
            let who = self.readings().find(|(of, ..)| *of == reading);
            let count = self.count(reading);
            Mark {
                key: reading.code().into(),
                label: words::answers(t, reading).into(),
                value: u32::try_from(count).unwrap_or(u32::MAX),
                figure: t.of(count, total),
                names: who.map_or_else(Vec::new, |(_, _, who)| who.clone()),
                tone: tone_of(reading),
            }
        })
    }

    fn bar(&self, t: Locale) -> DivergingRow {
        let [hindering, neutral, enabling, unknown] = self.marks(t);
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

/// Their table.
pub fn readings_table(t: Locale, lines: &[ReadingsRow], title: &str) -> Table {
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
        groups: lines.iter().map(|line| line.rows(t)).collect(),
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
