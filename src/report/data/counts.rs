//! How many bodies, and which, behind each option, term and state of each
//! question.

use super::Data;
use super::table::{DataTable, Datum, Holds, column};
use crate::analysis::{BodyIndex, tally, terms, words};
use crate::model::{Question, QuestionKind};

impl<'a> Data<'a> {
    /// Every question, with all bodies.
    pub fn counts(&self) -> DataTable<'a> {
        let t = self.t;
        let columns = vec![
            column("question", t.data_question(), Holds::Text),
            column("what", t.data_what(), Holds::Text),
            column("code", t.data_code(), Holds::Text),
            column("dimension", t.dimension(), Holds::Text),
            column("number", t.data_number(), Holds::Text),
            column("text", t.data_text(), Holds::Long),
            column("label", t.data_value(), Holds::Text),
            column("k", t.data_k(), Holds::Number),
            column("n", t.data_n(), Holds::Number),
            column("base", t.data_base(), Holds::Text),
            column("body_codes", t.data_body_codes(), Holds::Text),
            column("bodies", t.data_bodies(), Holds::Long),
        ];
        let mut table = DataTable::new("counts", t.data_counts(), 3, columns);
        for question in self.questions() {
            self.count(question, &mut table.rows);
        }
        table
    }

    fn count(&self, question: &'a Question, rows: &mut Vec<Vec<Datum<'a>>>) {
        let t = self.t;
        let (tally, _) = tally(&self.population, question);
        let answered = (tally.answered(), t.finding_base_answered());
        let all = (tally.bodies, t.finding_base_bodies());
        let mut add = |what: &'static str,
                       code: String,
                       label: String,
                       bodies: &[BodyIndex],
                       (n, base): (usize, &'static str)| {
            let mut row = vec![
                Datum::text(question.id.as_str()),
                Datum::text(what),
                Datum::text(code),
                Datum::text(question.dimension.as_str()),
                Datum::text(&question.number),
                Datum::text(self.label(&question.label)),
                Datum::text(label),
                Datum::Count(bodies.len()),
                Datum::Count(n),
                Datum::text(base),
            ];
            row.extend(self.who(bodies));
            rows.push(row);
        };
        for option in &tally.options {
            let bodies: Vec<_> = option.bodies().collect();
            let label = question.option(&option.option);
            let label = label.map_or(option.option.as_str(), |o| self.label(&o.label));
            let code = option.option.to_string();
            add(t.data_row_option(), code, label.into(), &bodies, answered);
        }
        if question.kind == QuestionKind::List {
            let (terms, _) = terms(&self.population, question);
            let base = (terms.answered, t.finding_base_answered());
            for term in terms.terms {
                let code = term.id.to_string();
                add(t.data_row_term(), code, term.term, &term.bodies, base);
            }
            for piece in terms.unread {
                let none = String::new();
                add(t.data_row_unread(), none, piece.text, &piece.bodies, base);
            }
        }
        if !tally.withheld.is_empty() {
            let code = String::from("withheld");
            let label = t.data_row_withheld();
            add(label, code, label.into(), &tally.withheld, answered);
        }
        for state in &tally.states {
            let code = state.state.code().into();
            let label = words::state(t, state.state);
            add(t.data_row_state(), code, label.into(), &state.bodies, all);
        }
    }
}
