//! `cargo xtask schema`: the JSON Schema of bundles, from the types of the app.

use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};

/// Writes the schema; with `check` compares it with the one that is there.
pub fn command(check: bool) -> Result<()> {
    let path = path();
    let schema = text()?;
    if check {
        let there = std::fs::read_to_string(&path)
            .with_context(|| format!("cannot read {}", path.display()))?;
        ensure!(
            there == schema,
            "{} is not what the types give: run `cargo xtask schema`",
            path.display()
        );
        println!("{} is what the types give", path.display());
    } else {
        std::fs::write(&path, &schema)
            .with_context(|| format!("cannot write {}", path.display()))?;
        println!("{}: {} bytes", path.display(), schema.len());
    }
    Ok(())
}

/// Where the schema stands.
fn path() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = xtask.parent().unwrap_or(xtask);
    root.join("docs/bundle.schema.json")
}

/// The text of the schema.
fn text() -> Result<String> {
    let schema = rilievo::bundle::schema();
    Ok(format!("{}\n", serde_json::to_string_pretty(&schema)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checked_in_schema_is_what_the_types_give() -> Result<()> {
        command(true)
    }
}
