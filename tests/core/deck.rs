//! The deck of the example: its slides beside the report, what the authors say of
//! them, and what a reader in the last row can read.

use crate::scenario::Scenario;
use crate::scenario::forms::{example, museums};
use rilievo::analysis::findings::{claim, findings};
use rilievo::analysis::telling::{MOST, telling};
use rilievo::analysis::{Counting, Population};
use rilievo::i18n::Locale;
use rilievo::model::{Extra, Influence, Raw, Revision, Slide as Record, SlideId, Survey};
use rilievo::report::compose::{Options as Chosen, Scope, compose as report};
use rilievo::report::deck::{Behind, Body, Data, Deck, Options, Slide};
use rilievo::report::deck::{arranged, compose, default_keys, fit, frozen_to, html, html_of};
use std::path::{Path, PathBuf};

mod fits;
mod laws;

const ON: &str = "2026-11-27";

fn options(language: Locale) -> Options {
    Options {
        language,
        scope: Scope::Internal,
        data: Data::Live,
    }
}

fn deck(survey: &Survey) -> Deck {
    compose(survey, &options(Locale::It), ON)
}

#[track_caller]
fn slide<'d>(deck: &'d Deck, key: &str) -> &'d Slide {
    let found = deck.slides.iter().find(|slide| slide.key == key);
    found.unwrap_or_else(|| panic!("no slide {key} in {:?}", keys(deck)))
}

fn keys(deck: &Deck) -> Vec<&str> {
    deck.slides.iter().map(|slide| slide.key.as_str()).collect()
}

/// A record of the authors that says nothing yet.
fn record(id: &str, shows: &str) -> Record {
    Record {
        id: SlideId::new(id).unwrap(),
        shows: shows.into(),
        chart: String::new(),
        title: String::new(),
        text: String::new(),
        notes: String::new(),
        hidden: false,
        revision: Revision::default(),
        extra: Extra::new(),
    }
}

fn with(records: &[Record]) -> Survey {
    let mut survey = example();
    survey.head.slides = Raw::new(&records.to_vec());
    survey
}

#[track_caller]
fn marks(slide: &Slide) -> &[Behind] {
    match &slide.body {
        Body::Figure(figure) => &figure.marks,
        other => panic!("{} shows no chart but {other:?}", slide.key),
    }
}

#[test]
fn a_deck_goes_from_the_title_through_the_dimensions_to_the_sources() {
    let deck = deck(&example());
    let keys = keys(&deck);
    assert_eq!(keys[..4], ["title", "why", "indicator", "partners"]);
    let ends = ["factors", "factors~2", "conclusion", "next", "sources"];
    assert_eq!(keys[keys.len() - 5..], ends);
    let dimension = |id: &str| {
        keys.iter()
            .position(|key| *key == ["dimension/", id].concat())
    };
    let order = ["A", "B", "C", "D", "E"].map(dimension);
    assert!(order.is_sorted() && order[0].is_some(), "{keys:?}");
    assert_eq!(
        keys.len(),
        default_keys(&example()).len() + 1,
        "the factors have two slides"
    );
}

#[test]
fn the_title_of_a_chart_is_the_sentence_of_the_finding_and_follows_the_answers() {
    let mut scenario = Scenario::example();
    let before = deck(&scenario.survey);
    let platform = slide(&before, "question/q11");
    let said = "7 enti su 8 hanno una piattaforma tecnologica per la gestione dei pagamenti";
    assert_eq!(platform.title, said);
    assert_eq!(
        platform.over,
        "B · La piattaforma di utilizzo per la gestione dei pagamenti per la PA"
    );
    let base = "Domanda 11. Risposte date: 8 su 9 a cui è stata posta; enti in tutto: 10.";
    assert_eq!(platform.foot, base);
    scenario.partner("2").answer("q11", "no");
    let after = deck(&scenario.survey);
    let said = "6 enti su 8 hanno una piattaforma tecnologica per la gestione dei pagamenti";
    assert_eq!(slide(&after, "question/q11").title, said);
    assert_ne!(before.stamp.fingerprint, after.stamp.fingerprint);
    // A question that does not ask whether the body does something is quoted.
    let open = slide(&before, "question/q13");
    assert_eq!(open.title, "«Open source»: 6 enti su 7 hanno risposto «SI»");
    let english = compose(&example(), &options(Locale::En), ON);
    let said = "7 of 8 bodies have a technology platform for managing payments";
    assert_eq!(slide(&english, "question/q11").title, said);
}

#[test]
fn who_said_no_is_behind_the_bar() {
    let deck = deck(&example());
    let structure = marks(slide(&deck, "question/q17"));
    let no = structure.iter().find(|mark| mark.key == "no").unwrap();
    assert_eq!(no.figure, "2 di 8");
    assert_eq!(no.names, ["Comune di Bari", "Città metropolitana di Bari"]);
    let missing = structure.iter().find(|mark| mark.key == "missing").unwrap();
    assert_eq!(
        (missing.label.as_str(), missing.figure.as_str()),
        ("Senza scheda", "1 di 10")
    );
    for slide in &deck.slides {
        let Body::Figure(figure) = &slide.body else {
            continue;
        };
        for mark in &figure.marks {
            let key = format!("data-key=\"{}\"", mark.key);
            assert!(figure.svg.contains(&key), "{}: {key}", slide.key);
            let twice = figure.marks.iter().filter(|m| m.key == mark.key).count();
            assert_eq!(twice, 1, "{}: {key}", slide.key);
            assert!(
                figure.alternative.contains(&mark.figure),
                "{}",
                figure.alternative
            );
        }
    }
}

#[test]
fn the_chart_of_a_combination_shows_what_its_title_counts() {
    let deck = deck(&example());
    let managed = slide(&deck, "question/q3");
    assert!(managed.title.contains("4 enti su 9"), "{}", managed.title);
    assert_eq!(
        (managed.chart, managed.charts.as_slice()),
        ("combinations", &["combinations", "bars", "readings"][..])
    );
    let sets = marks(managed);
    let said: Vec<_> = sets
        .iter()
        .map(|m| (m.label.as_str(), m.figure.as_str()))
        .collect();
    let expected = [
        ("interno + esterno", "3 di 9"),
        ("interno + in house + esterno", "1 di 9"),
        ("soltanto in house", "4 di 9"),
        ("soltanto esterno", "1 di 9"),
        ("Senza scheda", "1 di 10"),
    ];
    assert_eq!(said, expected);
    assert!(
        managed
            .foot
            .contains("In tinta piena le righe contate nel titolo.")
    );
}

#[test]
fn slides_carry_the_fingerprint_and_the_version_of_the_report() {
    let survey = example();
    let report = report(&survey, &Chosen::new(Locale::It), ON);
    let live = deck(&survey);
    assert_eq!(live.stamp, report.stamp);
    assert_eq!(live.data, "Dati correnti");
    let public = Options {
        scope: Scope::Public,
        ..options(Locale::It)
    };
    assert_eq!(compose(&survey, &public, ON).stamp, report.stamp);
    let frozen = Options {
        data: Data::Issued {
            version: "1.0".into(),
            on: "2020-04-30".into(),
            fingerprint: "f".repeat(64),
        },
        ..options(Locale::It)
    };
    let frozen = compose(&survey, &frozen, ON);
    assert_eq!(frozen.data, "Dati della Versione 1.0 del 30 aprile 2020");
    assert_eq!(frozen.stamp.version, "Versione 1.0 del 30 aprile 2020");
    assert_eq!(frozen.stamp.fingerprint, "f".repeat(64));
    let written = html(&live, 5);
    assert!(
        written.contains("Dati correnti · Bozza · 27 novembre 2026 · Impronta 40d9 b9e0 fc79"),
        "{written}"
    );
    assert!(written.contains("6 / 35"));
    let sources = slide(&live, "sources");
    let written = html_of(&live, sources, None);
    let groups: Vec<String> = live
        .stamp
        .fingerprint
        .as_bytes()
        .chunks(4)
        .map(|group| String::from_utf8(group.to_vec()).unwrap())
        .collect();
    assert!(written.contains(&groups.join(" ")), "{written}");
    assert!(
        written.contains("prova l&#39;integrità, non chi lo ha scritto"),
        "{written}"
    );
}

/// Records of all slides that there are, as whoever moves one writes them.
fn all_records() -> Vec<Record> {
    let keys = default_keys(&example()).into_iter().enumerate();
    keys.map(|(at, shows)| record(&format!("r{at}"), &shows))
        .collect()
}

#[test]
fn authors_order_hide_add_and_rename_slides() {
    let mut records = all_records();
    let partners = records.remove(3);
    records.insert(1, partners);
    let mut text = record("t", "text");
    text.title = "Una pausa".into();
    text.text = "Si riprende alle **11**. [7 enti](<finding:most/q11>)".into();
    records.insert(2, text);
    records[3].hidden = true;
    let renamed = records
        .iter_mut()
        .find(|record| record.shows == "question/q11");
    let renamed = renamed.unwrap();
    renamed.title = "Quasi tutti hanno una piattaforma".into();
    renamed.chart = "bars".into();
    renamed.notes = "Chiedere a chi la gestisce.".into();
    records.push(record("a", "question/q5"));
    records.push(record("g", "question/q99"));
    records.push(record("o", "order"));
    let survey = with(&records);
    let deck = deck(&survey);
    let keys = keys(&deck);
    assert_eq!(
        keys[..5],
        ["title", "partners", "text/t", "why", "indicator"]
    );
    assert!(slide(&deck, "why").hidden);
    assert_eq!(deck.shown().count(), deck.slides.len() - 1);
    assert_eq!(deck.find("text/t"), 2);
    assert_eq!(deck.find("4"), 3, "the fourth that is shown");
    assert_eq!(keys.last().copied(), Some("question/q5"));
    let renamed = slide(&deck, "question/q11");
    assert_eq!(renamed.title, "Quasi tutti hanno una piattaforma");
    assert_eq!(
        (renamed.chart, renamed.notes.as_str()),
        ("bars", "Chiedere a chi la gestisce.")
    );
    let written = html_of(&deck, slide(&deck, "text/t"), Some(3));
    assert!(
        written.contains("Si riprende alle <strong>11</strong>."),
        "{written}"
    );
    assert!(
        written.contains("7 enti su 8 hanno una piattaforma"),
        "{written}"
    );
    assert_eq!(
        slide(&deck, "text/t").foot,
        "Base: enti che hanno risposto (domanda 11)."
    );
    let databases = slide(&deck, "question/q5");
    assert_eq!(databases.chart, "terms");
    assert!(
        databases
            .title
            .starts_with("«Database usati»: i termini più citati sono PostgreSQL")
    );
    assert!(!keys.iter().any(|key| key.contains("q99")));
    // The editor shows the same order.
    let order: Vec<String> = arranged(&survey)
        .into_iter()
        .map(|place| place.shows)
        .collect();
    let firsts: Vec<&str> = keys
        .iter()
        .copied()
        .filter(|key| !key.contains('~'))
        .collect();
    assert_eq!(order, firsts);
}

#[test]
fn a_record_says_to_which_version_a_deck_is_frozen_and_is_no_slide() {
    let mut frozen = record("d", "data");
    frozen.chart = "v1".into();
    assert_eq!(frozen_to(std::slice::from_ref(&frozen)), Some("v1"));
    assert_eq!(frozen_to(&[record("d", "data")]), None);
    let deck = deck(&with(&[frozen]));
    assert_eq!(keys(&deck), keys(&self::deck(&example())));
}

#[test]
fn a_public_deck_has_no_notes_no_comments_and_no_names_of_persons() {
    let mut noted = record("n", "question/q11");
    noted.notes = "SEGRETO: chiamare Rossi".into();
    let mut survey = with(&[noted]);
    let mut factors: Vec<Influence> = survey.head.influences.or_default();
    factors[0].who = "SEGRETO Mario Rossi".into();
    survey.head.influences = Raw::new(&factors);
    for sheet in &mut survey.sheets {
        for (_, answer) in &mut sheet.answers {
            answer.comment = "SEGRETO".into();
        }
    }
    let internal = format!("{:?}", deck(&survey));
    assert!(internal.contains("SEGRETO: chiamare") && internal.contains("SEGRETO Mario"));
    let public = Options {
        scope: Scope::Public,
        ..options(Locale::It)
    };
    let public = format!("{:?}", compose(&survey, &public, ON));
    assert!(
        !public.contains("SEGRETO"),
        "a public deck tells what it must not"
    );
}

#[test]
fn slides_with_nothing_to_say_are_left_out() {
    let mut survey = example();
    survey.head.indicator = None;
    survey.head.conclusions = Raw::default();
    let mut factors: Vec<Influence> = survey.head.influences.or_default();
    for factor in &mut factors {
        factor.action.clear();
        factor.who.clear();
        factor.due.clear();
    }
    survey.head.influences = Raw::new(&factors);
    let of = deck(&survey);
    let absent = |key: &str| !keys(&of).iter().any(|k| k.starts_with(key));
    assert!(absent("indicator") && absent("conclusion") && absent("next"));
    assert!(!absent("factors"));
    // Nobody has answered yet.
    let blank = deck(&Scenario::of(museums()).survey);
    let keys = keys(&blank);
    assert_eq!(keys.first().copied(), Some("title"));
    assert_eq!(keys.last().copied(), Some("sources"));
    assert!(
        !keys.iter().any(|key| key.starts_with("question/")),
        "{keys:?}"
    );
}

#[test]
fn at_most_three_questions_of_a_dimension_are_told_and_none_twice() {
    for survey in [example(), crate::generated::generate::survey(5, 60)] {
        let population = Population::new(&survey.head, &survey.sheets, Counting::Received);
        let found = findings(&population);
        for dimension in &survey.head.questionnaire.dimensions {
            let told = telling(&population, &found, &dimension.id);
            assert!(told.len() <= MOST);
            for (at, one) in told.iter().enumerate() {
                assert_eq!(one.finding.questions.first(), Some(&one.question));
                assert!(
                    told[..at]
                        .iter()
                        .all(|other| other.question != one.question)
                );
                assert!(!one.finding.is_remark());
                assert!(!claim(Locale::It, &population, one.finding).is_empty());
            }
        }
    }
}

#[test]
fn what_the_report_reads_tells_more_than_what_most_say() {
    let survey = example();
    let population = Population::new(&survey.head, &survey.sheets, Counting::Received);
    let found = findings(&population);
    let dimension = &survey.head.questionnaire.dimensions[0].id;
    let told = telling(&population, &found, dimension);
    let told: Vec<&str> = told.iter().map(|told| told.finding.id.as_str()).collect();
    assert_eq!(
        told,
        ["most/q1", "report/q2/enabling", "report/q3/enabling"]
    );
}

#[test]
fn a_slide_is_written_for_stage_and_thumbnail_with_ids_of_its_own() {
    let deck = deck(&example());
    let mut ids = Vec::new();
    let all: String = (0..deck.shown().count())
        .map(|at| html(&deck, at))
        .collect();
    let stills: String = deck
        .slides
        .iter()
        .map(|s| html_of(&deck, s, None))
        .collect();
    for part in [&all, &stills]
        .into_iter()
        .flat_map(|html| html.split(" id=\"").skip(1))
    {
        let id = part.split('"').next().unwrap();
        assert!(!ids.contains(&id), "{id} is there twice");
        ids.push(id);
    }
    assert!(all.contains("tabindex=\"0\"") && !stills.contains("tabindex"));
    assert!(!all.contains("style=") && !stills.contains("style="));
    let nasty = "<b onclick=\"x\">&'";
    let mut record = record("x", "why");
    record.title = nasty.into();
    let survey = with(&[record]);
    let deck = self::deck(&survey);
    assert!(!html(&deck, 1).contains("<b "));
}

/// The deck as lines: what each slide is called, what it says, and its base.
fn outline(deck: &Deck) -> String {
    let mut lines = String::new();
    for slide in &deck.slides {
        let shows = match &slide.body {
            Body::Cover { .. } => "cover".to_owned(),
            Body::Divider { about, .. } => about.clone(),
            Body::Numbers(numbers) => {
                let numbers = numbers
                    .iter()
                    .map(|n| format!("{} {} ({})", n.value, n.label, n.beside));
                numbers.collect::<Vec<_>>().join(", ")
            }
            Body::Bodies(bodies) => format!("{} bodies", bodies.len()),
            Body::Figure(figure) => format!("{}: {}", slide.chart, figure.alternative),
            Body::Words(_) => "words".to_owned(),
        };
        for (sign, text) in [
            ("", &slide.key),
            ("  ", &slide.title),
            ("  = ", &shows),
            ("  _ ", &slide.foot),
        ] {
            if !text.is_empty() {
                lines.push_str(&format!("{sign}{text}\n"));
            }
        }
    }
    lines
}

#[test]
fn the_deck_of_the_example_is_as_it_was_looked_at() {
    for language in Locale::ALL {
        let deck = compose(&example(), &options(language), ON);
        let now = outline(&deck);
        let golden = at("tests/golden/deck").join(format!("{}.txt", language.code()));
        if std::env::var_os("UPDATE_GOLDENS").is_some_and(|v| v == "1") {
            std::fs::write(&golden, &now).unwrap();
        }
        let expected = std::fs::read_to_string(&golden).unwrap_or_default();
        assert_eq!(
            now,
            expected,
            "UPDATE_GOLDENS=1 writes {} anew",
            golden.display()
        );
    }
}

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// All slides one under the other, for whoever wants to look at them: a file of
/// its own, opened with a browser.
#[test]
fn the_slides_can_be_looked_at() {
    for language in Locale::ALL {
        let deck = compose(&example(), &options(language), ON);
        write_to_look_at(&deck, &format!("deck-{}", language.code()));
    }
}

fn write_to_look_at(deck: &Deck, name: &str) {
    let slides = (0..deck.shown().count()).map(|at| {
        let slide = html(deck, at);
        format!("<div class=\"slide-box\">{slide}</div>\n")
    });
    let slides: String = slides.collect();
    let face = |weight: u32| {
        format!(
            "@font-face {{ font-family: \"Titillium Web\"; font-weight: {weight}; \
             src: url(../public/fonts/titillium-web-latin-{weight}-normal.woff2) }}\n"
        )
    };
    let faces: String = [400, 600, 700].map(face).concat();
    let page = format!(
        "<!doctype html><html lang=\"it\"><meta charset=\"utf-8\"><title>{name}</title>\n\
         <base href=\"../../style/\"><link rel=\"stylesheet\" href=\"tokens.css\">\
         <link rel=\"stylesheet\" href=\"base.css\"><link rel=\"stylesheet\" href=\"later/deck.css\">\n\
         <style>{faces}</style>\n{slides}"
    );
    let to = at("target/tmp");
    std::fs::create_dir_all(&to).unwrap();
    std::fs::write(to.join(format!("{name}.html")), page).unwrap();
}
