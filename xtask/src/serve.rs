//! `cargo xtask serve`: the page on this machine, rebuilt and reloaded on
//! every change. Needs Rust, and nothing else.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result};
use notify_debouncer_full::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, NoCache, new_debouncer_opt};
use tower_livereload::LiveReloadLayer;

use crate::dist::{self, Glue, Purpose};
use crate::project::Project;
use crate::server::{self, Server};
use crate::setup;
use crate::step::Steps;
use crate::wasm::{self, Profile};

/// What is watched, relative to the project; folders with all they hold.
const WATCHED: [&str; 5] = ["src", "style", "public", "index.html", "Cargo.toml"];

/// Editors write a file in several steps; this long without a further change
/// means that the change is whole.
const QUIET: Duration = Duration::from_millis(150);

/// Runs the command; ends only by an error or from outside.
pub fn command(port: Option<u16>) -> Result<()> {
    let project = Project::find()?;
    let mut steps = Steps::default();
    steps.run("set up", || setup::wasm_target(&project))?;
    let (sender, changes) = mpsc::channel();
    let mut watch = Watch::new(&project, sender)?;
    let mut workshop = Workshop::new(&project);
    workshop.rebuild(&mut steps);

    // The page brings its own reload script, so that its policy need not
    // allow the inline script that the layer would inject.
    let reload = LiveReloadLayer::new().request_predicate(|_: &axum::extract::Request| false);
    let reloader = reload.reloader();
    let router = server::folder(&workshop.site, "").layer(reload);
    let server = Server::start(router, port.unwrap_or(0))?;
    println!("\n{}", steps.table());
    announce(&server);

    for change in changes {
        if !watch.concerns(change) {
            continue;
        }
        if workshop.rebuild(&mut Steps::default()) {
            reloader.reload();
        }
        announce(&server);
    }
    Ok(())
}

fn announce(server: &Server) {
    println!("Rilievo is at {}/ (Ctrl-C stops it)", server.origin());
}

/// Where the site is built, and what of it is still good.
struct Workshop<'a> {
    project: &'a Project,
    glue: PathBuf,
    /// The site being served.
    site: PathBuf,
    /// The cargo output that `glue` was made from.
    bound: Option<SystemTime>,
    /// The glue of the exporters, and what it was made from.
    exporter: PathBuf,
    exporter_bound: Option<SystemTime>,
}

impl<'a> Workshop<'a> {
    fn new(project: &'a Project) -> Self {
        Self {
            project,
            glue: project.target.join("glue/dev"),
            site: project.target.join("serve"),
            bound: None,
            exporter: project.target.join("glue/exporter-dev"),
            exporter_bound: None,
        }
    }

    /// Builds the site anew. On an error says so, and leaves the old site in
    /// place; gives whether there is a new one.
    fn rebuild(&mut self, steps: &mut Steps) -> bool {
        match self.try_rebuild(steps) {
            Ok(()) => true,
            Err(error) => {
                eprintln!("\nerror: {error:#}\nThe page stays as it was; waiting for a change.");
                false
            }
        }
    }

    fn try_rebuild(&mut self, steps: &mut Steps) -> Result<()> {
        let wasm = steps.run("compile", || wasm::compile(self.project, Profile::Dev))?;
        let time = fs::metadata(&wasm)?.modified()?;
        if self.bound != Some(time) {
            self.bound = None;
            steps.run("wasm-bindgen", || {
                wasm::bindgen(wasm::NAME, &wasm, Profile::Dev, &self.glue)
            })?;
            self.bound = Some(time);
        }
        let exporter = steps.run("compile the exporters", || {
            wasm::compile_exporter(self.project, Profile::Dev)
        })?;
        let time = fs::metadata(&exporter)?.modified()?;
        if self.exporter_bound != Some(time) {
            self.exporter_bound = None;
            wasm::bindgen(wasm::EXPORTER, &exporter, Profile::Dev, &self.exporter)?;
            self.exporter_bound = Some(time);
        }
        steps.run("assemble", || {
            let next = self.project.target.join("serve-next");
            let glue = Glue {
                alone: None,
                app: &self.glue,
                exporter: &self.exporter,
                importer: None,
            };
            dist::assemble(self.project, glue, Purpose::Develop, &next)?;
            swap(&next, &self.site)
        })
    }
}

/// Puts the folder `next` in the place of `site`.
fn swap(next: &Path, site: &Path) -> Result<()> {
    if site.exists() {
        fs::remove_dir_all(site).with_context(|| format!("cannot remove {}", site.display()))?;
    }
    fs::rename(next, site).with_context(|| format!("cannot move the site to {}", site.display()))
}

/// The file watcher.
struct Watch {
    root: PathBuf,
    /// The watched folders that exist.
    watched: BTreeSet<PathBuf>,
    debouncer: Debouncer<RecommendedWatcher, NoCache>,
}

impl Watch {
    fn new(project: &Project, changes: mpsc::Sender<DebounceEventResult>) -> Result<Self> {
        let debouncer = new_debouncer_opt(QUIET, None, changes, NoCache, Default::default())?;
        let mut watch = Self {
            root: project.root.clone(),
            watched: BTreeSet::new(),
            debouncer,
        };
        // Single files are watched through their folder: editors replace
        // a file rather than write it.
        watch
            .debouncer
            .watch(&watch.root, RecursiveMode::NonRecursive)
            .context("cannot watch the project for changes")?;
        watch.look()?;
        Ok(watch)
    }

    /// Watches the folders that have come, forgets those that have gone.
    fn look(&mut self) -> Result<()> {
        for name in WATCHED {
            let path = self.root.join(name);
            if !path.is_dir() {
                self.watched.remove(&path);
            } else if self.watched.insert(path.clone()) {
                self.debouncer
                    .watch(&path, RecursiveMode::Recursive)
                    .with_context(|| format!("cannot watch {name} for changes"))?;
            }
        }
        Ok(())
    }

    /// Whether a batch of events asks for a rebuild.
    fn concerns(&mut self, change: DebounceEventResult) -> bool {
        if let Err(error) = self.look() {
            eprintln!("warning: {error:#}");
        }
        match change {
            Ok(events) => events.iter().any(|event| {
                // Reading a file, as the build does, is an event too.
                !event.kind.is_access() && event.paths.iter().any(|path| concerns(&self.root, path))
            }),
            Err(errors) => {
                for error in errors {
                    eprintln!("warning: watching for changes: {error}");
                }
                false
            }
        }
    }
}

/// Whether a changed file is part of the page.
fn concerns(root: &Path, path: &Path) -> bool {
    path.strip_prefix(root)
        .is_ok_and(|path| WATCHED.iter().any(|watched| path.starts_with(watched)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap fails the test")]
    use super::*;

    #[test]
    fn only_what_the_page_is_made_of_counts() {
        let root = Path::new("/p");
        for path in [
            "/p/src/ui/mod.rs",
            "/p/style/base.css",
            "/p/index.html",
            "/p/Cargo.toml",
        ] {
            assert!(concerns(root, Path::new(path)), "{path}");
        }
        for path in [
            "/p/target/debug",
            "/p/Cargo.lock",
            "/p/srcs/x",
            "/src/main.rs",
            "/p",
        ] {
            assert!(!concerns(root, Path::new(path)), "{path}");
        }
    }

    #[test]
    fn a_saved_file_and_a_new_folder_are_seen() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().canonicalize().unwrap();
        fs::create_dir(root.join("src")).unwrap();
        let project = Project {
            root: root.clone(),
            target: root.join("target"),
        };
        let (sender, changes) = mpsc::channel();
        let mut watch = Watch::new(&project, sender).unwrap();
        // Several batches may come for one change; wait for the one that names it.
        let mut seen = |name: &str| {
            loop {
                let change = changes.recv_timeout(Duration::from_secs(20)).unwrap();
                let named = change.as_ref().is_ok_and(|events| {
                    let mut paths = events.iter().flat_map(|event| &event.paths);
                    paths.any(|path| *path == root.join(name))
                });
                if watch.concerns(change) && named {
                    return;
                }
            }
        };
        fs::write(root.join("src/lib.rs"), "//! x").unwrap();
        seen("src/lib.rs");
        fs::create_dir(root.join("style")).unwrap();
        seen("style");
        fs::write(root.join("style/base.css"), "a{}").unwrap();
        seen("style/base.css");
    }

    #[test]
    fn a_new_site_replaces_the_old_one() {
        let dir = tempfile::tempdir().unwrap();
        let (next, site) = (dir.path().join("next"), dir.path().join("site"));
        for text in ["one", "two"] {
            fs::create_dir(&next).unwrap();
            fs::write(next.join(text), text).unwrap();
            swap(&next, &site).unwrap();
        }
        assert!(site.join("two").exists() && !site.join("one").exists());
        assert!(!next.exists());
    }
}
