//! What the data are answers to: questions with their choices and terms,
//! contacts, states; and the columns of every table.

use super::table::{DataColumn, DataTable, Datum, Holds, column};
use super::{Data, kind};
use crate::analysis::findings::condition;
use crate::analysis::{Population, codebook, words};
use crate::i18n::Locale;
use crate::model::{CodebookEntry, EffectiveState, Question, QuestionKind};

impl<'a> Data<'a> {
    /// Every question, each followed by its choices and terms; then contacts and
    /// states. A question that repeats another is listed, and asked nowhere.
    pub fn codebook(&self) -> DataTable<'a> {
        let t = self.t;
        let columns = vec![
            column("question", t.data_question(), Holds::Text),
            column("what", t.data_what(), Holds::Text),
            column("code", t.data_code(), Holds::Text),
            column("dimension", t.dimension(), Holds::Text),
            column("number", t.data_number(), Holds::Text),
            column("text", t.data_text(), Holds::Long),
            column("kind", t.data_kind(), Holds::Text),
            column("asked_when", t.data_asked_when(), Holds::Long),
            column("repeats", t.data_repeats(), Holds::Text),
            column("factor", t.data_factor(), Holds::Text),
            column("spellings", t.data_spellings(), Holds::Long),
            column("help", t.data_help(), Holds::Long),
        ];
        let mut table = DataTable::new("codebook", t.data_codebook(), 3, columns);
        let rows = &mut table.rows;
        let questionnaire = &self.survey.head.questionnaire;
        for question in &questionnaire.questions {
            self.describe(question, rows);
        }
        for contact in &questionnaire.contacts {
            let label = self.label(&contact.label);
            rows.push(bare(None, t.data_row_contact(), contact.id.as_str(), label));
        }
        for state in EffectiveState::ALL {
            let label = words::state(t, state);
            rows.push(bare(None, t.data_row_state(), state.code(), label));
        }
        table
    }

    fn describe(&self, question: &'a Question, rows: &mut Vec<Vec<Datum<'a>>>) {
        let t = self.t;
        let questionnaire = &self.survey.head.questionnaire;
        let asked_when = question.asked_when.as_ref();
        let asked_when =
            asked_when.map(|when| condition(t, questionnaire, Some(&question.id), when));
        let repeats = question.repeats.as_ref();
        let repeats = repeats.and_then(|id| questionnaire.question(id));
        let id = question.id.as_str();
        rows.push(vec![
            Datum::text(id),
            Datum::text(t.data_row_question()),
            Datum::text(id),
            Datum::text(question.dimension.as_str()),
            Datum::text(&question.number),
            Datum::text(self.label(&question.label)),
            Datum::text(kind(t, question.kind)),
            Datum::text(asked_when.unwrap_or_default()),
            Datum::text(repeats.map_or("", |question| &question.number)),
            Datum::text(
                question
                    .factor
                    .map_or("", |factor| words::factor(t, factor)),
            ),
            Datum::Empty,
            Datum::text(self.label(&question.help)),
        ]);
        for option in &question.options {
            let label = self.label(&option.label);
            rows.push(bare(
                Some(question),
                t.data_row_option(),
                option.id.as_str(),
                label,
            ));
        }
        if question.kind == QuestionKind::List {
            let entries = entries(&self.population, question);
            rows.extend(entries.map(|entry| term(t, question, entry)));
        }
    }

    /// Every column of these tables: what it is called for people and for
    /// programs, and what it holds.
    pub fn columns(&self, tables: &[DataTable<'a>]) -> DataTable<'a> {
        let t = self.t;
        let columns = vec![
            column("sheet", t.data_sheet(), Holds::Text),
            column("column", t.data_column(), Holds::Text),
            column("key", t.data_key(), Holds::Text),
            column("kind", t.data_kind(), Holds::Text),
            column("note", t.data_note_of(), Holds::Long),
        ];
        let mut list = DataTable::new("columns", t.data_columns(), 2, columns);
        for table in tables {
            let row = |column: &DataColumn<'a>| {
                vec![
                    Datum::text(table.name),
                    Datum::text(column.heading.clone()),
                    Datum::text([table.key, ".", &column.key].concat()),
                    Datum::text(match column.kind {
                        Holds::Text | Holds::Long => t.data_holds_text(),
                        Holds::Number => t.data_holds_number(),
                        Holds::Day => t.data_holds_day(),
                        Holds::YesNo => t.data_holds_yes_no(),
                        Holds::Any => "",
                    }),
                    Datum::text(column.note),
                ]
            };
            list.rows.extend(table.columns.iter().map(row));
        }
        list
    }
}

/// The entries of the codebook that serve a question, in the order of its
/// results.
fn entries<'a>(
    population: &Population<'a>,
    question: &Question,
) -> impl Iterator<Item = &'a CodebookEntry> + use<'a> {
    let all = &population.head().codebook;
    let (used, _) = codebook(population, question);
    let ids: Vec<_> = used.entries().map(|entry| entry.id.clone()).collect();
    ids.into_iter()
        .filter_map(|id| all.iter().find(|entry| entry.id == id))
}

fn term<'a>(t: Locale, question: &'a Question, entry: &'a CodebookEntry) -> Vec<Datum<'a>> {
    let what = match entry.ignored {
        true => t.data_row_ignored(),
        false => t.data_row_term(),
    };
    let mut row = bare(Some(question), what, entry.id.as_str(), &entry.term);
    if let Some(cell) = row.get_mut(10) {
        *cell = Datum::text(entry.synonyms.join("; "));
    }
    row
}

fn bare<'a>(
    question: Option<&'a Question>,
    what: &'a str,
    code: &'a str,
    text: &'a str,
) -> Vec<Datum<'a>> {
    let mut row = vec![
        Datum::text(question.map_or("", |q| q.id.as_str())),
        Datum::text(what),
        Datum::text(code),
        Datum::text(question.map_or("", |q| q.dimension.as_str())),
        Datum::text(question.map_or("", |q| q.number.as_str())),
        Datum::text(text),
    ];
    row.resize(12, Datum::Empty);
    row
}
