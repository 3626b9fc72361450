//! The report of the example beside the facts: its sections, its numbers, who is
//! struck out, and what the options hold back.

use crate::scenario::forms::example;
use rilievo::i18n::Locale;
use rilievo::model::{Issue, IssuedId, LocalText, PartnerId, Stamp, Survey, Timestamp, Value};
use rilievo::report::compose::{Options, Part, Scope, compose, compose_body};
use rilievo::report::whole::{Block, Report, Section, Span};
use rilievo::report::{Group, Inline, Row, Table};

const ON: &str = "2026-11-27";

fn options() -> Options {
    Options::new(Locale::It)
}

fn report() -> Report {
    compose(&example(), &options(), ON)
}

fn section<'a>(report: &'a Report, id: &str) -> &'a Section {
    let found = report.sections.iter().find(|section| section.id == id);
    found.unwrap_or_else(|| panic!("no section {id}"))
}

fn tables(section: &Section) -> Vec<(&str, &Table)> {
    let tables = section.blocks.iter().filter_map(|block| match block {
        Block::Table { number, table } => Some((number.as_str(), table)),
        _ => None,
    });
    tables.collect()
}

/// The words of a cell.
fn words(content: &[Inline]) -> String {
    let words = content.iter().map(|part| match part {
        Inline::Text(text)
        | Inline::Struck(text)
        | Inline::Outside(text)
        | Inline::Remark(text)
        | Inline::Link { text, .. }
        | Inline::Badge { text, .. }
        | Inline::More { text, .. } => text.clone(),
        Inline::Choice { made, text, .. } if *made => format!("[X] {text}"),
        Inline::Choice { text, .. } => text.clone(),
        Inline::Run(parts) => self::words(parts),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Every row of a table as words.
fn rows(table: &Table) -> Vec<Vec<String>> {
    let rows = table.groups.iter().flat_map(|group| &group.rows);
    let rows = rows.map(|row| {
        let cells = row.cells.iter().map(|cell| words(&cell.content));
        std::iter::once(words(&row.heading)).chain(cells).collect()
    });
    rows.collect()
}

/// Everything that a report says, on lines.
fn said(report: &Report) -> String {
    let mut lines = vec![format!("{:?}", report.cover)];
    for section in &report.sections {
        lines.push([&section.number, " ", &section.heading].concat());
        for block in &section.blocks {
            match block {
                Block::Table { table, .. } => {
                    lines.extend(rows(table).into_iter().map(|row| row.join(" | ")));
                }
                Block::Paragraph(spans) | Block::Note(spans) => {
                    lines.push(spans.iter().map(Span::plain).collect());
                }
                Block::Figure(figure) => lines.push(figure.alternative.clone()),
                Block::List { .. } => lines.push(format!("{block:?}")),
            }
        }
    }
    lines.join("\n")
}

#[test]
fn the_chapters_come_in_the_order_of_the_original() {
    let report = report();
    let chapters = report.sections.iter().filter(|section| section.level == 1);
    let chapters: Vec<String> = chapters
        .map(|section| [&section.number, " ", &section.heading].concat())
        .collect();
    let annexes = [
        "Comune di Bari (EC)",
        "Regione Toscana (2)",
        "Regione Campania (3)",
        "Regione Lombardia (4)",
        "Regione Puglia (5)",
        "Regione Umbria (6)",
        "Città metropolitana di Roma Capitale (7)",
        "Provincia Autonoma di Trento (8)",
        "Città metropolitana di Bari (9)",
    ];
    let before = [
        " Azione e indicatore di output",
        " Versioni del documento",
        "1 Introduzione",
        "2 L'indagine e le domande",
        "3 Gli enti partner",
        "4 Risultati per dimensione",
        "5 Letture ed evidenze",
        "6 Conclusioni",
        "7 Fattori che influenzano il trasferimento",
    ];
    assert_eq!(chapters[..9], before);
    assert_eq!(chapters.len(), 9 + annexes.len());
    for (at, (chapter, name)) in chapters[9..].iter().zip(annexes).enumerate() {
        assert_eq!(*chapter, format!("Allegato {} Scheda di {name}", at + 1));
    }
}

#[test]
fn the_front_says_the_project_and_the_indicator_from_8_to_9() {
    let report = report();
    assert_eq!(report.cover.title, "PayFlowPA A.2.1");
    let cup = ("CUP".to_owned(), "J91J18000010006".to_owned());
    assert!(report.cover.lines.contains(&cup));
    assert_eq!(report.cover.funds.len(), 3);
    let action = rows(tables(section(&report, "action"))[0].1);
    let value = |name: &str| {
        let row = action.iter().find(|row| row[0] == name);
        row.map(|row| row[1].as_str())
    };
    assert_eq!(value("Obiettivo"), Some("8"));
    assert_eq!(value("Risultato"), Some("9"));
    let versions = rows(tables(section(&report, "versions"))[0].1);
    let first = ["1.0", "Regione Toscana", "RT", "30 aprile 2020"];
    assert_eq!(versions[0][..4], first);
}

#[test]
fn twenty_five_questions_and_ten_bodies_one_struck_out() {
    let report = report();
    let questions = rows(tables(section(&report, "questions"))[0].1);
    assert_eq!(questions.len(), 25 + 2, "and two contacts");
    assert!(questions[21][1].contains("ripete la domanda 20"));
    let (_, partners) = tables(section(&report, "partners"))[0];
    let all = rows(partners);
    assert_eq!(all.len(), 10);
    let struck = partners.groups[0].rows.iter().filter_map(|row| {
        let name = &row.cells[0].content[0];
        match name {
            Inline::Struck(name) => Some(name.as_str()),
            _ => None,
        }
    });
    assert_eq!(struck.collect::<Vec<_>>(), ["Regione Veneto"]);
}

#[test]
fn tables_and_figures_are_numbered_in_their_order_and_ids_are_unique() {
    let report = report();
    let mut ids = Vec::new();
    let (mut seen_tables, mut seen_figures) = (0, 0);
    for section in &report.sections {
        ids.push(section.id.as_str());
        for block in &section.blocks {
            match block {
                Block::Table { number, table } => {
                    seen_tables += 1;
                    assert_eq!(*number, format!("Tabella {seen_tables}"));
                    assert!(!table.caption.is_empty(), "{number}");
                    let columns = table.columns.len();
                    for row in table.groups.iter().flat_map(|group| &group.rows) {
                        assert_eq!(row.cells.len() + 1, columns, "{}", table.caption);
                    }
                }
                Block::Figure(figure) => {
                    seen_figures += 1;
                    assert_eq!(figure.number, format!("Figura {seen_figures}"));
                    assert!(figure.alternative.contains(" di "), "{figure:?}");
                    ids.push(figure.id.as_str());
                }
                _ => {}
            }
        }
    }
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
    assert!(ids.iter().all(|id| id.is_ascii()));
    // 17 closed questions and lists have a chart, multiple choices another one
    // for their combinations; the readings have two.
    assert!(seen_figures > 17, "{seen_figures}");
}

#[test]
fn every_output_carries_the_fingerprint_that_the_bundle_has() {
    let survey = example();
    let exported = rilievo::bundle::for_coordinator(&survey);
    let print = rilievo::bundle::fingerprint(&exported).to_string();
    let mut public = options();
    public.scope = Scope::Public;
    assert_eq!(report().stamp.fingerprint, print);
    assert_eq!(compose(&survey, &public, ON).stamp.fingerprint, print);
    let body = compose_body(&survey, &id("EC"), &options(), ON);
    assert_eq!(body.map(|report| report.stamp.fingerprint), Some(print));
    assert_eq!(report().stamp.date, "27 novembre 2026");
}

#[test]
fn an_issued_version_is_named_until_something_changes() {
    let number = |survey: &Survey| compose(survey, &options(), ON).stamp.version;
    let survey = example();
    assert_eq!(number(&survey), "Bozza");
    let row = Issue {
        version: "1.1".into(),
        issued_on: "2026-11-27".into(),
        ..Issue::default()
    };
    let stamp = Stamp {
        at: Timestamp::new("2026-11-27T10:00:00Z"),
        by: "una".into(),
    };
    let Ok(id) = IssuedId::new("i1") else {
        panic!("no id")
    };
    let mut issued = rilievo::bundle::issued(&survey, id, &row, 1, &stamp);
    assert_eq!(number(&issued), "Versione 1.1 del 27 novembre 2026");
    issued.head.title.push('!');
    assert_eq!(number(&issued), "Bozza, dopo la versione 1.1");
}

fn id(id: &str) -> PartnerId {
    match PartnerId::new(id) {
        Ok(id) => id,
        Err(error) => panic!("{error:?}"),
    }
}

/// The example with a contact, a comment, a remark and a name on one sheet.
fn with_words() -> Survey {
    let mut survey = example();
    let sheet = survey.sheets.iter_mut().find(|s| s.partner == id("EC"));
    let Some(sheet) = sheet else {
        panic!("the example has no sheet EC");
    };
    let contact = sheet.contacts.keys().next().cloned();
    let contact = contact.or_else(|| {
        let contacts = &survey.head.questionnaire.contacts;
        contacts.first().map(|contact| contact.id.clone())
    });
    let Some(contact) = contact else {
        panic!("the example asks for no contact");
    };
    let written = rilievo::model::Answer::given(Value::Text("ufficio.pagamenti".into()));
    sheet.contacts.insert(contact, written);
    if let Some(answer) = sheet.written_mut().next() {
        answer.comment = "un commento riservato".into();
    }
    let note = LocalText::default().with("it", "una nota di chi cura l'indagine");
    survey.head.notes = vec![note];
    survey
}

#[test]
fn options_hold_back_contacts_comments_and_whatever_the_public_does_not_see() {
    let survey = with_words();
    let usual = said(&compose(&survey, &options(), ON));
    assert!(usual.contains("un commento riservato") && usual.contains("una nota di chi"));
    assert!(!usual.contains("ufficio.pagamenti"));
    let mut all = options();
    all.contacts = true;
    assert!(said(&compose(&survey, &all, ON)).contains("ufficio.pagamenti"));
    all.comments = false;
    assert!(!said(&compose(&survey, &all, ON)).contains("un commento riservato"));
    all.comments = true;
    all.scope = Scope::Public;
    let public = said(&compose(&survey, &all, ON));
    for reserved in [
        "un commento riservato",
        "ufficio.pagamenti",
        "una nota di chi",
    ] {
        assert!(!public.contains(reserved), "{reserved}");
    }
}

#[test]
fn sections_and_annexes_can_be_left_out_and_numbers_close_up() {
    let mut some = options();
    some.without = vec![Part::Front, Part::Introduction, Part::Results];
    some.bodies = vec![id("3"), id("EC")];
    let report = compose(&example(), &some, ON);
    let headings: Vec<_> = report.sections.iter().filter(|s| s.level == 1).collect();
    assert_eq!(headings[0].number, "1");
    assert_eq!(headings[0].id, "questions");
    let annexes = headings.iter().filter(|s| s.id.starts_with("annex-"));
    let annexes: Vec<&str> = annexes.map(|s| s.id.as_str()).collect();
    assert_eq!(
        annexes,
        ["annex-EC", "annex-3"],
        "in the order of the bodies"
    );
}

#[test]
fn the_report_of_a_body_says_where_it_stands_beside_the_others() {
    let report = compose_body(&example(), &id("EC"), &options(), ON);
    let Some(report) = report else {
        panic!("no report of EC");
    };
    assert_eq!(report.cover.title, "Report di analisi — Comune di Bari");
    let chapters = report.sections.iter().filter(|s| s.level == 1);
    let chapters: Vec<&str> = chapters.map(|s| s.id.as_str()).collect();
    let expected = [
        "body", "beside", "readings", "findings", "factors", "annex-EC",
    ];
    assert_eq!(chapters, expected);
    let about = rows(tables(section(&report, "body"))[0].1);
    assert!(about.iter().any(|row| row[1] == "La scheda è contata"));
    let beside = ["A", "B", "C", "D", "E"].map(|d| format!("beside-{d}"));
    let questions = beside
        .iter()
        .map(|d| rows(tables(section(&report, d))[0].1).len());
    assert_eq!(questions.sum::<usize>(), 23);
    // Nothing of a body without a sheet but that it has none.
    let missing = compose_body(&example(), &id("1"), &options(), ON);
    let missing = missing.map(|report| said(&report)).unwrap_or_default();
    assert!(missing.contains("non è pervenuta una scheda"), "{missing}");
    assert_eq!(
        compose_body(&example(), &id("nobody"), &options(), ON),
        None
    );
}

#[test]
fn both_languages_say_the_same_figures() {
    let (it, en) = (report(), compose(&example(), &Options::new(Locale::En), ON));
    assert_eq!(it.sections.len(), en.sections.len());
    assert_eq!(en.stamp.date, "November 27, 2026");
    for (one, other) in it.sections.iter().zip(&en.sections) {
        assert_eq!((&one.id, one.blocks.len()), (&other.id, other.blocks.len()));
    }
}

#[test]
fn options_stand_in_an_address_and_come_back() {
    let mut options = options();
    options.scope = Scope::Public;
    options.without = vec![Part::Front, Part::Annexes];
    options.bodies = vec![id("EC"), id("2")];
    (options.contacts, options.comments) = (true, false);
    let pairs = options.pairs();
    let get = |name: &str| {
        let found = pairs.iter().find(|(key, _)| *key == name);
        found.map_or_else(String::new, |(_, value)| value.clone())
    };
    assert_eq!(Options::parse(Locale::En, get), options);
    let odd = |name: &str| if name == "lang" { "xx" } else { "?" }.to_owned();
    assert_eq!(Options::parse(Locale::It, odd), Options::new(Locale::It));
}

#[test]
fn a_table_of_a_page_stops_after_so_many_rows_and_says_of_how_many() {
    let group = |heading: &str, rows| Group {
        heading: heading.into(),
        rows: vec![Row::default(); rows],
    };
    let table = Table {
        groups: vec![
            group("Choices", 3),
            group("Unread", 120),
            group("States", 5),
        ],
        ..Table::default()
    };
    assert_eq!(table.longest(), 120);
    let told = |shown: usize, all: usize| Locale::En.of(shown, all);
    let first = table.clone().up_to(50, &told).groups.into_iter();
    let first: Vec<_> = first.map(|g| (g.heading, g.rows.len())).collect();
    let expected = [("Choices", 3), ("Unread · 50 of 120", 50), ("States", 5)];
    assert_eq!(first, expected.map(|(name, rows)| (name.to_owned(), rows)));
    assert_eq!(table.clone().up_to(120, &told), table);
    assert_eq!(Table::default().longest(), 0);
}
