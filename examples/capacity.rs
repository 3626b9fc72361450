//! How many sheets fit into local storage, and what sealing costs.
//!
//! `cargo run --release --no-default-features --example capacity` prints the
//! first tables of `docs/performance.md` (`cargo xtask bench storage` puts them
//! there); with `-- --bundle N FILE` it writes a bundle of N generated sheets
//! instead, and with `-- --read FILE` it says what reading one costs.
#![allow(
    clippy::unwrap_used,
    reason = "a measurement stops at the first surprise"
)]

#[path = "capacity/compact.rs"]
mod compact;
#[path = "../tests/shared/generate.rs"]
mod generate;

use rilievo::bundle;
use rilievo::model::{Json, Revision, Sheet, Survey, SurveyHead, Timestamp};
use rilievo::storage::history::{self, Past};
use rilievo::storage::record::dictionary::DICTIONARY;
use rilievo::storage::record::squeeze::squeeze;
use rilievo::storage::record::{MOST, Stamp64, open, seal};
use rilievo::storage::{Memory, Vault, Write, library};
use std::time::{Duration, Instant};

/// Units of UTF-16 that local storage holds, keys and values together.
const QUOTA: usize = 5_242_880;

/// When records are written, in milliseconds since 1970.
const NOW: u64 = 1_795_428_000_000;

/// All surveys here grow from one seed.
const SEED: u64 = 3;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => measure(),
        ["--bundle", n, file] => {
            let survey = generate::survey(SEED, n.parse().unwrap());
            let exported = Timestamp::new("2026-12-24T10:00:00.000Z");
            std::fs::write(file, bundle::write(&survey, &exported)).unwrap();
        }
        ["--read", file] => read(&std::fs::read(file).unwrap()),
        _ => eprintln!("usage: capacity [--bundle N FILE | --read FILE]"),
    }
}

/// Reads a bundle; prints the time, and the memory that the process has taken
/// at most before and after, where the system tells.
fn read(bytes: &[u8]) {
    let peak = || {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let line = status.lines().find(|line| line.starts_with("VmHWM"));
        line.map_or("unknown".into(), |line| {
            line.replace(char::is_whitespace, " ")
        })
    };
    let before = peak();
    let started = Instant::now();
    let received = bundle::read(bytes).unwrap();
    let time = started.elapsed().as_millis();
    println!(
        "{} bytes, {} sheets, {time} ms; {before} → {}",
        bytes.len(),
        received.survey.sheets.len(),
        peak()
    );
}

/// One way to write a text; gives the units of its value.
type Way<'a> = &'a dyn Fn(&str) -> usize;

fn measure() {
    println!("| sheets | records | keys | JSON | deflate | + dictionary | + questionnaire |");
    println!("|---:|---|---:|---:|---:|---:|---:|");
    let example = include_bytes!("../public/examples/payflowpa-a21.json");
    let example = bundle::read(example).unwrap().into_survey();
    let received = "the example, as transcribed";
    rows(
        example.received(),
        received,
        &records(&example),
        &example.head,
    );
    for n in [9, 1_500, 8_000] {
        let full = generate::survey(SEED, n);
        let bare = without_revisions(&full);
        rows(n, "without revisions", &records(&bare), &bare.head);
        let mut all = records(&full);
        rows(n, "with revisions", &all, &full.head);
        all.extend(history(&full));
        rows(n, "with revisions and history", &all, &full.head);
    }
    println!();
    snapshots();
    println!();
    shorter();
    println!();
    times();
}

/// Key and text of every record of a survey, as the app writes them.
fn records(survey: &Survey) -> Vec<(String, String)> {
    let vault = Vault::in_memory(Memory::default());
    let writes = library::whole(&vault, survey, NOW).unwrap();
    let text = |write: Write| (write.key, open(&write.text.unwrap()).unwrap().text);
    writes.into_iter().map(text).collect()
}

fn without_revisions(survey: &Survey) -> Survey {
    let mut bare = survey.clone();
    for sheet in &mut bare.sheets {
        sheet.revision = Revision::default();
        for answer in sheet.written_mut() {
            answer.revision = Revision::default();
        }
    }
    bare
}

/// A record beside each sheet: what a third of its answers were before. The
/// earlier values are those of the next sheet.
fn history(survey: &Survey) -> Vec<(String, String)> {
    let sheets = &survey.sheets;
    let earlier = sheets.iter().cycle().skip(1);
    let beside = |(sheet, earlier): (&Sheet, &Sheet)| {
        let thirds = earlier.answers.iter().step_by(3);
        let past: Vec<Past> = thirds
            .map(|(question, answer)| Past::new(question.as_str(), false, answer.clone()))
            .collect();
        let vault = Vault::in_memory(Memory::default());
        let note = history::note(&vault, &survey.head.id, &sheet.partner, &past, NOW).unwrap()?;
        Some((note.key, open(&note.text?).unwrap().text))
    };
    sheets.iter().zip(earlier).filter_map(beside).collect()
}

/// Units of a sealed text: front, bytes, and the mark of their end.
fn sealed(text: &str, dictionary: &str) -> usize {
    let bytes = squeeze(text.as_bytes(), dictionary.as_bytes(), MOST).len();
    8 + (bytes * 8 + 1).div_ceil(15)
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

fn rows(n: usize, what: &str, records: &[(String, String)], head: &SurveyHead) {
    let own = questionnaire_dictionary(head);
    let ways: [Way; 4] = [
        &units,
        &|text| sealed(text, ""),
        &|text| units(&seal(Stamp64::new(NOW), text)),
        &|text| sealed(text, &own),
    ];
    let keys: usize = records.iter().map(|(key, _)| units(key)).sum();
    let used = ways.map(|way| {
        let values: usize = records.iter().map(|(_, text)| way(text)).sum();
        share(keys + values)
    });
    println!(
        "| {} | {what} | {} | {} |",
        grouped(n),
        share(keys),
        used.join(" | ")
    );
}

fn share(units: usize) -> String {
    let percent = units as f64 * 100.0 / QUOTA as f64;
    format!("{} ({percent:.1} %)", grouped(units))
}

/// A number with its thousands set apart.
fn grouped(number: usize) -> String {
    match (number / 1_000, number % 1_000) {
        (0, rest) => rest.to_string(),
        (thousands, rest) => format!("{},{rest:03}", grouped(thousands)),
    }
}

/// What a dictionary could hold that was made from the survey's own head.
fn questionnaire_dictionary(head: &SurveyHead) -> String {
    let mut words = String::new();
    for entry in &head.codebook {
        for spelling in entry.synonyms.iter().chain([&entry.term]) {
            words.push_str(spelling);
            words.push_str(", ");
        }
    }
    let frame = DICTIONARY.rsplit_once(":{").map_or("", |(_, last)| last);
    for question in head.questionnaire.on_sheet() {
        words.push_str(&format!("\"}}]}}}},\"{}\":{{{frame}", question.id));
        for option in &question.options {
            words.push_str(&format!("{}\"}},{{\"option\":\"", option.id));
        }
    }
    words + DICTIONARY
}

fn snapshots() {
    println!("| sheets | snapshot in one piece | JSON | sealed | time to seal |");
    println!("|---:|---|---:|---:|---:|");
    for n in [9, 1_500, 8_000] {
        let full = generate::survey(SEED, n);
        for (what, survey) in [
            ("without revisions", &without_revisions(&full)),
            ("with revisions", &full),
        ] {
            let text = survey.to_json().to_string();
            let started = Instant::now();
            let sealed = seal(Stamp64::default(), &text);
            let time = started.elapsed();
            assert_eq!(open(&sealed).unwrap().text, text);
            let (plain, sealed) = (share(units(&text)), share(units(&sealed)));
            println!(
                "| {} | {what} | {plain} | {sealed} | {} ms |",
                grouped(n),
                time.as_millis()
            );
        }
    }
}

fn shorter() {
    println!("| 8,000 sheets with revisions | JSON | sealed | of the app's JSON |");
    println!("|---|---:|---:|---:|");
    let survey = generate::survey(SEED, 8_000);
    let used = |write: &dyn Fn(&Sheet) -> String| {
        let texts = survey.sheets.iter().map(write);
        let sum = |(plain, small), text: String| {
            (plain + units(&text), small + sealed(&text, DICTIONARY))
        };
        texts.fold((0, 0), sum)
    };
    let app = used(&|sheet| sheet.to_json().to_string());
    let bare = without_revisions(&survey);
    let bare = bare
        .sheets
        .iter()
        .map(|s| sealed(&s.to_json().to_string(), DICTIONARY))
        .sum();
    let plain = bare_json(&survey);
    for (what, (plain, small)) in [
        ("the app's JSON", app),
        (
            "revisions as short arrays, moments in base 36",
            used(&compact::arrays),
        ),
        (
            "moments from the one before, names by number",
            used(&compact::differences),
        ),
        ("without revisions", (plain, bare)),
    ] {
        let percent = small as f64 * 100.0 / app.1 as f64;
        println!(
            "| {what} | {} | {} | {percent:.0} % |",
            share(plain),
            share(small)
        );
    }
}

fn bare_json(survey: &Survey) -> usize {
    let bare = without_revisions(survey);
    let texts = bare.sheets.iter().map(|s| s.to_json().to_string());
    texts.map(|text| units(&text)).sum()
}

fn times() {
    let survey = generate::survey(SEED, 8_000);
    let texts: Vec<String> = records(&survey).into_iter().map(|(_, text)| text).collect();
    let (head, sheets) = texts.split_last().unwrap();
    let (seal_head, open_head) = time(std::slice::from_ref(head));
    let (seal_all, open_all) = time(sheets);
    let each = |time: Duration| time.as_micros() / sheets.len() as u128;
    println!("| 8,000 sheets with revisions | seal | open |");
    println!("|---|---:|---:|");
    println!(
        "| a sheet | {} µs | {} µs |",
        each(seal_all),
        each(open_all)
    );
    println!(
        "| all sheets | {} ms | {} ms |",
        grouped(seal_all.as_millis() as usize),
        open_all.as_millis()
    );
    println!(
        "| the head | {} ms | {} ms |",
        seal_head.as_millis(),
        open_head.as_millis()
    );
}

fn time(texts: &[String]) -> (Duration, Duration) {
    let started = Instant::now();
    let sealed: Vec<String> = texts.iter().map(|t| seal(Stamp64::default(), t)).collect();
    let sealing = started.elapsed();
    let started = Instant::now();
    let opened = sealed.iter().map(|s| open(s).unwrap().text.len());
    let lengths: usize = texts.iter().map(String::len).sum();
    assert_eq!(opened.sum::<usize>(), lengths);
    (sealing, started.elapsed())
}
