//! Files of the site: reading what it is made of, writing what is published.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use walkdir::WalkDir;

use crate::dist::Purpose;
use crate::names;

/// Writes files into the site.
pub struct Writer<'a> {
    /// The site's folder.
    pub out: &'a Path,
    /// What the site is for.
    pub purpose: Purpose,
}

impl Writer<'_> {
    /// Writes under a name with a hash (when publishing); gives that name.
    pub fn write(&self, path: &str, content: &[u8]) -> Result<String> {
        match self.purpose {
            Purpose::Publish => self.write_as(&names::hashed(path, content), content),
            Purpose::Develop => self.write_as(path, content),
        }
    }

    /// Writes under exactly this name, by which people keep the file; gives an
    /// address that follows its content.
    pub fn write_whole(&self, name: &str, content: &[u8]) -> Result<String> {
        let name = self.write_as(name, content)?;
        Ok(format!("{name}?v={}", names::digits(content)))
    }

    /// Writes under exactly this name; gives it back.
    pub fn write_as(&self, path: &str, content: &[u8]) -> Result<String> {
        let file = self.out.join(path);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)
                .with_context(|| format!("cannot create {}", folder.display()))?;
        }
        fs::write(&file, content).with_context(|| format!("cannot write {}", file.display()))?;
        Ok(path.to_owned())
    }
}

/// All files below `folder`, sorted, as relative paths with `/`; none if
/// there is no such folder.
pub fn files(folder: &Path) -> Result<Vec<String>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut paths = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        if entry.file_type().is_file() {
            let relative: PathBuf = entry.path().strip_prefix(folder)?.into();
            let parts: Vec<_> = relative
                .iter()
                .map(|part| part.to_string_lossy().into_owned())
                .collect();
            paths.push(parts.join("/"));
        }
    }
    Ok(paths)
}

/// The content of a file.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap fails the test")]
    use super::*;

    #[test]
    fn published_files_are_named_by_their_content() {
        let dir = tempfile::tempdir().unwrap();
        let writer = Writer {
            out: dir.path(),
            purpose: Purpose::Publish,
        };
        let name = writer.write("a/b.css", b"abc").unwrap();
        assert_eq!(name, "a/b-ba7816bf8f.css");
        assert_eq!(read(&dir.path().join(name)).unwrap(), b"abc");
        assert_eq!(files(dir.path()).unwrap(), ["a/b-ba7816bf8f.css"]);
    }
}
