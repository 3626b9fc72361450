//! The survey of a bundle: read in one walk through its text, with what the fingerprint
//! of that digests.

use super::canonical::{self, HEAD, Running, SHEETS};
use super::{Fingerprint, Refusal, walk};
use crate::model::json::{Fault, Reading, Text, Wrong};
use crate::model::{Extra, Json, Sheet, Survey, SurveyHead};

/// How many sheets are read between two tidings.
const TIDINGS: usize = 250;

/// A survey as it stands in a file.
pub(super) struct Read<'a> {
    pub survey: Survey,
    /// What its fingerprint digests.
    pub content: Standing<'a>,
    /// Whether this is surely the content of [`survey`](Self::survey), too.
    pub same: bool,
}

/// The content of a survey's text.
pub(super) enum Standing<'a> {
    /// The text itself: it stands as the canonical form would write it.
    Text(&'a str),
    /// What was written anew, and is digested already.
    Digested(Fingerprint),
}

impl Standing<'_> {
    /// The bytes of the file that it is, if it stands there.
    pub fn bytes(&self) -> Option<&[u8]> {
        match self {
            Self::Text(text) => Some(text.as_bytes()),
            Self::Digested(_) => None,
        }
    }

    /// Its fingerprint.
    pub fn fingerprint(self) -> Fingerprint {
        match self {
            Self::Text(text) => canonical::of_text(text),
            Self::Digested(fingerprint) => fingerprint,
        }
    }
}

/// A field of the survey: its name, the text of its value, and whether that is surely in
/// the canonical form.
type Part<'a> = (String, (&'a str, bool));

/// Reads a survey, which the walk stands before. `tell` is called now and then with
/// the number of bytes that were passed.
pub(super) fn read<'a>(
    text: &mut Text<'a>,
    tell: &mut dyn FnMut(usize),
) -> Result<Read<'a>, Refusal> {
    let mut head = None;
    let mut sheets = None;
    let mut extra = Extra::new();
    let mut parts: Vec<Part> = Vec::new();
    text.next();
    let begins = text.position();
    text.was_canonical();
    // From brace to brace, names and signs between the parts included.
    let mut all_canonical = true;
    let fields = text.object(&mut |text, name| {
        if parts.iter().any(|(known, _)| known == name) {
            return Err(Wrong::Twice.into());
        }
        text.next();
        let start = text.position();
        all_canonical &= text.was_canonical();
        match name {
            HEAD => head.insert(SurveyHead::blank()).read(text)?,
            SHEETS => sheets = Some(read_sheets(text, tell)?),
            _ => text.unknown_field(&mut extra, name)?,
        }
        let canonical = text.was_canonical();
        all_canonical &= canonical;
        parts.push((name.into(), (text.since(start), canonical)));
        Ok(())
    });
    let refusal = |fault: Box<Fault>| Refusal::of_fault(&fault, "survey");
    fields.map_err(refusal)?;
    all_canonical &= text.was_canonical();
    let missing = |name: &str| {
        let fault: Box<Fault> = Wrong::Unfit("this field").into();
        refusal(fault.at(name))
    };
    let survey = Survey {
        head: head.ok_or_else(|| missing(HEAD))?,
        sheets: sheets.ok_or_else(|| missing(SHEETS))?,
        extra,
    };
    let same = text.is_same();
    // With issued versions in it, a head is not its content.
    let whole = same && survey.head.issued.is_empty();
    let content = if all_canonical && whole {
        Standing::Text(text.since(begins))
    } else {
        Standing::Digested(fingerprint(parts, whole).map_err(refusal)?)
    };
    Ok(Read {
        survey,
        content,
        same,
    })
}

fn read_sheets(text: &mut Text, tell: &mut dyn FnMut(usize)) -> Reading<Vec<Sheet>> {
    let mut sheets = Vec::new();
    text.list(&mut |text, index| {
        if index % TIDINGS == 0 {
            tell(text.position());
        }
        let mut sheet = Sheet::blank();
        sheet.read(text)?;
        sheets.push(sheet);
        Ok(())
    })?;
    Ok(sheets)
}

/// The fingerprint of the parts. Those in canonical form need not be written again;
/// the head among them only where it is `whole`. Of the sheets, one at a time is there
/// as JSON.
fn fingerprint(mut parts: Vec<Part>, whole: bool) -> Reading<Fingerprint> {
    walk::sorted(&mut parts);
    let mut digest = Running::default();
    for (name, (text, canonical)) in parts {
        digest.field(&name);
        if canonical && (whole || name != HEAD) {
            digest.written(text);
        } else if name == SHEETS
            && let Some(sheets) = walk::items(text)?
        {
            digest.sign('[');
            for (index, sheet) in sheets.into_iter().enumerate() {
                digest.item(index, &walk::value(sheet, 0)?);
            }
            digest.sign(']');
        } else {
            digest.value(&walk::value(text, 0)?);
        }
    }
    Ok(digest.done())
}
