//! The section "Storage" of `docs/performance.md`, from what was measured.

use std::fmt::Write as _;

use anyhow::{Context, Result};
use serde_json::Value;

use super::Machine;
use super::figures::{Spread, gathered, number};

/// Units of UTF-16 that local storage holds.
const QUOTA: f64 = 5_242_880.0;

/// What a row of a table says, and where its figures are.
type Line = (&'static str, &'static str);

/// Milliseconds of an import and of opening what is stored.
const READING: [Line; 20] = [
    ("file chosen → dry run shown", "import/dryRun/wall"),
    ("… main thread at work", "import/dryRun/busy"),
    ("yes → overview painted", "import/overview/wall"),
    ("… main thread at work", "import/overview/busy"),
    ("yes → saved, journal and all", "import/saved/wall"),
    ("… main thread at work", "import/saved/busy"),
    ("longest task, up to the end of the care", "care"),
    ("just after an import: first page", "openedAtOnce/home/wall"),
    ("… main thread at work", "openedAtOnce/home/busy"),
    (
        "just after an import: overview",
        "openedAtOnce/overview/wall",
    ),
    ("… main thread at work", "openedAtOnce/overview/busy"),
    ("just after an import: a sheet", "openedAtOnce/sheet/wall"),
    ("… main thread at work", "openedAtOnce/sheet/busy"),
    ("later: first page", "opened/home/wall"),
    ("… main thread at work", "opened/home/busy"),
    ("later: overview", "opened/overview/wall"),
    ("… main thread at work", "opened/overview/busy"),
    ("later: a sheet", "opened/sheet/wall"),
    ("… main thread at work", "opened/sheet/busy"),
    ("longest task, up to the end of the care", "laterCare"),
];

/// What one edit costs, of either kind.
const EDIT: [Line; 9] = [
    ("handled, ms", "further/handled"),
    ("painted, ms", "further/painted"),
    ("saved, ms (400 of them are a pause)", "further/saved"),
    ("main thread at work until saved, ms", "further/busy"),
    ("writes to local storage", "further/writes"),
    ("units in them", "further/units"),
    ("entries in the journal", "further/journal"),
    ("the first of a sheet: writes", "first/writes"),
    ("the first of a sheet: units", "first/units"),
];

/// The section as Markdown. `room` is what the native measurement printed,
/// `measured` what the browser's side wrote.
pub fn section(machine: &Machine, rounds: u32, room: &str, measured: &Value) -> Result<String> {
    let sizes = Size::all(measured)?;
    let text = |name: &str| {
        let found = measured.get(name).and_then(Value::as_str);
        found.with_context(|| format!("the measurement does not say its {name}"))
    };
    let (date, version) = (text("date")?, text("version")?);
    let mut section = format!(
        "{date}, {}, Chromium {version}.\n\n### Room, natively\n\n{room}\n\n",
        machine.worded()
    );
    let fits: Vec<&Size> = sizes.iter().filter(|size| size.fits()).collect();
    let _ = writeln!(
        section,
        "### In the browser\n\nMedian of {rounds} rounds (least–greatest).\n\n\
         Import and opening, in milliseconds:\n\n{}\n\
         Room in UTF-16 units; what the settings say, and what local storage holds, is the same:\n\n{}\n\
         One keystroke in a text answer:\n\n{}\n\
         One choice:\n\n{}\n\
         What does not fit:\n\n{}",
        table(&fits, "", &READING),
        used(&fits),
        table(&fits, "edits/keystrokes/", &EDIT),
        table(&fits, "edits/choices/", &EDIT),
        refusals(&sizes),
    );
    Ok(section)
}

/// What was measured with surveys of one size.
struct Size {
    sheets: f64,
    rounds: Vec<Value>,
}

impl Size {
    fn all(measured: &Value) -> Result<Vec<Self>> {
        let sizes = measured.get("sizes").and_then(Value::as_array);
        let sizes = sizes.context("the measurement has no sizes")?;
        let one = |size: &Value| {
            let sheets = size.get("sheets").and_then(Value::as_f64);
            let rounds = size.get("rounds").and_then(Value::as_array);
            Ok(Self {
                sheets: sheets.context("a size has no number of sheets")?,
                rounds: rounds.context("a size has no rounds")?.clone(),
            })
        };
        sizes.iter().map(one).collect()
    }

    fn spread(&self, path: &str) -> Option<Spread> {
        Spread::of(gathered(&self.rounds, path))
    }

    /// Whether it could be imported, in whatever way.
    fn fits(&self) -> bool {
        self.spread("room/used").is_some()
    }

    /// What the app said, in the first round in which it did.
    fn refusal(&self, of: &str) -> Option<(String, f64)> {
        self.rounds.iter().find_map(|round| {
            let import = round.get(of)?;
            let said = import.get("refused")?.as_str()?;
            let left = import.get("left").and_then(Value::as_f64);
            Some((said.to_owned(), left.unwrap_or_default()))
        })
    }
}

fn table(sizes: &[&Size], under: &str, lines: &[Line]) -> String {
    let mut table = head(sizes);
    for (what, path) in lines {
        let path = format!("{under}{path}");
        row(&mut table, what, sizes, &|size| {
            size.spread(&path).map(|spread| spread.shown())
        });
    }
    table
}

fn head(sizes: &[&Size]) -> String {
    let names: Vec<_> = sizes
        .iter()
        .map(|size| format!(" {} sheets |", number(size.sheets)))
        .collect();
    format!(
        "| |{}\n|---|{}\n",
        names.concat(),
        "---:|".repeat(sizes.len())
    )
}

fn row(table: &mut String, what: &str, sizes: &[&Size], cell: &dyn Fn(&Size) -> Option<String>) {
    let cells = sizes.iter().map(|size| cell(size));
    let cells: Vec<_> = cells
        .map(|cell| format!(" {} |", cell.unwrap_or_else(|| "–".into())))
        .collect();
    let _ = writeln!(table, "| {what} |{}", cells.concat());
}

fn used(sizes: &[&Size]) -> String {
    let mut table = head(sizes);
    let share = |size: &Size| {
        let used = size.spread("room/used")?.median;
        Some(format!("{} %", number(used * 100.0 / QUOTA)))
    };
    let shown = |path: &'static str| move |size: &Size| Some(size.spread(path)?.shown());
    row(&mut table, "used", sizes, &shown("room/used"));
    row(&mut table, "of the quota", sizes, &share);
    row(
        &mut table,
        "of that, snapshots",
        sizes,
        &shown("room/snapshots"),
    );
    table
}

/// One line for each size that was refused, at first or altogether.
fn refusals(sizes: &[Size]) -> String {
    let mut lines = String::new();
    let mut line = |sheets: f64, when: &str, (said, left): (String, f64)| {
        let left = match number(left).as_str() {
            "0" => "nothing of it is left in the store".to_owned(),
            records => format!("{records} records of it are left in the store"),
        };
        let sheets = number(sheets);
        let _ = writeln!(lines, "- {sheets} sheets{when}: \"{said}\"; {left}.");
    };
    for size in sizes {
        if let Some(refusal) = size.refusal("import") {
            line(size.sheets, "", refusal);
        } else if let Some(refusal) = size.refusal("first") {
            let when = " as the first thing that a page writes (the figures above are of a page \
                        that had opened the example before)";
            line(size.sheets, when, refusal);
        }
    }
    if lines.is_empty() {
        lines.push_str("All of them fit.\n");
    }
    lines
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap fails the test")]
    use super::*;
    use serde_json::json;

    fn machine() -> Machine {
        Machine {
            cores: 2,
            memory: Some(24),
            load: None,
        }
    }

    fn round(dry_run: f64, used: u32) -> Value {
        let edit = json!({ "handled": 1.5, "writes": 1, "units": 509 });
        json!({
            "import": { "dryRun": { "wall": dry_run, "busy": 100 } },
            "room": { "used": used, "snapshots": 0 },
            "edits": { "keystrokes": { "first": edit, "further": [edit, edit] } },
        })
    }

    #[test]
    fn sizes_stand_side_by_side() {
        let measured = json!({ "date": "2026-11-23", "version": "156.0", "sizes": [
            { "sheets": 9, "rounds": [round(120.0, 6_000), round(160.0, 6_000)] },
            { "sheets": 8_000, "rounds": [round(4_000.0, 3_500_000)] },
        ]});
        let text = section(&machine(), 2, "| native |", &measured).unwrap();
        for expected in [
            "2026-11-23, 2 cores, 24 GiB of memory, Chromium 156.0.",
            "### Room, natively\n\n| native |\n",
            "| | 9 sheets | 8,000 sheets |\n|---|---:|---:|\n",
            "| file chosen → dry run shown | 140 (120–160) | 4,000 |\n",
            "| used | 6,000 | 3,500,000 |\n| of the quota | 0.1 % | 66.8 % |\n",
            "| units in them | 509 | 509 |\n",
            // What was not measured is not made up.
            "| yes → overview painted | – | – |\n",
            "What does not fit:\n\nAll of them fit.\n",
        ] {
            assert!(text.contains(expected), "{expected}\nnot in\n{text}");
        }
    }

    #[test]
    fn what_does_not_fit_is_said_in_the_words_of_the_app() {
        let refused = |left| json!({ "refused": "Pieno.", "left": left });
        let mut second = round(1.0, 5_000_000);
        second["first"] = refused(0);
        let measured = json!({ "date": "2026-11-23", "version": "156.0", "sizes": [
            { "sheets": 8_000, "rounds": [second] },
            { "sheets": 16_000, "rounds": [{ "import": refused(2) }] },
        ]});
        let text = section(&machine(), 1, "", &measured).unwrap();
        assert!(text.contains("- 8,000 sheets as the first thing"), "{text}");
        assert!(text.contains("- 16,000 sheets: \"Pieno.\"; 2 records of it are left"));
        // It has no figures, and no column.
        assert!(!text.contains("16,000 sheets |"), "{text}");
    }

    #[test]
    fn a_measurement_without_its_date_is_refused() {
        let measured = json!({ "version": "156.0", "sizes": [] });
        let error = section(&machine(), 1, "", &measured).unwrap_err();
        assert!(error.to_string().contains("date"), "{error}");
    }
}
