//! Where things are: the project's folder and cargo's target folder.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::step;

/// The rustc target of the app.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The folders that the commands read and write.
pub struct Project {
    /// The folder with `index.html` and the workspace's `Cargo.toml`.
    pub root: PathBuf,
    /// Cargo's target folder, wherever its configuration puts it.
    pub target: PathBuf,
}

impl Project {
    /// Asks cargo. Fails if cargo cannot read the workspace.
    pub fn find() -> Result<Self> {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
        let text = step::output(
            cargo()
                .args(["metadata", "--no-deps", "--format-version", "1"])
                .current_dir(manifest),
        )?;
        let metadata: serde_json::Value =
            serde_json::from_str(&text).context("cargo metadata is not JSON")?;
        let folder = |key: &str| {
            metadata[key]
                .as_str()
                .map(PathBuf::from)
                .with_context(|| format!("cargo metadata has no {key}"))
        };
        Ok(Self {
            root: folder("workspace_root")?,
            target: folder("target_directory")?,
        })
    }

    /// The folder that `build` writes.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// A program that npm installed into the project.
    pub fn npm_bin(&self, name: &str) -> PathBuf {
        self.root.join("node_modules/.bin").join(name)
    }

    /// A cargo command that runs in the project's folder.
    pub fn cargo(&self) -> Command {
        let mut command = cargo();
        command.current_dir(&self.root);
        command
    }
}

/// The cargo that started this program, so that both use one toolchain.
fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}
