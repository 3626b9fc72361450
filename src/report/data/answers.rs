//! The answers, one row for each body and question; where several can be chosen,
//! one for each choice.

use super::table::{DataTable, Datum, Holds, column, noted};
use super::{Data, body_kind, kind};
use crate::analysis::{BodyIndex, words};
use crate::model::{
    Answer, Chosen, Dimension, EffectiveState, OptionId, Partner, Question, QuestionKind, Value,
};
use crate::report::compose::Scope;

impl<'a> Data<'a> {
    /// The answers of the bodies that were chosen.
    pub fn answers_long(&self) -> DataTable<'a> {
        let t = self.t;
        let mut columns = vec![
            column("body_code", t.data_body_code(), Holds::Text),
            column("body", t.data_body(), Holds::Text),
            column("question", t.data_question(), Holds::Text),
            column("choice", t.data_choice(), Holds::Text),
            column("body_kind", t.doc_kind(), Holds::Text),
            column("status", t.data_status(), Holds::Text),
            column("dimension", t.dimension(), Holds::Text),
            column("dimension_title", t.data_dimension_title(), Holds::Text),
            column("number", t.data_number(), Holds::Text),
            column("text", t.data_text(), Holds::Long),
            column("kind", t.data_kind(), Holds::Text),
            noted(
                "choice_text",
                t.data_choice_text(),
                Holds::Text,
                t.data_note_chosen(),
            ),
            column("state", t.data_state(), Holds::Text),
            column("state_text", t.data_state_text(), Holds::Text),
            noted(
                "counted",
                t.data_counted(),
                Holds::YesNo,
                t.data_note_counted(),
            ),
            column("chosen", t.data_chosen(), Holds::YesNo),
            column("value_code", t.data_value_code(), Holds::Text),
            column("value", t.data_value(), Holds::Long),
            column("value_number", t.data_value_number(), Holds::Number),
            column("value_day", t.data_value_day(), Holds::Day),
            noted(
                "withheld",
                t.data_withheld(),
                Holds::YesNo,
                t.data_note_withheld(),
            ),
            column("qualifier", t.data_qualifier(), Holds::Text),
        ];
        if self.options.scope == Scope::Internal {
            columns.push(column("evidence", t.evidence(), Holds::Long));
        }
        if self.options.shows_comments() {
            columns.push(column("comment", t.comment(), Holds::Long));
            columns.push(column("note", t.data_note(), Holds::Long));
        }
        let mut table = DataTable::new("answers_long", t.data_long(), 4, columns);
        for (body, partner) in self.bodies() {
            for question in self.questions() {
                let line = Line {
                    data: self,
                    body,
                    partner,
                    question,
                    dimension: self.dimension(question),
                    state: self.population.state(body, &question.id),
                    answer: self.population.answer(body, &question.id),
                };
                line.rows(&mut table.rows);
            }
        }
        table
    }
}

/// The answer of one body to one question.
struct Line<'l, 'a> {
    data: &'l Data<'a>,
    body: BodyIndex,
    partner: &'a Partner,
    question: &'a Question,
    dimension: Option<&'a Dimension>,
    state: EffectiveState,
    answer: Option<&'a Answer>,
}

impl<'a> Line<'_, 'a> {
    fn rows(&self, rows: &mut Vec<Vec<Datum<'a>>>) {
        if self.question.kind != QuestionKind::Multiple {
            rows.push(self.row(None));
            return;
        }
        rows.extend(self.question.option_ids().map(|o| self.row(Some(o))));
        // What the questionnaire does not offer is no reason to lose it.
        let other = self.chosen().iter().map(|chosen| &chosen.option);
        let other = other.filter(|option| self.question.option(option).is_none());
        rows.extend(other.map(|option| self.row(Some(option))));
    }

    fn chosen(&self) -> &'a [Chosen] {
        self.answer.map_or(&[], Answer::choices)
    }

    fn value(&self) -> Option<&'a Value> {
        self.answer.and_then(|answer| answer.value.as_ref())
    }

    /// The row of the answer, or of one choice in it.
    fn row(&self, choice: Option<&'a OptionId>) -> Vec<Datum<'a>> {
        let t = self.data.t;
        let status = self.data.population.body(self.body).map(|b| b.status);
        let withheld = matches!(self.value(), Some(Value::Withheld(_)));
        let [_, body_kind] = body_kind(t, self.partner);
        let mut row = vec![
            Datum::text(&self.partner.code),
            Datum::text(&self.partner.name),
            Datum::text(self.question.id.as_str()),
            Datum::text(choice.map_or("", OptionId::as_str)),
            body_kind,
            Datum::text(status.map_or("", |status| words::status(t, status))),
            Datum::text(self.question.dimension.as_str()),
            Datum::text(self.dimension.map_or("", |d| self.data.label(&d.title))),
            Datum::text(&self.question.number),
            Datum::text(self.data.label(&self.question.label)),
            Datum::text(kind(t, self.question.kind)),
            Datum::text(choice.map_or("", |choice| self.option(choice))),
            Datum::text(self.state.code()),
            Datum::text(words::state(t, self.state)),
            Datum::YesNo(self.state == EffectiveState::Given),
        ];
        row.extend(self.said(choice));
        row.push(match self.answer.filter(|_| self.value().is_some()) {
            Some(_) => Datum::YesNo(withheld),
            None => Datum::Empty,
        });
        row.push(self.qualifier(choice));
        let added = self.answer;
        if self.data.options.scope == Scope::Internal {
            row.push(Datum::text(added.map_or("", |a| &a.evidence)));
        }
        if self.data.options.shows_comments() {
            row.push(Datum::text(added.map_or("", |a| &a.comment)));
            row.push(Datum::text(added.map_or("", |a| self.data.label(&a.note))));
        }
        row
    }

    /// Whether it was chosen; the value as code, in words, as number, as day.
    fn said(&self, choice: Option<&'a OptionId>) -> [Datum<'a>; 5] {
        let mut said = [const { Datum::Empty }; 5];
        let [chosen, code, words, number, day] = &mut said;
        match (self.value(), choice) {
            (Some(Value::Choices(_)), Some(choice)) => {
                let made = self.chosen().iter().any(|c| c.option == *choice);
                *chosen = Datum::YesNo(made);
                if made {
                    *code = Datum::text(choice.as_str());
                    *words = Datum::text(self.option(choice));
                }
            }
            (Some(Value::Choices(made)), None) => {
                let codes: Vec<_> = made.iter().map(|c| c.option.as_str()).collect();
                let labels: Vec<_> = made.iter().map(|c| self.option(&c.option)).collect();
                *code = Datum::text(codes.join(", "));
                *words = Datum::text(labels.join(", "));
            }
            (Some(Value::Text(text)), _) => *words = Datum::text(text),
            // A number is its own words: as a text it would be marked as no formula.
            (Some(Value::Number(exact)), _) => {
                *words = Datum::Number(exact.clone());
                *number = words.clone();
            }
            (Some(Value::Date(text)), _) => {
                *words = Datum::day(text);
                *day = words.clone();
            }
            (Some(value @ Value::Withheld(_)), _) => {
                *code = Datum::text("withheld");
                *words = Datum::text(words::value(self.data.t, None, value));
            }
            (None, _) => {}
        }
        said
    }

    fn option(&self, id: &'a OptionId) -> &'a str {
        let option = self.question.option(id);
        option.map_or(id.as_str(), |option| self.data.label(&option.label))
    }

    fn qualifier(&self, choice: Option<&OptionId>) -> Datum<'a> {
        let beside = self.chosen().iter();
        let mut beside = beside.filter(|c| choice.is_none_or(|choice| c.option == *choice));
        Datum::text(beside.next().map_or("", |c| c.qualifier.as_str()))
    }
}
