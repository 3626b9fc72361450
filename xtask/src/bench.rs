//! What is measured: `cargo xtask bench` holds Rilievo against a plain page
//! (`bench/beside.rs`); `cargo xtask bench storage` says how much the browser's
//! storage holds, and what import, opening and an edit cost in Chromium; `cargo xtask
//! bench native` what lies below the page costs. All write into `docs/performance.md`, with every single figure in `target/bench/`.

pub mod beside;
mod figures;
mod goals;
mod lines;
pub mod native;
mod page;
mod pairs;
mod section;
mod tables;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::build;
use crate::project::Project;
use crate::server::{self, Server};
use crate::setup;
use crate::step::{self, Steps};
use crate::test::CHROMIUM_FLAGS;

/// How often everything is measured, unless the command line says otherwise.
pub const ROUNDS: u32 = 5;

/// Sizes of the surveys: the example's, a region's bodies, all Italian
/// municipalities.
const SIZES: [usize; 3] = [9, 1_500, 8_000];

/// More sheets than the store holds: one round shows what the app says.
const TOO_MANY: usize = 16_000;

/// Runs the command; without `build`, on the `dist/` that is there.
pub fn storage(build: bool, rounds: u32) -> Result<()> {
    let mut steps = Steps::default();
    let Ground {
        project,
        chromium,
        folder,
    } = ground(build, &mut steps)?;
    let machine = Machine::now();
    let room = steps.run("room (native)", || {
        step::output(&mut capacity(&project)).map(|text| text.trim().to_owned())
    })?;
    let bundles = steps.run("generate surveys", || generate(&project, &folder, rounds))?;
    let out = folder.join("storage.json");
    let measured = steps.run("measure (dist/, in Chromium)", || {
        measure(&project, &chromium, &bundles, &out)
    })?;
    steps.run("write docs/performance.md", || {
        let text = tables::section(&machine, rounds, &room, &measured)?;
        page::write(&project.root.join("docs/performance.md"), "storage", &text)
    })?;
    println!("\n{}", steps.table());
    println!("Every figure is in {}", out.display());
    Ok(())
}

/// What every measurement in Chromium stands on.
struct Ground {
    project: Project,
    chromium: PathBuf,
    /// Where it leaves its figures.
    folder: PathBuf,
}

/// Sets up what is missing, and builds `dist/` where that is wanted.
fn ground(build: bool, steps: &mut Steps) -> Result<Ground> {
    let project = Project::find()?;
    let chromium = steps.run("set up", || {
        if build {
            setup::wasm_target(&project)?;
        }
        setup::npm_packages(&project)?;
        setup::chromium(&project)
    })?;
    if build {
        build::run(&project, steps)?;
    }
    let dist = project.dist();
    ensure!(
        dist.join("index.html").is_file(),
        "there is no page in {}: leave --no-build away",
        dist.display()
    );
    let folder = project.target.join("bench");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    Ok(Ground {
        project,
        chromium,
        folder,
    })
}

/// What the figures were measured on.
struct Machine {
    cores: usize,
    /// Memory in GiB, where the system says so.
    memory: Option<u64>,
    /// How many programs wanted to run in the minute before, where the system
    /// says so.
    load: Option<String>,
}

impl Machine {
    fn now() -> Self {
        let read = |path: &str| fs::read_to_string(path).ok();
        Self {
            cores: thread::available_parallelism().map_or(1, usize::from),
            memory: read("/proc/meminfo").and_then(|text| gibibytes(&text)),
            load: read("/proc/loadavg")
                .and_then(|text| text.split_whitespace().next().map(str::to_owned)),
        }
    }

    fn worded(&self) -> String {
        let mut text = format!("{} cores", self.cores);
        if let Some(memory) = self.memory {
            let _ = write!(text, ", {memory} GiB of memory");
        }
        if let Some(load) = &self.load {
            let _ = write!(text, ", load {load} before the beginning");
        }
        text
    }
}

/// The memory that `/proc/meminfo` tells of, rounded to GiB.
fn gibibytes(meminfo: &str) -> Option<u64> {
    const KIB_IN_GIB: u64 = 1024 * 1024;
    let line = meminfo.lines().find(|line| line.starts_with("MemTotal:"))?;
    let kib: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some((kib + KIB_IN_GIB / 2) / KIB_IN_GIB)
}

/// The program that measures the room natively and generates surveys.
fn capacity(project: &Project) -> Command {
    let mut cargo = project.cargo();
    cargo.args([
        "run",
        "--quiet",
        "--release",
        "--package",
        "rilievo",
        "--no-default-features",
        "--example",
        "capacity",
    ]);
    cargo
}

/// Writes a bundle of each size; gives them as the browser's side reads them.
fn generate(project: &Project, folder: &Path, rounds: u32) -> Result<Value> {
    let sizes = SIZES.map(|sheets| (sheets, rounds));
    let all = sizes.into_iter().chain([(TOO_MANY, 1)]);
    let bundle = |(sheets, rounds): (usize, u32)| {
        let path: PathBuf = folder.join(format!("{sheets}.json"));
        let mut command = capacity(project);
        command.arg("--").arg("--bundle").arg(sheets.to_string());
        step::output(command.arg(&path))?;
        Ok(json!({ "sheets": sheets, "rounds": rounds, "path": path }))
    };
    all.map(bundle).collect()
}

/// Runs the browser's side against `dist/`; gives what it wrote to `out`.
fn measure(project: &Project, chromium: &Path, bundles: &Value, out: &Path) -> Result<Value> {
    let server = Server::start(server::folder(&project.dist(), ""), 0)?;
    let plan = json!({ "bundles": bundles, "out": out });
    let mut node = Command::new("node");
    node.current_dir(&project.root)
        .arg("tests/bench/storage.mjs")
        .env("RILIEVO_URL", format!("{}/", server.origin()))
        .env("RILIEVO_CHROMIUM", chromium)
        .env("RILIEVO_CHROMIUM_FLAGS", CHROMIUM_FLAGS.join(" "))
        .env("RILIEVO_BENCH", plan.to_string());
    step::run(&mut node)?;
    let text = fs::read_to_string(out).with_context(|| format!("cannot read {}", out.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is not JSON", out.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_rounded_to_gibibytes() {
        let meminfo = "MemTotal:       24684084 kB\nMemFree:         1024 kB\n";
        assert_eq!(gibibytes(meminfo), Some(24));
        assert_eq!(gibibytes("MemFree: 1024 kB"), None);
    }
}
