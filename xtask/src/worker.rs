//! The service worker, which keeps the published site for use without a network:
//! the list of its files, and the version that they make.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::names;
use crate::writer::{self, Writer};

/// Browsers look for a new version under this name.
pub const NAME: &str = "sw.js";

/// Stands in the page, and in the worker, where the version comes.
pub const VERSION: &str = "{{version}}";

const FILES: &str = "{{files}}";
const PAGE: &str = "index.html";
const TEMPLATE: &str = include_str!("../js/sw.js");

/// Files that people find by their name; the app asks for them by an address that
/// names their content as well.
const BY_VERSION: [&str; 1] = ["rilievo.html"];

/// Puts the version into the page, and writes page and worker beside all other
/// files, which must be there by now. The version is one of names and contents:
/// any change of any file makes another.
pub fn finish(writer: &Writer, page: &str) -> Result<()> {
    let mut files = listed(writer)?;
    ensure!(
        page.matches(VERSION).count() == 1,
        "the page has no place for its version"
    );
    let version = version(&files, page);
    let page = page.replace(VERSION, &version);
    files.insert(PAGE.to_owned(), names::digits(page.as_bytes()));
    writer.write_as(PAGE, page.as_bytes())?;
    let list = serde_json::to_string_pretty(&json!(files)).context("the list of files")?;
    let worker = TEMPLATE.replace(VERSION, &version).replace(FILES, &list);
    writer.write_as(NAME, worker.as_bytes())?;
    Ok(())
}

/// The address of every file that is there, with the first digits of its hash.
fn listed(writer: &Writer) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    for name in writer::files(writer.out)? {
        let digits = names::digits(&writer::read(&writer.out.join(&name))?);
        let address = if BY_VERSION.contains(&name.as_str()) {
            format!("{name}?v={digits}")
        } else {
            name
        };
        files.insert(address, digits);
    }
    files.remove(PAGE);
    files.remove(NAME);
    Ok(files)
}

fn version(files: &BTreeMap<String, String>, page: &str) -> String {
    let mut all = String::new();
    for (address, digits) in files {
        all.extend([address, " ", digits, "\n"]);
    }
    // A change of the worker alone is a new version too.
    names::digits([&all, page, TEMPLATE].concat().as_bytes())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap fails the test")]
    use super::*;
    use crate::dist::Purpose;
    use std::path::Path;

    /// A small site: names and contents. Gives the list and the version of its
    /// worker.
    fn site(out: &Path, files: &[(&str, &str)]) -> (BTreeMap<String, String>, String) {
        let purpose = Purpose::Publish;
        let writer = Writer { out, purpose };
        for (name, content) in files {
            writer.write_as(name, content.as_bytes()).unwrap();
        }
        finish(&writer, "<meta content=\"{{version}}\">").unwrap();
        let read = |name| String::from_utf8(writer::read(&out.join(name)).unwrap()).unwrap();
        let worker = read(NAME);
        assert!(!worker.contains("{{"), "{worker}");
        let list = worker.split_once("const FILES = ").unwrap().1;
        let list = list.split_once(";\n").unwrap().0;
        let version = worker.split_once("const VERSION = \"").unwrap().1[..10].to_owned();
        assert_eq!(read(PAGE), format!("<meta content=\"{version}\">"));
        (serde_json::from_str(list).unwrap(), version)
    }

    fn versions(sites: &[&[(&str, &str)]]) -> Vec<String> {
        let one = |files| site(tempfile::tempdir().unwrap().path(), files).1;
        sites.iter().map(|files| one(*files)).collect()
    }

    #[test]
    fn every_published_file_is_listed_once_with_its_content() {
        let dir = tempfile::tempdir().unwrap();
        let (list, _) = site(
            dir.path(),
            &[
                ("icons/a.svg", "abc"),
                ("rilievo.html", "whole"),
                ("x-ba7816bf8f.css", "abc"),
            ],
        );
        let mut published = writer::files(dir.path()).unwrap();
        published.retain(|name| name != NAME);
        let mut named: Vec<_> = list
            .keys()
            .map(|name| name.split('?').next().unwrap().to_owned())
            .collect();
        named.sort();
        assert_eq!(named, published);
        assert_eq!(list["icons/a.svg"], "ba7816bf8f");
        for (address, digits) in &list {
            let name = address.split('?').next().unwrap();
            let content = writer::read(&dir.path().join(name)).unwrap();
            assert_eq!(*digits, names::digits(&content), "{address}");
        }
        let alone = format!("rilievo.html?v={}", names::digits(b"whole"));
        assert!(list.contains_key(&alone), "{list:?}");
    }

    #[test]
    fn any_change_makes_another_version_and_nothing_else_does() {
        let [first, again, content, name, more] = &versions(&[
            &[("a.css", "a"), ("icons/i.svg", "i")],
            &[("icons/i.svg", "i"), ("a.css", "a")],
            &[("a.css", "a"), ("icons/i.svg", "j")],
            &[("b.css", "a"), ("icons/i.svg", "i")],
            &[("a.css", "a"), ("icons/i.svg", "i"), ("k.css", "")],
        ])[..] else {
            unreachable!("five sites");
        };
        assert_eq!(first, again);
        for other in [content, name, more] {
            assert_ne!(first, other);
        }
    }

    #[test]
    fn a_site_that_was_finished_before_is_the_same_again() {
        let dir = tempfile::tempdir().unwrap();
        let files = [("a.css", "a")];
        assert_eq!(site(dir.path(), &files), site(dir.path(), &files));
    }

    #[test]
    fn a_page_without_a_place_for_the_version_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let purpose = Purpose::Publish;
        let out = dir.path();
        assert!(finish(&Writer { out, purpose }, "<html>").is_err());
    }
}
