//! Generated surveys as files: `N.json` is the bundle, `N.plain.json` the same
//! answers for the plain page, `N.counts.json` what every page has to show of them.
//!
//! `cargo run --release --no-default-features --example surveys -- FOLDER N…`;
//! `cargo xtask bench` does it.
#![allow(
    clippy::unwrap_used,
    reason = "a measurement stops at the first surprise"
)]

#[path = "../tests/shared/generate.rs"]
mod generate;
#[path = "../tests/shared/plain.rs"]
mod plain;

use rilievo::bundle;
use rilievo::model::{Sheet, SheetStatus, Survey, Timestamp};
use serde_json::json;
use std::fs;
use std::path::Path;

/// All surveys here grow from one seed, which is that of `examples/capacity.rs`.
const SEED: u64 = 3;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((folder, sizes)) = arguments.split_first() else {
        eprintln!("usage: surveys FOLDER N…");
        return;
    };
    for size in sizes {
        write(Path::new(folder), size.parse().unwrap());
    }
}

/// Writes the three files of one survey.
fn write(folder: &Path, n: usize) {
    let survey = generate::survey(SEED, n);
    let exported = Timestamp::new("2026-12-24T10:00:00.000Z");
    let file = |kind: &str, text: &str| {
        fs::write(folder.join(format!("{n}{kind}.json")), text).unwrap();
    };
    file("", &bundle::write(&survey, &exported));
    file(".plain", &plain::input(&survey));
    let approved = |status| status == SheetStatus::Approved;
    let counts = json!({
        "body": body(&survey),
        "sheets": survey.sheets.len(),
        "all": plain::counts(&survey, |_| true),
        // What the filter of both pages leaves.
        "approved": plain::counts(&survey, |sheet| approved(sheet.status)),
    });
    file(".counts", &counts.to_string());
}

/// The body on whose sheet edits are measured, and its place: from the middle on
/// the first that may be edited and has most answers.
fn body(survey: &Survey) -> serde_json::Value {
    let from_middle = survey.sheets.iter().enumerate().cycle();
    let from_middle = from_middle.skip(survey.sheets.len() / 2);
    let answered = |sheet: &Sheet| {
        let given = sheet
            .answers
            .values()
            .filter(|a| !a.choices().is_empty() || !a.text().is_empty());
        matches!(sheet.status, SheetStatus::Submitted | SheetStatus::Draft) && given.count() >= 15
    };
    let found = from_middle
        .take(survey.sheets.len())
        .find(|(_, s)| answered(s));
    let (at, sheet) = found.unwrap();
    json!({ "id": sheet.partner.as_str(), "at": at })
}
