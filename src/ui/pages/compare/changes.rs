//! What changed between two sides, in words: sentences, the counts of each
//! closed question, and who changed what.

use super::title;
use crate::analysis::Population;
use crate::analysis::compare::{AnswerChange, Changes, CountChange, QuestionChange, in_words};
use crate::analysis::words;
use crate::chart::{DumbbellRow, Mark, Tone};
use crate::i18n::Locale;
use crate::model::{EffectiveState, PartnerId, Places, QuestionId, SurveyHead};
use crate::report::counts as table;
use crate::report::{Cell, Column, Group, Inline, Row, Table};
use crate::ui::components::some_names;
use crate::ui::{Page, Route};

/// Two sides, and the language and name in which the earlier one is told.
pub struct Sides<'a> {
    /// The language.
    pub t: Locale,
    /// The earlier side.
    pub before: &'a Population<'a>,
    /// The later one.
    pub after: &'a Population<'a>,
    /// Name of the earlier moment.
    pub then: &'a str,
}

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
    /// Who is compared, and what stands on one side only.
    pub fn sentences(&self, changes: &Changes) -> Vec<String> {
        let t = self.t;
        let both = changes.both.len();
        let mut said = vec![t.earlier_both(both, self.after.counted().len())];
        let (then, now) = (self.before.head(), self.after.head());
        let mut tell =
            |ids: &[PartnerId], head: &SurveyHead, words: fn(Locale, String) -> String| {
                if !ids.is_empty() {
                    said.push(words(t, some_names(t, &names(head, ids))));
                }
            };
        tell(&changes.came, now, Locale::earlier_came);
        tell(&changes.went, now, Locale::earlier_went);
        tell(&changes.bodies_before, then, Locale::earlier_bodies_before);
        tell(&changes.bodies_after, now, Locale::earlier_bodies_after);
        let mut tell =
            |ids: &[QuestionId], head: &SurveyHead, words: fn(Locale, String) -> String| {
                if !ids.is_empty() {
                    said.push(words(t, numbers(head, ids.iter())));
                }
            };
        tell(
            &changes.questions_before,
            then,
            Locale::earlier_questions_before,
        );
        tell(
            &changes.questions_after,
            now,
            Locale::earlier_questions_after,
        );
        let same = changes.questions.iter();
        let same = same.filter(|q| !q.options.is_empty() && !has_changed(q));
        let same: Vec<_> = same.map(|q| q.question.clone()).collect();
        tell(&same, now, Locale::earlier_unchanged);
        if !changes.untold.is_empty() {
            said.push(t.earlier_untold(changes.untold.len()));
        }
        said
    }

    /// The closed questions whose counts changed.
    pub fn counts(&self, changes: &Changes) -> Vec<Counts> {
        let changed = changes.questions.iter().filter(|q| has_changed(q));
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
            content: vec![table::names(self.t, &names, table::SHOWN)],
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

    /// Who changed which answer, from what to what: the first `most` of them.
    pub fn who(&self, changes: &[AnswerChange], most: usize) -> Table {
        let t = self.t;
        let shown = changes.get(..most).unwrap_or(changes);
        let groups = shown.chunk_by(|a, b| a.question == b.question);
        let groups = groups.map(|changes| Group {
            heading: changes
                .first()
                .and_then(|c| self.after.head().questionnaire.question(&c.question))
                .map_or_else(String::new, |question| title(t, question)),
            rows: changes.iter().map(|change| self.changed(change)).collect(),
        });
        let names = [t.body(), self.then, t.earlier_now()];
        let columns = names.into_iter().map(|name| Column {
            name: name.into(),
            number: false,
        });
        Table {
            class: "table by-body".into(),
            caption: t.earlier_who().into(),
            columns: columns.collect(),
            groups: groups.collect(),
            ..Table::default()
        }
    }

    fn changed(&self, change: &AnswerChange) -> Row {
        let t = self.t;
        let head = self.after.head();
        let page = Page::Question(change.partner.clone(), change.question.clone());
        let name = head.partner(&change.partner).map(|p| p.name.clone());
        let cell = |name: &str, side, body| Cell {
            marks: vec![("data-name", name.into())],
            content: vec![Inline::Text(in_words(t, side, body, &change.question))],
            ..Cell::default()
        };
        Row {
            marks: vec![("data-changed", change.partner.to_string())],
            heading: vec![Inline::Link {
                href: Route::Survey(head.id.clone(), page).href(),
                text: name.unwrap_or_else(|| change.partner.to_string()),
            }],
            cells: vec![
                cell(self.then, self.before, change.before),
                cell(t.earlier_now(), self.after, change.after),
            ],
        }
    }
}

/// Whether somebody is behind another option than before.
fn has_changed(change: &QuestionChange) -> bool {
    change.options.iter().any(|o| o.before != o.after)
}

/// Those of `list` that are not in `other`.
fn without(list: &[PartnerId], other: &[PartnerId]) -> Vec<PartnerId> {
    let others = Places::new(other.iter());
    let gone = list.iter().filter(|id| others.of(*id).is_none());
    gone.cloned().collect()
}

fn names(head: &SurveyHead, ids: &[PartnerId]) -> Vec<String> {
    let places = Places::new(head.partners.iter().map(|p| &p.id));
    let partners = ids
        .iter()
        .filter_map(|id| head.partners.get(places.of(id)?));
    partners.map(|partner| partner.name.clone()).collect()
}

/// Printed numbers.
fn numbers<'a>(head: &SurveyHead, ids: impl Iterator<Item = &'a QuestionId>) -> String {
    let questions = ids.filter_map(|id| head.questionnaire.question(id));
    let numbers: Vec<_> = questions.map(|q| q.number.as_str()).collect();
    numbers.join(", ")
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
