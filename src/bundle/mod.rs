//! Floor 1: bundles, the JSON files in which a survey travels.
//!
//! Reading takes four steps, each its own module: parse (bytes → text → is it
//! a bundle, and which version?), migrate (one version at a time), restore
//! (repair what is safely repairable, and say so) and validate. [`read`] gives
//! either what was received with its warnings, or one typed [`Refusal`]; the
//! interface finds the words. `docs/bundle-format.md` describes the format.

mod base64;
mod bound;
mod canonical;
mod carried;
mod cover;
mod cut;
mod digested;
mod envelope;
mod errors;
mod file_name;
mod foreign;
mod issue;
mod leaving;
mod limits;
mod link;
mod merge;
mod migrate;
mod number;
mod parse;
mod plan;
mod receipt;
mod restore;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
pub mod squeeze;
mod survey;
mod validate;
mod walk;

use envelope::Incoming;
use parse::Envelope;
use std::sync::Arc;
use survey::Standing;

pub use base64::standard;
pub use canonical::{Fingerprint, canonical, fingerprint};
pub use carried::{Opens, carrying, taken_along};
pub use cover::{Cover, Way};
pub use cut::{
    Withholding, content_fingerprint, for_anyone, for_coordinator, for_partner, response,
};
pub use digested::{Digested, content_in};
pub use envelope::{Kind, Outgoing, Received, Scope, write, write_backup, write_with_extra};
pub use errors::{Damage, Refusal, Warning};
pub use file_name::{
    backup_name, dated_name, file_name, invitation_name, part_name, public_name, response_name,
    sheet_name,
};
pub use foreign::Foreign;
pub use issue::issued;
pub use leaving::{FEW, Leaving, Recognisable, recognisable};
pub use limits::{Limited, MAX_BYTES, MAX_TEXT, too_large};
pub use link::{LinkRefusal, MAX_INSIDE, MAX_LINK, from_link, to_link};
pub use merge::{Clash, Merged, merge_heads, merge_partners, merge_sheets};
pub use migrate::CURRENT_FORMAT;
pub use plan::{
    Arrival, Asked, Becomes, Change, ChangeKind, Conflict, Content, Decision, Decisions, Fate,
    FormAnswer, FormChange, FormDiff, FormItem, Merge, Outcome, Plan, Planned, Record, Sender,
    Side, Stands, Told, WhyBeside, copy_id, plan,
};
pub use receipt::{receipt, sha256_base64};
pub use restore::Repair;
#[cfg(not(target_arch = "wasm32"))]
pub use schema::schema;

/// Reads a file: one bundle, or each of the bundles in a backup, in their
/// order.
///
/// # Errors
/// A [`Refusal`] when the bytes are no bundle that this version can read; in a
/// backup each survey has a refusal of its own.
pub fn read_all(bytes: &[u8]) -> Result<Vec<Result<Received, Refusal>>, Refusal> {
    read_all_telling(bytes, None, &mut |_| {})
}

/// The same; `digested` may be the content, and `tell` is called now and then with the
/// number of bytes that were read.
///
/// # Errors
/// The same.
pub fn read_all_telling(
    bytes: &[u8],
    digested: Option<&Digested>,
    tell: &mut dyn FnMut(usize),
) -> Result<Vec<Result<Received, Refusal>>, Refusal> {
    open(bytes, |text| {
        let envelope = parse::envelope(text, CURRENT_FORMAT, tell)?;
        migrate::known(&envelope, migrate::STEPS)?;
        if envelope.kind().as_deref() != Some(Kind::Backup.code()) {
            let read = read_envelope(text, envelope, migrate::STEPS, tell);
            return Ok(vec![read.and_then(|(incoming, content)| {
                let known = digested.and_then(|digested| digested.fingerprint(bytes, &content));
                finish(incoming, known.unwrap_or_else(|| content.fingerprint()))
            })]);
        }
        // Not all of it is read further down.
        parse::syntax(text)?;
        let place = "surveys";
        let surveys = envelope.get(place).map_or(Ok(None), walk::items);
        let Some(surveys) = surveys.map_err(|fault| Refusal::of_fault(&fault, place))? else {
            return Err(envelope::unfit(place, "a list"));
        };
        limits::items(place, surveys.len(), limits::MAX_SURVEYS)?;
        let mut one = |part: &&str| {
            // How far it is in the whole file.
            let before = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
            let mut tell = |at: usize| tell(before + at);
            let envelope = parse::envelope(part, CURRENT_FORMAT, &mut tell)?;
            let (incoming, content) = read_envelope(part, envelope, migrate::STEPS, &mut tell)?;
            let received = finish(incoming, content.fingerprint())?;
            let kind = Kind::Backup;
            Ok(Received { kind, ..received })
        };
        Ok(surveys.iter().map(&mut one).collect())
    })
}

/// Reads a bundle, whatever the file's name: UTF-8, with or without byte order
/// mark, or UTF-16 with one; with any line ends.
///
/// # Errors
/// A [`Refusal`] when the bytes are no bundle that this version can read
/// whole; then nothing of it is used.
pub fn read(bytes: &[u8]) -> Result<Received, Refusal> {
    read_with(bytes, migrate::STEPS)
}

/// Reads a bundle as the version that has taken these steps.
fn read_with(bytes: &[u8], steps: &[migrate::Step]) -> Result<Received, Refusal> {
    let tell = &mut |_| {};
    let mut read = open(bytes, |text| {
        let envelope = parse::envelope(text, steps.len() as u64 + 1, tell)?;
        let read = read_envelope(text, envelope, steps, tell);
        Ok(vec![read.and_then(|(incoming, content)| {
            finish(incoming, content.fingerprint())
        })])
    })?;
    read.pop().unwrap_or(Err(Refusal::NotABundle))
}

/// Reads the text of a file that is not too large. What is wrong with it is told only of
/// what is JSON from beginning to end: a broken text is refused as such.
fn open(
    bytes: &[u8],
    read: impl FnOnce(&str) -> Result<Vec<Result<Received, Refusal>>, Refusal>,
) -> Result<Vec<Result<Received, Refusal>>, Refusal> {
    if let Some(refusal) = too_large(bytes.len() as u64) {
        return Err(refusal);
    }
    let text = parse::text(bytes)?;
    let read = read(&text);
    if !matches!(&read, Ok(all) if all.iter().all(Result::is_ok)) {
        parse::syntax(&text)?;
    }
    read
}

/// Reads a bundle whose envelope is open, and gives the content of its survey as it stands
/// in the file: before migration and repairs.
fn read_envelope<'a>(
    text: &'a str,
    envelope: Envelope<'a>,
    steps: &[migrate::Step],
    tell: &mut dyn FnMut(usize),
) -> Result<(Incoming, Standing<'a>), Refusal> {
    let format = migrate::known(&envelope, steps)?;
    if !migrate::is_older(format, steps) {
        return Incoming::read(envelope, tell);
    }
    let mut bundle = walk::value(text, 0).map_err(|fault| Refusal::of_fault(&fault, ""))?;
    let as_it_stands = canonical::of_survey(&bundle["survey"]);
    migrate::climb(&mut bundle, format, steps);
    let text = bundle.to_string();
    drop(bundle);
    let envelope = parse::envelope(&text, steps.len() as u64 + 1, tell)?;
    let (mut incoming, _) = Incoming::read(envelope, tell)?;
    incoming.same = false;
    Ok((incoming, Standing::Digested(as_it_stands)))
}

/// Restores and validates what was read, with the fingerprint of its content as it stands in
/// the file.
fn finish(incoming: Incoming, as_it_stands: Fingerprint) -> Result<Received, Refusal> {
    limits::check(&incoming.survey)?;
    validate::parties(&incoming)?;
    let mut survey = incoming.survey;
    let repairs = restore::restore(&mut survey);
    let fingerprint = if incoming.same && repairs.is_empty() {
        as_it_stands.clone()
    } else {
        canonical::fingerprint(&survey)
    };
    let mut warnings = Vec::new();
    match incoming.written {
        None => warnings.push(Warning::NoFingerprint),
        Some(written) if written == as_it_stands.tagged() => {}
        Some(written) => warnings.push(Warning::FingerprintMismatch {
            written,
            computed: as_it_stands,
        }),
    }
    warnings.extend(repairs.into_iter().map(Warning::Repaired));
    warnings.extend(validate::odd(&survey)?.into_iter().map(Warning::Odd));

    Ok(Received {
        fingerprint,
        survey: Arc::new(survey),
        kind: incoming.kind,
        scope: incoming.scope,
        base: incoming.base,
        source: incoming.source,
        exported: incoming.exported,
        extra: incoming.extra,
        warnings,
    })
}
