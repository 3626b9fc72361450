//! `cargo xtask example`: the survey that the page ships with.
//!
//! The facts of the PayFlowPA A.2.1 report, and what is added to them (help
//! texts, notes in two languages, codebook, conclusions), are data in
//! `xtask/data/`. They become an ordinary bundle; nothing in the app is special to it.

mod convert;
mod facts;
#[cfg(test)]
mod tests;
mod writing;

use crate::generated;
use anyhow::{Context, Result};
use rilievo::model::{Survey, Timestamp};

const FACTS: &str = include_str!("../data/payflowpa-survey.json");
const TEXTS: &str = include_str!("../data/payflowpa-texts.json");
const CODEBOOK: &str = include_str!("../data/payflowpa-codebook.json");
const WRITING: &str = include_str!("../data/payflowpa-writing.json");

/// The export date of the bundle: the day of the report, so that the same
/// facts always give the same file.
const EXPORTED: &str = "2020-04-30T00:00:00.000Z";

/// Writes the example; with `check` compares it with the one that is there.
pub fn command(check: bool) -> Result<()> {
    let file = "public/examples/payflowpa-a21.json";
    generated::keep(file, &bundle()?, check, "its facts", "example")
}

/// The survey that the facts give.
fn survey() -> Result<Survey> {
    let mut survey = convert::survey(
        serde_json::from_str(FACTS).context("xtask/data/payflowpa-survey.json")?,
        &serde_json::from_str(TEXTS).context("xtask/data/payflowpa-texts.json")?,
        serde_json::from_str(CODEBOOK).context("xtask/data/payflowpa-codebook.json")?,
    )?;
    let writing = serde_json::from_str(WRITING).context("xtask/data/payflowpa-writing.json")?;
    writing::write(&mut survey, writing)?;
    Ok(survey)
}

/// The text of the example.
fn bundle() -> Result<String> {
    Ok(rilievo::bundle::write(
        &survey()?,
        &Timestamp::new(EXPORTED),
    ))
}
