//! What a first visit costs, held against the budgets.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::json;

use crate::dist::Site;
use crate::project::Project;
use crate::step;

/// Everything needed to fill in a sheet and see results, brotli, bytes.
const FIRST_LOAD: Budget = Budget {
    name: "first load",
    bytes: 200_000,
    aim: Some(175_000),
    slack: 10,
};
/// All fonts (woff2 is compressed already), bytes.
const FONTS: Budget = Budget {
    name: "fonts",
    bytes: 40_000,
    aim: None,
    slack: 10,
};

/// What writes files for other programs, brotli, bytes: fetched when first asked
/// for, and nothing that a sheet or its results need.
const EXPORTERS: Budget = Budget {
    name: "exporters",
    bytes: 600_000,
    aim: None,
    slack: 10,
};

/// What reads large files, brotli, bytes: fetched where somebody is about to choose
/// one. It is compiled for speed.
const IMPORTER: Budget = Budget {
    name: "importer",
    bytes: 280_000,
    aim: None,
    slack: 10,
};

/// The one file that holds everything, bytes as it stands on a stick: 1.5 MB, as file
/// managers count them (1,024 kB of 1,024 bytes each), rounded down.
const ALONE: Budget = Budget {
    name: "one file",
    bytes: 1_536_000,
    aim: None,
    slack: 0,
};

/// A limit in bytes (1 kB is 1000 bytes), and what we would like instead.
struct Budget {
    name: &'static str,
    bytes: u64,
    aim: Option<u64>,
    /// Hundredths by which it may be exceeded before the build fails.
    slack: u64,
}

#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    Fine,
    AboveAim,
    /// Above the budget within its slack: a warning.
    Above,
    /// Above budget and slack: the build fails.
    TooLarge,
}

impl Budget {
    fn verdict(&self, bytes: u64) -> Verdict {
        if bytes * 100 > self.bytes * (100 + self.slack) {
            Verdict::TooLarge
        } else if bytes > self.bytes {
            Verdict::Above
        } else if self.aim.is_some_and(|aim| bytes > aim) {
            Verdict::AboveAim
        } else {
            Verdict::Fine
        }
    }

    fn line(&self, bytes: u64) -> String {
        let verdict = match self.verdict(bytes) {
            Verdict::Fine => "within budget".to_owned(),
            Verdict::AboveAim => format!(
                "within budget, above the aim of {}",
                kb(self.aim.unwrap_or(self.bytes))
            ),
            Verdict::Above => format!("ABOVE BUDGET, by at most {} %", self.slack),
            Verdict::TooLarge => format!("ABOVE BUDGET by more than {} %", self.slack),
        };
        format!(
            "{}: {} of {}: {verdict}",
            self.name,
            kb(bytes),
            kb(self.bytes)
        )
    }
}

/// One row of the table, bytes.
struct Row {
    name: String,
    raw: u64,
    brotli: u64,
}

/// Measures the site in `out`, prints the table, writes it to
/// `target/size.json`, and fails where a budget is exceeded by more than its slack.
pub fn check(project: &Project, out: &Path, site: &Site) -> Result<()> {
    let row = |name: &str, files: &[&String]| -> Result<Row> {
        Ok(Row {
            name: name.to_owned(),
            raw: raw(out, files)?,
            brotli: brotli(project, out, files)?,
        })
    };
    let groups: [(&str, Vec<&String>); 4] = [
        ("wasm", vec![&site.wasm]),
        ("glue and boot", site.scripts.iter().collect()),
        ("css", vec![&site.css]),
        ("html", vec![&site.html]),
    ];
    let rows = groups
        .iter()
        .map(|(name, files)| row(name, files))
        .collect::<Result<Vec<_>>>()?;
    let parts = site
        .parts
        .iter()
        .map(|(purpose, file)| row(&format!("+ {purpose}"), &[file]))
        .collect::<Result<Vec<_>>>()?;
    let first_load = rows.iter().map(|row| row.brotli).sum();
    let mut parts = parts;
    parts.push(row("+ later style", &[&site.later_css])?);
    parts.push(row("+ offline", &site.offline.iter().collect::<Vec<_>>())?);
    let exporters = row("+ exporters", &site.exporter.iter().collect::<Vec<_>>())?;
    let exporters_bytes = exporters.brotli;
    parts.push(exporters);
    let importer = row("+ importer", &site.importer.iter().collect::<Vec<_>>())?;
    let importer_bytes = importer.brotli;
    parts.push(importer);
    let fonts = raw(out, &site.fonts.iter().collect::<Vec<_>>())?;
    let alone = raw(out, &site.alone.iter().collect::<Vec<_>>())?;
    let whole = [
        ("fonts (woff2)", "fonts", fonts),
        ("one file", "alone", alone),
    ];
    println!("\n{}", table(&rows, &parts, &whole));
    write_json(project, &rows, &parts, &whole)?;

    let mut broken = Vec::new();
    for (budget, bytes) in [
        (FIRST_LOAD, first_load),
        (FONTS, fonts),
        (EXPORTERS, exporters_bytes),
        (IMPORTER, importer_bytes),
        (ALONE, alone),
    ] {
        println!("{}", budget.line(bytes));
        if budget.verdict(bytes) == Verdict::TooLarge {
            broken.push(budget.name);
        }
    }
    if !broken.is_empty() {
        bail!("too far above budget: {}", broken.join(", "));
    }
    Ok(())
}

/// What is as small as it gets: its name, that in the file, its bytes.
type Whole = (&'static str, &'static str, u64);

/// Parts are fetched when asked for: they stand below the sum of the first load.
fn table(rows: &[Row], parts: &[Row], whole: &[Whole]) -> String {
    let mut table = format!("{:14}{:>12}{:>12}\n", "", "raw", "brotli");
    let mut line = |name: &str, raw: u64, brotli: Option<u64>| {
        let brotli = brotli.map_or("-".to_owned(), kb);
        // Writing to a string cannot fail.
        let _ = writeln!(table, "{name:14}{:>12}{brotli:>12}", kb(raw));
    };
    for row in rows {
        line(&row.name, row.raw, Some(row.brotli));
    }
    line(
        "first load",
        rows.iter().map(|row| row.raw).sum(),
        Some(rows.iter().map(|row| row.brotli).sum()),
    );
    for part in parts {
        line(&part.name, part.raw, Some(part.brotli));
    }
    for (name, _, bytes) in whole {
        line(name, *bytes, None);
    }
    table
}

fn write_json(project: &Project, rows: &[Row], parts: &[Row], whole: &[Whole]) -> Result<()> {
    let list = |rows: &[Row]| -> Vec<_> {
        rows.iter()
            .map(|row| json!({ "name": row.name, "raw": row.raw, "brotli": row.brotli }))
            .collect()
    };
    let mut sizes = json!({
        "unit": "byte",
        "first_load": list(rows),
        "parts": list(parts),
    });
    for (_, name, bytes) in whole {
        sizes[name] = json!(bytes);
    }
    let file = project.target.join("size.json");
    fs::write(&file, format!("{sizes:#}\n"))
        .with_context(|| format!("cannot write {}", file.display()))
}

fn raw(out: &Path, files: &[&String]) -> Result<u64> {
    let mut bytes = 0;
    for file in files {
        let path = out.join(file);
        bytes += fs::metadata(&path)
            .with_context(|| format!("cannot read {}", path.display()))?
            .len();
    }
    Ok(bytes)
}

/// Node has brotli built in, and is here already for wasm-opt.
fn brotli(project: &Project, out: &Path, files: &[&String]) -> Result<u64> {
    let sizes = step::output(
        Command::new("node")
            .current_dir(&project.root)
            .arg("xtask/js/brotli-sizes.mjs")
            .args(files.iter().map(|file| out.join(file))),
    )?;
    let mut bytes = 0;
    for size in sizes.lines() {
        bytes += size
            .parse::<u64>()
            .context("brotli-sizes.mjs wrote no number")?;
    }
    Ok(bytes)
}

fn kb(bytes: u64) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_above_budget_and_slack_is_refused() {
        assert_eq!(FIRST_LOAD.verdict(175_000), Verdict::Fine);
        assert_eq!(FIRST_LOAD.verdict(175_001), Verdict::AboveAim);
        assert_eq!(FIRST_LOAD.verdict(200_000), Verdict::AboveAim);
        assert_eq!(FIRST_LOAD.verdict(200_001), Verdict::Above);
        assert_eq!(FIRST_LOAD.verdict(220_000), Verdict::Above);
        assert_eq!(FIRST_LOAD.verdict(220_001), Verdict::TooLarge);
        assert_eq!(FONTS.verdict(40_000), Verdict::Fine);
        assert_eq!(FONTS.verdict(44_001), Verdict::TooLarge);
        assert_eq!(ALONE.verdict(1_536_000), Verdict::Fine);
        assert_eq!(ALONE.verdict(1_536_001), Verdict::TooLarge);
    }

    #[test]
    fn the_table_adds_up() {
        let rows = [
            Row {
                name: "wasm".into(),
                raw: 250_000,
                brotli: 100_400,
            },
            Row {
                name: "css".into(),
                raw: 10_050,
                brotli: 2_300,
            },
        ];
        let parts = [Row {
            name: "+ exchange".into(),
            raw: 90_000,
            brotli: 30_500,
        }];
        let whole = [
            ("fonts (woff2)", "fonts", 36_192),
            ("one file", "alone", 1_420_000),
        ];
        let table = table(&rows, &parts, &whole);
        let first_load = table.lines().find(|line| line.starts_with("first load"));
        let words: Vec<_> = first_load.unwrap_or_default().split_whitespace().collect();
        assert_eq!(words, ["first", "load", "260.0", "kB", "102.7", "kB"]);
        assert!(table.contains("36.1 kB"), "{table}");
        assert!(table.contains("1420.0 kB"), "{table}");
        assert!(table.contains("30.5 kB"), "{table}");
    }
}
