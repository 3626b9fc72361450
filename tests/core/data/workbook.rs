//! The data as a workbook. What is written here is left for other programs to
//! read: `tests/python/`.

use super::*;
use rilievo::bundle;
use rilievo::model::Question;
use rilievo::report::export::xlsx;

/// Makes a number of one question and a day of another, with answers.
fn numbers_and_days(survey: &mut Survey) {
    let typed = ["-12,5", "0", "123456789012345", "0,000001"];
    let numbers = typed.map(|text| Value::Number(Decimal::typed(text).unwrap()));
    let days = ["2020-02-29", "1900-01-01", "1899-12-31", "9999-12-31"];
    let days = days.map(|day| Value::Date(day.into()));
    let kinds = [(QuestionKind::Number, numbers), (QuestionKind::Date, days)];
    for (kind, values) in kinds {
        let questions = &mut survey.head.questionnaire.questions;
        let open = |q: &&mut Question| !q.kind.is_closed() && q.asked_when.is_none();
        let mut questions = questions.iter_mut().filter(open);
        let question = questions.rfind(|q| q.kind == QuestionKind::List).unwrap();
        question.kind = kind;
        question.readings = None;
        let id = question.id.clone();
        let sheets = survey.sheets.iter_mut().filter(|s| s.status.is_received());
        for (sheet, value) in sheets.zip(values.iter().cycle()) {
            sheet
                .answers
                .insert(id.clone(), Answer::given(value.clone()));
        }
    }
}

/// Where workbooks are left for other programs to read.
fn leave(name: &str, bytes: &[u8]) {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(path, bytes).unwrap();
}

#[test]
fn the_same_survey_gives_the_same_workbook() {
    let survey = Scenario::example().survey;
    for language in Locale::ALL {
        let options = Options::new(language);
        let first = xlsx(&survey, &options, "2020-04-30").unwrap();
        assert_eq!(first, xlsx(&survey, &options, "2020-04-30").unwrap());
        assert!(first.starts_with(b"PK"));
        let name = |ending: &str| format!("example-{}{ending}", language.code());
        leave(&name(".xlsx"), &first);
        let mut public = options.clone();
        public.scope = Scope::Public;
        leave(
            &name("-public.xlsx"),
            &xlsx(&survey, &public, "2020-04-30").unwrap(),
        );
        leave(&name("-long.csv"), csv_long(&survey, &options).as_bytes());
        leave(&name("-wide.csv"), csv_wide(&survey, &options).as_bytes());
    }
}

#[test]
fn what_is_odd_fits_too() {
    let mut survey = with_secrets();
    let long = "=lungo \u{1} _x0041_ 😀 http://example.org ".repeat(3_000);
    *first_of(&mut survey, QuestionKind::List) = Answer::given(Value::Text(long));
    numbers_and_days(&mut survey);
    let mut options = Options::new(Locale::It);
    (options.contacts, options.persons) = (true, true);
    let file = bundle::write(&survey, &Timestamp::new("2026-12-02T10:00:00.000Z"));
    leave("odd.json", file.as_bytes());
    let bytes = xlsx(&survey, &options, "2026-12-02").unwrap();
    leave("odd.xlsx", &bytes);
    leave("odd-long.csv", csv_long(&survey, &options).as_bytes());
    leave("odd-wide.csv", csv_wide(&survey, &options).as_bytes());
    let empty = generate::survey(1, 0);
    assert!(xlsx(&empty, &options, "").is_ok());
}
