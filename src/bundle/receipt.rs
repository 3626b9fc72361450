//! The receipt of a response: what the protocol office needs to know the file
//! again.

use super::{Fingerprint, base64};
use crate::model::{Extra, Receipt, Timestamp};
use sha2::{Digest, Sha256};

/// The receipt of a file with these bytes, whose content has this fingerprint.
/// `answers` of `questions` are given in it.
pub fn receipt(
    file: &str,
    bytes: &[u8],
    fingerprint: &Fingerprint,
    at: Timestamp,
    (answers, questions): (usize, usize),
) -> Receipt {
    let digest = Sha256::digest(bytes);
    Receipt {
        file: file.into(),
        sha256: digest.iter().map(|byte| format!("{byte:02x}")).collect(),
        fingerprint: fingerprint.to_string(),
        at: Some(at),
        answers: u32::try_from(answers).unwrap_or(u32::MAX),
        questions: u32::try_from(questions).unwrap_or(u32::MAX),
        extra: Extra::new(),
    }
}

/// The SHA-256 of a receipt in base64, as protocol offices write it; `None`
/// where it is none.
pub fn sha256_base64(receipt: &Receipt) -> Option<String> {
    let digits = receipt.sha256.as_bytes();
    let mut bytes = Vec::with_capacity(32);
    for pair in digits.chunks(2) {
        let pair = std::str::from_utf8(pair).ok()?;
        bytes.push(u8::from_str_radix(pair, 16).ok()?);
    }
    (digits.len() == 64).then(|| base64::standard(&bytes))
}
