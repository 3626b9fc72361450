//! The survey as tables of data: they say what the analysis says, the long and
//! the wide one agree, and what must not leave does not.

#[cfg(feature = "exporters")]
mod workbook;

use crate::cases;
use crate::generated::generate;
use crate::scenario::Scenario;
use proptest::prelude::*;
use rilievo::analysis::{Counting, Population, completeness, indicator, tally, terms};
use rilievo::i18n::Locale;
use rilievo::model::{
    Answer, AnswerState, Decimal, EffectiveState, QuestionKind, Survey, Timestamp, Value,
};
use rilievo::report::compose::{Options, Scope, let_through};
use rilievo::report::data::{Data, DataTable, Datum, csv_long, csv_wide};
use std::collections::{BTreeMap, BTreeSet};

/// A cell as text, to compare.
fn said(table: &DataTable, row: usize, key: &str) -> String {
    match table.cell(row, key) {
        None => panic!("{} has no column {key}", table.key),
        Some(Datum::Empty) => String::new(),
        Some(Datum::Text(text) | Datum::Day(text)) => text.to_string(),
        Some(Datum::Number(number)) => number.to_string(),
        Some(Datum::Count(count)) => count.to_string(),
        Some(Datum::YesNo(yes)) => yes.to_string(),
    }
}

/// Every row has a cell for each column, and no heading is there twice.
fn is_whole(table: &DataTable) {
    let headings: BTreeSet<_> = table.columns.iter().map(|c| &c.heading).collect();
    let keys: BTreeSet<_> = table.columns.iter().map(|c| &c.key).collect();
    assert_eq!(headings.len(), table.columns.len(), "{}", table.key);
    assert_eq!(keys.len(), table.columns.len(), "{}", table.key);
    for row in &table.rows {
        assert_eq!(row.len(), table.columns.len(), "{}: {row:?}", table.key);
    }
}

/// For every question the nine states of the long table add up to the bodies, and
/// are those of the tally.
fn states_add_up(survey: &Survey, long: &DataTable) {
    let population = Population::new(&survey.head, &survey.sheets, Counting::Received);
    let mut states: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
    for row in 0..long.rows.len() {
        let key = (said(long, row, "question"), said(long, row, "state"));
        let body = said(long, row, "body_code");
        states.entry(key).or_default().insert(body);
        let counted = said(long, row, "state") == "given";
        assert_eq!(said(long, row, "counted"), counted.to_string());
    }
    for question in survey.head.questionnaire.on_sheet() {
        let (tally, _) = tally(&population, question);
        let mut all = 0;
        for state in EffectiveState::ALL {
            let key = (question.id.to_string(), state.code().to_owned());
            let told = states.get(&key).map_or(0, BTreeSet::len);
            assert_eq!(told, tally.state(state).len(), "{key:?}");
            all += told;
        }
        assert_eq!(all, survey.head.partners.len(), "{}", question.id);
    }
}

/// What counts in the long table is what the wide one holds.
fn long_is_wide(survey: &Survey, long: &DataTable, wide: &DataTable) {
    let mut from_long: BTreeMap<(String, String), String> = BTreeMap::new();
    let questionnaire = &survey.head.questionnaire;
    let kinds: BTreeMap<_, _> = questionnaire
        .on_sheet()
        .map(|q| (q.id.to_string(), q.kind))
        .collect();
    for row in 0..long.rows.len() {
        let cell = |key| said(long, row, key);
        let (body, question) = (cell("body_code"), cell("question"));
        let put = |key: String, value: String, map: &mut BTreeMap<_, _>| {
            map.insert((body.clone(), key), value);
        };
        put(
            format!("{question}.state"),
            cell("state_text"),
            &mut from_long,
        );
        let counted = cell("counted") == "true";
        let only = |value: String| if counted { value } else { String::new() };
        match kinds[&question] {
            QuestionKind::Multiple => {
                let key = format!("{question}.{}", cell("choice"));
                let chosen = cell("chosen");
                let chosen = match chosen.as_str() {
                    "true" => "1",
                    "false" => "0",
                    other => other,
                };
                put(key.clone(), only(chosen.into()), &mut from_long);
                put(
                    format!("{key}.qualifier"),
                    only(cell("qualifier")),
                    &mut from_long,
                );
            }
            kind => {
                let value = match kind {
                    QuestionKind::Number if !cell("value_number").is_empty() => "value_number",
                    _ => "value",
                };
                put(question.clone(), only(cell(value)), &mut from_long);
                if kind.is_closed() {
                    let key = format!("{question}.qualifier");
                    put(key, only(cell("qualifier")), &mut from_long);
                }
            }
        }
    }
    let mut from_wide = BTreeMap::new();
    for row in 0..wide.rows.len() {
        let body = said(wide, row, "body_code");
        for column in wide.columns.iter().skip(4) {
            let key = (body.clone(), column.key.to_string());
            from_wide.insert(key, said(wide, row, &column.key));
        }
    }
    assert_eq!(from_long, from_wide);
}

/// Every number of the counts is one of the analysis.
fn counts_are_tallies(survey: &Survey, counts: &DataTable, t: Locale) {
    let population = Population::new(&survey.head, &survey.sheets, Counting::Received);
    let mut row = 0;
    let mut next = |question: &str, what: &str, label: &str, bodies: &[usize], n: usize| {
        assert_eq!(said(counts, row, "question"), question);
        assert_eq!(said(counts, row, "what"), what);
        assert_eq!(said(counts, row, "label"), label, "{question}");
        assert_eq!(
            said(counts, row, "k"),
            bodies.len().to_string(),
            "{question} {label}"
        );
        assert_eq!(said(counts, row, "n"), n.to_string(), "{question} {label}");
        let codes: Vec<_> = bodies
            .iter()
            .map(|b| survey.head.partners[*b].code.as_str())
            .collect();
        assert_eq!(said(counts, row, "body_codes"), codes.join(", "));
        row += 1;
    };
    for question in survey.head.questionnaire.on_sheet() {
        let id = question.id.as_str();
        let (tally, _) = tally(&population, question);
        for option in &tally.options {
            let label = question.option(&option.option).unwrap().label.get(t.code());
            let bodies: Vec<_> = option.bodies().collect();
            next(id, t.data_row_option(), label, &bodies, tally.answered());
        }
        if question.kind == QuestionKind::List {
            let (terms, _) = terms(&population, question);
            for term in &terms.terms {
                next(
                    id,
                    t.data_row_term(),
                    &term.term,
                    &term.bodies,
                    terms.answered,
                );
            }
            for piece in &terms.unread {
                next(
                    id,
                    t.data_row_unread(),
                    &piece.text,
                    &piece.bodies,
                    terms.answered,
                );
            }
        }
        for state in &tally.states {
            let label = rilievo::analysis::words::state(t, state.state);
            next(id, t.data_row_state(), label, &state.bodies, tally.bodies);
        }
    }
    assert_eq!(row, counts.rows.len());
}

#[test]
fn the_example_as_data() {
    let survey = Scenario::example().survey;
    for language in Locale::ALL {
        let options = Options::new(language);
        let data = Data::new(&survey, &options);
        let (long, wide) = (data.answers_long(), data.answers_wide());
        for table in [
            &long,
            &wide,
            &data.codebook(),
            &data.findings(),
            &data.readings(),
        ] {
            is_whole(table);
        }
        states_add_up(&survey, &long);
        long_is_wide(&survey, &long, &wide);
        counts_are_tallies(&survey, &data.counts(), language);
        assert_eq!(wide.rows.len(), 10);
    }
}

#[test]
fn the_ten_bodies_and_the_nine_sheets() {
    let s = Scenario::example();
    let options = Options::new(Locale::It);
    let data = Data::new(&s.survey, &options);
    let partners = data.partners();
    is_whole(&partners);
    let population = s.population();
    let counted = indicator(&population).unwrap().bodies;
    let rows = 0..partners.rows.len();
    assert_eq!(rows.len(), 10);
    let counting = rows
        .clone()
        .filter(|r| said(&partners, *r, "indicator") == "true");
    assert_eq!(counting.collect::<Vec<_>>(), counted);
    assert_eq!(counted.len(), 9);
    for row in rows {
        let complete = completeness::of_body(&population, row);
        if counted.contains(&row) {
            assert_eq!(
                said(&partners, row, "answered"),
                complete.answered().to_string()
            );
            assert_eq!(said(&partners, row, "why_not"), "");
        } else {
            assert_eq!(said(&partners, row, "answered"), "");
            assert_eq!(said(&partners, row, "status"), "Non pervenuta");
            assert_eq!(said(&partners, row, "why_not"), "non pervenuta");
        }
    }
}

#[test]
fn an_answer_that_was_not_asked_for_keeps_its_value_and_does_not_count() {
    let survey = Scenario::example().survey;
    let options = Options::new(Locale::It);
    let data = Data::new(&survey, &options);
    let (long, wide) = (data.answers_long(), data.answers_wide());
    let mut rows = 0..long.rows.len();
    let off = rows
        .find(|row| said(&long, *row, "state") == "off-condition")
        .unwrap();
    assert_eq!(said(&long, off, "counted"), "false");
    assert_eq!(
        said(&long, off, "value"),
        "Società in House Capitale Lavoro spa"
    );
    let (body, question) = (said(&long, off, "body_code"), said(&long, off, "question"));
    let mut rows = 0..wide.rows.len();
    let row = rows
        .find(|row| said(&wide, *row, "body_code") == body)
        .unwrap();
    assert_eq!(said(&wide, row, &question), "");
    assert_eq!(
        said(&wide, row, &format!("{question}.state")),
        "Fuori condizione"
    );
}

#[test]
fn findings_are_said_as_on_their_page() {
    let s = Scenario::example();
    let options = Options::new(Locale::En);
    let data = Data::new(&s.survey, &options);
    let table = data.findings();
    let population = s.population();
    let found = rilievo::analysis::findings(&population);
    let mut row = 0;
    for finding in &found {
        let sentence = rilievo::analysis::findings::sentence(Locale::En, &population, finding);
        for figure in &finding.figures {
            assert_eq!(said(&table, row, "finding"), finding.id);
            assert_eq!(said(&table, row, "sentence"), sentence);
            let (k, n) = (said(&table, row, "k"), said(&table, row, "n"));
            assert_eq!(k, figure.bodies.len().to_string());
            assert_eq!(n, figure.base.len().to_string());
            assert!(sentence.contains(&k), "{sentence}");
            row += 1;
        }
    }
    assert_eq!(row, table.rows.len());
}

/// The first answer to a question of this kind, and its question.
fn first_of(survey: &mut Survey, kind: QuestionKind) -> &mut Answer {
    let mut questions = survey.head.questionnaire.on_sheet();
    let id = questions.find(|q| q.kind == kind && q.asked_when.is_none());
    let id = id.unwrap().id.clone();
    let sheet = survey.sheets.iter_mut().find(|s| s.status.is_received());
    sheet.unwrap().answers.entry(id).or_default()
}

/// Words that must not leave for anyone, each where such words stand.
fn with_secrets() -> Survey {
    let mut survey = generate::survey(3, 30);
    let answer = first_of(&mut survey, QuestionKind::List);
    *answer = Answer::given(Value::Text("Oracle".into()));
    answer.comment = "SEGRETO commento".into();
    answer.evidence = "SEGRETO riscontro".into();
    let answer = first_of(&mut survey, QuestionKind::Text);
    *answer = Answer::given(Value::Text("SEGRETO dietro".into()));
    answer.state = AnswerState::Unknown;
    let sheet = survey
        .sheets
        .iter_mut()
        .find(|s| s.status.is_received())
        .unwrap();
    for (_, contact) in &mut sheet.contacts {
        *contact = Answer::given(Value::Text("SEGRETO contatto".into()));
    }
    let now = Timestamp::new("2026-12-01T10:00:00.000Z");
    let stamp = rilievo::model::Stamp {
        at: now,
        by: "x".into(),
    };
    sheet.step(
        rilievo::model::SheetStatus::Submitted,
        "SEGRETO persona",
        &stamp,
    );
    let issue = rilievo::model::Issue {
        version: "1.0".into(),
        prepared_by: "SEGRETO autrice".into(),
        ..Default::default()
    };
    survey.head.document.versions.push(issue);
    survey
}

/// Everything that the tables say.
fn all_words(survey: &Survey, options: &Options) -> String {
    let seen = let_through(survey, options);
    let data = Data::new(&seen, options);
    let stamp = Default::default();
    let tables = [
        data.answers_long(),
        data.answers_wide(),
        data.codebook(),
        data.counts(),
        data.findings(),
        data.readings(),
        data.partners(),
        data.about(&stamp, "2026-12-02"),
    ];
    tables.iter().for_each(is_whole);
    let csv = [csv_long(survey, options), csv_wide(survey, options)];
    format!("{tables:?} {csv:?}")
}

#[test]
fn options_withhold_what_they_should() {
    let survey = with_secrets();
    let mut options = Options::new(Locale::It);
    (options.comments, options.contacts, options.persons) = (true, true, true);
    let words = all_words(&survey, &options);
    for secret in [
        "commento",
        "riscontro",
        "dietro",
        "contatto",
        "persona",
        "autrice",
    ] {
        assert!(words.contains(&format!("SEGRETO {secret}")), "{secret}");
    }
    options.scope = Scope::Public;
    let words = all_words(&survey, &options);
    assert!(
        !words.contains("SEGRETO"),
        "nothing of it leaves for anyone"
    );
    assert!(words.contains("Oracle"));
    options.scope = Scope::Internal;
    (options.comments, options.contacts, options.persons) = (false, false, false);
    let words = all_words(&survey, &options);
    for secret in ["commento", "contatto", "persona", "autrice"] {
        assert!(!words.contains(&format!("SEGRETO {secret}")), "{secret}");
    }
}

#[test]
fn bodies_that_were_not_chosen_have_no_answers_and_count() {
    let survey = Scenario::example().survey;
    let mut options = Options::new(Locale::It);
    let chosen = &survey.head.partners[2];
    options.bodies = vec![chosen.id.clone()];
    let data = Data::new(&survey, &options);
    assert_eq!(data.answers_wide().rows.len(), 1);
    let long = data.answers_long();
    let rows = 0..long.rows.len();
    assert!(rows.len() > 20);
    for row in rows {
        assert_eq!(said(&long, row, "body_code"), chosen.code);
    }
    counts_are_tallies(&survey, &data.counts(), Locale::It);
}

#[test]
fn what_was_taken_out_is_marked() {
    let mut survey = Scenario::example().survey;
    let reason = rilievo::model::LocalText::new("it", "riservata");
    *first_of(&mut survey, QuestionKind::List) = Answer::given(Value::Withheld(reason));
    let options = Options::new(Locale::It);
    let data = Data::new(&survey, &options);
    let long = data.answers_long();
    let mut rows = (0..long.rows.len()).filter(|row| said(&long, *row, "withheld") == "true");
    let row = rows.next().unwrap();
    assert_eq!(rows.next(), None);
    assert_eq!(said(&long, row, "state"), "given");
    assert_eq!(said(&long, row, "value_code"), "withheld");
    assert!(said(&long, row, "value").contains("riservata"));
    let counts = data.counts();
    let rows = (0..counts.rows.len()).filter(|row| said(&counts, *row, "code") == "withheld");
    assert_eq!(rows.count(), 1);
    long_is_wide(&survey, &long, &data.answers_wide());
}

/// Lines of a CSV file, by the letter of RFC 4180.
fn read(text: &str, separator: char) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{FEFF}').expect("a byte order mark");
    let (mut lines, mut line, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut letters = text.chars().peekable();
    let mut quoted = false;
    while let Some(c) = letters.next() {
        match c {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            c if quoted => cell.push(c),
            '\r' => {
                assert_eq!(letters.next(), Some('\n'));
                line.push(std::mem::take(&mut cell));
                lines.push(std::mem::take(&mut line));
            }
            c if c == separator => line.push(std::mem::take(&mut cell)),
            c => cell.push(c),
        }
    }
    lines
}

#[test]
fn a_csv_file_says_what_the_table_says_and_no_cell_is_a_formula() {
    let mut survey = Scenario::example().survey;
    *first_of(&mut survey, QuestionKind::List) = Answer::given(Value::Text(
        "=HYPERLINK(\"http://x\";\"a,b\")\n@riga".into(),
    ));
    survey.head.partners[0].name = "-Comune; \"di\" prova".into();
    let number = Answer::given(Value::Number(Decimal::typed("-12,5").unwrap()));
    *first_of(&mut survey, QuestionKind::Text) = number;
    for (language, separator, number) in [(Locale::It, ';', "-12,5"), (Locale::En, ',', "-12.5")] {
        let options = Options::new(language);
        let data = Data::new(&survey, &options);
        for (table, text) in [
            (data.answers_long(), csv_long(&survey, &options)),
            (data.answers_wide(), csv_wide(&survey, &options)),
        ] {
            let lines = read(&text, separator);
            assert_eq!(lines.len(), table.rows.len() + 1);
            let headings: Vec<_> = table
                .columns
                .iter()
                .map(|c| c.heading.to_string())
                .collect();
            assert_eq!(lines[0], headings);
            let mut negative = 0;
            for (row, line) in table.rows.iter().zip(&lines[1..]) {
                for (cell, written) in row.iter().zip(line) {
                    match cell {
                        Datum::Text(text) if text.starts_with(['=', '+', '-', '@']) => {
                            assert_eq!(*written, format!("'{text}"));
                        }
                        Datum::Text(text) => assert_eq!(written, text),
                        Datum::Number(_) => {
                            assert_eq!(written, number, "a number below zero stays one");
                            negative += 1;
                        }
                        _ => assert!(!written.starts_with(['=', '+', '-', '@'])),
                    }
                }
            }
            // The long one says it in words too.
            assert_eq!(negative, if table.key == "answers_long" { 2 } else { 1 });
        }
    }
}

#[test]
fn files_are_called_by_survey_content_and_day() {
    use rilievo::report::data::{long_name, wide_name, workbook_name};
    let mut head = Scenario::example().survey.head;
    head.title = "Musei in rete".into();
    let day = "2026-11-23";
    assert_eq!(
        long_name(&head, day),
        "musei-in-rete_risposte-lungo_2026-11-23.csv"
    );
    assert_eq!(
        wide_name(&head, day),
        "musei-in-rete_risposte-largo_2026-11-23.csv"
    );
    assert_eq!(
        workbook_name(&head, day),
        "musei-in-rete_dati_2026-11-23.xlsx"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(12, 200)))]

    #[test]
    fn tables_of_any_survey_say_what_the_analysis_says(seed: u64, n in 0_usize..40, public: bool) {
        let survey = generate::survey(seed, n);
        let mut options = Options::new(Locale::It);
        if public {
            options.scope = Scope::Public;
        }
        let seen = let_through(&survey, &options);
        let data = Data::new(&seen, &options);
        let (long, wide) = (data.answers_long(), data.answers_wide());
        for table in [&long, &wide, &data.codebook(), &data.partners(), &data.readings()] {
            is_whole(table);
        }
        states_add_up(&survey, &long);
        long_is_wide(&survey, &long, &wide);
        counts_are_tallies(&survey, &data.counts(), Locale::It);
        prop_assert_eq!(wide.rows.len(), n);
    }
}
