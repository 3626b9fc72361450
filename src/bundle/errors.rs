//! Why a file is refused, and what a reader is told about one that is not.
//! Structured fields only: the interface words them.

use super::{Fingerprint, Foreign, Limited, Repair};
use crate::model::{Problem, Rule};
use serde::{Deserialize, Serialize};

/// Why a file is not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// It is not JSON from this place on (both counted from 1; column 0 is
    /// before the first character of its line).
    NotJson {
        /// Line.
        line: usize,
        /// Column, in bytes.
        column: usize,
        /// What it is, where its bytes tell.
        foreign: Option<Foreign>,
    },
    /// It is JSON, and not a bundle.
    NotABundle,
    /// A newer Rilievo wrote it.
    TooNew {
        /// Its format version.
        format: u64,
        /// Its kind, when the kind is what this version does not know.
        kind: Option<String>,
    },
    /// It is a bundle that cannot be read whole.
    Damaged {
        /// Where: a path such as `survey.sheets[3].answers.q2.state`, or of ids
        /// such as `sheets/EC/answers/q2`; empty for the file as a whole.
        place: String,
        /// What is wrong there.
        problem: Damage,
    },
    /// It is larger than any bundle may be.
    TooLarge {
        /// Its size in bytes.
        bytes: u64,
        /// The greatest size accepted, in bytes.
        limit: u64,
    },
    /// It belongs to a survey, or to a partner of one, that is not here.
    OtherSurvey {
        /// Title of the survey that it belongs to.
        survey: String,
        /// Name of the partner whose sheet it carries.
        partner: String,
    },
}

impl Refusal {
    /// The name of the refusal in marks and addresses.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotJson { .. } => "not-json",
            Self::NotABundle => "not-a-bundle",
            Self::TooNew { .. } => "too-new",
            Self::Damaged { .. } => "damaged",
            Self::TooLarge { .. } => "too-large",
            Self::OtherSurvey { .. } => "other-survey",
        }
    }
}

/// What is wrong with a damaged bundle. Lines are counted from 1, columns in
/// bytes from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Damage {
    /// The text ends before its JSON does.
    CutOff {
        /// Last line.
        line: usize,
        /// Column where it ends.
        column: usize,
    },
    /// The JSON is broken.
    Syntax {
        /// Line.
        line: usize,
        /// Column.
        column: usize,
    },
    /// A byte that UTF-8 does not allow.
    NotUtf8 {
        /// Line.
        line: usize,
        /// Column.
        column: usize,
    },
    /// A field is missing, or not of its type.
    Unfit {
        /// What should stand there; technical, in English. Nobody is shown it,
        /// and it does not cross from a worker.
        #[serde(skip)]
        expected: &'static str,
    },
    /// The field stands twice in its object: one of its values would be lost.
    Twice,
    /// A text with half of a character in it, such as `\ud800` alone.
    HalfCharacter,
    /// More than a bundle may hold.
    Limit {
        /// Of what.
        what: Limited,
        /// How many are accepted.
        limit: usize,
    },
    /// The content contradicts itself.
    Rule(Rule),
}

/// Something to know about a bundle that was read all the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Warning {
    /// It carries no fingerprint.
    NoFingerprint,
    /// Its content is not the one it was written with.
    FingerprintMismatch {
        /// The fingerprint in the file, as it stands there.
        written: String,
        /// The fingerprint of what the file holds.
        computed: Fingerprint,
    },
    /// Something was put right.
    Repaired(Repair),
    /// Something odd was kept as it is.
    Odd(Problem),
}
