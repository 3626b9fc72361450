//! The style sheets of `style/`: their order, the files they refer to, and
//! what is published of them.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::names::Names;

/// Sorts file names as they are concatenated: the tokens, the base, the
/// components by name, and print last, because it overrides all others.
pub fn order(files: &mut [String]) {
    files.sort_by_key(|name| {
        let rank = match name.as_str() {
            "tokens.css" => 0,
            "base.css" => 1,
            "print.css" => 3,
            _ => 2,
        };
        (rank, name.clone())
    });
}

/// Replaces each `url(…)` by the published name. Addresses are relative to
/// the site's root, where the style sheet is. Data addresses and fragments stay.
/// Fails on an address that names no published file.
pub fn rewrite_urls(css: &str, names: &Names) -> Result<String> {
    let mut result = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("url(") {
        let (before, after) = rest.split_at(start + "url(".len());
        result.push_str(before);
        // A data address may hold brackets; in quotes it ends at the quote.
        let trimmed = after.trim_start();
        let (address, end) = match trimmed.chars().next() {
            Some(quote @ ('"' | '\'')) => match trimmed[1..].find(quote) {
                Some(end) => (&trimmed[1..=end], after.len() - trimmed.len() + end + 2),
                None => bail!("style: url( with a quote that does not end"),
            },
            _ => match after.find(')') {
                Some(end) => (after[..end].trim(), end),
                None => bail!("style: url( without )"),
            },
        };
        if address.starts_with("data:") || address.starts_with('#') {
            result.push_str(&after[..end]);
        } else if let Some(name) = names.get(address) {
            result.push('"');
            result.push_str(name);
            result.push('"');
        } else {
            bail!("style: url({address}) is not a file of public/");
        }
        rest = &after[end..];
    }
    result.push_str(rest);
    Ok(result)
}

/// Minifies through the npm package lightningcss, which also refuses what is
/// not valid CSS. `root` is the project's folder.
pub fn minify(root: &Path, css: &str) -> Result<Vec<u8>> {
    let mut node = Command::new("node")
        .current_dir(root)
        .arg("xtask/js/minify-css.mjs")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot start node")?;
    // The script reads all before it writes, so that neither side waits.
    if let Some(mut stdin) = node.stdin.take() {
        stdin.write_all(css.as_bytes())?;
    }
    let output = node.wait_with_output()?;
    if !output.status.success() {
        bail!("the style sheets could not be minified");
    }
    Ok(output.stdout)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap fails the test")]
    use super::*;

    #[test]
    fn tokens_first_print_last() {
        let mut files = [
            "table.css",
            "print.css",
            "base.css",
            "form.css",
            "tokens.css",
        ]
        .map(str::to_owned);
        order(&mut files);
        assert_eq!(
            files,
            [
                "tokens.css",
                "base.css",
                "form.css",
                "table.css",
                "print.css"
            ]
        );
    }

    #[track_caller]
    fn check(css: &str, expected: &str) {
        let names = Names::from([("fonts/a.woff2".to_owned(), "fonts/a-1.woff2".to_owned())]);
        assert_eq!(rewrite_urls(css, &names).unwrap(), expected);
    }

    #[test]
    fn published_files_get_their_names() {
        check("a{b:url(fonts/a.woff2)}", "a{b:url(\"fonts/a-1.woff2\")}");
        check(
            "url( 'fonts/a.woff2' ) format(\"woff2\"), url(\"fonts/a.woff2\")",
            "url(\"fonts/a-1.woff2\" ) format(\"woff2\"), url(\"fonts/a-1.woff2\")",
        );
    }

    #[test]
    fn data_and_fragments_stay() {
        check(
            "url(\"data:image/svg+xml,<path d='M(1)'/>\") url(#clip) è",
            "url(\"data:image/svg+xml,<path d='M(1)'/>\") url(#clip) è",
        );
    }

    #[test]
    fn a_missing_file_is_refused() {
        for css in ["url(fonts/b.woff2)", "url(fonts/a.woff2", "url('x"] {
            assert!(rewrite_urls(css, &Names::new()).is_err(), "{css}");
        }
    }
}
