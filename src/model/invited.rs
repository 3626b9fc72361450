//! What a browser knows that was invited: whose sheet it fills in, and what it
//! has sent.

use super::json::record;
use super::{PartnerId, Raw, Sheet, Timestamp};

record! {
/// A response that was written to a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Receipt {
    /// Name of the file.
    pub file: String,
    /// SHA-256 of its bytes, as 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// Fingerprint of its content.
    pub fingerprint: String,
    /// When it was written.
    pub at: Option<Timestamp> = optional,
    /// Answers in it.
    pub answers: u32 = optional,
    /// Questions of the sheet.
    pub questions: u32 = optional,
}
}

record! {
/// One partner whose sheet this browser was invited to fill in.
#[derive(Clone, Debug, PartialEq)]
pub struct Invited {
    /// Whose sheet.
    pub partner: PartnerId,
    /// When the invitation was written.
    pub at: Option<Timestamp> = optional,
    /// The sheet as it came: what both sides begin from.
    pub sheet: Raw<Sheet> = optional,
    /// The response that was written last.
    pub sent: Raw<Receipt> = optional,
}
}
