//! The answers, one row for each body: a column for each question and each of
//! several choices. Only what counts stands in them; the state says why there is
//! nothing.

use super::table::{DataColumn, DataTable, Datum, Holds, column, noted};
use super::{Data, body_kind};
use crate::analysis::{BodyIndex, words};
use crate::model::{Answer, EffectiveState, Question, QuestionKind, Value};

impl<'a> Data<'a> {
    /// The answers of the bodies that were chosen.
    pub fn answers_wide(&self) -> DataTable<'a> {
        let t = self.t;
        let mut columns = vec![
            column("body_code", t.data_body_code(), Holds::Text),
            column("body", t.data_body(), Holds::Text),
            column("body_kind", t.doc_kind(), Holds::Text),
            column("status", t.data_status(), Holds::Text),
        ];
        for question in self.questions() {
            self.columns_of(question, &mut columns);
        }
        let mut table = DataTable::new("answers_wide", t.data_wide(), 2, columns);
        for (body, partner) in self.bodies() {
            let status = self.population.body(body).map(|b| b.status);
            let [_, body_kind] = body_kind(t, partner);
            let mut row = vec![
                Datum::text(&partner.code),
                Datum::text(&partner.name),
                body_kind,
                Datum::text(status.map_or("", |status| words::status(t, status))),
            ];
            for question in self.questions() {
                self.cells_of(body, question, &mut row);
            }
            table.rows.push(row);
        }
        table
    }

    fn columns_of(&self, question: &'a Question, columns: &mut Vec<DataColumn<'a>>) {
        let t = self.t;
        let id = question.id.as_str();
        let heading = |rest: &str| [question.number.as_str(), " · ", rest].concat();
        let key = |rest: &str| [id, ".", rest].concat();
        columns.push(column(
            key("state"),
            heading(t.data_state_short()),
            Holds::Text,
        ));
        match question.kind {
            QuestionKind::Multiple => {
                for option in &question.options {
                    let label = self.label(&option.label);
                    let of = [".", option.id.as_str()].concat();
                    columns.push(noted(
                        [id, &of].concat(),
                        heading(label),
                        Holds::Number,
                        t.data_note_zero_one(),
                    ));
                    let beside = [label, " · ", t.data_qualifier()].concat();
                    columns.push(column(
                        [id, &of, ".qualifier"].concat(),
                        heading(&beside),
                        Holds::Text,
                    ));
                }
            }
            kind => {
                let holds = match kind {
                    QuestionKind::Number => Holds::Number,
                    QuestionKind::Date => Holds::Day,
                    QuestionKind::List | QuestionKind::Text | QuestionKind::Url => Holds::Long,
                    _ => Holds::Text,
                };
                let answer = heading(t.data_value());
                columns.push(noted(id, answer, holds, t.data_note_wide()));
                if kind.is_closed() {
                    let beside = heading(t.data_qualifier());
                    columns.push(column(key("qualifier"), beside, Holds::Text));
                }
            }
        }
    }

    fn cells_of(&self, body: BodyIndex, question: &'a Question, row: &mut Vec<Datum<'a>>) {
        let state = self.population.state(body, &question.id);
        row.push(Datum::text(words::state(self.t, state)));
        let answer = self.population.answer(body, &question.id);
        let answer = answer.filter(|_| state == EffectiveState::Given);
        let value = answer.and_then(|answer| answer.value.as_ref());
        let chosen = answer.map_or(&[][..], Answer::choices);
        if question.kind == QuestionKind::Multiple {
            for option in question.option_ids() {
                let made = chosen.iter().find(|c| c.option == *option);
                row.push(match value {
                    Some(Value::Choices(_)) => Datum::Count(usize::from(made.is_some())),
                    _ => Datum::Empty,
                });
                row.push(Datum::text(made.map_or("", |c| c.qualifier.as_str())));
            }
            return;
        }
        row.push(match value {
            None => Datum::Empty,
            Some(Value::Number(exact)) => Datum::Number(exact.clone()),
            Some(Value::Date(day)) => Datum::day(day),
            Some(Value::Text(text)) => Datum::text(text),
            Some(Value::Choices(made)) => {
                let label = |id| question.option(id).map(|o| self.label(&o.label));
                let labels = made.iter();
                let labels = labels.map(|c| label(&c.option).unwrap_or(c.option.as_str()));
                Datum::text(labels.collect::<Vec<_>>().join(", "))
            }
            Some(value @ Value::Withheld(_)) => Datum::text(words::value(self.t, None, value)),
        });
        if question.kind.is_closed() {
            let beside = chosen.first().map_or("", |c| c.qualifier.as_str());
            row.push(Datum::text(beside));
        }
    }
}
