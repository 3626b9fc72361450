//! Files that are checked in and made by a command: written, or held against
//! what the command makes now.

use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;

/// Writes `text` to `file`, a path from the project's root; with `check`
/// compares it with what is there. `from` says what gives it, and `command`
/// what writes it.
///
/// # Errors
/// When the file cannot be read or written, or is not what it should be.
pub fn keep(file: &str, text: &str, check: bool, from: &str, command: &str) -> Result<()> {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = xtask.parent().unwrap_or(xtask).join(file);
    if check {
        let there = fs::read_to_string(&path).with_context(|| format!("cannot read {file}"))?;
        ensure!(
            there == text,
            "{file} is not what {from} give: run `cargo xtask {command}`"
        );
        println!("{file} is what {from} give");
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&path, text).with_context(|| format!("cannot write {file}"))?;
    println!("{file}: {} bytes", text.len());
    Ok(())
}
