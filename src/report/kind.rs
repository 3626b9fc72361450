//! The files that a report goes out as.

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The report for a word processor.
    Docx,
    /// The reports of the bodies for a word processor, one file each.
    Bodies,
    /// The data as a workbook.
    Xlsx,
    /// Answers, one row for each body and question.
    CsvLong,
    /// Answers, one row for each body.
    CsvWide,
    /// All of it in one archive.
    Dossier,
}

impl Kind {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Docx,
        Self::Bodies,
        Self::Xlsx,
        Self::CsvLong,
        Self::CsvWide,
        Self::Dossier,
    ];

    /// Its name in messages and marks.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Bodies => "bodies",
            Self::Xlsx => "xlsx",
            Self::CsvLong => "csv-long",
            Self::CsvWide => "csv-wide",
            Self::Dossier => "dossier",
        }
    }

    /// The kind of a name.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}
