//! Splits cargo's module into the main one and the parts that are fetched when
//! asked for. Rust declares them by `in_part!` (`src/state/part.rs`).

mod groups;
mod merge;
mod places;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use wasm_split_cli_support::Options;

use crate::exports;
use crate::wasm::NAME;
use groups::Group;
pub use places::unsaid;

/// The script that fetches parts; the glue imports it by this name.
const LOADER: &str = "parts.js";

/// How the loader fetches a part.
const PART: &str = include_str!("../js/part.js");

/// The names of the files that each part needs.
type Needs = BTreeMap<String, Vec<String>>;

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
    let split = wasm_split_cli_support::transform(options)
        .map_err(|report| anyhow!("splitting failed: {report:#}"))?;
    let needs = joined(out, &split.prefetch_map.into_iter().collect())?;
    let loader = out.join(LOADER);
    let script =
        fs::read_to_string(&loader).with_context(|| format!("cannot read {}", loader.display()))?;
    fs::write(&loader, loading(&script, &needs)?)
        .with_context(|| format!("cannot write {}", loader.display()))?;
    Ok(main)
}

/// Makes few files of the many that the splitter wrote; says what each part needs now.
fn joined(folder: &Path, needs: &Needs) -> Result<Needs> {
    ensure!(needs.len() <= 64, "more than 64 parts");
    let path = |file: &str| folder.join(format!("{file}.wasm"));
    let mut parts: BTreeMap<&str, u64> = BTreeMap::new();
    for (nth, files) in needs.values().enumerate() {
        for file in files {
            *parts.entry(file).or_default() |= 1 << nth;
        }
    }
    let groups = parts.into_iter().map(|(file, parts)| {
        let length = fs::metadata(path(file)).with_context(|| format!("there is no {file}"))?;
        Ok(Group {
            files: vec![file.to_owned()],
            parts,
            bytes: usize::try_from(length.len())?,
        })
    });
    let groups = groups::joined(groups.collect::<Result<_>>()?, groups::REQUEST);
    let mut merged = Vec::new();
    for (nth, group) in groups.into_iter().enumerate() {
        let mut users = (0..)
            .zip(needs.keys())
            .filter(|(n, _)| group.parts >> n & 1 == 1);
        let name = match (users.next(), users.next()) {
            (Some((_, part)), None) => format!("split_{part}"),
            _ => format!("chunk_{nth}"),
        };
        let files = group.files.iter().map(|file| {
            let path = path(file);
            let content = fs::read(&path).with_context(|| format!("cannot read {file}"))?;
            fs::remove_file(&path).with_context(|| format!("cannot remove {file}"))?;
            Ok(content)
        });
        let module = merge::merge(&files.collect::<Result<Vec<_>>>()?)?;
        merged.push((name, group.parts, module));
    }
    let mut now = Needs::new();
    for (nth, part) in needs.keys().enumerate() {
        let files = merged.iter().filter(|(_, parts, _)| parts >> nth & 1 == 1);
        now.insert(part.clone(), files.map(|(name, ..)| name.clone()).collect());
    }
    for (name, _, module) in merged {
        fs::write(path(&name), module).with_context(|| format!("cannot write {name}"))?;
    }
    Ok(now)
}

/// The loader, which takes a part whatever type the host sends it as. The splitter
/// wrote how it waits for files, and behind that which ones, which are others now.
fn loading(script: &str, needs: &Needs) -> Result<String> {
    let declared = ["\n/* ", "\nconst __chunk_", "\nexport const "];
    let declared = declared.iter().filter_map(|text| script.find(text)).min();
    let (waiting, _) = script.split_at(declared.context("the loader loads nothing")? + 1);
    for called in ["wrapAsyncCb", "makeLoad"] {
        ensure!(
            waiting.contains(&format!("function {called}(")),
            "the loader has no {called}"
        );
    }
    let mut all: Vec<_> = needs.values().flatten().collect();
    all.sort();
    all.dedup();
    let mut out = waiting.to_owned();
    // Writing to a string cannot fail.
    for file in all {
        let _ = writeln!(out, "const {file} = makeLoad(part(\"./{file}.wasm\"), []);");
    }
    for (part, files) in needs {
        let files: Vec<_> = files.iter().map(|file| format!("{file}()")).collect();
        let _ = writeln!(
            out,
            "export const __wasm_split_load_{part} = wrapAsyncCb(() => Promise.all([{}]));",
            files.join(", ")
        );
    }
    Ok(out + PART)
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
    fn the_loader_asks_for_all_files_of_a_part_and_for_each_once() {
        let script = "function wrapAsyncCb(f) {}\nfunction makeLoad(f, deps) {}\n\
                      /* a, b */\nconst __chunk_1 = makeLoad(() => {}, []);\n\
                      export const __wasm_split_load_a = 1;\n";
        let needs = [("a", vec!["chunk_0", "split_a"]), ("b", vec!["chunk_0"])];
        let needs = needs.map(|(part, files)| {
            let files = files.into_iter().map(str::to_owned);
            (part.to_owned(), files.collect())
        });
        let script = loading(script, &Needs::from(needs)).unwrap();
        assert!(!script.contains("__chunk_1"), "{script}");
        assert_eq!(script.matches("part(\"./chunk_0.wasm\")").count(), 1);
        let asked = "_load_a = wrapAsyncCb(() => Promise.all([chunk_0(), split_a()]));";
        assert!(script.contains(asked), "{script}");
        assert!(script.contains("function part("), "{script}");
        assert!(loading("f();", &Needs::new()).is_err());
    }
}
