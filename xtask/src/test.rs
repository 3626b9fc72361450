//! `cargo xtask test`: every check, in the order in which a mistake is
//! cheapest to find; stops at the first failure, once what is built meanwhile
//! is built.

use std::fs;
use std::panic::resume_unwind;
use std::path::Path;
use std::process::Command;
use std::thread;

use anyhow::{Context, Result};
use serde_json::json;

use crate::build;
use crate::project::{Project, WASM_TARGET};
use crate::server::{self, Server};
use crate::setup;
use crate::step::{self, Steps};

/// The folder under which the journeys see the site: a host may serve it from
/// any, so nothing may depend on standing at the root.
const PREFIX: &str = "/some/folder";

/// Chromium without a sandbox (which it cannot have for root) and without
/// traffic of its own.
pub const CHROMIUM_FLAGS: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// Runs the command. `long` adds the suites that take minutes: test programs
/// see it as `RILIEVO_LONG=1`.
pub fn command(long: bool) -> Result<()> {
    let project = Project::find()?;
    let checks = Checks {
        project: &project,
        long,
    };
    let mut steps = Steps::default();
    let result = checks.run(&mut steps);
    println!("\n{}", steps.table());
    result?;
    println!("All checks passed.");
    Ok(())
}

struct Checks<'a> {
    project: &'a Project,
    long: bool,
}

impl Checks<'_> {
    fn run(&self, steps: &mut Steps) -> Result<()> {
        let project = self.project;
        let (chromium, firefox, office, python) = steps.run("set up", || {
            setup::component(project, "fmt", "rustfmt")?;
            setup::component(project, "clippy", "clippy")?;
            setup::wasm_target(project)?;
            setup::npm_packages(project)?;
            let firefox = self.long.then(setup::firefox).transpose()?;
            let office = self.long.then(setup::libreoffice).transpose()?;
            let python = setup::python(project)?;
            Ok((setup::headless(project)?, firefox, office, python))
        })?;
        steps.run("format", || self.cargo("fmt --all -- --check"))?;
        steps.run("clippy (native)", || {
            self.cargo("clippy -p rilievo --no-default-features --features exporters --all-targets -- -D warnings")
        })?;
        // The site is built meanwhile: each side is at work on one processor for most of its
        // time.
        let mut built = Steps::default();
        thread::scope(|scope| {
            let site = scope.spawn(|| build::run(project, &mut built));
            let checked = self.without_browser(&python, office.as_deref(), steps);
            if checked.is_err() {
                println!("    a check failed: it is told once the site is built");
            }
            let site = site.join().unwrap_or_else(|panic| resume_unwind(panic));
            checked.and(site)
        })?;
        steps.append(built);
        let (runner, driver) = steps.run("set up the wasm test runner", || {
            Ok((setup::test_runner(project)?, setup::chromedriver()?))
        })?;
        steps.run("tests (wasm, in Chromium)", || {
            self.wasm_tests(&runner, &driver, &chromium)
        })?;
        steps.run("journeys (dist/, in Chromium)", || self.journeys(&chromium))?;
        if let Some(firefox) = firefox {
            steps.run("journeys (dist/, in Firefox)", || {
                self.firefox_journeys(&firefox)
            })?;
        }
        Ok(())
    }

    /// What needs no browser.
    fn without_browser(
        &self,
        python: &Path,
        office: Option<&Path>,
        steps: &mut Steps,
    ) -> Result<()> {
        steps.run("clippy (wasm32)", || {
            self.cargo(&format!(
                "clippy -p rilievo --target {WASM_TARGET} --lib --bins --test web -- -D warnings"
            ))
        })?;
        // With the same tests as above, so that no library is checked anew.
        steps.run("clippy (wasm32, in parts)", || {
            self.cargo(&format!(
                "clippy -p rilievo --target {WASM_TARGET} --features parts --bins --test web -- -D warnings"
            ))
        })?;
        steps.run("clippy (wasm32, the exporters)", || {
            self.cargo(&format!(
                "clippy -p rilievo --target {WASM_TARGET} --no-default-features \
                 --features worker --lib --bin exporter -- -D warnings"
            ))
        })?;
        steps.run("clippy (wasm32, what reads large files)", || {
            self.cargo(&format!(
                "clippy -p rilievo --target {WASM_TARGET} --no-default-features \
                 --features importer --lib --bin importer -- -D warnings"
            ))
        })?;
        steps.run("clippy (wasm32, both in one)", || {
            self.cargo(&format!(
                "clippy -p rilievo --target {WASM_TARGET} --features worker --bins -- -D warnings"
            ))
        })?;
        steps.run("clippy (xtask)", || {
            self.cargo("clippy -p xtask --all-targets -- -D warnings")
        })?;
        steps.run("tests (native)", || {
            self.cargo("test -p rilievo --no-default-features --features exporters")
        })?;
        if self.long {
            // Keys, addresses, messages: what pages know without a browser. Leptos is
            // compiled once more for it.
            steps.run("tests (pages, native)", || {
                self.cargo("test -p rilievo --lib --features exporters ui::")
            })?;
        }
        steps.run("files (Python)", || self.files(python, office))?;
        steps.run("tests (xtask)", || self.cargo("test -p xtask"))?;
        Ok(())
    }

    /// Runs cargo with the words of `line`.
    fn cargo(&self, line: &str) -> Result<()> {
        let mut cargo = self.project.cargo();
        cargo.args(line.split_whitespace());
        step::run(self.long_switch(&mut cargo))
    }

    /// The files that the native tests left, read back by other programs.
    fn files(&self, python: &Path, office: Option<&Path>) -> Result<()> {
        let left = self.project.target.join("tmp");
        let exports = left.join("exports");
        let script = |name: &str| {
            let mut command = Command::new(python);
            let file = Path::new("tests/python").join(name);
            command.current_dir(&self.project.root).arg(file);
            command
        };
        let bundle = exports.join("survey.json");
        for language in ["it", "en"] {
            for (check, kind) in [("docx_check.py", "docx"), ("xlsx_check.py", "xlsx")] {
                let file = exports.join(format!("{kind}-{language}.{kind}"));
                step::run(script(check).arg(file).arg(&bundle).arg(language))?;
            }
            step::run(script("dossier_check.py").arg(&exports).arg(language))?;
        }
        let odd = [left.join("odd.xlsx"), left.join("odd.json")];
        step::run(script("xlsx_check.py").args(odd))?;
        if let Some(office) = office {
            let report = exports.join("docx-it.docx");
            let mut check = script("office_check.py");
            step::run(check.arg(office).arg(report).arg(&exports))?;
        }
        Ok(())
    }

    /// `tests/web/`, in a browser, by wasm-bindgen's own runner.
    fn wasm_tests(&self, runner: &Path, driver: &Path, chromium: &Path) -> Result<()> {
        // The runner reads from this file which browser the driver starts.
        let capabilities = json!({
            "goog:chromeOptions": { "binary": chromium, "args": CHROMIUM_FLAGS }
        });
        let file = self.project.target.join("webdriver.json");
        fs::write(&file, format!("{capabilities:#}\n"))
            .with_context(|| format!("cannot write {}", file.display()))?;
        let mut cargo = self.project.cargo();
        cargo
            .args([
                "test",
                "-p",
                "rilievo",
                "--test",
                "web",
                "--target",
                WASM_TARGET,
            ])
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
            .env("CHROMEDRIVER", driver)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &file);
        step::run(self.long_switch(&mut cargo))
    }

    /// `tests/e2e/`, against `dist/` on a server that stops with this step.
    fn journeys(&self, chromium: &Path) -> Result<()> {
        let (_server, address) = self.site()?;
        let mut playwright = Command::new(self.project.npm_bin("playwright"));
        playwright
            .current_dir(&self.project.root)
            .args(["test", "--config", "tests/e2e/playwright.config.ts"])
            .env("RILIEVO_URL", address)
            .env("RILIEVO_CHROMIUM", chromium)
            .env("RILIEVO_CHROMIUM_FLAGS", CHROMIUM_FLAGS.join(" "));
        step::run(self.long_switch(&mut playwright))
    }

    /// `tests/firefox/`, against `dist/` too.
    fn firefox_journeys(&self, firefox: &Path) -> Result<()> {
        let (_server, address) = self.site()?;
        let mut node = Command::new("node");
        node.current_dir(&self.project.root)
            .args(["--test", "--test-reporter", "spec"])
            .args([
                "tests/firefox/journeys.test.mjs",
                "tests/firefox/alone.test.mjs",
            ])
            .env("RILIEVO_URL", address)
            .env("RILIEVO_FIREFOX", firefox);
        step::run(self.long_switch(&mut node))
    }

    /// `dist/` on a server that stops when it is dropped, and its address.
    fn site(&self) -> Result<(Server, String)> {
        let server = Server::start(server::folder(&self.project.dist(), PREFIX), 0)?;
        let address = format!("{}{PREFIX}/", server.origin());
        Ok((server, address))
    }

    fn long_switch<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        if self.long {
            command.env("RILIEVO_LONG", "1")
        } else {
            command.env_remove("RILIEVO_LONG")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_long_switch_turns_long_suites_on() {
        let (root, target) = ("root".into(), "target".into());
        let project = Project { root, target };
        let variable = |long| {
            let checks = Checks {
                project: &project,
                long,
            };
            let mut command = Command::new("cargo");
            checks.long_switch(&mut command);
            command
                .get_envs()
                .find(|(name, _)| *name == "RILIEVO_LONG")
                .map(|(_, value)| value.map(|value| value.to_owned()))
        };
        assert_eq!(variable(true), Some(Some("1".into())));
        // Removed, so that a value left in the terminal does not count.
        assert_eq!(variable(false), Some(None));
    }
}
