//! Takes exports out of cargo's module that this app never calls, before it is
//! split: what only they reach is then in no file.
//!
//! Leptos always comes with its server functions, whose streams wasm-bindgen
//! exports as JavaScript classes. Here there is no server.

use anyhow::{Context, Result};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{CustomSection, ExportSection, Module, RawSection};
use wasmparser::{ExportSectionReader, Parser, Payload};

/// What the names of those classes begin with.
const CLASSES: &str = "IntoUnderlying";

/// Where wasm-bindgen's macro notes what is exported and imported: one note
/// after another, before each the version that wrote it, and before both texts
/// their length.
const NOTES: &str = "__wasm_bindgen_unstable";

/// The module without the exports of [`CLASSES`], and without the notes of them.
pub fn without_streams(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut out = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.context("cargo's module cannot be read")?;
        match &payload {
            Payload::ExportSection(exports) => out.section(&kept(exports.clone())?),
            Payload::CustomSection(custom) if custom.name() == NOTES => {
                out.section(&CustomSection {
                    name: NOTES.into(),
                    data: kept_notes(custom.data())?.into(),
                })
            }
            // Functions come one by one, inside a section that is copied whole.
            payload => match payload.as_section() {
                Some((id, range)) => {
                    let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
                    let data = wasm.get(range).context("a section is cut off")?;
                    out.section(&RawSection { id, data })
                }
                None => continue,
            },
        };
    }
    Ok(out.finish())
}

fn kept(exports: ExportSectionReader<'_>) -> Result<ExportSection> {
    let classes = CLASSES.to_lowercase();
    let mut kept = ExportSection::new();
    for export in exports {
        let export = export.context("an export cannot be read")?;
        let name = export
            .name
            .trim_start_matches("__wbindgen_describe_")
            .trim_start_matches("__wbg_");
        if !name.starts_with(&classes) {
            RoundtripReencoder.parse_export(&mut kept, export)?;
        }
    }
    Ok(kept)
}

fn kept_notes(mut notes: &[u8]) -> Result<Vec<u8>> {
    let mut kept = Vec::new();
    while !notes.is_empty() {
        let (version, after) = text(notes)?;
        let (note, after) = text(after)?;
        let mut words = note.windows(CLASSES.len());
        if !words.any(|word| word == CLASSES.as_bytes()) {
            for text in [version, note] {
                kept.extend(u32::try_from(text.len())?.to_le_bytes());
                kept.extend(text);
            }
        }
        notes = after;
    }
    Ok(kept)
}

/// The first text of `notes`, and what follows it.
fn text(notes: &[u8]) -> Result<(&[u8], &[u8])> {
    let cut = "a note of wasm-bindgen is cut off";
    let (length, rest) = notes.split_first_chunk::<4>().context(cut)?;
    let length = u32::from_le_bytes(*length) as usize;
    rest.split_at_checked(length).context(cut)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap fails the test")]
    use super::*;
    use wasm_encoder::{ExportKind, GlobalSection, GlobalType, ValType};

    fn note(text: &str) -> Vec<u8> {
        let one = |text: &str| {
            let length = u32::try_from(text.len()).unwrap();
            [&length.to_le_bytes()[..], text.as_bytes()].concat()
        };
        [one("{version}"), one(text)].concat()
    }

    fn module(names: &[&str], notes: &[&str]) -> Vec<u8> {
        let mut globals = GlobalSection::new();
        let kind = GlobalType {
            val_type: ValType::I32,
            mutable: false,
            shared: false,
        };
        globals.global(kind, &wasm_encoder::ConstExpr::i32_const(1));
        let mut exports = ExportSection::new();
        for name in names {
            exports.export(name, ExportKind::Global, 0);
        }
        let data: Vec<u8> = notes.iter().flat_map(|text| note(text)).collect();
        let mut module = Module::new();
        module.section(&globals).section(&exports);
        module.section(&CustomSection {
            name: NOTES.into(),
            data: data.into(),
        });
        module.finish()
    }

    #[test]
    fn streams_of_a_server_are_not_exported() {
        let all = module(
            &[
                "main",
                "intounderlyingsource_pull_58a9",
                "__wbg_intounderlyingsink_free_58a9",
                "__wbindgen_describe_intounderlyingsource_pull_58a9",
                "__wbindgen_malloc",
            ],
            &["fetch", "class IntoUnderlyingSource", "open"],
        );
        let kept = module(&["main", "__wbindgen_malloc"], &["fetch", "open"]);
        assert_eq!(without_streams(&all).unwrap(), kept);
        assert_eq!(without_streams(&kept).unwrap(), kept);
    }

    #[test]
    fn a_note_that_is_cut_off_is_not_copied() {
        let mut cut = note("fetch");
        cut.pop();
        assert!(kept_notes(&cut).is_err());
    }
}
