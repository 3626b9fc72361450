//! Files for other programs, which take libraries to write.

mod xlsx;

pub use xlsx::xlsx;

/// Why a file could not be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// A table has more columns than a sheet of a workbook can have.
    TooWide,
    /// What the writer of workbooks says.
    Spreadsheet(String),
}
