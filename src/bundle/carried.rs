//! A survey inside the app's own file: what of it goes along, and how it is put
//! there. The file says where a survey may stand; whoever opens it sees that
//! survey and changes nothing of it.

use super::base64::standard;
use super::cut::{Withholding, content_fingerprint, for_anyone, for_coordinator};
use super::envelope::{Kind, Outgoing, Scope};
use super::squeeze::squeeze;
use crate::model::{Extra, Raw, Revision, Survey, Timestamp};

/// Where a survey may stand in the file.
const PLACE: &[u8] = b"<!-- carried -->";

/// The title of the page, as the file has it before a survey is in it.
const TITLE: &[u8] = b"<title>Rilievo</title>";

/// What whoever opens the file sees first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opens {
    /// The slides.
    Deck,
    /// The results.
    Results,
}

impl Opens {
    /// Its name in the file.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Deck => "present",
            Self::Results => "results",
        }
    }

    /// What a name in a file means; the results for any other.
    pub fn of_code(code: &str) -> Self {
        if code == Self::Deck.code() {
            Self::Deck
        } else {
            Self::Results
        }
    }
}

/// What of a survey goes along: all of it, or, with reasons for what is withheld, what
/// anyone may see. Slides go along in both, for anyone without what the speaker
/// wants to say; where free texts are withheld, without what authors wrote on
/// them.
///
/// What is made of a copy carries the fingerprint of the survey that it was made
/// from (`copy_of`), so that slides, report and tables agree with those of that
/// survey.
pub fn taken_along(survey: &Survey, withholding: Option<&Withholding>) -> Survey {
    let Some(withholding) = withholding else {
        return for_coordinator(survey);
    };
    let mut copy = for_anyone(survey, withholding);
    copy.head.copy_of = content_fingerprint(survey).to_string();
    let mut slides = survey.head.slides.or_default();
    for slide in &mut slides {
        slide.notes.clear();
        slide.revision = Revision::default();
        slide.extra.clear();
        if withholding.free_text.is_some() {
            slide.title.clear();
            slide.text.clear();
        }
    }
    if !slides.is_empty() {
        copy.head.slides = Raw::new(&slides);
    }
    let mut issued = survey.head.issued.or_default();
    for version in &mut issued {
        version.revision = Revision::default();
        version.extra.clear();
    }
    if !issued.is_empty() {
        copy.head.issued = Raw::new(&issued);
    }
    copy
}

/// The app's file with a survey in it. `copy` is what [`taken_along`] gave, for
/// these readers. `None` where the file has no place for one, or already carries one.
pub fn carrying(
    file: &[u8],
    copy: &Survey,
    scope: Scope,
    opens: Opens,
    now: &Timestamp,
) -> Option<Vec<u8>> {
    let outgoing = Outgoing {
        kind: Kind::Survey,
        scope,
        survey: copy,
        base: None,
        extra: &Extra::new(),
    };
    let text = outgoing.write(now);
    let packed = standard(&squeeze(text.as_bytes(), &[], text.len()));
    let opens = opens.code();
    let block = [
        "<script type=\"text/plain\" id=\"packed\" data-opens=\"",
        opens,
        "\">",
        &packed,
        "</script>",
    ]
    .concat();
    let file = put(file, PLACE, block.as_bytes())?;
    let title = [
        "<title>",
        &plain_signs(&copy.head.title),
        " \u{b7} Rilievo</title>",
    ];
    let title = title.concat().replace('\u{b7}', "&#183;");
    // A file with another title keeps it.
    Some(put(&file, TITLE, title.as_bytes()).unwrap_or(file))
}

/// `what` in place of the only `place` in a file.
fn put(file: &[u8], place: &[u8], what: &[u8]) -> Option<Vec<u8>> {
    let mut found = file.windows(place.len()).enumerate();
    let (at, _) = found.find(|(_, part)| *part == place)?;
    if found.any(|(_, part)| part == place) {
        return None;
    }
    let (before, rest) = file.split_at(at);
    let after = rest.get(place.len()..)?;
    Some([before, what, after].concat())
}

/// A text of HTML in signs that stand in every encoding.
fn plain_signs(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' | '<' | '>' | '"' => plain.push_str(&format!("&#{};", u32::from(sign))),
            ' '..='~' => plain.push(sign),
            _ => plain.push_str(&format!("&#{};", u32::from(sign))),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::squeeze::expand;
    use crate::model::{SurveyHead, SurveyId};

    const FILE: &[u8] = b"<title>Rilievo</title><body><!-- carried --><script>\x80\xff</script>";

    fn survey(title: &str) -> Survey {
        let Ok(id) = SurveyId::new("museums") else {
            panic!("an id");
        };
        Survey {
            head: SurveyHead::new(id, title),
            sheets: Vec::new(),
            extra: Extra::new(),
        }
    }

    fn carry(file: &[u8], survey: &Survey) -> Option<Vec<u8>> {
        let now = Timestamp::new("2026-11-27T10:00:00Z");
        carrying(file, survey, Scope::Coordinator, Opens::Deck, &now)
    }

    #[test]
    fn a_file_carries_a_survey_and_is_otherwise_the_same() {
        let survey = survey("Musei «in rete» & <co>");
        let Some(file) = carry(FILE, &survey) else {
            panic!("no file");
        };
        let title = "<title>Musei &#171;in rete&#187; &#38; &#60;co&#62; &#183; Rilievo</title>";
        assert!(file.starts_with(title.as_bytes()));
        assert!(file.ends_with(b"</script><script>\x80\xff</script>"));
        let text = String::from_utf8_lossy(&file);
        let block = "<script type=\"text/plain\" id=\"packed\" data-opens=\"present\">";
        let Some(packed) = text.split(block).nth(1).and_then(|t| t.split('<').next()) else {
            panic!("no survey in {text}");
        };
        let packed = packed.replace('+', "-").replace('/', "_");
        let packed = crate::bundle::base64::from_address(packed.trim_end_matches('='));
        let text = packed.and_then(|packed| expand(&packed, &[], 100_000));
        let read = text.and_then(|text| crate::bundle::read(&text).ok());
        assert_eq!(
            read.map(|r| r.survey.head.title.clone()),
            Some(survey.head.title)
        );
    }

    #[test]
    fn a_file_without_one_place_carries_nothing() {
        let survey = survey("Musei");
        assert_eq!(carry(b"<body></body>", &survey), None);
        assert_eq!(carry(b"<!-- carried --><!-- carried -->", &survey), None);
        let Some(once) = carry(FILE, &survey) else {
            panic!("no file");
        };
        assert_eq!(carry(&once, &survey), None, "it carries one already");
    }

    #[test]
    fn what_it_opens_with_is_read_back() {
        for opens in [Opens::Deck, Opens::Results] {
            assert_eq!(Opens::of_code(opens.code()), opens);
        }
        assert_eq!(Opens::of_code("else"), Opens::Results);
    }
}
