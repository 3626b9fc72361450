//! What a file is that is no JSON, where its bytes tell: people pick the wrong
//! one of two, or send on what another program made of it.

use serde::{Deserialize, Serialize};

/// A kind of file that is no bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Foreign {
    /// Nothing at all.
    Empty,
    /// An archive: zip.
    Archive,
    /// A workbook of a spreadsheet, old or new.
    Spreadsheet,
    /// A document of a word processor, old or new, or any other office file.
    Document,
    /// PDF.
    Pdf,
    /// A file with a signature around it (`.p7m`).
    Signed,
    /// A mail, such as the envelope of a certified one.
    Mail,
    /// A web page.
    WebPage,
    /// Something compressed with gzip.
    Compressed,
    /// A picture.
    Picture,
}

/// How much of both ends of a file is looked at.
const ENDS: usize = 64 * 1024;

/// What begins with these bytes.
const BEGINNINGS: &[(&[u8], Foreign)] = &[
    (b"%PDF-", Foreign::Pdf),
    (b"\x1f\x8b", Foreign::Compressed),
    (b"\x89PNG", Foreign::Picture),
    (b"\xff\xd8\xff", Foreign::Picture),
    (b"GIF8", Foreign::Picture),
    (b"RIFF", Foreign::Picture),
    (b"{\\rtf", Foreign::Document),
    (b"-----BEGIN PKCS7", Foreign::Signed),
    (b"-----BEGIN CMS", Foreign::Signed),
];

/// The id of signed data, as every signed file has it near its start.
const SIGNED: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02";

/// The fields with which mails begin.
const MAIL: [&str; 9] = [
    "return-path:",
    "received:",
    "delivered-to:",
    "from:",
    "to:",
    "date:",
    "subject:",
    "mime-version:",
    "message-id:",
];

/// What these bytes are, if they tell.
pub(super) fn of(bytes: &[u8]) -> Option<Foreign> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Some(Foreign::Empty);
    }
    let start = bytes.trim_ascii_start();
    let known = BEGINNINGS
        .iter()
        .find(|(first, _)| start.starts_with(first));
    if let Some((_, foreign)) = known {
        return Some(*foreign);
    }
    let near = start.get(..1024).unwrap_or(start);
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(of_zip(bytes));
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        // The name of the stream, in UTF-16.
        let workbook = holds(bytes, b"W\0o\0r\0k\0b\0o\0o\0k\0");
        return Some(office(workbook));
    }
    let der = bytes.first() == Some(&0x30) && holds(near.get(..64).unwrap_or(near), SIGNED);
    // The same in base 64: it begins with the length in two or more bytes.
    let base64 = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'\r' | b'\n');
    let in_letters =
        start.starts_with(b"MI") && near.len() > 64 && near.iter().take(64).all(base64);
    if der || in_letters {
        return Some(Foreign::Signed);
    }
    let words = String::from_utf8_lossy(near).to_ascii_lowercase();
    let words = words.trim_start_matches('\u{feff}');
    if words.starts_with("<!doctype html") || words.starts_with("<html") {
        return Some(Foreign::WebPage);
    }
    let is_mail = MAIL.iter().any(|field| words.starts_with(field));
    (is_mail || words.starts_with("x-")).then_some(Foreign::Mail)
}

/// Office files are archives too; the names of the files in them tell.
fn of_zip(bytes: &[u8]) -> Foreign {
    let last = bytes.len().saturating_sub(ENDS);
    let ends = [bytes.get(..ENDS).or(Some(bytes)), bytes.get(last..)];
    let has = |name: &[u8]| ends.iter().flatten().any(|end| holds(end, name));
    if has(b"xl/workbook") || has(b"opendocument.spreadsheet") {
        Foreign::Spreadsheet
    } else if has(b"word/document") || has(b"ppt/") || has(b"vnd.oasis.opendocument") {
        Foreign::Document
    } else {
        Foreign::Archive
    }
}

fn office(is_workbook: bool) -> Foreign {
    if is_workbook {
        Foreign::Spreadsheet
    } else {
        Foreign::Document
    }
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
