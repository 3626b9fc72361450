//! The canonical form (RFC 8785) of a survey, and its fingerprint.
//!
//! Two files with the same content have the same fingerprint, whatever the
//! order of their keys and the way their numbers are written. It proves that
//! nothing changed on the way, not who wrote it.

use crate::model::{Json, Survey};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fmt;

/// SHA-256 of a survey's canonical form, as 64 lower-case hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// How many digits people compare.
    const SHORT: usize = 12;

    /// The first twelve digits, for people to compare.
    pub fn short(&self) -> &str {
        self.0.get(..Self::SHORT).unwrap_or(&self.0)
    }

    /// As it stands in a file: `sha256:` and all digits.
    pub fn tagged(&self) -> String {
        format!("sha256:{self}")
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Fingerprint of the survey's content: its head and its sheets, without
/// envelope and export date.
pub fn fingerprint(survey: &Survey) -> Fingerprint {
    of_value(&survey.to_json())
}

/// The same of a survey's JSON.
pub(super) fn of_value(survey: &Value) -> Fingerprint {
    // Canonical form fails only on numbers that are not finite, and JSON has
    // none; the plain text would be hashed then.
    let canonical = serde_json_canonicalizer::to_vec(survey);
    let canonical = canonical.unwrap_or_else(|_| survey.to_string().into_bytes());
    let digest = Sha256::digest(&canonical);
    Fingerprint(digest.iter().map(|byte| format!("{byte:02x}")).collect())
}
