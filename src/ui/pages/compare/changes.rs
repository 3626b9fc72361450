//! The counts of each closed question that changed between two sides, as a
//! chart and a table.

use crate::analysis::compare::{Changes, CountChange, QuestionChange};
use crate::analysis::words;
use crate::chart::{DumbbellRow, Mark, Tone};
use crate::model::{EffectiveState, PartnerId, Places};
use crate::report::counts as table;
use crate::report::since::{Sides, names, title};
use crate::report::{Cell, Column, Group, Inline, Row, Table};

/// The counts of one question that changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Counts {
    /// Its id.
    pub id: String,
    /// The question.
    pub title: String,
    /// How many answered on each side.
    pub base: String,
    /// Whether both sides ask it alike.
    pub asked_alike: bool,
    /// The bodies of the greater side: where the axis ends.
    pub most: u32,
    /// The options, then and now.
    pub rows: Vec<DumbbellRow>,
    /// The same with the states, and who is behind each difference.
    pub table: Table,
}

impl Sides<'_> {
    /// The closed questions whose counts changed.
    pub fn counts(&self, changes: &Changes) -> Vec<Counts> {
        let changed = changes.questions.iter().filter(|q| q.has_moved());
        changed.filter_map(|q| self.count(q)).collect()
    }

    fn count(&self, change: &QuestionChange) -> Option<Counts> {
        let t = self.t;
        let question = self.after.head().questionnaire.question(&change.question)?;
        let earlier = self
            .before
            .head()
            .questionnaire
            .question(&change.question)?;
        let label = |id| {
            let option = question.option(id).or_else(|| earlier.option(id));
            option.map_or_else(|| id.to_string(), |o| o.label.get(t.code()).to_owned())
        };
        let options = change.options.iter();
        let states = change.states.iter();
        let states = states.filter(|s| s.key != EffectiveState::Given && s.before != s.after);
        let bodies = (self.before.bodies().len(), self.after.bodies().len());
        let choices = options.clone().map(|option| {
            let mark = ("data-option", option.key.to_string());
            self.row(mark, label(&option.key), option, change.answered)
        });
        let states = states.map(|state| {
            let mark = ("data-state", state.key.code().to_owned());
            self.row(mark, words::state(t, state.key).into(), state, bodies)
        });
        let group = |heading: &str, rows: Vec<Row>| Group {
            heading: heading.into(),
            rows,
        };
        let column = |name: &str, number| Column {
            name: name.into(),
            number,
        };
        let (answered, asked) = (change.answered, change.asked);
        let base = t.earlier_base(self.then, answered.0, asked.0, answered.1, asked.1);
        let groups = [
            group(t.by_choice(), choices.collect()),
            group(t.by_state(), states.collect()),
        ];
        Some(Counts {
            id: change.question.to_string(),
            title: title(t, question),
            base,
            asked_alike: change.asked_alike,
            most: count(answered.0.max(answered.1)),
            rows: options
                .map(|option| self.dumbbell(label(&option.key), option, change.answered))
                .collect(),
            table: Table {
                class: "table counts moved".into(),
                caption: t.table_of(&question.number),
                columns: vec![
                    column(t.answer(), false),
                    column(self.then, true),
                    column(t.earlier_now(), true),
                    column(t.earlier_left(), false),
                    column(t.earlier_joined(), false),
                ],
                groups: groups.into_iter().filter(|g| !g.rows.is_empty()).collect(),
                ..Table::default()
            },
        })
    }

    fn dumbbell<K: ToString>(
        &self,
        label: String,
        change: &CountChange<K>,
        of: (usize, usize),
    ) -> DumbbellRow {
        let (left, joined) = self.moved(change);
        let mark = |key: &str, list: &Option<Vec<PartnerId>>, of, names, tone| Mark {
            key: key.into(),
            label: if key == "before" {
                self.then.into()
            } else {
                self.t.earlier_now().into()
            },
            value: list.as_ref().map_or(0, |list| count(list.len())),
            figure: self.figure(list, of),
            names,
            others: 0,
            tone,
        };
        DumbbellRow {
            key: change.key.to_string(),
            label,
            before: mark("before", &change.before, of.0, left, Tone::Secondary),
            after: mark("after", &change.after, of.1, joined, Tone::Primary),
        }
    }

    fn figure(&self, list: &Option<Vec<PartnerId>>, of: usize) -> String {
        match list {
            Some(list) => self.t.of(list.len(), of),
            None => self.t.earlier_not_offered().into(),
        }
    }

    fn row<K>(
        &self,
        mark: (&'static str, String),
        label: String,
        change: &CountChange<K>,
        of: (usize, usize),
    ) -> Row {
        let number = |name, list: &Option<Vec<PartnerId>>, of| {
            let count = list.as_ref().map_or(0, Vec::len).to_string();
            Cell::number(self.figure(list, of), vec![(name, count)])
        };
        let (left, joined) = self.moved(change);
        let names = |names: Vec<String>| Cell {
            class: "names".into(),
            content: vec![table::names(
                self.t,
                names.len(),
                &|n| names.iter().take(n).cloned().collect(),
                table::SHOWN,
                usize::MAX,
            )],
            ..Cell::default()
        };
        Row {
            marks: vec![mark],
            heading: vec![Inline::Text(label)],
            cells: vec![
                number("data-before", &change.before, of.0),
                number("data-after", &change.after, of.1),
                names(left),
                names(joined),
            ],
        }
    }

    /// Names of those who are no longer behind a count, and of those who are
    /// newly.
    fn moved<K>(&self, change: &CountChange<K>) -> (Vec<String>, Vec<String>) {
        let empty = Vec::new();
        let before = change.before.as_ref().unwrap_or(&empty);
        let after = change.after.as_ref().unwrap_or(&empty);
        (
            names(self.before.head(), &without(before, after)),
            names(self.after.head(), &without(after, before)),
        )
    }
}

/// Those of `list` that are not in `other`.
fn without(list: &[PartnerId], other: &[PartnerId]) -> Vec<PartnerId> {
    let others = Places::new(other.iter());
    let gone = list.iter().filter(|id| others.of(*id).is_none());
    gone.cloned().collect()
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
