//! `cargo xtask bench`: Rilievo and a page written by hand, measured side by side
//! in Chromium.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::{Ground, Machine, ground, page, section};
use crate::project::Project;
use crate::server::{self, Server};
use crate::step::{self, Steps};
use crate::test::CHROMIUM_FLAGS;

/// How often everything is measured at least, for `docs/performance.md`.
pub const ROUNDS: u32 = 7;

/// What can be measured alone.
pub const PARTS: [&str; 5] = ["open", "edit", "import", "import-huge", "results"];

/// Sizes of the surveys: the example's, and those that can be a country's.
const SIZES: [usize; 4] = [9, 1_000, 8_000, 23_000];

/// How many times as slow as it could be the main thread is.
pub const SPEEDS: [u64; 2] = [1, 4];

/// What is to be measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Builds `dist/` before.
    pub build: bool,
    /// How often.
    pub rounds: u32,
    /// These parts alone; none means all.
    pub only: Vec<String>,
}

impl Order {
    /// Whether the figures are those that the document is to say: all of them,
    /// often enough.
    fn is_whole(&self) -> bool {
        self.only.is_empty() && self.rounds >= ROUNDS
    }
}

/// Runs the command.
pub fn command(order: &Order) -> Result<()> {
    let mut steps = Steps::default();
    let Ground {
        project,
        chromium,
        folder,
    } = ground(order.build, &mut steps)?;
    let dist = project.dist();
    let surveys = steps.run("generate surveys", || generate(&project, &folder))?;
    let [app, plain] = steps.run("brotli", || {
        let plain = project.root.join("tests/bench/plain");
        [(&dist, "app"), (&plain, "plain")]
            .map(|(from, name)| {
                let to = folder.join("sites").join(name);
                let mut node = Command::new("node");
                node.arg("xtask/js/brotli-site.mjs").arg(from).arg(&to);
                step::run(node.current_dir(&project.root))?;
                Server::start(server::compressed(&to), 0)
            })
            .into_iter()
            .collect::<Result<Vec<Server>>>()?
            .try_into()
            .map_err(|_| anyhow::anyhow!("two sites, and not two servers"))
    })?;
    let machine = Machine::now();
    let out = folder.join("beside.json");
    let parts: Vec<&str> = PARTS
        .into_iter()
        .filter(|part| order.only.is_empty() || order.only.iter().any(|only| only == part))
        .collect();
    let plan = json!({
        "parts": parts,
        "rounds": order.rounds,
        "speeds": SPEEDS,
        "servers": { "app": app.origin(), "plain": plain.origin() },
        "surveys": surveys,
        "out": out,
    });
    steps.run("measure (in Chromium)", || {
        let mut node = Command::new("node");
        node.current_dir(&project.root)
            .arg("tests/bench/beside.mjs")
            .env("RILIEVO_CHROMIUM", &chromium)
            .env("RILIEVO_CHROMIUM_FLAGS", CHROMIUM_FLAGS.join(" "))
            .env("RILIEVO_BENCH", plan.to_string());
        step::run(&mut node)
    })?;
    let text = section::section(&machine, order.rounds, &read(&out)?, &surveys)?;
    if order.is_whole() {
        steps.run("write docs/performance.md", || {
            page::write(
                &project.root.join("docs/performance.md"),
                "",
                &text.markdown,
            )?;
            let path = project.root.join("docs/performance.json");
            fs::write(&path, text.json).with_context(|| format!("cannot write {}", path.display()))
        })?;
    } else {
        println!("\n{}", text.markdown);
        println!("This is not the whole: docs/performance.md stays as it is.");
    }
    println!("\n{}", steps.table());
    println!("Every figure is in {}", out.display());
    Ok(())
}

/// Writes a survey of each size, in the files that `examples/surveys.rs` makes;
/// gives them as the browser's side reads them.
fn generate(project: &Project, folder: &Path) -> Result<Value> {
    let mut cargo = project.cargo();
    cargo.args(
        "run --quiet --release --package rilievo --no-default-features --example surveys --"
            .split(' '),
    );
    cargo
        .arg(folder)
        .args(SIZES.map(|sheets| sheets.to_string()));
    step::run(&mut cargo)?;
    let survey = |sheets: usize| {
        let file = |kind: &str| folder.join(format!("{sheets}{kind}.json"));
        let size = |kind: &str| -> Result<u64> { Ok(fs::metadata(file(kind))?.len()) };
        Ok(json!({
            "sheets": sheets,
            "bundle": file(""),
            "plain": file(".plain"),
            "counts": file(".counts"),
            "bytes": { "app": size("")?, "plain": size(".plain")? },
        }))
    };
    SIZES.into_iter().map(survey).collect()
}

fn read(path: &Path) -> Result<Value> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is not JSON", path.display()))
}
