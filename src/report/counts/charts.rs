//! From counted rows to the chart that fits the question: dots where each body can
//! be named, bars where there are too many, ranked terms.

use super::rows::{Of, Row};
use super::tone;
use crate::chart::{Bars, DotRow, Dots, Frame, Mark, Terms, Theme, Tone, Unit};
use crate::chart::{bars, dots, terms};
use crate::i18n::Locale;
use crate::model::{EffectiveState, QuestionKind};

/// So many bodies each have a dot of their own.
const DOTS: usize = 30;

/// What the charts of a question are drawn from.
#[derive(Clone, PartialEq)]
pub struct Counted {
    /// What kind of answer the question takes.
    pub kind: QuestionKind,
    /// Who was asked and who answered, in a sentence.
    pub base: String,
    /// How many answered: the base of choices.
    pub answered: usize,
    /// All bodies: the base of states.
    pub bodies: usize,
    /// Choices, or terms with what is unread; then states.
    pub rows: Vec<Row>,
}

impl Counted {
    /// Choices, or terms. What the codebook does not read stands in the table,
    /// and in the chart only where it reads nothing.
    pub fn charted(&self) -> Vec<&Row> {
        let of = |of: Of| self.rows.iter().filter(move |row| row.of == of).collect();
        let known: Vec<&Row> = of(Of::Option);
        if known.is_empty() {
            of(Of::Unread)
        } else {
            known
        }
    }

    /// States that are no answer.
    pub fn gaps(&self) -> impl Iterator<Item = &Row> {
        let states = self.rows.iter().filter(|row| row.of == Of::State);
        states.filter(|row| row.key != EffectiveState::Given.code())
    }

    /// Whether each body has a dot of its own.
    pub fn has_dots(&self) -> bool {
        self.kind.is_single() && self.bodies <= DOTS
    }

    /// The mark of a row, out of those who answered, or of all bodies; it names
    /// everybody.
    pub fn mark(&self, t: Locale, row: &Row) -> Mark {
        self.naming(t, row, usize::MAX)
    }

    /// The same as it is drawn: a mark in a page names only the first.
    pub fn drawn(&self, t: Locale, row: &Row) -> Mark {
        self.naming(t, row, Mark::NAMES)
    }

    fn naming(&self, t: Locale, row: &Row, most: usize) -> Mark {
        let of = match row.of {
            Of::State => self.bodies,
            _ => self.answered,
        };
        Mark {
            key: row.key.clone(),
            label: row.label.clone(),
            value: row.count(),
            figure: t.of(row.who.len(), of),
            names: row.names(most),
            others: row.who.len().saturating_sub(most),
            tone: self.tone(row),
        }
    }

    fn tone(&self, row: &Row) -> Tone {
        let second = || self.rows.get(1).is_some_and(|second| second.key == row.key);
        match row.of {
            Of::State => {
                let states = EffectiveState::ALL.into_iter();
                let state = states.into_iter().find(|state| state.code() == row.key);
                state.map_or(Tone::Missing, tone)
            }
            Of::Unread => Tone::Unread,
            // Of a yes/no question the second choice is the no.
            Of::Option if self.kind == QuestionKind::YesNo && second() => Tone::No,
            _ => Tone::Primary,
        }
    }

    /// The marks of several rows.
    pub fn marks<'a>(&self, t: Locale, rows: impl IntoIterator<Item = &'a Row>) -> Vec<Mark> {
        rows.into_iter().map(|row| self.mark(t, row)).collect()
    }

    /// The same as they are drawn.
    pub fn all_drawn<'a>(&self, t: Locale, rows: impl IntoIterator<Item = &'a Row>) -> Vec<Mark> {
        rows.into_iter().map(|row| self.drawn(t, row)).collect()
    }

    /// Draws the answers; empty where nothing can be counted. The frame's
    /// description is the base; what the marks say is added to it.
    pub fn answers(&self, t: Locale, mut frame: Frame, theme: &Theme) -> String {
        let options = self.charted();
        if options.is_empty() {
            return String::new();
        }
        let gaps: Vec<&Row> = self.gaps().collect();
        let marks = self.all_drawn(t, options.iter().chain(&gaps).copied());
        say(&mut frame, &marks);
        if self.has_dots() {
            let dotted = |rows: &[&Row]| -> Vec<DotRow> {
                rows.iter().map(|row| self.dots(t, row)).collect()
            };
            let spec = Dots {
                frame,
                options: dotted(&options),
                states: dotted(&gaps),
            };
            return dots::render(&spec, theme);
        }
        let options = self.all_drawn(t, options);
        if self.kind == QuestionKind::List {
            let spec = Terms {
                frame,
                base: count(self.answered),
                terms: options,
                states: self.all_drawn(t, gaps),
            };
            return terms::render(&spec, theme);
        }
        // Of several choices each is out of those who answered.
        let spec = Bars {
            frame,
            base: count(self.answered),
            axis: t.axis_bodies().into(),
            options,
            states: self.all_drawn(t, gaps),
        };
        bars::render(&spec, theme)
    }

    fn dots(&self, t: Locale, row: &Row) -> DotRow {
        let units = row.bodies().map(|(person, name)| Unit {
            key: person.id.to_string(),
            code: person.code.clone(),
            name,
        });
        DotRow {
            units: units.collect(),
            mark: self.drawn(t, row),
        }
    }
}

/// Adds to the text alternative what the marks say.
pub fn say(frame: &mut Frame, marks: &[Mark]) {
    let said = marks.iter().map(|m| [&m.label, ": ", &m.figure].concat());
    let said: Vec<_> = said.collect();
    frame.description = [&frame.description, " ", &said.join("; ")].concat();
}

/// A number of bodies as charts take it.
pub fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
