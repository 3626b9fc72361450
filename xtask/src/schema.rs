//! `cargo xtask schema`: the JSON Schema of bundles, from the types of the app.

use crate::generated;
use anyhow::Result;

/// Writes the schema; with `check` compares it with the one that is there.
pub fn command(check: bool) -> Result<()> {
    generated::keep(
        "docs/bundle.schema.json",
        &text()?,
        check,
        "the types",
        "schema",
    )
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
