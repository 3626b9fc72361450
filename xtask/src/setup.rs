//! Sets up what a command needs and this machine lacks; where that cannot be
//! done, says what to install.

use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::names;
use crate::project::{Project, WASM_TARGET};
use crate::step;

/// Of `wasm-bindgen`, as in both `Cargo.toml`: test runner and app must agree.
const WASM_BINDGEN: &str = "0.2.130";
/// The oldest Python 3 that the packages of `tests/python` support.
const PYTHON: u32 = 10;
/// The oldest Node that the npm packages support.
const NODE: u32 = 20;

/// Rust's standard library for the app's target.
pub fn wasm_target(project: &Project) -> Result<()> {
    let mut rustc = Command::new("rustc");
    rustc
        .current_dir(&project.root)
        .args(["--print", "target-libdir", "--target", WASM_TARGET]);
    if Path::new(step::output(&mut rustc)?.trim()).is_dir() {
        return Ok(());
    }
    step::run(Command::new("rustup").args(["target", "add", WASM_TARGET])).with_context(|| {
        format!(
            "install Rust's standard library for {WASM_TARGET}, best by rustup (https://rustup.rs)"
        )
    })
}

/// A component of the Rust toolchain: its cargo subcommand and its name.
pub fn component(project: &Project, subcommand: &str, name: &str) -> Result<()> {
    if step::works(project.cargo().args([subcommand, "--version"])) {
        return Ok(());
    }
    step::run(Command::new("rustup").args(["component", "add", name]))
        .with_context(|| format!("install {name} of the Rust toolchain, best by rustup"))
}

/// Node, npm, and the packages of `package-lock.json`.
pub fn npm_packages(project: &Project) -> Result<()> {
    node()?;
    // The installed packages carry the hash of the lock file they came from.
    let lock = project.root.join("package-lock.json");
    let lock = fs::read(&lock).with_context(|| format!("cannot read {}", lock.display()))?;
    let stamp = names::hashed("package-lock", &lock);
    let stamp_file = project.root.join("node_modules/.installed-from");
    if fs::read_to_string(&stamp_file).is_ok_and(|text| text == stamp) {
        return Ok(());
    }
    step::run(Command::new("npm").current_dir(&project.root).args([
        "ci",
        "--no-audit",
        "--no-fund",
    ]))?;
    fs::write(&stamp_file, stamp).with_context(|| format!("cannot write {}", stamp_file.display()))
}

fn node() -> Result<()> {
    let npm = || step::works(Command::new("npm").arg("--version"));
    let version = || {
        step::output(Command::new("node").arg("--version"))
            .ok()
            .and_then(|text| major(&text))
    };
    if (version().is_none() || !npm()) && !apt_install(&["nodejs", "npm"]) {
        bail!("install Node {NODE} or newer and npm (Debian, Ubuntu: packages nodejs and npm)");
    }
    match version() {
        Some(version) if version >= NODE => Ok(()),
        Some(version) => bail!("Node is version {version}; install version {NODE} or newer"),
        None => bail!("Node was installed but does not start; install version {NODE} or newer"),
    }
}

/// `v20.20.2` → 20.
fn major(version: &str) -> Option<u32> {
    version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .next()?
        .parse()
        .ok()
}

/// A Python of the project's own, with what `tests/python/requirements.txt` names.
pub fn python(project: &Project) -> Result<PathBuf> {
    let file = project.root.join("tests/python/requirements.txt");
    let wanted = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let stamp = names::hashed("requirements", &wanted);
    let folder = project.target.join("python");
    let stamp_file = folder.join("installed-from");
    let python = folder.join("bin/python");
    let is_there = fs::read_to_string(&stamp_file).is_ok_and(|text| text == stamp);
    if is_there && step::works(Command::new(&python).arg("--version")) {
        return Ok(python);
    }
    let advice = format!(
        "install Python 3.{PYTHON} or newer with its module venv \
         (Debian, Ubuntu: packages python3 and python3-venv)"
    );
    let make = || {
        let is_new = format!("import sys; sys.exit(sys.version_info < (3, {PYTHON}))");
        step::works(Command::new("python3").args(["-c", &is_new]))
            && step::works(
                Command::new("python3")
                    .args(["-m", "venv", "--clear"])
                    .arg(&folder),
            )
    };
    if !(make() || apt_install(&["python3", "python3-venv"]) && make()) {
        bail!(advice);
    }
    step::run(
        Command::new(&python)
            .args([
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
            ])
            .arg("--requirement")
            .arg(&file),
    )?;
    fs::write(&stamp_file, stamp)
        .with_context(|| format!("cannot write {}", stamp_file.display()))?;
    Ok(python)
}

/// LibreOffice, which opens the files of word processors: the one of
/// `RILIEVO_LIBREOFFICE`, or an installed one, or one that can be installed.
pub fn libreoffice() -> Result<PathBuf> {
    if let Some(path) = named("RILIEVO_LIBREOFFICE")? {
        return Ok(path);
    }
    if let Some(path) = found(&["soffice", "libreoffice"], "libreoffice-writer") {
        return Ok(path);
    }
    bail!(
        "the long run needs LibreOffice: install it (Debian: package libreoffice-writer) \
         or set RILIEVO_LIBREOFFICE"
    )
}

/// A Chromium to test in: the one of `RILIEVO_CHROMIUM`, or an installed one,
/// or one that can be installed.
pub fn chromium(project: &Project) -> Result<PathBuf> {
    if let Some(path) = named("RILIEVO_CHROMIUM")? {
        return Ok(path);
    }
    if let Some(path) = found(
        &["chromium", "chromium-browser", "google-chrome"],
        "chromium",
    ) {
        return Ok(path);
    }
    let advice = "install Chromium (Debian: package chromium) or set RILIEVO_CHROMIUM";
    step::run(
        Command::new(project.npm_bin("playwright"))
            .current_dir(&project.root)
            .args(["install", "chromium"]),
    )
    .context(advice)?;
    let path = step::output(Command::new("node").current_dir(&project.root).args([
        "--print",
        "require('@playwright/test').chromium.executablePath()",
    ]))?;
    on_path(path.trim().as_ref()).context(advice)
}

/// What tests run in: Chromium's engine alone, without the browser around it that has no
/// window to show; three quarters of the work. Where it neither is nor can be installed,
/// [`chromium`].
pub fn headless(project: &Project) -> Result<PathBuf> {
    if env::var_os("RILIEVO_CHROMIUM").is_some() {
        return chromium(project);
    }
    if let Some(path) = found(
        &["chromium-headless-shell", "chrome-headless-shell"],
        "chromium-headless-shell",
    ) {
        return Ok(path);
    }
    chromium(project)
}

/// A Firefox to test in: the one of `RILIEVO_FIREFOX`, or an installed one, or
/// one that can be installed.
pub fn firefox() -> Result<PathBuf> {
    if let Some(path) = named("RILIEVO_FIREFOX")? {
        return Ok(path);
    }
    if let Some(path) = found(&["firefox-esr", "firefox"], "firefox-esr") {
        return Ok(path);
    }
    bail!("install Firefox (Debian: package firefox-esr) or set RILIEVO_FIREFOX")
}

/// The program that drives Chromium for the wasm tests: the one of
/// `CHROMEDRIVER`, or an installed one, or one that can be installed.
pub fn chromedriver() -> Result<PathBuf> {
    if let Some(path) = named("CHROMEDRIVER")? {
        return Ok(path);
    }
    if let Some(path) = found(&["chromedriver"], "chromium-driver") {
        return Ok(path);
    }
    bail!(
        "install chromedriver in the version of your Chromium (Debian: package chromium-driver) or set CHROMEDRIVER"
    )
}

/// The runner of wasm tests, built into the target folder when missing.
pub fn test_runner(project: &Project) -> Result<PathBuf> {
    let tools = project.target.join("tools");
    let runner = tools.join("bin/wasm-bindgen-test-runner");
    let is_right = || {
        step::output(Command::new(&runner).arg("--version"))
            .is_ok_and(|text| text.split_whitespace().any(|word| word == WASM_BINDGEN))
    };
    if is_right() {
        return Ok(runner);
    }
    // Without optimisation and what a debugger needs it builds sooner, and is quick enough.
    // Not `--locked`: its lock file names versions that not every registry offers.
    step::run(
        project
            .cargo()
            .args(["install", "wasm-bindgen-cli", "--version", WASM_BINDGEN])
            .args([
                "--bin",
                "wasm-bindgen-test-runner",
                "--debug",
                "--force",
                "--root",
            ])
            .arg(&tools)
            .arg("--target-dir")
            .arg(tools.join("build"))
            .env("CARGO_PROFILE_DEV_DEBUG", "false"),
    )?;
    if !is_right() {
        bail!("wasm-bindgen-test-runner was installed but is not version {WASM_BINDGEN}");
    }
    Ok(runner)
}

/// The program that a variable of the environment names, where it is set.
fn named(variable: &str) -> Result<Option<PathBuf>> {
    let Some(name) = env::var_os(variable) else {
        return Ok(None);
    };
    let path = on_path(&name);
    let path = path.with_context(|| format!("{variable} names no program: {}", name.display()))?;
    Ok(Some(path))
}

/// The first of these programs that is installed, or that this Debian package brings, where
/// it can be installed.
fn found(programs: &[&str], package: &str) -> Option<PathBuf> {
    let installed = || programs.iter().find_map(|name| on_path(name.as_ref()));
    installed().or_else(|| apt_install(&[package]).then(installed)?)
}

/// Installs Debian packages where this program may do so; gives whether it did.
fn apt_install(packages: &[&str]) -> bool {
    let root = step::output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if !root || on_path("apt-get".as_ref()).is_none() {
        return false;
    }
    let apt = |args: &[&str]| {
        let mut command = Command::new("apt-get");
        command.args(args).env("DEBIAN_FRONTEND", "noninteractive");
        step::run(&mut command).is_ok()
    };
    let mut install = vec!["install", "--yes", "--no-install-recommends"];
    install.extend(packages);
    apt(&["update"]) && apt(&install)
}

/// Where a program is: looked up on PATH unless it is a path itself.
fn on_path(name: &OsStr) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    find(name, env::split_paths(&path))
}

fn find(name: &OsStr, mut folders: impl Iterator<Item = PathBuf>) -> Option<PathBuf> {
    let path = Path::new(name);
    if path.components().count() > 1 {
        return path.is_file().then(|| path.to_owned());
    }
    folders.find_map(|folder| {
        let file = folder.join(name);
        file.is_file().then_some(file)
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap fails the test")]
    use super::*;

    #[test]
    fn the_pinned_version_is_the_one_both_manifests_name() {
        for manifest in [
            include_str!("../Cargo.toml"),
            include_str!("../../Cargo.toml"),
        ] {
            assert!(
                manifest.contains(&format!("\"={WASM_BINDGEN}\"")),
                "{manifest}"
            );
        }
    }

    #[test]
    fn reads_node_versions() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("nonsense"), None);
    }

    #[test]
    fn programs_are_found_by_name_or_path() {
        let dir = tempfile::tempdir().unwrap();
        let program = dir.path().join("tool");
        fs::write(&program, "").unwrap();
        let folders = || [dir.path().to_owned()].into_iter();
        assert_eq!(find("tool".as_ref(), folders()), Some(program.clone()));
        assert_eq!(find(program.as_ref(), folders()), Some(program));
        assert_eq!(find("other".as_ref(), folders()), None);
        assert_eq!(find(dir.path().join("other").as_ref(), folders()), None);
    }
}
