//! Which lines the grid has, in which order, and which of them are on the screen.

use crate::analysis::Share;
use crate::analysis::matrix::{ColumnKey, ColumnSort, Matrix, RowKey, RowSort};
use crate::i18n::Locale;
use crate::model::SurveyHead;
use crate::ui::Query;
use std::ops::Range;
use std::sync::Arc;

/// Pixels of a row, of a column, and of the heads; the style has the same.
pub const ROW: usize = 38;
pub const COLUMN: usize = 42;
pub const HEADS: usize = 64;

/// Lines beyond the screen that are there already.
const BEYOND: usize = 8;

/// A row or a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// A body, by its place in the matrix.
    Body(usize),
    /// A question, by its place in the matrix.
    Question(usize),
}

/// Words of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The question as printed.
    pub label: String,
    /// How many choices it has.
    pub options: usize,
}

/// The grid: what stands where.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The answers.
    pub matrix: Arc<Matrix>,
    /// From top to bottom.
    pub rows: Vec<Line>,
    /// From left to right.
    pub columns: Vec<Line>,
    /// Words of the questions, by their places in the matrix.
    pub asked: Vec<Asked>,
    /// What the bodies are sorted by.
    pub bodies_by: RowKey,
    /// What the questions are sorted by.
    pub questions_by: ColumnKey,
}

/// Which part of the grid is in the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// Places among the rows.
    pub rows: Range<usize>,
    /// Places among the columns.
    pub columns: Range<usize>,
}

/// What is seen of the grid, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct View {
    pub top: usize,
    pub left: usize,
    pub height: usize,
    pub width: usize,
}

/// How the bodies are sorted.
pub fn bodies_sort(query: &Query) -> RowSort {
    RowSort::parse(query.get("sort")).unwrap_or_default()
}

/// How the questions are sorted.
pub fn questions_sort(query: &Query) -> ColumnSort {
    ColumnSort::parse(query.get("questions")).unwrap_or_default()
}

/// Whether bodies are columns.
pub fn is_turned(query: &Query) -> bool {
    query.get("turned") == "1"
}

impl Layout {
    /// The grid as the address wants it.
    pub fn new(t: Locale, head: &SurveyHead, matrix: Arc<Matrix>, query: &Query) -> Self {
        let (bodies_sort, questions_sort) = (bodies_sort(query), questions_sort(query));
        let bodies = matrix.rows(bodies_sort).into_iter().map(Line::Body);
        let groups = matrix.columns(questions_sort).into_iter();
        let questions = groups.flat_map(|group| group.columns).map(Line::Question);
        let (rows, columns) = if is_turned(query) {
            (questions.collect(), bodies.collect())
        } else {
            (bodies.collect(), questions.collect())
        };
        let asked = matrix.questions.iter().map(|q| {
            let question = head.questionnaire.question(&q.question);
            Asked {
                label: question.map_or("", |q| q.label.get(t.code())).to_owned(),
                options: question.map_or(0, |q| q.options.len()),
            }
        });
        Self {
            asked: asked.collect(),
            bodies_by: bodies_sort.by,
            questions_by: questions_sort.by,
            matrix,
            rows,
            columns,
        }
    }

    /// The body and the question where a row and a column meet.
    pub fn meeting(&self, row: usize, column: usize) -> Option<(usize, usize)> {
        match (self.rows.get(row)?, self.columns.get(column)?) {
            (Line::Body(body), Line::Question(question))
            | (Line::Question(question), Line::Body(body)) => Some((*body, *question)),
            _ => None,
        }
    }

    /// The mark of a cell, `EC:q2`, as the address has it.
    pub fn mark(&self, row: usize, column: usize) -> Option<String> {
        let (body, question) = self.meeting(row, column)?;
        let body = self.matrix.bodies.get(body)?.partner.as_str();
        let question = self.matrix.questions.get(question)?.question.as_str();
        Some([body, ":", question].concat())
    }

    /// The figure that a line is sorted by, where it is sorted by one.
    pub fn figure(&self, line: Line) -> Option<Share> {
        match line {
            Line::Body(at) => {
                let body = self.matrix.bodies.get(at)?;
                match self.bodies_by {
                    RowKey::Completeness => Some(body.completeness),
                    RowKey::Agreement => Some(body.agreement),
                    _ => None,
                }
            }
            Line::Question(at) => {
                let question = self.matrix.questions.get(at)?;
                match self.questions_by {
                    ColumnKey::Printed => None,
                    ColumnKey::Completeness => Some(question.completeness),
                    ColumnKey::Agreement => Some(question.agreement),
                }
            }
        }
    }

    /// The place of a cell, by its mark.
    pub fn place(&self, mark: &str) -> Option<(usize, usize)> {
        let (body, question) = mark.split_once(':')?;
        let bodies = &self.matrix.bodies;
        let questions = &self.matrix.questions;
        let body = bodies.iter().position(|b| b.partner.as_str() == body)?;
        let question = questions
            .iter()
            .position(|q| q.question.as_str() == question)?;
        let lines = [Line::Body(body), Line::Question(question)];
        let at = |all: &[Line]| all.iter().position(|line| lines.contains(line));
        at(&self.rows).zip(at(&self.columns))
    }

    /// All of it: what goes on paper.
    pub fn whole(&self) -> Window {
        Window {
            rows: 0..self.rows.len(),
            columns: 0..self.columns.len(),
        }
    }

    /// What is in the page while this is seen.
    pub fn window(&self, view: View) -> Window {
        Window {
            rows: part(self.rows.len(), ROW, view.top, view.height),
            columns: part(self.columns.len(), COLUMN, view.left, view.width),
        }
    }
}

/// The lines from `from` on over a length, and some beyond; it moves in steps, so
/// that not every pixel makes the page anew.
fn part(lines: usize, size: usize, from: usize, length: usize) -> Range<usize> {
    let first = (from / size).saturating_sub(BEYOND) / BEYOND * BEYOND;
    let last = ((from + length) / size / BEYOND + 2) * BEYOND;
    first.min(lines)..last.min(lines)
}
