//! What the data say by themselves (findings, readings), and the bodies with
//! their sheets.

use super::table::{DataTable, Datum, Holds, column};
use super::{Data, body_kind};
use crate::analysis::findings::{base, counted, sentence};
use crate::analysis::{
    BodyIndex, Finding, NotCounted, completeness, findings, indicator, not_counted, readings, words,
};
use crate::i18n::Locale;
use crate::model::{Partner, QuestionId, Sheet, SheetStatus};
use std::borrow::Cow;
use std::collections::BTreeMap;

impl<'a> Data<'a> {
    /// Every finding, of the survey first, then by dimension.
    pub fn findings(&self) -> DataTable<'a> {
        let t = self.t;
        let columns = vec![
            column("finding", t.data_finding(), Holds::Text),
            column("dimension", t.dimension(), Holds::Text),
            column("numbers", t.data_numbers(), Holds::Text),
            column("sentence", t.data_sentence(), Holds::Long),
            column("of", t.data_of(), Holds::Text),
            column("k", t.data_k(), Holds::Number),
            column("n", t.data_n(), Holds::Number),
            column("base", t.data_base(), Holds::Text),
            column("to_clarify", t.data_to_clarify(), Holds::YesNo),
            column("body_codes", t.data_body_codes(), Holds::Text),
            column("bodies", t.data_bodies(), Holds::Long),
        ];
        let mut table = DataTable::new("findings", t.data_findings(), 1, columns);
        let found = findings(&self.population).into_iter();
        found.for_each(|finding| self.finding(&finding, &mut table.rows));
        table
    }

    /// A finding with several numbers, such as two choices of as many bodies, has a
    /// row for each: no row says a number that its sentence does not.
    fn finding(&self, finding: &Finding, rows: &mut Vec<Vec<Datum<'a>>>) {
        let (t, population) = (self.t, &self.population);
        let dimension = finding.dimension.as_ref();
        let dimension = dimension.map_or("", |d| d.as_str());
        for figure in &finding.figures {
            let mut row = vec![
                Datum::text(finding.id.clone()),
                Datum::text(dimension.to_owned()),
                Datum::text(self.numbers(&finding.questions)),
                Datum::text(sentence(t, population, finding)),
                Datum::text(counted(t, population, finding, figure)),
                Datum::Count(figure.bodies.len()),
                Datum::Count(figure.base.len()),
                Datum::text(base(t, population, finding)),
                Datum::YesNo(finding.is_remark()),
            ];
            row.extend(self.who(&figure.bodies));
            rows.push(row);
        }
    }

    fn numbers(&self, questions: &[QuestionId]) -> Cow<'a, str> {
        let questionnaire = &self.survey.head.questionnaire;
        let numbers = questions.iter().filter_map(|id| questionnaire.question(id));
        let numbers: Vec<_> = numbers.map(|q| q.number.as_str()).collect();
        numbers.join(", ").into()
    }

    /// What each answer that is read means, body by body.
    pub fn readings(&self) -> DataTable<'a> {
        let t = self.t;
        let columns = vec![
            column("body_code", t.data_body_code(), Holds::Text),
            column("body", t.data_body(), Holds::Text),
            column("question", t.data_question(), Holds::Text),
            column("dimension", t.dimension(), Holds::Text),
            column("number", t.data_number(), Holds::Text),
            column("text", t.data_text(), Holds::Long),
            column("factor", t.data_factor(), Holds::Text),
            column("reading", t.data_reading(), Holds::Text),
            column("reading_text", t.data_reading_text(), Holds::Text),
        ];
        let mut table = DataTable::new("readings", t.data_readings(), 3, columns);
        let questions = self.questions();
        let read: Vec<_> = questions
            .filter_map(|q| Some((q, readings::of_question(&self.population, q)?)))
            .collect();
        for (place, partner) in self.survey.head.partners.iter().enumerate() {
            for (question, by) in &read {
                let Some(Some(reading)) = by.by_body.get(place).copied() else {
                    continue;
                };
                table.rows.push(vec![
                    Datum::text(&partner.code),
                    Datum::text(&partner.name),
                    Datum::text(question.id.as_str()),
                    Datum::text(question.dimension.as_str()),
                    Datum::text(&question.number),
                    Datum::text(self.label(&question.label)),
                    Datum::text(
                        question
                            .factor
                            .map_or("", |factor| words::factor(t, factor)),
                    ),
                    Datum::text(reading.code()),
                    Datum::text(words::answers(t, reading)),
                ]);
            }
        }
        table
    }

    /// Every body, and where its sheet stands.
    pub fn partners(&self) -> DataTable<'a> {
        let t = self.t;
        let mut columns = vec![
            column("body_code", t.data_body_code(), Holds::Text),
            column("body", t.data_body(), Holds::Text),
            column("body_kind", t.doc_kind(), Holds::Text),
            column("role", t.doc_role(), Holds::Text),
            column("ipa", t.data_ipa(), Holds::Text),
            column("status_code", t.data_state(), Holds::Text),
            column("status", t.data_status(), Holds::Text),
            column("since", t.data_since(), Holds::Day),
            column("transcribed", t.data_transcribed(), Holds::YesNo),
            column("answered", t.data_answered(), Holds::Number),
            column("asked", t.data_asked(), Holds::Number),
            column("indicator", t.data_indicator(), Holds::YesNo),
            column("why_not", t.data_why_not(), Holds::Text),
        ];
        if self.options.shows_persons() {
            columns.push(column("handed_in_by", t.data_handed_in_by(), Holds::Text));
            columns.push(column("approved_by", t.data_approved_by(), Holds::Text));
        }
        if self.options.shows_contacts() {
            for contact in &self.survey.head.questionnaire.contacts {
                let key = ["contact.", contact.id.as_str()].concat();
                columns.push(column(key, self.label(&contact.label), Holds::Text));
            }
        }
        let mut table = DataTable::new("partners", t.data_partners(), 2, columns);
        let counting = indicator(&self.population).map(|result| result.bodies);
        let why = not_counted(&self.population);
        let why: BTreeMap<BodyIndex, NotCounted> = why.into_iter().collect();
        let sheets = self.survey.sheets.iter();
        let sheets: BTreeMap<_, &Sheet> = sheets.map(|sheet| (&sheet.partner, sheet)).collect();
        for (body, partner) in self.survey.head.partners.iter().enumerate() {
            let why = why.get(&body).copied();
            let counts = counting.as_ref();
            let counts = counts.map(|bodies| bodies.binary_search(&body).is_ok());
            let sheet = sheets.get(&partner.id).copied();
            table
                .rows
                .push(self.partner((body, partner), sheet, counts, why));
        }
        table
    }

    fn partner(
        &self,
        (body, partner): (BodyIndex, &'a Partner),
        sheet: Option<&'a Sheet>,
        counts: Option<bool>,
        why_not: Option<NotCounted>,
    ) -> Vec<Datum<'a>> {
        let t = self.t;
        let status = sheet.map_or(SheetStatus::Expected, |sheet| sheet.status);
        let complete = completeness::of_body(&self.population, body);
        let [_, body_kind] = body_kind(t, partner);
        let since = sheet.and_then(|sheet| sheet.since.as_ref());
        // Of a sheet that does not count nothing is counted.
        let counted = self
            .population
            .body(body)
            .is_some_and(|b| b.sheet.is_some());
        let count = |n| match counted {
            true => Datum::Count(n),
            false => Datum::Empty,
        };
        let mut row = vec![
            Datum::text(&partner.code),
            Datum::text(&partner.name),
            body_kind,
            Datum::text(partner.role.map_or("", |role| words::role(t, Some(role)))),
            Datum::text(&partner.ipa_code),
            Datum::text(status.code()),
            Datum::text(words::status(t, status)),
            Datum::day(since.map_or("", |since| since.day())),
            match sheet.filter(|_| counted) {
                Some(sheet) => Datum::YesNo(sheet.transcribed),
                None => Datum::Empty,
            },
            count(complete.answered()),
            count(complete.asked()),
            counts.map_or(Datum::Empty, Datum::YesNo),
            Datum::text(why_not.map_or("", |why| why_words(t, why))),
        ];
        if self.options.shows_persons() {
            row.push(Datum::text(last_author(sheet, SheetStatus::Submitted)));
            row.push(Datum::text(last_author(sheet, SheetStatus::Approved)));
        }
        if self.options.shows_contacts() {
            for contact in &self.survey.head.questionnaire.contacts {
                let answer = sheet.and_then(|sheet| sheet.contacts.get(&contact.id));
                let value = answer.and_then(|answer| answer.value.as_ref());
                let value = value.map(|value| words::value(t, None, value));
                row.push(Datum::text(value.unwrap_or_default()));
            }
        }
        row
    }
}

/// Who last took a sheet to a status, as they called themselves.
fn last_author(sheet: Option<&Sheet>, status: SheetStatus) -> String {
    let steps = sheet.map(|sheet| sheet.steps.or_default());
    let step = steps
        .into_iter()
        .flatten()
        .rfind(|step| step.status == status);
    step.map(|step| step.author).unwrap_or_default()
}

const fn why_words(t: Locale, why: NotCounted) -> &'static str {
    match why {
        NotCounted::Expected => t.not_counted_expected(),
        NotCounted::Draft => t.not_counted_draft(),
        NotCounted::Missing => t.not_counted_missing(),
        NotCounted::NotApproved => t.not_counted_not_approved(),
        NotCounted::Role => t.not_counted_role(),
    }
}
