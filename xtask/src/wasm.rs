//! From Rust to a module that a browser loads: cargo, wasm-bindgen, wasm-opt.

use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use wasm_bindgen_cli_support::Bindgen;

use crate::project::{Project, WASM_TARGET};
use crate::{imports, parts, step};

/// The name that the app's files start with.
pub const NAME: &str = "rilievo";

/// The name that the files of the exporters start with, which are a program of
/// their own.
pub const EXPORTER: &str = "exporter";

/// The name that the files of what reads large files start with, the third program.
pub const IMPORTER: &str = "importer";

/// How the app is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Quick to build; keeps function names for readable panics.
    Dev,
    /// Small; what is published.
    Release,
}

/// Compiles the app; gives the path of cargo's wasm file. Only the small one
/// can be split into parts.
pub fn compile(project: &Project, profile: Profile) -> Result<PathBuf> {
    let mut cargo = project.cargo();
    cargo.args(["rustc", "--package", NAME, "--bin", NAME]);
    cargo.args(["--target", WASM_TARGET]);
    let folder = match profile {
        Profile::Dev => "debug",
        Profile::Release => {
            cargo.args(["--release", "--features", "parts"]);
            cargo.arg("--config").arg(short_paths(WASM_TARGET)?);
            // What a function refers to can be told only where it is noted.
            cargo.args(["--", "-C", "link-arg=--emit-relocs"]);
            "release"
        }
    };
    step::run(&mut cargo)?;
    let folder = project.target.join(WASM_TARGET).join(folder);
    Ok(folder.join(format!("{NAME}.wasm")))
}

/// Compiles the exporters; gives the path of cargo's wasm file.
pub fn compile_exporter(project: &Project, profile: Profile) -> Result<PathBuf> {
    let features = ["--no-default-features", "--features", "worker"];
    compile_whole(project, profile, EXPORTER, &features)
}

/// Compiles what reads large files, for speed; gives the path of cargo's wasm file.
pub fn compile_importer(project: &Project) -> Result<PathBuf> {
    let mut cargo = project.cargo();
    cargo.args(["build", "--package", NAME, "--bin", IMPORTER]);
    cargo.args(["--no-default-features", "--features", IMPORTER]);
    cargo.args(["--target", WASM_TARGET, "--profile", SWIFT]);
    cargo.arg("--config").arg(short_paths(WASM_TARGET)?);
    cargo.arg("--config").arg(wide_words(WASM_TARGET));
    step::run(&mut cargo)?;
    let folder = project.target.join(WASM_TARGET).join(SWIFT);
    Ok(folder.join(format!("{IMPORTER}.wasm")))
}

/// Compiles the program `name`, which is not split, with these `features`; gives
/// the path of cargo's wasm file.
pub fn compile_whole(
    project: &Project,
    profile: Profile,
    name: &str,
    features: &[&str],
) -> Result<PathBuf> {
    let mut cargo = project.cargo();
    cargo.args(["build", "--package", NAME, "--bin", name]);
    cargo.args(features).args(["--target", WASM_TARGET]);
    let folder = match profile {
        Profile::Dev => "debug",
        Profile::Release => {
            cargo.arg("--release");
            cargo.arg("--config").arg(short_paths(WASM_TARGET)?);
            "release"
        }
    };
    step::run(&mut cargo)?;
    let folder = project.target.join(WASM_TARGET).join(folder);
    Ok(folder.join(format!("{name}.wasm")))
}

/// A setting of cargo that cuts the folder of the packages off the paths which
/// panics name: they are of this machine, and there are a hundred of them.
fn short_paths(target: &str) -> Result<String> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")));
    let sources = home.unwrap_or_default().join("registry/src");
    let mut flags = Vec::new();
    // Without packages of a registry there is nothing to cut off.
    for folder in fs::read_dir(sources).into_iter().flatten() {
        let folder = folder?.path();
        flags.push(format!("\"--remap-path-prefix={}=\"", folder.display()));
    }
    Ok(format!("target.{target}.rustflags=[{}]", flags.join(",")))
}

/// A setting of cargo that lets code work on several numbers at a time, as SHA-256 does. A
/// browser that cannot does not load the module; its page reads large files itself.
fn wide_words(target: &str) -> String {
    format!("target.{target}.rustflags=[\"-C\",\"target-feature=+simd128\"]")
}

/// Writes `rilievo.js`, `rilievo_bg.wasm` and any `snippets/` into `out`,
/// which is emptied first. The glue names no wasm file: its caller passes the
/// address. With another `name` the files start with that.
pub fn bindgen(name: &str, wasm: &Path, profile: Profile, out: &Path) -> Result<()> {
    if out.exists() {
        fs::remove_dir_all(out).with_context(|| format!("cannot empty {}", out.display()))?;
    }
    let release = profile == Profile::Release;
    // The names stay until wasm-opt has put the functions in their order.
    Bindgen::new()
        .input_path(wasm)
        .out_name(name)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .keep_debug(false)
        // The parts use the table of functions.
        .keep_lld_exports(release && name == NAME)
        .remove_name_section(false)
        .remove_producers_section(release)
        .generate(out)
        .context("wasm-bindgen failed")
}

/// Shrinks the glue, `rilievo_bg.wasm` and the parts in `glue` in place. The glue
/// takes what it imports into itself.
pub fn optimise(project: &Project, glue: &Path) -> Result<()> {
    let (script, module) = (
        glue.join(format!("{NAME}.js")),
        glue.join(format!("{NAME}_bg.wasm")),
    );
    parts::unsaid(&module)?;
    imports::shorten(NAME, &module, &script)?;
    minify(project, &script)?;
    // The main module first: it takes longest.
    let mut files = vec![module];
    files.extend(parts::names(glue)?.iter().map(|part| glue.join(part)));
    shrink_all(project, &files)
}

/// Shrinks glue and module of the exporters in place.
pub fn optimise_exporter(project: &Project, glue: &Path) -> Result<()> {
    minify(project, &glue.join(format!("{EXPORTER}.js")))?;
    shrink(project, &glue.join(format!("{EXPORTER}_bg.wasm")))
}

/// Shrinks the glue of what reads large files, and makes its module faster, in place.
pub fn optimise_importer(project: &Project, glue: &Path) -> Result<()> {
    minify(project, &glue.join(format!("{IMPORTER}.js")))?;
    let way: Vec<&str> = [HASTENING.as_slice(), &FEATURES].concat();
    optimised(project, &glue.join(format!("{IMPORTER}_bg.wasm")), &way)
}

/// Shrinks as many files at a time as there are cores: most are small, and
/// starting the program costs as much as they do.
fn shrink_all(project: &Project, files: &[PathBuf]) -> Result<()> {
    let next = AtomicUsize::new(0);
    let work = || -> Result<()> {
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            shrink(project, file)?;
        }
        Ok(())
    };
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        let done = workers.into_iter().map(|worker| match worker.join() {
            Ok(done) => done,
            Err(panic) => std::panic::resume_unwind(panic),
        });
        done.collect()
    })
}

/// Cargo's profile for it.
const SWIFT: &str = "swift";

/// The features that Rust's wasm target uses by default; without them wasm-opt
/// refuses a module, or rewrites what it must not.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// How wasm-opt is called for code that is to be fast.
const HASTENING: [&str; 4] = [
    "--low-memory-unused",
    "--enable-simd",
    "-O3",
    "--strip-debug",
];

/// How wasm-opt is called.
const SHRINKING: [&str; 12] = [
    // Rust puts the stack there, whose last kilobyte is never reached: addresses
    // are folded into what uses them.
    "--low-memory-unused",
    // Functions with one caller stay their own unless they are small: inlined,
    // they compress worse.
    "--one-caller-inline-max-function-size",
    "60",
    // Once more after straightening what the first round left: half a percent
    // less as it travels.
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    // Like functions have like names: side by side they compress better, by
    // another half percent.
    "--reorder-functions-by-name",
    "--strip-debug",
    // No program reads what made the file, and with which features.
    "--strip-producers",
    "--strip-target-features",
];

/// Shrinks one file. What came of a file is kept by its content: where the code
/// did not change, a build does not shrink it again.
pub fn shrink(project: &Project, file: &Path) -> Result<()> {
    let way: Vec<&str> = [SHRINKING.as_slice(), &FEATURES].concat();
    optimised(project, file, &way)
}

/// The file as wasm-opt makes it, called in this way, in place.
fn optimised(project: &Project, file: &Path, way: &[&str]) -> Result<()> {
    let content = fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
    let kept = kept(project, &way.join(" "), &content, "wasm", |making| {
        let mut optimiser = Command::new(project.npm_bin("wasm-opt"));
        optimiser.current_dir(&project.root).args(way);
        step::run(optimiser.arg("--output").arg(making).arg(file))
    })?;
    fs::copy(&kept, file).with_context(|| format!("cannot write {}", file.display()))?;
    Ok(())
}

/// The file that `make` makes out of `content` in this `way`; made only where an
/// earlier build has not.
pub fn kept(
    project: &Project,
    way: &str,
    content: &[u8],
    ending: &str,
    make: impl FnOnce(&Path) -> Result<()>,
) -> Result<PathBuf> {
    let mut hash = Sha256::new();
    hash.update(way);
    hash.update(content);
    let name: String = hash.finalize().iter().map(|b| format!("{b:02x}")).collect();
    let folder = project.target.join("shrunk");
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let kept = folder.join(format!("{name}.{ending}"));
    if !kept.exists() {
        // Under another name until it is whole.
        let making = folder.join(format!("{name}.part"));
        make(&making)?;
        fs::rename(&making, &kept).with_context(|| format!("cannot keep {}", kept.display()))?;
    }
    Ok(kept)
}

/// Takes comments and long names out of the glue: a fifth of it as it travels.
fn minify(project: &Project, file: &Path) -> Result<()> {
    bundle(project, file, &["--format=esm"])
}

/// A script that imports what it names when it runs, without comments and long names.
pub fn minified(project: &Project, name: &str, script: &str) -> Result<String> {
    let file = project.target.join("glue").join(name);
    fs::write(&file, script).with_context(|| format!("cannot write {}", file.display()))?;
    step::output(
        Command::new(project.npm_bin("esbuild"))
            .current_dir(&project.root)
            .args(["--minify", "--format=esm", "--log-level=warning"])
            .arg(&file),
    )
}

/// Puts a script and what it imports into one, small and in ASCII, in place.
pub fn bundle(project: &Project, file: &Path, form: &[&str]) -> Result<()> {
    let mut out = std::ffi::OsString::from("--outfile=");
    out.push(file);
    step::run(
        Command::new(project.npm_bin("esbuild"))
            .current_dir(&project.root)
            .arg(file)
            .args(["--bundle", "--minify", "--allow-overwrite"])
            .args(["--log-level=warning"])
            .args(form)
            .arg(out),
    )
}
