//! The one file: app, exporters, fonts, style and examples in one HTML file that
//! works when it is double-clicked (`docs/adr/0021-one-file.md`).
//!
//! `xtask/js/alone.js` reads it.

mod pack;
mod page;
mod signs;

use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::dist::{self, PRELOADED_FONTS};
use crate::names::Names;
use crate::project::Project;
use crate::wasm::{self, Profile};
use crate::writer;
use crate::{css, exports, imports};
use pack::Pack;
use page::Page;

/// Its name.
pub const FILE: &str = "rilievo.html";

/// The name that the files of its program start with.
const NAME: &str = "alone";

const BOOT: &str = concat!(
    include_str!("../js/alone.js"),
    include_str!("../js/explain.js")
);
const SHELL: &str = include_str!("../js/alone.css");
const WORKER: &str = include_str!("../js/exporter.js");

/// Where the worker's script is the same as on a site.
const SAME: &str = "// From here on the same in the one file.";

/// How often the deflater tries: more would take minutes for a thousandth.
const TRIES: u64 = 5;

/// Makes the file at `out`.
pub fn make(project: &Project, out: &Path) -> Result<()> {
    let glue = program(project)?;
    let file = file(project, &glue)?;
    if let Some(folder) = out.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
    }
    fs::write(out, file).with_context(|| format!("cannot write {}", out.display()))
}

/// Script and module of the program, in a folder.
fn program(project: &Project) -> Result<PathBuf> {
    let compiled = wasm::compile_whole(project, Profile::Release, NAME, &["--features", "worker"])?;
    let folder = project.target.join("glue").join(NAME);
    fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let cut = folder.with_extension("wasm");
    fs::write(&cut, exports::without_streams(&writer::read(&compiled)?)?)
        .with_context(|| format!("cannot write {}", cut.display()))?;
    wasm::bindgen(NAME, &cut, Profile::Release, &folder)?;
    let (script, module) = (script(&folder), module(&folder));
    imports::shorten(NAME, &module, &script)?;
    // A script that is no module: it stands in the page, and in a worker.
    wasm::bundle(
        project,
        &script,
        &["--format=iife", "--global-name=rilievo"],
    )?;
    wasm::shrink(project, &module)?;
    Ok(folder)
}

fn script(folder: &Path) -> PathBuf {
    folder.join(format!("{NAME}.js"))
}

fn module(folder: &Path) -> PathBuf {
    folder.join(format!("{NAME}_bg.wasm"))
}

/// The file, out of a program and what the project has beside it.
fn file(project: &Project, program: &Path) -> Result<Vec<u8>> {
    let public = project.root.join("public");
    let script = text(&script(program))?;
    let (style, fonts) = style(project)?;
    let boot = boot(project)?;
    let page = Page {
        boot: &boot,
        shell: SHELL,
        script: &script,
        style: &style,
        icon: &writer::read(&public.join("icons/rilievo.svg"))?,
    };
    let (before, after) = page.around()?;
    let mut pack = Pack::default();
    // What compresses badly last, and what is alike side by side.
    pack.add("before", json!({}), before.as_bytes());
    pack.add("after", json!({}), after.as_bytes());
    pack.add("worker", json!({}), worker()?.as_bytes());
    pack.add("script", json!({}), script.as_bytes());
    pack.add("style", json!({}), style.as_bytes());
    let examples = writer::files(&public.join("examples"))?;
    let examples = examples.iter().map(|file| format!("examples/{file}"));
    let examples: Names = examples.map(|file| (file.clone(), file)).collect();
    for example in dist::examples(&public, &examples)? {
        let bytes = writer::read(&public.join(&example.file))?;
        let about = json!({ "name": example.file, "project": example.project });
        pack.add("assets", about, &bytes);
    }
    pack.add("module", json!({}), &writer::read(&module(program))?);
    for font in fonts {
        let bytes = writer::read(&public.join(&font.file))?;
        let about = json!({
            "name": font.file,
            "family": font.family,
            "weight": font.weight,
            "named": PRELOADED_FONTS.contains(&font.file.as_str()),
        });
        pack.add("fonts", about, &bytes);
    }
    let pack = signs::escaped(&deflated(project, &pack.bytes()?)?);
    Ok([before.as_bytes(), &pack, after.as_bytes()].concat())
}

/// The style of all pages, and its fonts.
fn style(project: &Project) -> Result<(String, Vec<pack::Font>)> {
    let all = [
        dist::sheets(project, "style")?,
        dist::sheets(project, "style/later")?,
    ];
    let (all, fonts) = pack::without_fonts(&all.concat())?;
    // No file is beside this one.
    let all = css::rewrite_urls(&all, &Names::new())?;
    let all = css::minify(&project.root, &all)?;
    let all = String::from_utf8(all).context("the style is not UTF-8")?;
    Ok((all, fonts))
}

/// The script that starts the app, small and in ASCII.
fn boot(project: &Project) -> Result<String> {
    let file = project.target.join("glue/alone-boot.js");
    fs::write(&file, BOOT).with_context(|| format!("cannot write {}", file.display()))?;
    // A browser that is too old is to say so.
    wasm::bundle(project, &file, &["--format=iife", "--target=es2018"])?;
    text(&file)
}

/// The worker's script behind that of the program, which is not imported here.
fn worker() -> Result<String> {
    let (_, same) = WORKER
        .split_once(SAME)
        .context("the worker has no common part")?;
    ensure!(!same.contains("{{"), "the worker is not filled in");
    Ok(["const { default: start, Job } = rilievo;", same].concat())
}

/// Deflated as small as it gets, with a check sum.
fn deflated(project: &Project, bytes: &[u8]) -> Result<Vec<u8>> {
    let options = zopfli::Options {
        iteration_count: NonZero::new(TRIES).unwrap_or(NonZero::<u64>::MIN),
        ..zopfli::Options::default()
    };
    let way = format!("zopfli, {TRIES}");
    let kept = wasm::kept(project, &way, bytes, "zlib", |making| {
        let mut out = Vec::new();
        zopfli::compress(options, zopfli::Format::Zlib, bytes, &mut out)
            .context("the one file could not be deflated")?;
        fs::write(making, out).with_context(|| format!("cannot write {}", making.display()))
    })?;
    writer::read(&kept)
}

fn text(file: &Path) -> Result<String> {
    String::from_utf8(writer::read(file)?)
        .with_context(|| format!("{} is not UTF-8", file.display()))
}
