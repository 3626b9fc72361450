//! What stands around a survey in a bundle, and how a bundle is written.

use super::{CURRENT_FORMAT, Fingerprint, Warning, canonical, fingerprint};
use crate::model::{Extra, Survey, Timestamp};
use serde::{Deserialize, Serialize};
use std::num::NonZeroU64;

/// What the `type` of every bundle says.
pub(super) const TYPE: &str = "rilievo-bundle";

/// The program that writes bundles, as they name it.
const SOURCE: &str = concat!("rilievo ", env!("CARGO_PKG_VERSION"));

/// What a bundle carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A whole survey.
    Survey,
}

impl Kind {
    /// The kind of this name, if this version knows it.
    pub(super) fn of_name(name: &str) -> Option<Self> {
        match name {
            "survey" => Some(Self::Survey),
            _ => None,
        }
    }
}

/// A bundle that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Received {
    /// The survey, repaired and sound.
    pub survey: Survey,
    /// What the bundle carries.
    pub kind: Kind,
    /// The program that wrote it, as it names itself.
    pub source: String,
    /// When it was written.
    pub exported: Option<Timestamp>,
    /// Fields of the envelope that this version does not know.
    pub extra: Extra,
    /// Fingerprint of [`survey`](Self::survey).
    pub fingerprint: Fingerprint,
    /// What there is to know about it.
    pub warnings: Vec<Warning>,
}

/// A bundle of the current format as it stands in the file.
#[derive(Deserialize)]
pub(super) struct Incoming {
    // The first two are held by the header already; they are named here so
    // that they are no unknown fields, and so that a bad one has its place.
    #[serde(rename = "type")]
    _type: String,
    #[serde(rename = "format")]
    _format: NonZeroU64,
    pub kind: Kind,
    #[serde(default)]
    pub source: String,
    #[serde(default)]
    pub exported: Option<Timestamp>,
    #[serde(default)]
    pub fingerprint: Option<String>,
    pub survey: Survey,
    #[serde(flatten)]
    pub extra: Extra,
}

#[derive(Serialize)]
struct Outgoing<'a> {
    r#type: &'static str,
    format: u64,
    kind: Kind,
    source: &'static str,
    exported: &'a Timestamp,
    fingerprint: String,
    survey: &'a Survey,
    #[serde(flatten)]
    extra: &'a Extra,
}

/// The survey as a bundle: compact JSON, the same text for the same survey and
/// the same moment.
pub fn write(survey: &Survey, exported: &Timestamp) -> String {
    write_with_extra(survey, exported, &Extra::new())
}

/// The same, with the unknown fields of the envelope it once came in.
pub fn write_with_extra(survey: &Survey, exported: &Timestamp, extra: &Extra) -> String {
    canonical::json(&Outgoing {
        r#type: TYPE,
        format: CURRENT_FORMAT,
        kind: Kind::Survey,
        source: SOURCE,
        exported,
        fingerprint: fingerprint(survey).tagged(),
        survey,
        extra,
    })
}
