//! Files for other programs, which take libraries to write.

pub mod archive;
mod docx;

pub use docx::docx;

/// Why a file could not be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// What the writer of archives says.
    Archive(String),
}

impl From<zip::result::ZipError> for ExportError {
    fn from(error: zip::result::ZipError) -> Self {
        Self::Archive(error.to_string())
    }
}
