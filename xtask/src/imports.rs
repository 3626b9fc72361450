//! Short names for what the module imports from its glue.
//!
//! wasm-bindgen names each import after the JavaScript it calls, with a hash at
//! its end: some hundred names that compress badly, once in the module and
//! once in the glue. Nobody else reads them.

use std::path::Path;

use anyhow::{Context, Result, anyhow};
use walrus::Module;

/// Renames the imports of the module `wasm` and what the script `glue` gives for
/// them; the files of the program start with `name`.
pub fn shorten(name: &str, wasm: &Path, glue: &Path) -> Result<()> {
    let bytes = std::fs::read(wasm).with_context(|| format!("cannot read {}", wasm.display()))?;
    let mut module = Module::from_buffer(&bytes)
        .map_err(|error| anyhow!("{} is no module: {error:#}", wasm.display()))?;
    let mut script =
        std::fs::read_to_string(glue).with_context(|| format!("cannot read {}", glue.display()))?;
    // What comes from elsewhere, such as the loader of parts, keeps its name.
    let own = format!("./{name}_bg.js");
    let imports = module.imports.iter_mut().filter(|i| i.module == own);
    for (nth, import) in imports.enumerate() {
        let short = format!("_{nth:x}");
        script = renamed(&script, &import.name, &short)
            .with_context(|| format!("the glue gives nothing for {}", import.name))?;
        import.name = short;
    }
    std::fs::write(glue, script).with_context(|| format!("cannot write {}", glue.display()))?;
    std::fs::write(wasm, module.emit_wasm())
        .with_context(|| format!("cannot write {}", wasm.display()))
}

/// The script with another name for a property; `None` where it has no such
/// property. The property is a key of an object: nothing else is renamed.
fn renamed(script: &str, name: &str, short: &str) -> Option<String> {
    let key = script.match_indices(name).find(|(at, _)| {
        let before = script[..*at].chars().next_back();
        let after = script[at + name.len()..].trim_start();
        before.is_none_or(|c| !(c.is_alphanumeric() || c == '_' || c == '$'))
            && after.starts_with(':')
    });
    let (at, _) = key?;
    Some(format!(
        "{}{short}{}",
        &script[..at],
        &script[at + name.len()..]
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_renamed_and_nothing_that_only_looks_like_it() {
        let script = "function __wbg_log() {} const i = { __wbg_log_2: f, __wbg_log: g };";
        assert_eq!(
            renamed(script, "__wbg_log", "_0").as_deref(),
            Some("function __wbg_log() {} const i = { __wbg_log_2: f, _0: g };")
        );
        assert_eq!(renamed(script, "__wbg_warn", "_0"), None);
    }
}
