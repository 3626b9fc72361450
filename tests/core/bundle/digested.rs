//! Files whose content was digested before: what is read of them is what would have been
//! read anyway.

use super::{example, fixture, now, sound};
use rilievo::bundle::{self, Digested, Received, Refusal, Warning};
use rilievo::model::{Issue, IssuedId, Json, Stamp};
use sha2::{Digest, Sha256};

type All = Result<Vec<Result<Received, Refusal>>, Refusal>;

/// The likely content of a file.
fn content(bytes: &[u8]) -> Option<std::ops::Range<usize>> {
    bundle::content_in(&bytes[..bytes.len().min(1024)], bytes.len())
}

/// Reads a file as a browser does, which has digested what is likely to be its content.
pub fn read_digested(bytes: &[u8]) -> All {
    let digested = content(bytes).map(|content| Digested {
        sha256: Sha256::digest(&bytes[content.clone()]).into(),
        bytes: content,
    });
    bundle::read_all_telling(bytes, digested.as_ref(), &mut |_| {})
}

/// Whether a digest is taken for that of the content: one of something else shows then.
fn is_taken(bytes: &[u8]) -> bool {
    assert_eq!(read_digested(bytes), bundle::read_all(bytes));
    let digested = content(bytes).map(|bytes| Digested {
        bytes,
        sha256: [7; 32],
    });
    let read = bundle::read_all_telling(bytes, digested.as_ref(), &mut |_| {});
    read != bundle::read_all(bytes)
}

#[test]
fn the_content_of_what_rilievo_writes_is_where_it_is_looked_for() {
    let text = bundle::write(&sound(), &now());
    let whole = serde_json::from_str::<serde_json::Value>(&text).unwrap();
    let canonical = bundle::canonical(&whole["survey"]);
    assert_eq!(text[content(text.as_bytes()).unwrap()], canonical);
    assert!(is_taken(text.as_bytes()));
    // With a mark of the order of bytes too.
    assert!(is_taken(format!("\u{feff}{text}").as_bytes()));
}

#[test]
fn what_stands_otherwise_is_digested_by_who_reads_it() {
    let text = bundle::write(&sound(), &now());
    let ending = |ends: &str| format!("{}{ends}", &text[..text.len() - 1]);
    assert!(!is_taken(ending("}\n").as_bytes()), "a line end");
    assert!(!is_taken(ending(",\"x\":1}").as_bytes()), "a field more");
    assert!(!is_taken(ending(" }").as_bytes()), "a space");
    let spaced = text.replacen("\"survey\":{", "\"survey\":{ ", 1);
    assert!(!is_taken(spaced.as_bytes()), "a space within");
    let spaced = text.replacen("\"sheets\":", "\"sheets\" :", 1);
    assert!(!is_taken(spaced.as_bytes()), "a space after a name");
    let wide = [0xfeff].into_iter().chain(text.encode_utf16());
    let wide: Vec<u8> = wide.flat_map(u16::to_le_bytes).collect();
    assert!(!is_taken(&wide), "UTF-16");
    let (id, row) = (IssuedId::new("v1").unwrap(), Issue::blank());
    let stamp = Stamp {
        at: now(),
        by: "b".into(),
    };
    let issued = bundle::issued(&sound(), id, &row, 0, &stamp);
    let issued = bundle::write(&issued, &now());
    assert!(
        !is_taken(issued.as_bytes()),
        "versions, which no content has"
    );
    for name in [
        "backup.json",
        "response.json",
        "other-key-order.json",
        "bom-crlf.txt",
        "html.json",
    ] {
        assert!(!is_taken(&fixture(name)), "{name}");
    }
    for cut in [0, 1, 30, 300, text.len() - 1] {
        assert!(!is_taken(&text.as_bytes()[..cut]), "{cut} bytes");
    }
}

#[test]
fn content_that_was_changed_is_told() {
    let text = String::from_utf8(example()).unwrap();
    let changed = text.replacen("\"submitted\"", "\"approved\"", 1);
    assert_ne!(changed, text);
    assert!(is_taken(changed.as_bytes()));
    let received = read_digested(changed.as_bytes()).unwrap().pop().unwrap();
    let warnings = received.unwrap().warnings;
    let told = |warning: &Warning| matches!(warning, Warning::FingerprintMismatch { .. });
    assert!(warnings.iter().any(told), "{warnings:?}");
}
