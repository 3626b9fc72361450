//! Format 1 is frozen: its fixtures stay as they are, for ever.

use super::fixture;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::path::Path;

/// A fixture that is no longer what it was would let a change of the format
/// pass. New ones are added to `SHA256SUMS` with `sha256sum`.
#[test]
fn no_fixture_of_format_1_is_ever_edited() {
    let sums = String::from_utf8(fixture("SHA256SUMS")).unwrap();
    let mut listed = BTreeSet::from(["SHA256SUMS".to_owned()]);
    for line in sums.lines() {
        let (sum, name) = line.split_once("  ").expect(line);
        let digest = Sha256::digest(fixture(name));
        let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(digest, sum, "{name} was edited");
        assert!(listed.insert(name.into()), "{name} stands there twice");
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bundles/v1");
    let files = std::fs::read_dir(folder).unwrap();
    let files = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    assert_eq!(files.collect::<BTreeSet<_>>(), listed);
}
