//! Issued versions: what the report said on the day on which it was handed out
//! stays known by its fingerprint.

use super::json::record;
use super::{IssuedId, Revision};

record! {
/// A version of the report that was issued. It stands beside the content: the
/// fingerprint of a survey leaves issued versions out, so that issuing a
/// version does not change what it says.
#[derive(Clone, Debug, PartialEq)]
pub struct Issued {
    /// Stable id.
    pub id: IssuedId,
    /// Its number in the version table.
    pub version: String,
    /// The day, `2020-04-30`.
    pub on: String = optional,
    /// When, in milliseconds since 1970: the snapshot of this browser that holds
    /// the survey as it was.
    pub at: u64 = defaulted,
    /// Fingerprint of the survey as issued, 64 hexadecimal digits.
    pub fingerprint: String = optional,
    /// Edits.
    pub revision: Revision = optional,
}
}
