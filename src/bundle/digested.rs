//! A file whose content was digested before it is read: a browser does that several times as
//! quickly as WebAssembly. Who digests says which bytes are likely to be the content; where
//! they were not, reading works out the fingerprint as if nobody had.

use super::envelope::SURVEY;
use super::survey::Standing;
use super::{Fingerprint, canonical};
use std::ops::Range;

/// Where the text that a fingerprint digests is likely to stand in a file of `length` bytes,
/// by its `front`: the survey of a bundle as this program writes it, which is its last
/// field.
pub fn content_in(front: &[u8], length: usize) -> Option<Range<usize>> {
    let field = format!("\"{SURVEY}\":");
    let mut places = front.windows(field.len());
    let begins = places.position(|place| place == field.as_bytes())? + field.len();
    let ends = length.checked_sub(1)?;
    (begins < ends).then_some(begins..ends)
}

/// Some bytes of a file, digested.
#[derive(Clone, Debug)]
pub struct Digested {
    /// Which.
    pub bytes: Range<usize>,
    /// Their SHA-256.
    pub sha256: [u8; 32],
}

impl Digested {
    /// The fingerprint of a survey's content, if it is these bytes of the file.
    pub(super) fn fingerprint(&self, file: &[u8], content: &Standing) -> Option<Fingerprint> {
        let bytes = file.get(self.bytes.clone())?;
        let same = std::ptr::eq(bytes, content.bytes()?);
        same.then(|| canonical::of_digest(&self.sha256))
    }
}
