//! An invitation as a link: the bundle stands in the address, deflated, behind
//! the `#` that browsers never send to the host.
//!
//! The text begins with one letter for its version, so that the dictionary can
//! change one day; the rest is deflate in the base64 of addresses. A change of
//! the dictionary by a single letter is a new version.

use super::squeeze::{expand, squeeze};
use super::{MAX_BYTES, base64};

/// The version that is written, and the only one that is read.
const VERSION: char = '1';

/// Longest address that the app offers, in characters: mail programs and
/// gateways cut longer ones.
pub const MAX_LINK: usize = 8_000;

/// Longest bundle that a link may hold, in bytes (4 MiB). What would be longer
/// is refused while it is inflated.
pub const MAX_INSIDE: usize = 4 << 20;

/// What invitations have in common. What is most frequent stands last.
const DICTIONARY: &str = concat!(
    r#""status":"missing"}"status":"returned"}"status":"submitted"}"transcribed":true"#,
    r#","remarks":[{"author":"","contact":"","replies":[{"revision":{"at":"2026-","by":"","n":1},"#,
    r#"{"state":"declined"}{"state":"unknown"}{"state":"not_applicable"}{"state":"blank"},"#,
    r#""state":"given","value":{"choices":[{"option":"","qualifier":""}]}},"value":{"text":""}},"#,
    r#""partner":"","status":"draft"}],"sheets":[{"answers":{"contacts":{"#,
    r#"{"type":"rilievo-bundle","format":1,"kind":"invitation","source":"rilievo 0.1.0","#,
    r#""exported":"2026-","fingerprint":"sha256:","survey":{"head":{"created":"2026-","document":"#,
    r#"{"action":"","action_coordinator":"","activity":"","call":"","cup":"","funds":["Unione Europea"#,
    r#","project":"","subtitle":""},"id":"","parts":{"title":{"at":"2026-"},"#,
    r#""partners":[{"code":"","id":"","ipa_code":"","kind":"comune","name":"Comune di Provincia di "#,
    r#""regione","name":"Regione Città metropolitana di Provincia Autonoma di "role":"reuser"}],"#,
    r#"delle pubbliche amministrazioni della pubblica amministrazione il servizio i servizi "#,
    r#"the services of the public administration Does the body have "Which are Who runs the "#,
    r#"write a share beside each. You may tick more than one Answer YES if the body uses "#,
    r#"L'ente ha un ufficio dell'ente con altri enti Quali sono Chi gestisce Modalità di "#,
    r#"Se sì, indicare Elenca anche più di uno. Più scelte sono possibili. Rispondi SI se l'ente "#,
    r#"],"title":"","questionnaire":{"contacts":[{"id":"","label":{"en":"Contacts of the ","it":"Contatti "#,
    r#""dimensions":[{"id":"A","title":{"en":"The body's ","it":"L'organizzazione dell'Ente per la gestione "#,
    r#""asked_when":{"includes":{"option":"si","question":"q"}},"dimension":"B","repeats":"#,
    r#""kind":"number","label":"kind":"date","label":"kind":"single","kind":"url","label":"#,
    r#"},"id":"q","kind":"list","label":{"en":"","it":""},"number":""},{"dimension":"D","#,
    r#"},"id":"q","kind":"text","label":{"en":"If so, ","it":"Se "},"number":""},{"dimension":"C","#,
    r#""kind":"multiple","label":{"en":"","it":""},"number":"","options":[{"id":"","label":{"en":"","it":""}},"#,
    r#"?"},"number":"","options":[{"id":"si","label":{"en":"YES","it":"SI"}},{"id":"no","label":{"en":"NO","it":"NO"}}]},"#,
    r#"{"dimension":"A","help":{"en":"","it":""},"id":"q","kind":"yes_no","label":{"en":"","it":""#,
);

/// Why a link cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkRefusal {
    /// A newer Rilievo wrote it.
    TooNew,
    /// It is cut, or was changed on the way, or would inflate to more than any
    /// invitation is.
    Damaged,
    /// It is longer than any invitation.
    TooLarge,
}

impl LinkRefusal {
    /// The name of the refusal in marks.
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooNew => "link-too-new",
            Self::Damaged => "link-damaged",
            Self::TooLarge => "link-too-large",
        }
    }
}

/// The text of a bundle as it stands in an address, after `#/open/`.
pub fn to_link(bundle: &str) -> String {
    let squeezed = squeeze(bundle.as_bytes(), DICTIONARY.as_bytes(), MAX_BYTES);
    let mut link = String::from(VERSION);
    link.push_str(&base64::for_address(&squeezed));
    link
}

/// The bytes of the bundle that an address holds. Spaces and line ends that a
/// mail program has put in are passed over.
///
/// # Errors
/// A [`LinkRefusal`] when it holds none; nothing of it is used then.
pub fn from_link(link: &str) -> Result<Vec<u8>, LinkRefusal> {
    if link.len() > MAX_INSIDE {
        return Err(LinkRefusal::TooLarge);
    }
    let link: String = link.chars().filter(|c| !c.is_whitespace()).collect();
    let Some(text) = link.strip_prefix(VERSION) else {
        let newer = link.starts_with(|c: char| c.is_ascii_digit() && c > VERSION);
        return Err(if newer {
            LinkRefusal::TooNew
        } else {
            LinkRefusal::Damaged
        });
    };
    let squeezed = base64::from_address(text).ok_or(LinkRefusal::Damaged)?;
    expand(&squeezed, DICTIONARY.as_bytes(), MAX_INSIDE).ok_or(LinkRefusal::Damaged)
}
