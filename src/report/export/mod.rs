//! Files for other programs, which take libraries to write.

pub mod archive;
mod docx;
mod dossier;
mod order;
mod xlsx;

pub use docx::docx;
pub use order::{Made, Order, Wanted};
pub use xlsx::xlsx;

/// Why a file could not be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// A table has more columns than a sheet of a workbook can have.
    TooWide,
    /// What the writer of workbooks says.
    Spreadsheet(String),
    /// What the writer of archives says.
    Archive(String),
}

impl From<zip::result::ZipError> for ExportError {
    fn from(error: zip::result::ZipError) -> Self {
        Self::Archive(error.to_string())
    }
}
