//! What stands around a survey in a bundle, and how a bundle is written.

use super::parse::Envelope;
use super::survey::{self, Read, Standing};
use super::{CURRENT_FORMAT, Damage, Fingerprint, Refusal, Warning, canonical, walk};
use crate::model::json::{Out, Text, named};
use crate::model::{Extra, Json, Sheet, Survey, Timestamp};
use std::sync::Arc;

/// What the `type` of every bundle says.
pub(super) const TYPE: &str = "rilievo-bundle";

/// The field of a bundle that holds its survey.
pub(super) const SURVEY: &str = "survey";

/// The program that writes bundles, as they name it.
const SOURCE: &str = concat!("rilievo ", env!("CARGO_PKG_VERSION"));

named! {
    /// What a bundle carries.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Kind {
        /// A survey, or what its scope leaves of it.
        Survey = "survey",
        /// The questionnaire and the sheet of one partner, to be filled in.
        Invitation = "invitation",
        /// The sheet of one partner, filled in.
        Response = "response",
        /// All surveys of a browser, each as a bundle of its own.
        Backup = "backup",
    }
}

named! {
    /// For whom a survey was written to a file.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub enum Scope {
        /// For those who run the survey: everything.
        #[default]
        Coordinator = "coordinator",
        /// For one partner: its own sheet.
        Partner = "partner",
        /// For anyone: no contacts, no comments, perhaps no free text.
        Public = "public",
    }
}

impl Kind {
    /// The kind of this name, if this version knows it.
    pub(super) fn of_name(name: &str) -> Option<Self> {
        Self::from_json(name.into()).ok()
    }
}

/// A bundle that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Received {
    /// The survey, repaired and sound; where nothing is merged into it, what is planned
    /// holds the same.
    pub survey: Arc<Survey>,
    /// What the bundle carries; of a survey in a backup, that it was in one.
    pub kind: Kind,
    /// For whom it was written.
    pub scope: Scope,
    /// Of a response: the sheet as the invitation had it.
    pub base: Option<Sheet>,
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

impl Received {
    /// The survey alone.
    pub fn into_survey(self) -> Survey {
        Arc::unwrap_or_clone(self.survey)
    }
}

/// A bundle of the current format as it stands in the file.
pub(super) struct Incoming {
    pub kind: Kind,
    pub scope: Scope,
    pub base: Option<Sheet>,
    pub source: String,
    pub exported: Option<Timestamp>,
    /// The fingerprint that was written.
    pub written: Option<String>,
    pub survey: Survey,
    /// Whether written again it surely has the content that stands in the file.
    pub same: bool,
    pub extra: Extra,
}

impl Incoming {
    /// Reads the bundle, and gives the content of its survey; says where it is not one.
    pub fn read<'a>(
        mut envelope: Envelope<'a>,
        tell: &mut dyn FnMut(usize),
    ) -> Result<(Self, Standing<'a>), Refusal> {
        let _: String = needed(&mut envelope, "type")?;
        if needed::<u64>(&mut envelope, "format")? == 0 {
            return Err(unfit("format", "a whole number from 1"));
        }
        let kind = needed(&mut envelope, "kind")?;
        let on_the_way = envelope.survey.take();
        let read = match (envelope.take(SURVEY), on_the_way) {
            (Some(_), Some(read)) => read?,
            (Some(text), None) => survey::read(&mut Text::of_file(text, 1), tell)?,
            (None, _) => return Err(unfit(SURVEY, "this field")),
        };
        let Read {
            survey,
            content,
            same,
        } = read;
        let mut incoming = Self {
            kind,
            scope: optional(&mut envelope, "scope")?.unwrap_or_default(),
            base: optional::<Option<Sheet>>(&mut envelope, "base")?.flatten(),
            source: optional(&mut envelope, "source")?.unwrap_or_default(),
            exported: optional::<Option<Timestamp>>(&mut envelope, "exported")?.flatten(),
            written: optional::<Option<String>>(&mut envelope, "fingerprint")?.flatten(),
            survey,
            same,
            extra: Extra::new(),
        };
        for (name, text) in envelope.fields {
            let value = walk::value(text, 1).map_err(|fault| Refusal::of_fault(&fault, &name))?;
            incoming.extra.insert(name, value);
        }
        Ok((incoming, content))
    }
}

/// Reads a field that must be there.
fn needed<T: Json>(envelope: &mut Envelope, name: &str) -> Result<T, Refusal> {
    optional(envelope, name)?.ok_or_else(|| unfit(name, "this field"))
}

/// Reads a field, if it is there.
fn optional<T: Json>(envelope: &mut Envelope, name: &str) -> Result<Option<T>, Refusal> {
    let Some(text) = envelope.take(name) else {
        return Ok(None);
    };
    let mut text = Text::of_file(text, 1);
    let mut read = T::blank();
    let done = read.read(&mut text).and_then(|()| text.end());
    done.map_err(|fault| Refusal::of_fault(&fault, name))?;
    Ok(Some(read))
}

/// The damage that something else should stand at a place.
pub(super) fn unfit(place: &str, expected: &'static str) -> Refusal {
    let place = place.into();
    let problem = Damage::Unfit { expected };
    Refusal::Damaged { place, problem }
}

/// What is to be written, and as what.
#[derive(Clone, Copy, Debug)]
pub struct Outgoing<'a> {
    /// What the bundle carries.
    pub kind: Kind,
    /// For whom it is written.
    pub scope: Scope,
    /// The survey, which holds no more than the scope allows.
    pub survey: &'a Survey,
    /// Of a response: the sheet as the invitation had it.
    pub base: Option<&'a Sheet>,
    /// Unknown fields of the envelope that it once came in.
    pub extra: &'a Extra,
}

/// The survey as a bundle: compact JSON, the same text for the same survey and
/// the same moment.
pub fn write(survey: &Survey, exported: &Timestamp) -> String {
    write_with_extra(survey, exported, &Extra::new())
}

/// The same, with the unknown fields of the envelope it once came in.
pub fn write_with_extra(survey: &Survey, exported: &Timestamp, extra: &Extra) -> String {
    let outgoing = Outgoing {
        kind: Kind::Survey,
        scope: Scope::Coordinator,
        survey,
        base: None,
        extra,
    };
    outgoing.write(exported)
}

impl Outgoing<'_> {
    /// The text of the bundle.
    pub fn write(&self, exported: &Timestamp) -> String {
        let fingerprint = canonical::fingerprint(self.survey).tagged();
        // In this order: a file that breaks off is known by its first words.
        let mut out = Out::default();
        front(&mut out, self.kind, exported);
        if self.scope != Scope::Coordinator {
            field(&mut out, "scope", &self.scope);
        }
        field(&mut out, "fingerprint", &fingerprint);
        field(&mut out, SURVEY, self.survey);
        if let Some(base) = self.base {
            field(&mut out, "base", base);
        }
        for (name, value) in self.extra {
            out.name(1, name);
            out.value(value);
        }
        out.text.push('}');
        out.text
    }
}

/// All surveys of a browser in one bundle; each is a bundle of its own in it.
pub fn write_backup(surveys: &[Survey], exported: &Timestamp) -> String {
    let mut out = Out::default();
    front(&mut out, Kind::Backup, exported);
    out.name(1, "surveys");
    let surveys: Vec<_> = surveys.iter().map(|s| write(s, exported)).collect();
    format!("{}[{}]}}", out.text, surveys.join(","))
}

/// What every bundle says first; the object stays open.
fn front(out: &mut Out, kind: Kind, exported: &Timestamp) {
    out.text.push('{');
    out.name(0, "type");
    out.string(TYPE);
    field(out, "format", &CURRENT_FORMAT);
    field(out, "kind", &kind);
    out.name(1, "source");
    out.string(SOURCE);
    field(out, "exported", exported);
}

/// A field that is not the first.
fn field(out: &mut Out, name: &str, value: &dyn Json) {
    out.name(1, name);
    value.write(out);
}
