//! Steps of a command: announced, timed, and stopped at the first failure.

use std::fmt::Write as _;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// The steps done so far, with the time each one took.
pub struct Steps {
    done: Vec<(String, Duration)>,
    begun: Instant,
}

impl Default for Steps {
    fn default() -> Self {
        Self {
            done: Vec::new(),
            begun: Instant::now(),
        }
    }
}

impl Steps {
    /// Announces `name`, does `work`, and prints the time it took. A failure
    /// carries the step's name.
    pub fn run<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("==> {name}");
        let start = Instant::now();
        let result = work();
        let time = start.elapsed();
        match result {
            Ok(value) => {
                println!("    {name}: {}", seconds(time));
                self.done.push((name.to_owned(), time));
                Ok(value)
            }
            Err(error) => {
                Err(error.context(format!("step \"{name}\" failed after {}", seconds(time))))
            }
        }
    }

    /// Adds steps that were done beside these.
    pub fn append(&mut self, beside: Self) {
        self.done.extend(beside.done);
    }

    /// A table of all steps, one a line, and the time since the first began: some are done
    /// beside others.
    pub fn table(&self) -> String {
        let width = self
            .done
            .iter()
            .map(|(name, _)| name.chars().count())
            .max()
            .unwrap_or(0)
            .max("total".len());
        let mut table = String::new();
        let total = self.begun.elapsed();
        for (name, time) in self
            .done
            .iter()
            .map(|(name, time)| (name.as_str(), *time))
            .chain([("total", total)])
        {
            // Writing to a string cannot fail.
            let _ = writeln!(table, "{name:width$}  {:>8}", seconds(time));
        }
        table
    }
}

/// A duration for people: `0.3 s`, `4 min 05 s`.
pub fn seconds(time: Duration) -> String {
    let tenths = (time.as_secs_f64() * 10.0).round() / 10.0;
    if tenths < 60.0 {
        format!("{tenths:.1} s")
    } else {
        let whole = time.as_secs_f64().round() as u64;
        format!("{} min {:02} s", whole / 60, whole % 60)
    }
}

/// Runs a program with its output on the screen; fails unless it ends well.
pub fn run(command: &mut Command) -> Result<()> {
    println!("    $ {}", shown(command));
    let status = command
        .status()
        .with_context(|| format!("cannot start `{}`", shown(command)))?;
    if !status.success() {
        bail!("`{}` ended with {status}", shown(command));
    }
    Ok(())
}

/// Runs a program silently and gives what it wrote; on failure the error
/// carries what it wrote to standard error.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("cannot start `{}`", shown(command)))?;
    if !output.status.success() {
        bail!(
            "`{}` ended with {}\n{}",
            shown(command),
            output.status,
            String::from_utf8_lossy(&output.stderr)
        );
    }
    String::from_utf8(output.stdout)
        .with_context(|| format!("`{}` wrote something that is not UTF-8", shown(command)))
}

/// Whether a program can be started and ends well, for example `node --version`.
pub fn works(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// The command as one would type it, with the program's bare name.
fn shown(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let program = program.file_name().unwrap_or(command.get_program());
    std::iter::once(program)
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap fails the test")]
    use super::*;

    #[test]
    fn words_durations() {
        assert_eq!(seconds(Duration::from_millis(340)), "0.3 s");
        assert_eq!(seconds(Duration::from_millis(59_949)), "59.9 s");
        assert_eq!(seconds(Duration::from_millis(59_960)), "1 min 00 s");
        assert_eq!(seconds(Duration::from_secs(245)), "4 min 05 s");
    }

    #[test]
    fn a_failed_step_is_named_and_not_listed() {
        let mut steps = Steps::default();
        steps.run("first", || Ok(())).unwrap();
        let error = steps
            .run("second", || -> Result<()> { bail!("no luck") })
            .unwrap_err();
        let text = format!("{error:#}");
        assert!(
            text.contains("\"second\"") && text.contains("no luck"),
            "{text}"
        );
        assert!(steps.table().contains("first"));
        assert!(!steps.table().contains("second"));
    }

    #[test]
    fn a_program_that_fails_is_an_error() {
        let cargo = || Command::new(env!("CARGO"));
        assert!(
            output(cargo().arg("--version"))
                .unwrap()
                .starts_with("cargo")
        );
        assert!(output(cargo().arg("--no-such-flag")).is_err());
        assert!(works(cargo().arg("--version")));
        assert!(!works(cargo().arg("--no-such-flag")));
    }
}
