//! Archives. No clock and no machine stands in one: the same files give the same
//! bytes, on whatever system and day.

use super::ExportError;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// A file in an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name, with the folders that it lies in.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Entry {
    /// A file.
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        let (name, bytes) = (name.into(), bytes.into());
        Self { name, bytes }
    }
}

/// Puts files into an archive, in their order.
///
/// # Errors
/// Two files have one name, or there is more than an archive holds.
pub fn archive(entries: &[Entry]) -> Result<Vec<u8>, ExportError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for entry in entries {
        // What is small already stays as it is.
        let small = [".png", ".docx", ".xlsx"];
        let method = if small.iter().any(|end| entry.name.ends_with(end)) {
            CompressionMethod::Stored
        } else {
            CompressionMethod::Deflated
        };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .system(System::Unix)
            .unix_permissions(0o644);
        zip.start_file(entry.name.as_str(), options)?;
        zip.write_all(&entry.bytes)
            .map_err(|error| ExportError::Archive(error.to_string()))?;
    }
    Ok(zip.finish()?.into_inner())
}
