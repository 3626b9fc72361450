//! A file that is no JSON is called what it is.

use super::{fixture, refused};
use rilievo::bundle::{self, Foreign, Refusal};

#[track_caller]
fn check(bytes: &[u8], expected: Option<Foreign>) {
    match refused(bytes) {
        Refusal::NotJson { foreign, .. } => assert_eq!(foreign, expected),
        other => panic!("{other:?}"),
    }
}

/// A zip of one stored file: its local header, and the central directory that
/// names it again.
fn zip(name: &str, content: &[u8]) -> Vec<u8> {
    let sizes = [
        (content.len() as u32).to_le_bytes(),
        (content.len() as u32).to_le_bytes(),
    ];
    let length = (name.len() as u16).to_le_bytes();
    let mut zip = b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec();
    zip.extend(sizes.concat());
    zip.extend([length, [0, 0]].concat());
    zip.extend(name.as_bytes());
    zip.extend(content);
    zip.extend(b"PK\x01\x02");
    zip.extend([0; 42]);
    zip.extend(name.as_bytes());
    zip
}

#[test]
fn a_file_of_another_program_is_called_what_it_is() {
    let padding = vec![0xff; 200_000];
    for (bytes, foreign) in [
        (zip("pacchetto.json", b"{}"), Foreign::Archive),
        (zip("xl/workbook.xml", &padding), Foreign::Spreadsheet),
        (zip("word/document.xml", &padding), Foreign::Document),
        (
            zip(
                "mimetype",
                b"application/vnd.oasis.opendocument.spreadsheet",
            ),
            Foreign::Spreadsheet,
        ),
        (
            zip("mimetype", b"application/vnd.oasis.opendocument.text"),
            Foreign::Document,
        ),
        (b"%PDF-1.7\n%\xe2\xe3".to_vec(), Foreign::Pdf),
        (
            [
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(),
                padding.clone(),
            ]
            .concat(),
            Foreign::Document,
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\xffW\0o\0r\0k\0b\0o\0o\0k\0".to_vec(),
            Foreign::Spreadsheet,
        ),
        (b"{\\rtf1\\ansi ciao}".to_vec(), Foreign::Document),
        (b"\x1f\x8b\x08\0\xff".to_vec(), Foreign::Compressed),
        (b"\x89PNG\r\n\x1a\n\xff".to_vec(), Foreign::Picture),
        (
            b"<!DOCTYPE html>\n<html lang=\"it\">".to_vec(),
            Foreign::WebPage,
        ),
        (b"\xef\xbb\xbf<HTML><body>".to_vec(), Foreign::WebPage),
        (b"Return-Path: <a@example.org>\r\n".to_vec(), Foreign::Mail),
        (
            b"X-Riferimento-Message-ID: <1>\r\nDate: x".to_vec(),
            Foreign::Mail,
        ),
        (b"  \r\n ".to_vec(), Foreign::Empty),
        (Vec::new(), Foreign::Empty),
    ] {
        check(&bytes, Some(foreign));
    }
}

#[test]
fn a_signed_bundle_is_told_in_each_of_its_forms() {
    // SignedData around the bundle: the length of the whole, its id, the rest.
    let der = [
        b"\x30\x82\x20\x00\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0\x82".to_vec(),
        fixture("sound.json"),
    ];
    check(&der.concat(), Some(Foreign::Signed));
    let indefinite = b"\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0\x80\x30";
    check(indefinite, Some(Foreign::Signed));
    let base64 = "MIIgAAYJKoZIhvcNAQcCoIIf8TCCH+0CAQExDzANBglghkgBZQMEAgEFADCCBqwG";
    check(base64.repeat(20).as_bytes(), Some(Foreign::Signed));
    check(b"-----BEGIN PKCS7-----\nMIIg\n", Some(Foreign::Signed));
}

#[test]
fn what_tells_nothing_is_no_json() {
    check(b"Gentile collega, in allegato la scheda.", None);
    check(b"MIO COMUNE", None);
    check(b"\x30\x82 not signed", None);
    check(b"ente;codice\nComune di Esempio;1\n", None);
}

#[test]
fn a_bundle_saved_as_utf_16_is_read() {
    let text = String::from_utf8(fixture("sound.json")).unwrap();
    let little = text.encode_utf16().flat_map(u16::to_le_bytes);
    let little: Vec<u8> = [0xff, 0xfe].into_iter().chain(little).collect();
    let big = text.encode_utf16().flat_map(u16::to_be_bytes);
    let big: Vec<u8> = [0xfe, 0xff].into_iter().chain(big).collect();
    let sound = bundle::read(&fixture("sound.json")).unwrap();
    assert_eq!(bundle::read(&little).as_ref(), Ok(&sound));
    assert_eq!(bundle::read(&big).as_ref(), Ok(&sound));
    // Half of its last unit is missing, and half of a pair.
    assert_eq!(refused(&little[..little.len() - 1]).code(), "damaged");
    let half = [&little[..200], &[0x00, 0xd8, 0x20, 0x00]].concat();
    assert_eq!(refused(&half).code(), "damaged");
    check(&[0xff, 0xfe, 0x00, 0xd8], None);
}
