//! The section of `docs/performance.md` that says what Rilievo costs beside a
//! plain page, and the same figures for programs.

use std::fmt::Write as _;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::Machine;
use super::beside::SPEEDS;
use super::figures::{Spread, number};
use super::goals::{self, Goal, noise, ratio, rounded};
use super::lines::{HELD, Line, TIMES};
use super::pairs::{Measured, Who, p95};

/// The figures, for people and for programs.
pub struct Written {
    /// The section.
    pub markdown: String,
    /// All figures that it is made of.
    pub json: String,
}

/// The section, and the figures. `surveys` says how large the files were.
pub fn section(
    machine: &Machine,
    rounds: u32,
    measured: &Value,
    surveys: &Value,
) -> Result<Written> {
    let text = |name: &str| {
        let found = measured.get(name).and_then(Value::as_str);
        found.with_context(|| format!("the measurement does not say its {name}"))
    };
    let (date, version) = (text("date")?, text("version")?);
    let goals = Goal::all(measured);
    let mut markdown = format!(
        "{date}, {}, Chromium {version}, {rounds} rounds.\n",
        machine.worded()
    );
    let _ = write!(
        markdown,
        "\n{}\n### At full speed\n\n{}\n### At a quarter of the speed\n\n{}\n\
         ### Files\n\n{}\n### Memory\n\n{}\n### What an edit writes, and what is fetched\n\n{}",
        goals::table(&goals),
        times(measured, 1),
        times(measured, 4),
        files(measured, surveys),
        held(measured),
        others(measured),
    );
    let speeds = SPEEDS.map(|cpu| json!({ "processor": cpu, "lines": lines(measured, cpu) }));
    let figures = json!({
        "date": date,
        "chromium": version,
        "cores": machine.cores,
        "rounds": rounds,
        "goals": goals.iter().map(Goal::json).collect::<Vec<_>>(),
        "measured": speeds,
    });
    let json = serde_json::to_string_pretty(&figures)? + "\n";
    Ok(Written { markdown, json })
}

const HEAD: &str = "| | plain page | Rilievo | ratio | round by round | the plain page twice |\n\
                    |---|---:|---:|---:|---|---:|\n";

fn times(measured: &Value, cpu: u64) -> String {
    let mut table = HEAD.to_owned();
    for line in &TIMES {
        if let Some(row) = row(measured, line, cpu, &Spread::shown) {
            let _ = writeln!(table, "{row}");
        }
        if let Some(row) = greatest(measured, line, cpu) {
            let _ = writeln!(table, "{row}");
        }
    }
    table
}

fn row(
    measured: &Value,
    line: &Line,
    cpu: u64,
    shown: &dyn Fn(&Spread) -> String,
) -> Option<String> {
    let part = Measured::of(measured, line.part, cpu);
    let [plain, app] = [Who::plain(line.sheets[0]), Who::app(line.sheets[1])];
    let spread = |who| Spread::of(part.rounds(who, line.path).concat());
    let cell = |who| spread(who).map_or("–".to_owned(), |spread| shown(&spread));
    spread(app)?;
    let pair = part.compare(app, plain, line.path);
    // Nothing is no number of times of nothing.
    let pair = pair.filter(|pair| pair.ratio.max.is_finite());
    let each = |ratios: &[f64]| {
        let ratios: Vec<_> = ratios.iter().map(|ratio| format!("{ratio:.1}")).collect();
        ratios.join(" ")
    };
    Some(format!(
        "| {} | {} | {} | {} | {} | {} |",
        line.what,
        cell(plain),
        cell(app),
        pair.as_ref()
            .map_or("–".to_owned(), |pair| ratio(&pair.ratio)),
        pair.as_ref()
            .map_or("–".to_owned(), |pair| each(&pair.ratios)),
        noise(&part, plain, line.path)
            .filter(|spread| spread.max.is_finite())
            .map_or("–".to_owned(), |spread| ratio(&spread)),
    ))
}

/// Of edits, of which there are many, also the one that 95 in 100 do not exceed.
fn greatest(measured: &Value, line: &Line, cpu: u64) -> Option<String> {
    if line.part != "edit" || !line.path.ends_with("/all") {
        return None;
    }
    let part = Measured::of(measured, line.part, cpu);
    let plain = p95(&part.rounds(Who::plain(line.sheets[0]), line.path))?;
    let app = p95(&part.rounds(Who::app(line.sheets[1]), line.path))?;
    let (by, plain, app) = (app / plain, number(plain), number(app));
    Some(format!(
        "| … 95 of 100 at most | {plain} | {app} | {by:.2} | – | – |"
    ))
}

/// A number of bytes, in MB of a million.
fn megabytes(bytes: f64) -> String {
    format!("{:.1} MB", bytes / 1e6)
}

/// How large the files are, and how long a megabyte takes.
fn files(measured: &Value, surveys: &Value) -> String {
    let mut table = String::from(
        "| sheets | plain page's file | bundle | bytes, ratio | time for each megabyte, ratio |\n|---:|---:|---:|---:|---:|\n",
    );
    for survey in surveys.as_array().into_iter().flatten() {
        let bytes = |side: &str| survey["bytes"][side].as_f64();
        let (Some(sheets), Some(plain), Some(app)) =
            (survey["sheets"].as_u64(), bytes("plain"), bytes("app"))
        else {
            continue;
        };
        let part = if sheets == 23_000 {
            "import-huge"
        } else {
            "import"
        };
        let part = Measured::of(measured, part, 1);
        let pair = part.compare(Who::app(sheets), Who::plain(sheets), "shown");
        let each = pair.map_or("–".to_owned(), |pair| {
            format!("{:.2}", pair.ratio.median * plain / app)
        });
        let _ = writeln!(
            table,
            "| {} | {} | {} | {:.1} | {each} |",
            number(sheets as f64),
            megabytes(plain),
            megabytes(app),
            app / plain
        );
    }
    table
}

fn held(measured: &Value) -> String {
    let shown = |spread: &Spread| {
        let Spread { median, min, max } = spread;
        format!("{} ({:.1}–{:.1})", megabytes(*median), min / 1e6, max / 1e6)
    };
    let rows = HELD
        .iter()
        .filter_map(|line| row(measured, line, 1, &shown));
    HEAD.to_owned() + &rows.map(|row| row + "\n").collect::<String>()
}

/// Numbers that do not depend on how fast the machine is.
fn others(measured: &Value) -> String {
    let mut table = String::from("| | plain page | Rilievo |\n|---|---:|---:|\n");
    for (what, part, path) in [
        ("a keystroke: writes to local storage", "edit", "writes"),
        ("… units of UTF-16 in them", "edit", "units"),
        ("… entries in the journal", "edit", "journal"),
        (
            "bytes of the page and what it names, fonts apart",
            "open",
            "firstLoad",
        ),
        (
            "bytes of all that a visit to a sheet fetches",
            "open",
            "fetched",
        ),
    ] {
        let part = Measured::of(measured, part, 1);
        let cell = |who| {
            let spread = Spread::of(part.rounds(who, path).concat());
            spread.map_or("–".to_owned(), |spread| spread.shown())
        };
        let _ = writeln!(
            table,
            "| {what} | {} | {} |",
            cell(Who::plain(9)),
            cell(Who::app(9))
        );
    }
    table
}

/// Every line with its figures, for programs.
fn lines(measured: &Value, cpu: u64) -> Vec<Value> {
    let line = |line: &Line| {
        let part = Measured::of(measured, line.part, cpu);
        let medians = |who| {
            let rounds = part.rounds(who, line.path);
            let medians = rounds.into_iter().filter_map(Spread::of);
            medians
                .map(|spread| rounded(spread.median))
                .collect::<Vec<_>>()
        };
        let (plain, app) = (Who::plain(line.sheets[0]), Who::app(line.sheets[1]));
        json!({
            "part": line.part,
            "figure": line.path,
            "sheets": line.sheets[1],
            "plain": medians(plain),
            "app": medians(app),
            "plainAgain": medians(plain.again()),
        })
    };
    TIMES.iter().chain(&HELD).map(line).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap fails the test")]
    use super::*;

    #[test]
    fn both_pages_stand_beside_each_other_and_what_was_not_measured_has_no_row() {
        let record = |side: &str, again: bool, shown: f64| {
            json!({ "part": "import", "cpu": 1, "side": side, "sheets": 8_000, "round": 1,
                "again": again, "figures": { "shown": shown } })
        };
        let measured = json!({ "date": "2026-11-27", "version": "156.0", "measured": [
            record("plain", false, 200.0), record("app", false, 500.0), record("plain", true, 210.0),
        ]});
        let surveys = json!([{ "sheets": 8_000, "bytes": { "plain": 5e6, "app": 25e6 } }]);
        let machine = Machine {
            cores: 2,
            memory: None,
            load: None,
        };
        let written = section(&machine, 7, &measured, &surveys).unwrap();
        for row in [
            "2026-11-27, 2 cores, Chromium 156.0, 7 rounds.",
            "| file of 8,000 → dry run, charts | 200 | 500 | 2.50 (2.50–2.50) | 2.5 | 1.05 (1.05–1.05) |",
            "| 8,000 | 5.0 MB | 25.0 MB | 5.0 | 0.50 |",
            "| file of 8,000 → dry run shown | 2.0 × | 2.50 (2.50–2.50) | 1.05 (1.05–1.05) | **missed** by 25 % |",
        ] {
            assert!(
                written.markdown.contains(row),
                "{row}\nnot in\n{}",
                written.markdown
            );
        }
        assert!(!written.markdown.contains("| another dimension |"));
        let json: Value = serde_json::from_str(&written.json).unwrap();
        assert_eq!(json["goals"][5]["ratios"], json!([2.5]));
        assert_eq!(json["goals"][5]["met"], false);
    }
}
