//! The matrix: bodies × questions, the questions by dimension, one cell an
//! answer. It is counted once and owns what it holds, so that a page can show
//! any part of it, in any order, without counting again.

mod cell;
mod order;

pub use cell::Cell;
pub use order::{ColumnKey, ColumnSort, RowKey, RowSort, Sort, SortKey};

use super::{BodyIndex, Population, Share, agreement};
use crate::model::{
    DimensionId, EffectiveState, PartnerId, PartnerKind, Question, QuestionId, QuestionKind,
    sort_by_key,
};

/// All answers of a survey.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// All bodies, in the order of the partners; the place in this list is the
    /// body's index.
    pub bodies: Vec<MatrixBody>,
    /// The questions of a sheet, dimension by dimension as they are printed.
    pub questions: Vec<MatrixQuestion>,
    /// Question by question, one for each body.
    cells: Vec<Cell>,
}

/// The head of a body's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixBody {
    /// The partner.
    pub partner: PartnerId,
    /// Its printed code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What kind of body it is.
    pub kind: PartnerKind,
    /// Answered of asked; without base where its sheet does not count.
    pub completeness: Share,
    /// How often it says what most say.
    pub agreement: Share,
}

/// The head of a question's column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixQuestion {
    /// The question.
    pub question: QuestionId,
    /// Its printed number.
    pub number: String,
    /// The dimension it belongs to.
    pub dimension: DimensionId,
    /// What kind of answer it takes.
    pub kind: QuestionKind,
    /// Answered of asked, over all sheets that count.
    pub completeness: Share,
    /// How many say the most frequent answer; without base where the question
    /// is open.
    pub agreement: Share,
}

/// Questions of one dimension, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnGroup {
    /// The dimension.
    pub dimension: DimensionId,
    /// Places of its questions.
    pub columns: Vec<usize>,
}

impl Matrix {
    /// Takes all answers.
    pub fn new(population: &Population) -> Self {
        let agreement = agreement::agreement(population);
        let mut matrix = Self {
            bodies: Vec::with_capacity(population.bodies().len()),
            questions: Vec::new(),
            cells: Vec::new(),
        };
        for (at, body) in population.bodies().iter().enumerate() {
            matrix.bodies.push(MatrixBody {
                partner: body.partner.id.clone(),
                code: body.partner.code.clone(),
                name: body.partner.name.clone(),
                kind: body.partner.kind.clone(),
                completeness: Share::default(),
                agreement: agreement.of_body(at),
            });
        }
        for question in by_dimension(population) {
            let from = matrix.cells.len();
            let states = population.states(&question.id).enumerate();
            let ticked = population.ticked(question);
            let cells =
                states.map(|(body, state)| cell::cell(population, body, question, &ticked, state));
            matrix.cells.extend(cells);
            let added = matrix.cells.get(from..).unwrap_or_default();
            for (body, cell) in matrix.bodies.iter_mut().zip(added) {
                body.completeness.n += usize::from(cell.state().was_asked());
                body.completeness.k += usize::from(cell.state() == EffectiveState::Given);
            }
            let given = |cell: &&Cell| cell.state() == EffectiveState::Given;
            matrix.questions.push(MatrixQuestion {
                question: question.id.clone(),
                number: question.number.clone(),
                dimension: question.dimension.clone(),
                kind: question.kind,
                completeness: Share {
                    k: added.iter().filter(given).count(),
                    n: added.iter().filter(|c| c.state().was_asked()).count(),
                },
                agreement: agreement.of_question(&question.id),
            });
        }
        matrix
    }

    /// One answer, by the places of body and question.
    pub fn cell(&self, body: BodyIndex, question: usize) -> &Cell {
        const NOBODY: Cell = Cell::Not(EffectiveState::Missing);
        let inside = body < self.bodies.len();
        let cell = self.cells.get(question * self.bodies.len() + body);
        cell.filter(|_| inside).unwrap_or(&NOBODY)
    }
}

/// The questions of a sheet with those of a dimension together; those of a
/// dimension that the questionnaire does not have come last.
fn by_dimension<'a>(population: &Population<'a>) -> Vec<&'a Question> {
    let questionnaire = &population.head().questionnaire;
    let place = |id: &DimensionId| {
        let place = questionnaire.dimensions.iter().position(|d| d.id == *id);
        place.unwrap_or(usize::MAX)
    };
    let mut questions: Vec<_> = questionnaire.on_sheet().collect();
    sort_by_key(&mut questions, |q| {
        (place(&q.dimension), q.dimension.clone())
    });
    questions
}
