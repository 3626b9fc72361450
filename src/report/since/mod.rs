//! What has changed between two sides, in words and tables: two moments of a
//! survey, or a survey and another one.

mod beside;

use super::{Cell, Column, Group, Inline, Row, Table};
use crate::analysis::compare::{AnswerChange, Changes, in_words};
use crate::analysis::since::Since;
use crate::analysis::{Population, words};
use crate::i18n::Locale;
use crate::model::{PartnerId, Places, Question, QuestionId, SurveyHead};

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

/// The address of an answer that changed.
pub type To<'a> = &'a dyn Fn(&AnswerChange) -> Option<String>;

/// Everything that has changed, as tables: who changed which answer, figures,
/// and what stands beside the answers; only those with something in them. Of the
/// answers the first `most` are told.
pub fn tables(sides: &Sides, since: &Since, most: usize, to: To) -> Vec<Table> {
    let answers = &since.changes.answers;
    let who = (!answers.is_empty()).then(|| sides.who(answers, most, to));
    let all = [who, sides.figures(since), sides.parts(since)];
    all.into_iter().flatten().collect()
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
                    said.push(words(t, named(t, &names(head, ids))));
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
        let same = same.filter(|q| !q.options.is_empty() && !q.has_moved());
        let same: Vec<_> = same.map(|q| q.question.clone()).collect();
        tell(&same, now, Locale::earlier_unchanged);
        if !changes.untold.is_empty() {
            said.push(t.earlier_untold(changes.untold.len()));
        }
        said
    }

    /// Who changed which answer, from what to what: the first `most` of them.
    /// `to` leads from a body to its answer, where that leads anywhere.
    pub fn who(&self, changes: &[AnswerChange], most: usize, to: To) -> Table {
        let t = self.t;
        let shown = changes.get(..most).unwrap_or(changes);
        let groups = shown.chunk_by(|a, b| a.question == b.question);
        let groups = groups.map(|changes| Group {
            heading: changes
                .first()
                .and_then(|c| self.after.head().questionnaire.question(&c.question))
                .map_or_else(String::new, |question| title(t, question)),
            rows: changes
                .iter()
                .map(|change| self.changed(change, to))
                .collect(),
        });
        Table {
            class: "table by-body".into(),
            caption: t.earlier_who().into(),
            columns: self.columns(t.body()),
            groups: groups.collect(),
            ..Table::default()
        }
    }

    fn changed(&self, change: &AnswerChange, to: To) -> Row {
        let t = self.t;
        let head = self.after.head();
        let name = head.partner(&change.partner).map(|p| p.name.clone());
        let name = name.unwrap_or_else(|| change.partner.to_string());
        let said = |side, body| in_words(t, side, body, &change.question);
        Row {
            marks: vec![("data-changed", change.partner.to_string())],
            heading: vec![match to(change) {
                Some(href) => Inline::Link { href, text: name },
                None => Inline::Text(name),
            }],
            cells: vec![
                self.cell(false, said(self.before, change.before)),
                self.cell(true, said(self.after, change.after)),
            ],
        }
    }

    /// A column for what it is about, and one for each side.
    fn columns(&self, first: &str) -> Vec<Column> {
        let names = [first, self.then, self.t.earlier_now()];
        let column = |name: &str| Column {
            name: name.into(),
            number: false,
        };
        names.into_iter().map(column).collect()
    }

    /// The cell of one side.
    fn cell(&self, later: bool, text: String) -> Cell {
        let name = if later {
            self.t.earlier_now()
        } else {
            self.then
        };
        Cell {
            marks: vec![("data-name", name.into())],
            content: vec![Inline::Text(text)],
            ..Cell::default()
        }
    }
}

/// A question by its number and words.
pub fn title(t: Locale, question: &Question) -> String {
    [&question.number, " · ", question.label.get(t.code())].concat()
}

/// The first names, and how many more there are.
fn named(t: Locale, names: &[String]) -> String {
    words::first_names(t, names.len(), &mut names.iter().map(String::as_str))
}

/// Names of some bodies.
pub fn names(head: &SurveyHead, ids: &[PartnerId]) -> Vec<String> {
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
