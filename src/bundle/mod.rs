//! Floor 1: bundles, the JSON files in which a survey travels.
//!
//! Reading takes four steps, each its own module: parse (bytes → text → is it
//! a bundle, and which version?), migrate (one version at a time), restore
//! (repair what is safely repairable, and say so) and validate. [`read`] gives
//! either what was received with its warnings, or one typed [`Refusal`]; the
//! interface finds the words. `docs/bundle-format.md` describes the format.

mod base64;
mod canonical;
mod changes;
mod cover;
mod cut;
mod envelope;
mod errors;
mod file_name;
mod leaving;
mod link;
mod merge;
mod migrate;
mod number;
mod parse;
mod receipt;
mod restore;
pub mod squeeze;
mod validate;

use envelope::Incoming;
use serde_json::Value;

pub use canonical::{Fingerprint, canonical, fingerprint};
pub use changes::{Changes, HeadPart, SheetChange, SheetDifference, compare};
pub use cover::{Cover, Way};
pub use cut::{
    Withholding, brings_nothing_new, for_anyone, for_coordinator, for_partner, response, taken,
};
pub use envelope::{Kind, Outgoing, Received, Scope, write, write_backup, write_with_extra};
pub use errors::{Damage, Refusal, Warning};
pub use file_name::{
    backup_name, file_name, invitation_name, public_name, response_name, sheet_name,
};
pub use leaving::{FEW, Leaving, Recognisable, recognisable};
pub use link::{LinkRefusal, MAX_INSIDE, MAX_LINK, from_link, to_link};
pub use merge::{Clash, Merged, merge_heads, merge_partners, merge_sheets};
pub use migrate::CURRENT_FORMAT;
pub use receipt::{receipt, sha256_base64};
pub use restore::Repair;

/// Greatest accepted file, in bytes (50 MiB).
pub const MAX_BYTES: usize = 50 * 1024 * 1024;

/// The refusal of a file of this many bytes, if it is too large. Asked before
/// a file is read, so that a wrong file costs no memory.
pub fn too_large(bytes: u64) -> Option<Refusal> {
    let limit = MAX_BYTES as u64;
    (bytes > limit).then_some(Refusal::TooLarge { bytes, limit })
}

/// Reads a file: one bundle, or each of the bundles in a backup, in their
/// order.
///
/// # Errors
/// A [`Refusal`] when the bytes are no bundle that this version can read; in a
/// backup each survey has a refusal of its own.
pub fn read_all(bytes: &[u8]) -> Result<Vec<Result<Received, Refusal>>, Refusal> {
    if let Some(refusal) = too_large(bytes.len() as u64) {
        return Err(refusal);
    }
    let text = parse::text(bytes)?;
    let header = parse::header(text)?;
    migrate::known(&header)?;
    if header.kind() != Some(Kind::Backup.code()) {
        return Ok(vec![read(bytes)]);
    }
    let mut backup = parse::value(text)?;
    let Value::Array(surveys) = backup["surveys"].take() else {
        return Err(Refusal::Damaged {
            place: "surveys".into(),
            problem: Damage::Unfit { expected: "a list" },
        });
    };
    let one = |survey: &Value| read(survey.to_string().as_bytes());
    Ok(surveys.iter().map(one).collect())
}

/// Reads a bundle, whatever the file's name: UTF-8, with or without byte order
/// mark, with any line ends.
///
/// # Errors
/// A [`Refusal`] when the bytes are no bundle that this version can read
/// whole; then nothing of it is used.
pub fn read(bytes: &[u8]) -> Result<Received, Refusal> {
    if let Some(refusal) = too_large(bytes.len() as u64) {
        return Err(refusal);
    }
    let text = parse::text(bytes)?;
    let header = parse::header(text)?;
    let format = migrate::known(&header)?;
    let mut bundle = parse::value(text)?;
    // What was written is the fingerprint of the content as it stands in the
    // file: before migration and repairs.
    let as_it_stands = canonical::of_value(&bundle["survey"]);
    migrate::to_current(&mut bundle, format);
    let incoming = Incoming::read(bundle).map_err(|misfit| Refusal::Damaged {
        place: misfit.path,
        problem: Damage::Unfit {
            expected: misfit.expected,
        },
    })?;
    let mut survey = incoming.survey;
    let mut warnings = Vec::new();

    match incoming.written {
        None => warnings.push(Warning::NoFingerprint),
        Some(written) if written == as_it_stands.tagged() => {}
        Some(written) => warnings.push(Warning::FingerprintMismatch {
            written,
            computed: as_it_stands,
        }),
    }
    let repairs = restore::restore(&mut survey);
    warnings.extend(repairs.into_iter().map(Warning::Repaired));
    warnings.extend(validate::odd(&survey)?.into_iter().map(Warning::Odd));

    Ok(Received {
        fingerprint: canonical::fingerprint(&survey),
        survey,
        kind: incoming.kind,
        scope: incoming.scope,
        base: incoming.base,
        source: incoming.source,
        exported: incoming.exported,
        extra: incoming.extra,
        warnings,
    })
}
