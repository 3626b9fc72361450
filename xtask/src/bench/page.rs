//! A document of which one section is written by a command, between two marks.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

/// Puts `text` into the section of a document that `cargo xtask bench NAME` writes;
/// all else in it stays.
pub fn write(path: &Path, name: &str, text: &str) -> Result<()> {
    let before =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let after = filled(&before, name, text)
        .with_context(|| format!("{} has no place for the figures", path.display()))?;
    fs::write(path, after).with_context(|| format!("cannot write {}", path.display()))
}

/// The document with `text` between the marks of the section.
fn filled(document: &str, name: &str, text: &str) -> Result<String> {
    let command = format!("cargo xtask bench {name}");
    let mark = |what| format!("<!-- written by `{}`: {what} -->", command.trim_end());
    let (begin, end) = (mark("begin"), mark("end"));
    for mark in [&begin, &end] {
        let times = document.matches(mark.as_str()).count();
        ensure!(
            times == 1,
            "the mark `{mark}` stands there {times} times, not once"
        );
    }
    let (head, rest) = document.split_once(&begin).context("no beginning")?;
    let (_, tail) = rest
        .split_once(&end)
        .with_context(|| format!("`{end}` stands before `{begin}`"))?;
    Ok(format!("{head}{begin}\n\n{}\n\n{end}{tail}", text.trim()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap fails the test")]
    use super::*;

    const DOCUMENT: &str = "# Speed\n\n\
        <!-- written by `cargo xtask bench storage`: begin -->\nold\n\
        <!-- written by `cargo xtask bench storage`: end -->\n\nThe end.\n";

    #[test]
    fn only_the_section_changes_and_can_be_written_again() {
        let once = filled(DOCUMENT, "storage", "new\n").unwrap();
        assert!(once.starts_with("# Speed\n\n<!--") && once.ends_with("-->\n\nThe end.\n"));
        assert!(
            once.contains("begin -->\n\nnew\n\n<!--") && !once.contains("old"),
            "{once}"
        );
        assert_eq!(filled(&once, "storage", "new").unwrap(), once);
    }

    #[test]
    fn a_document_without_both_marks_once_and_in_order_is_refused() {
        let twice = format!("{DOCUMENT}{DOCUMENT}");
        let swapped = DOCUMENT
            .replace("begin", "x")
            .replace("end -->", "begin -->")
            .replace("x -->", "end -->");
        for document in ["", &twice, &swapped, &DOCUMENT.replace(": end", "")] {
            assert!(filled(document, "storage", "new").is_err(), "{document}");
        }
        assert!(filled(DOCUMENT, "other", "new").is_err());
    }
}
