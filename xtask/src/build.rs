//! `cargo xtask build`: the site in `dist/`, small and checked against the budgets.

use std::path::Path;
use std::thread;

use anyhow::Result;

use crate::dist::{self, Glue, Purpose};
use crate::project::Project;
use crate::step::Steps;
use crate::wasm::{self, Profile};
use crate::{alone, parts, setup, size};

/// Runs the command.
pub fn command() -> Result<()> {
    let project = Project::find()?;
    let mut steps = Steps::default();
    steps.run("set up", || {
        setup::wasm_target(&project)?;
        setup::npm_packages(&project)
    })?;
    run(&project, &mut steps)?;
    println!("\n{}", steps.table());
    println!("The site is in {}", project.dist().display());
    Ok(())
}

/// Makes the one file alone, and puts it where the build puts it.
pub fn alone() -> Result<()> {
    let project = Project::find()?;
    let mut steps = Steps::default();
    steps.run("set up", || {
        setup::wasm_target(&project)?;
        setup::npm_packages(&project)
    })?;
    let out = project.dist().join(alone::FILE);
    steps.run("the one file", || alone::make(&project, &out))?;
    println!("\n{}", steps.table());
    println!("The file is {}", out.display());
    Ok(())
}

/// The steps of the build, once everything is set up.
pub fn run(project: &Project, steps: &mut Steps) -> Result<()> {
    let glue = project.target.join("glue/release");
    let wasm = steps.run("compile (release)", || {
        wasm::compile(project, Profile::Release)
    })?;
    let split = project.target.join("glue/split");
    let main = steps.run("split into parts", || parts::split(&wasm, &split))?;
    steps.run("wasm-bindgen", || {
        wasm::bindgen(wasm::NAME, &main, Profile::Release, &glue)?;
        parts::join(&split, &glue)
    })?;
    let exporter = project.target.join("glue/exporter");
    let alone = project.target.join("glue").join(alone::FILE);
    let importer = project.target.join("glue/importer");
    // Cargo compiles one program at a time: the one that is shrunk longest first, while
    // the site is shrunk.
    steps.run("wasm-opt, the one file, the workers", || {
        thread::scope(|scope| {
            let whole = scope.spawn(|| alone::make(project, &alone));
            wasm::optimise(project, &glue)?;
            importing(project, &importer)?;
            exporters(project, &exporter)?;
            match whole.join() {
                Ok(done) => done,
                Err(panic) => std::panic::resume_unwind(panic),
            }
        })
    })?;
    let glue = Glue {
        app: &glue,
        exporter: &exporter,
        importer: Some(&importer),
        alone: Some(&alone),
    };
    let dist = project.dist();
    let site = steps.run("assemble dist/", || {
        dist::assemble(project, glue, Purpose::Publish, &dist)
    })?;
    steps.run("measure", || size::check(project, &dist, &site))
}

/// What reads large files in the folder `out`.
fn importing(project: &Project, out: &Path) -> Result<()> {
    let wasm = wasm::compile_importer(project)?;
    wasm::bindgen(wasm::IMPORTER, &wasm, Profile::Release, out)?;
    wasm::optimise_importer(project, out)
}

/// The exporters in the folder `out`.
fn exporters(project: &Project, out: &Path) -> Result<()> {
    let wasm = wasm::compile_exporter(project, Profile::Release)?;
    wasm::bindgen(wasm::EXPORTER, &wasm, Profile::Release, out)?;
    wasm::optimise_exporter(project, out)
}
