//! A report as a file of a word processor: real headings, captions, lists and
//! tables, so that whoever goes on with it finds what a hand would have made.
//!
//! `docx-rs` writes the body; what it cannot say is put in after it
//! (`finish.rs`), and the styles are ours (`styles.xml`).

mod body;
mod finish;
mod package;
mod table;
mod words;

use super::ExportError;
use super::archive::archive;
use crate::i18n::Locale;
use crate::report::whole::Report;

/// The language of a text, as word processors name it.
const fn language(t: Locale) -> &'static str {
    match t {
        Locale::It => "it-IT",
        Locale::En => "en-GB",
    }
}

/// A report as DOCX. `pictures` gives each figure, by its id, as a PNG; where it
/// gives none, what the figure shows stands there in words.
///
/// # Errors
/// The archive cannot be written.
pub fn docx(
    report: &Report,
    pictures: &dyn Fn(&str) -> Option<Vec<u8>>,
) -> Result<Vec<u8>, ExportError> {
    let body = body::Body::of(report, pictures);
    archive(&package::entries(report, body))
}
