//! What stands around a survey in a bundle, and how a bundle is written.

use super::canonical::{Running, SHEETS};
use super::parse::Envelope;
use super::{CURRENT_FORMAT, Damage, Fingerprint, Refusal, Warning, canonical, walk};
use crate::model::json::{Reader, named};
use crate::model::{Extra, Json, Misfit, Sheet, Survey, Timestamp};
use serde_json::Value;

/// What the `type` of every bundle says.
pub(super) const TYPE: &str = "rilievo-bundle";

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
    /// The survey, repaired and sound.
    pub survey: Survey,
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

/// The format version, which the header has looked at already: a whole number
/// from 1.
struct Format;

impl Json for Format {
    fn blank() -> Self {
        Self
    }

    fn fill(&mut self, value: Value, reader: &mut Reader) {
        if value.as_u64().is_none_or(|n| n == 0) {
            reader.expected("a whole number from 1");
        }
    }

    fn to_json(&self) -> Value {
        CURRENT_FORMAT.into()
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
    /// The fingerprint of the survey as it stands in the file.
    pub as_it_stands: Fingerprint,
    pub extra: Extra,
}

impl Incoming {
    /// Reads the bundle; says where it is not one.
    pub fn read(envelope: Envelope) -> Result<Self, Refusal> {
        let mut fields = Extra::new();
        let mut survey = None;
        for (name, text) in envelope.0 {
            if name == "survey" && text.starts_with('{') {
                survey = Some(text);
            } else {
                let value = walk::value(text, 1).map_err(|fault| fault.below(&name))?;
                fields.insert(name, value);
            }
        }
        let mut reader = Reader::default();
        let _: String = reader.needed(&mut fields, "type");
        let Format = reader.needed(&mut fields, "format");
        let kind = reader.needed(&mut fields, "kind");
        let (survey, as_it_stands) = match survey {
            Some(text) => read_survey(text, &mut reader)?,
            // There is none: this notes that.
            None => (
                reader.needed(&mut fields, "survey"),
                canonical::of_value(&Value::Null),
            ),
        };
        let incoming = Self {
            kind,
            scope: reader.optional(&mut fields, "scope"),
            base: reader.optional(&mut fields, "base"),
            source: reader.optional(&mut fields, "source"),
            exported: reader.optional(&mut fields, "exported"),
            written: reader.optional(&mut fields, "fingerprint"),
            survey,
            as_it_stands,
            extra: fields,
        };
        reader.done(incoming).map_err(unfit)
    }
}

/// The damage that something is not what it should be.
pub(super) fn unfit(misfit: Misfit) -> Refusal {
    let problem = Damage::Unfit {
        expected: misfit.expected,
    };
    let place = misfit.path;
    Refusal::Damaged { place, problem }
}

/// Reads the survey sheet by sheet: one at a time is there as JSON, from which
/// the fingerprint is computed, and as the record that stays.
fn read_survey(text: &str, reader: &mut Reader) -> Result<(Survey, Fingerprint), Refusal> {
    let parts = walk::fields(text).map_err(|fault| fault.below("survey"))?;
    if let Some(name) = walk::twice(&parts) {
        return Err(Refusal::Damaged {
            place: format!("survey.{name}"),
            problem: Damage::Twice,
        });
    }
    let mut fields = Extra::new();
    let mut sheets = None;
    let mut fingerprint = Running::default();
    reader.enter("survey");
    for (name, text) in parts {
        let above = format!("survey.{name}");
        fingerprint.field(&name);
        if name == SHEETS
            && let Some(items) = walk::items(text).map_err(|fault| fault.below(&above))?
        {
            sheets = Some(read_sheets(&items, &mut fingerprint, reader)?);
        } else {
            let value = walk::value(text, 2).map_err(|fault| fault.below(&above))?;
            fingerprint.value(&value);
            fields.insert(name, value);
        }
    }
    let survey = Survey {
        head: reader.needed(&mut fields, "head"),
        sheets: match sheets {
            Some(sheets) => sheets,
            None => reader.needed(&mut fields, SHEETS),
        },
        extra: fields,
    };
    reader.leave();
    Ok((survey, fingerprint.done()))
}

fn read_sheets(
    items: &[&str],
    fingerprint: &mut Running,
    reader: &mut Reader,
) -> Result<Vec<Sheet>, Refusal> {
    let mut sheets = Vec::with_capacity(items.len());
    reader.enter(SHEETS);
    fingerprint.sign('[');
    for (index, text) in items.iter().enumerate() {
        let place = format!("[{index}]");
        let above = || format!("survey.{SHEETS}{place}");
        let value = walk::value(text, 3).map_err(|fault| fault.below(&above()))?;
        fingerprint.item(index, &value);
        sheets.push(reader.inside(&place, value));
    }
    fingerprint.sign(']');
    reader.leave();
    Ok(sheets)
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
        let survey = self.survey.to_json();
        let fingerprint = canonical::of_survey(&survey).tagged();
        // In this order: a file that breaks off is known by its first words.
        let mut fields = Vec::from(front(self.kind, exported));
        if self.scope != Scope::Coordinator {
            fields.push(("scope", self.scope.to_json()));
        }
        fields.push(("fingerprint", fingerprint.into()));
        fields.push(("survey", survey));
        if let Some(base) = self.base {
            fields.push(("base", base.to_json()));
        }
        object(&fields, self.extra)
    }
}

/// All surveys of a browser in one bundle; each is a bundle of its own in it.
pub fn write_backup(surveys: &[Survey], exported: &Timestamp) -> String {
    let whole = object(&front(Kind::Backup, exported), &Extra::new());
    let surveys: Vec<_> = surveys.iter().map(|s| write(s, exported)).collect();
    let open = whole.trim_end_matches('}');
    format!("{open},\"surveys\":[{}]}}", surveys.join(","))
}

/// What every bundle says first.
fn front(kind: Kind, exported: &Timestamp) -> [(&'static str, Value); 5] {
    [
        ("type", TYPE.into()),
        ("format", CURRENT_FORMAT.into()),
        ("kind", kind.to_json()),
        ("source", SOURCE.into()),
        ("exported", exported.to_json()),
    ]
}

/// An object with its fields in this order.
fn object(fields: &[(&'static str, Value)], extra: &Extra) -> String {
    let known = fields.iter().map(|(name, value)| (*name, value));
    let unknown = extra.iter().map(|(name, value)| (name.as_str(), value));
    let mut text = String::new();
    for (name, value) in known.chain(unknown) {
        text.push(if text.is_empty() { '{' } else { ',' });
        text.push_str(&Value::from(name).to_string());
        text.push(':');
        text.push_str(&value.to_string());
    }
    text.push('}');
    text
}
