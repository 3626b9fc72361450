//! `cargo xtask example`: the survey that the page ships with.
//!
//! The facts of the PayFlowPA A.2.1 report, and what is added to them (help
//! texts, notes in two languages, codebook), are data in `xtask/data/`. They
//! become an ordinary bundle; nothing in the app is special to it.

mod convert;
mod facts;
#[cfg(test)]
mod tests;

use anyhow::{Context, Result, ensure};
use rilievo::model::{Survey, Timestamp};
use std::path::{Path, PathBuf};

const FACTS: &str = include_str!("../data/payflowpa-survey.json");
const TEXTS: &str = include_str!("../data/payflowpa-texts.json");
const CODEBOOK: &str = include_str!("../data/payflowpa-codebook.json");

/// The export date of the bundle: the day of the report, so that the same
/// facts always give the same file.
const EXPORTED: &str = "2020-04-30T00:00:00.000Z";

/// Writes the example; with `check` compares it with the one that is there.
pub fn command(check: bool) -> Result<()> {
    let path = path();
    let bundle = bundle()?;
    if check {
        let there = std::fs::read_to_string(&path)
            .with_context(|| format!("cannot read {}", path.display()))?;
        ensure!(
            there == bundle,
            "{} is not what its facts give: run `cargo xtask example`",
            path.display()
        );
        println!("{} is what its facts give", path.display());
    } else {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(&path, &bundle)
            .with_context(|| format!("cannot write {}", path.display()))?;
        println!("{}: {} bytes", path.display(), bundle.len());
    }
    Ok(())
}

/// Where the example stands.
fn path() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = xtask.parent().unwrap_or(xtask);
    root.join("public/examples/payflowpa-a21.json")
}

/// The survey that the facts give.
fn survey() -> Result<Survey> {
    convert::survey(
        serde_json::from_str(FACTS).context("xtask/data/payflowpa-survey.json")?,
        &serde_json::from_str(TEXTS).context("xtask/data/payflowpa-texts.json")?,
        serde_json::from_str(CODEBOOK).context("xtask/data/payflowpa-codebook.json")?,
    )
}

/// The text of the example.
fn bundle() -> Result<String> {
    Ok(rilievo::bundle::write(
        &survey()?,
        &Timestamp::new(EXPORTED),
    ))
}
