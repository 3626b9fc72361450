//! `cargo xtask bench native`: what lies below the page, measured without a browser.

use std::fmt::Write as _;
use std::process::Command;

use anyhow::{Result, ensure};

use super::{Machine, page};
use crate::project::Project;
use crate::step::{self, Steps};

/// Runs the command.
pub fn command() -> Result<()> {
    let project = Project::find()?;
    let mut steps = Steps::default();
    let machine = Machine::now();
    let printed = steps.run("measure (native)", || step::output(&mut bench(&project)))?;
    steps.run("write docs/performance.md", || {
        let text = section(&machine, &printed)?;
        page::write(&project.root.join("docs/performance.md"), "native", &text)
    })?;
    println!("\n{}", steps.table());
    Ok(())
}

fn bench(project: &Project) -> Command {
    let mut cargo = project.cargo();
    cargo.args("bench --quiet --package rilievo --no-default-features --bench core".split(' '));
    // One line for each thing: colours and frames of a terminal have no place there.
    cargo.env("NO_COLOR", "1");
    cargo
}

/// What `divan` printed, as tables. A heading is a line without figures; below it
/// stand a name, and below that the sizes.
fn section(machine: &Machine, printed: &str) -> Result<String> {
    let mut text = format!("{}.\n", machine.worded());
    let _ = write!(
        text,
        "\n| | sheets | median | fastest | slowest | throughput |\n|---|---:|---:|---:|---:|---:|\n"
    );
    let mut rows: Vec<Row> = Vec::new();
    let mut name = "";
    for line in printed.lines() {
        match Line::read(line) {
            Some(Line::Name(found)) => name = found,
            Some(Line::Size(sheets, cells)) => rows.push(Row {
                name: name.replace('_', " "),
                sheets,
                cells,
                throughput: String::new(),
            }),
            // It stands below its times, in the same columns.
            Some(Line::Throughput(found)) => {
                if let Some(row) = rows.last_mut() {
                    row.throughput = found;
                }
            }
            None => {}
        }
    }
    ensure!(
        !rows.is_empty(),
        "there is no figure in what was printed:\n{printed}"
    );
    for row in rows {
        let [fastest, slowest, median] = &row.cells;
        let Row {
            name,
            sheets,
            throughput,
            ..
        } = &row;
        let _ = writeln!(
            text,
            "| {name} | {sheets} | {median} | {fastest} | {slowest} | {throughput} |"
        );
    }
    Ok(text)
}

/// A row of the table.
struct Row {
    name: String,
    sheets: String,
    /// Fastest, slowest, median.
    cells: [String; 3],
    throughput: String,
}

/// What a line of `divan` says.
#[derive(Debug, PartialEq)]
enum Line<'a> {
    /// What is measured.
    Name(&'a str),
    /// With so many sheets: fastest, slowest, median.
    Size(String, [String; 3]),
    /// The median of bytes or answers in a second.
    Throughput(String),
}

impl<'a> Line<'a> {
    fn read(line: &'a str) -> Option<Self> {
        let columns: Vec<&str> = line.split('│').map(str::trim).collect();
        let first = line.trim_start_matches([' ', '│', '├', '╰', '─']);
        let first = first.split(['│', ' ']).next()?.trim();
        let is_branch = line.contains('├') || line.contains('╰');
        // The frame of the tree is made of the same signs as the columns.
        let cells: Vec<&str> = columns.iter().rev().take(6).rev().copied().collect();
        let [fastest, slowest, median, ..] = cells[..] else {
            return is_branch.then_some(Self::Name(first));
        };
        let time =
            |cell: &str| cell.ends_with('s') && cell.starts_with(|c: char| c.is_ascii_digit());
        let fastest = fastest.rsplit("  ").next().unwrap_or_default().trim();
        if time(median) && !median.contains('/') && is_branch {
            let sheets: usize = first.parse().ok()?;
            let cells = [fastest, slowest, median].map(str::to_owned);
            return Some(Self::Size(super::figures::number(sheets as f64), cells));
        }
        if median.contains('/') {
            return Some(Self::Throughput(median.replace("item/s", " answers/s")));
        }
        (is_branch && !first.is_empty()).then_some(Self::Name(first))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap fails the test")]
    use super::*;

    const PRINTED: &str = "\
Timer precision: 10 ns
core                    fastest       │ slowest       │ median        │ mean          │ samples │ iters
├─ a_file                             │               │               │               │         │
│  ╰─ read                            │               │               │               │         │
│     ├─ 1000         41.2 ms       │ 60.1 ms       │ 45.3 ms       │ 46 ms         │ 10      │ 10
│     │                 80.1 MB/s     │ 54.9 MB/s     │ 72.8 MB/s     │ 71.7 MB/s     │         │
│     ╰─ 23000        1.1 s         │ 1.3 s         │ 1.2 s         │ 1.2 s         │ 8       │ 8
│                       68.3 MB/s     │ 57.8 MB/s     │ 62.6 MB/s     │ 62.6 MB/s     │         │
╰─ charts                             │               │               │               │         │
   ╰─ of_bars                         │               │               │               │         │
      ╰─ 8000         91.2 µs       │ 99.1 µs       │ 95.3 µs       │ 95 µs         │ 10      │ 10
                      154.3 Kitem/s │ 90.3 Kitem/s  │ 107.6 Kitem/s │ 112.1 Kitem/s │         │
";

    #[test]
    fn what_divan_prints_becomes_a_table() {
        let machine = Machine {
            cores: 2,
            memory: None,
            load: None,
        };
        let text = section(&machine, PRINTED).unwrap();
        let rows: Vec<&str> = text.lines().skip(4).collect();
        assert_eq!(
            rows,
            [
                "| read | 1,000 | 45.3 ms | 41.2 ms | 60.1 ms | 72.8 MB/s |",
                "| read | 23,000 | 1.2 s | 1.1 s | 1.3 s | 62.6 MB/s |",
                "| of bars | 8,000 | 95.3 µs | 91.2 µs | 99.1 µs | 107.6 K answers/s |",
            ]
        );
        assert!(section(&machine, "nothing").is_err());
    }
}
