//! What a coordinator's browser knows of the files that went to and fro.

use super::json::{named, record};
use super::{PartnerId, Timestamp};

named! {
/// Which way a file went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// It was made for the partner.
    Sent = "sent",
    /// It came from the partner, and was imported.
    Received = "received",
}
}

record! {
/// The last file that was made for a partner, or came from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Exchanged {
    /// Whose sheet was in it.
    pub partner: PartnerId,
    /// Which way it went.
    pub direction: Direction,
    /// When it was made or imported here.
    pub at: Timestamp,
    /// Its name.
    pub file: String = optional,
    /// Fingerprint of its content.
    pub fingerprint: String = optional,
}
}
