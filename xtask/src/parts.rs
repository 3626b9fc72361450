//! Splits cargo's module into the main one and the parts that are fetched when
//! asked for. Rust declares them by `in_part!` (`src/state/part.rs`).

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use wasm_split_cli_support::Options;

use crate::exports;
use crate::wasm::NAME;

/// The script that fetches parts; the glue imports it by this name.
const LOADER: &str = "parts.js";

/// How the loader fetches a part, before and after its name; and what it calls
/// instead.
const FETCHING: [&str; 2] = [
    "() => {\n    const src = fetch(new URL(",
    ", import.meta.url));\n    src.catch(() => {});\n    \
     return async (imports) => (WebAssembly.instantiateStreaming(src, imports));\n}",
];
const PART: &str = include_str!("../js/part.js");

/// Splits `wasm`, which was linked with `--emit-relocs`, into the folder `out`,
/// which is emptied first. Gives the path of the main module, which wasm-bindgen
/// has to see yet; beside it stand the parts and their loader.
pub fn split(wasm: &Path, out: &Path) -> Result<PathBuf> {
    if out.exists() {
        fs::remove_dir_all(out).with_context(|| format!("cannot empty {}", out.display()))?;
    }
    fs::create_dir_all(out).with_context(|| format!("cannot create {}", out.display()))?;
    let input = fs::read(wasm).with_context(|| format!("cannot read {}", wasm.display()))?;
    let input = exports::without_streams(&input)?;
    let main = out.join(format!("{NAME}.wasm"));
    let (link, glue) = (format!("./{LOADER}"), format!("./{NAME}.js"));
    let mut options = Options::new(&input);
    options.output_dir = out;
    options.main_out_path = &main;
    options.link_name = &link;
    options.main_module = &glue;
    wasm_split_cli_support::transform(options)
        .map_err(|report| anyhow!("splitting failed: {report:#}"))?;
    let loader = out.join(LOADER);
    let script =
        fs::read_to_string(&loader).with_context(|| format!("cannot read {}", loader.display()))?;
    fs::write(&loader, tolerant(&script)?)
        .with_context(|| format!("cannot write {}", loader.display()))?;
    Ok(main)
}

/// The loader, taking a part whatever type the host sends it as. What it says of
/// each part is said once.
fn tolerant(script: &str) -> Result<String> {
    let [before, after] = FETCHING;
    let times = |text: &str| script.matches(text).count();
    ensure!(times(before) > 0, "the loader fetches no part");
    ensure!(
        times(before) == times(after),
        "the loader fetches in another way"
    );
    Ok(script.replace(before, "part(").replace(after, ")") + PART)
}

/// Puts the parts and their loader from the folder `split` beside the glue.
pub fn join(split: &Path, glue: &Path) -> Result<()> {
    let mut names = names(split)?;
    names.push(LOADER.to_owned());
    for name in names {
        fs::copy(split.join(&name), glue.join(&name))
            .with_context(|| format!("cannot copy {name} to {}", glue.display()))?;
    }
    Ok(())
}

/// File names of the parts in a folder, sorted: `split_exchange.wasm`, and
/// `chunk_….wasm` for what several parts share.
pub fn names(folder: &Path) -> Result<Vec<String>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut names = Vec::new();
    for entry in entries {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let is_part = name.starts_with("split_") || name.starts_with("chunk_");
        if is_part && name.ends_with(".wasm") {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// The purpose of a part, from its file name: `exchange`; a chunk keeps its name.
pub fn purpose(name: &str) -> &str {
    let name = name.trim_end_matches(".wasm");
    name.strip_prefix("split_").unwrap_or(name)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap fails the test")]
    use super::*;

    #[test]
    fn parts_are_told_from_the_main_module_and_named_by_purpose() {
        let dir = tempfile::tempdir().unwrap();
        let files = ["split_report.wasm", "rilievo.wasm", "chunk_2.wasm", LOADER];
        for file in files {
            fs::write(dir.path().join(file), file).unwrap();
        }
        let found = names(dir.path()).unwrap();
        assert_eq!(found, ["chunk_2.wasm", "split_report.wasm"]);
        let purposes: Vec<_> = found.iter().map(|name| purpose(name)).collect();
        assert_eq!(purposes, ["chunk_2", "report"]);
    }

    #[test]
    fn parts_and_their_loader_stand_beside_the_glue() {
        let (split, glue) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        for file in ["split_report.wasm", "rilievo.wasm", LOADER] {
            fs::write(split.path().join(file), file).unwrap();
        }
        join(split.path(), glue.path()).unwrap();
        assert_eq!(names(glue.path()).unwrap(), ["split_report.wasm"]);
        assert!(glue.path().join(LOADER).exists());
        assert!(!glue.path().join("rilievo.wasm").exists());
    }

    #[test]
    fn the_loader_does_not_insist_on_a_type_and_says_once_how_it_fetches() {
        let [before, after] = FETCHING;
        let script = format!("f({before}\"./a.wasm\"{after}, []);");
        let script = tolerant(&script).unwrap();
        assert!(script.starts_with("f(part(\"./a.wasm\"), []);"), "{script}");
        assert!(script.contains("function part("), "{script}");
        assert!(tolerant("f();").is_err());
        assert!(tolerant(&format!("f({before}")).is_err());
    }
}
