//! The survey as tables of data: answers, what they are answers to, counts,
//! findings, readings, bodies. Every spreadsheet is written from them. Nothing is
//! counted here: the numbers are those of the analysis.

mod about;
mod answers;
mod codebook;
mod counts;
mod results;
mod table;
mod wide;

pub use table::{DataColumn, DataTable, Datum, Holds};

use super::compose::{Options, let_through};
use super::csv::data_csv;
use crate::analysis::{BodyIndex, Counting, Population, words};
use crate::bundle::dated_name;
use crate::i18n::Locale;
use crate::model::{Dimension, LocalText, Partner, Question, QuestionKind, Survey, SurveyHead};

/// A survey from which tables are made.
pub struct Data<'a> {
    t: Locale,
    options: &'a Options,
    survey: &'a Survey,
    population: Population<'a>,
}

impl<'a> Data<'a> {
    /// Takes what the options let through of a survey ([`let_through`]).
    pub fn new(survey: &'a Survey, options: &'a Options) -> Self {
        let counting = Counting::Received;
        Self {
            t: options.language,
            options,
            survey,
            population: Population::new(&survey.head, &survey.sheets, counting),
        }
    }

    /// The bodies whose answers are asked for, with their places.
    fn bodies(&self) -> impl Iterator<Item = (BodyIndex, &'a Partner)> {
        let partners = self.survey.head.partners.iter().enumerate();
        partners.filter(|(_, partner)| self.options.takes(&partner.id))
    }

    fn questions(&self) -> impl Iterator<Item = &'a Question> {
        self.survey.head.questionnaire.on_sheet()
    }

    fn dimension(&self, question: &Question) -> Option<&'a Dimension> {
        let questionnaire = &self.survey.head.questionnaire;
        questionnaire.dimension(&question.dimension)
    }

    fn label(&self, text: &'a LocalText) -> &'a str {
        text.get(self.t.code())
    }

    /// Printed codes of bodies, and their names.
    fn who(&self, bodies: &[BodyIndex]) -> [Datum<'a>; 2] {
        let partners = bodies.iter().filter_map(|b| self.population.body(*b));
        let (codes, names): (Vec<_>, Vec<_>) = partners
            .map(|body| (body.partner.code.as_str(), body.partner.name.as_str()))
            .unzip();
        [
            Datum::text(codes.join(", ")),
            // Names of bodies have commas in them.
            Datum::text(names.join("; ")),
        ]
    }
}

/// Name of what a question asks for.
const fn kind(t: Locale, kind: QuestionKind) -> &'static str {
    match kind {
        QuestionKind::YesNo => t.data_kind_yes_no(),
        QuestionKind::Single => t.data_kind_single(),
        QuestionKind::Multiple => t.data_kind_multiple(),
        QuestionKind::List => t.data_kind_list(),
        QuestionKind::Text => t.data_kind_text(),
        QuestionKind::Url => t.data_kind_url(),
        QuestionKind::Number => t.data_kind_number(),
        QuestionKind::Date => t.data_kind_date(),
    }
}

/// Kind of a body: what it is called in files, and in words.
fn body_kind<'a>(t: Locale, partner: &'a Partner) -> [Datum<'a>; 2] {
    let code = partner.kind.0.as_str();
    [Datum::text(code), Datum::text(words::kind(t, code))]
}

/// The answers as a CSV file with one row for each body, question and, where
/// several can be chosen, choice. The first line names the columns; nothing else
/// stands in it.
pub fn csv_long(survey: &Survey, options: &Options) -> String {
    let survey = let_through(survey, options);
    let data = Data::new(&survey, options);
    data_csv(&data.answers_long(), options.language)
}

/// The answers as a CSV file with one row for each body.
pub fn csv_wide(survey: &Survey, options: &Options) -> String {
    let survey = let_through(survey, options);
    let data = Data::new(&survey, options);
    data_csv(&data.answers_wide(), options.language)
}

/// File name of [`csv_long`], made on a day.
pub fn long_name(head: &SurveyHead, on: &str) -> String {
    dated_name(head, "risposte-lungo", on, "csv")
}

/// File name of [`csv_wide`], made on a day.
pub fn wide_name(head: &SurveyHead, on: &str) -> String {
    dated_name(head, "risposte-largo", on, "csv")
}

/// File name of the workbook, made on a day.
pub fn workbook_name(head: &SurveyHead, on: &str) -> String {
    dated_name(head, "dati", on, "xlsx")
}
