//! How a record is written in the store: stamped, checked, and small.
//!
//! A sealed record is a row of letters of fifteen bits each:
//!
//! | letters | what |
//! |---------|------|
//! | 1       | version of the format |
//! | 4       | stamp, milliseconds since 1970 |
//! | 3       | CRC-32 (ISO-HDLC) of all other letters, as UTF-8 |
//! | rest    | the text: UTF-8, deflated against the [dictionary], its end marked |
//!
//! The first eight letters are the same in every version, so that a record of
//! a newer version is told apart from a damaged one. A record that begins with
//! `{` is of the app's first format: plain JSON with neither stamp nor
//! checksum. Reasons and measurements: `docs/adr/0011-sealed-records.md`.

pub mod dictionary;
mod letters;

pub use crate::bundle::squeeze;

use crc::{CRC_32_ISO_HDLC, Crc, Table};
use dictionary::DICTIONARY;
use std::fmt;
use std::sync::LazyLock;

/// The version that is written.
const VERSION: u64 = 1;

/// Longest text that is kept squeezed, in bytes (64 MiB). A longer one is kept
/// as it is.
pub const MOST: usize = 64 << 20;

/// Bytes of one letter.
const LETTER: usize = 3;

/// Letters up to the checksum: so many are enough for [`stamp_of`].
pub const TO_STAMP: u32 = 5;

/// Bytes up to the checksum, and up to the text.
const STAMPED: usize = TO_STAMP as usize * LETTER;
const FRONT: usize = 8 * LETTER;

/// Sixteen tables, for sixteen bytes at a time: with one, the checksum takes a tenth of the
/// time of opening a record. They are made when they are first needed, and do not travel.
static CRC: LazyLock<Crc<u32, Table<16>>> =
    LazyLock::new(|| Crc::<u32, Table<16>>::new(&CRC_32_ISO_HDLC));

/// The moment of a write, in milliseconds since 1970. Zero is before all
/// others: a record of the first format has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp64(u64);

impl Stamp64 {
    /// Takes milliseconds since 1970; more than sixty bits become sixty bits,
    /// thirty million years from now.
    pub fn new(milliseconds: u64) -> Self {
        Self(milliseconds.min((1 << 60) - 1))
    }

    /// Milliseconds since 1970.
    pub fn milliseconds(self) -> u64 {
        self.0
    }
}

/// A record as it is sealed in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// When it was written.
    pub stamp: Stamp64,
    /// What was written.
    pub text: String,
}

/// Why a record does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It does not begin as a record does: it is something else.
    Foreign,
    /// It breaks off in its front, or is of the first format and does not end
    /// as it should.
    Cut,
    /// It is not what was written.
    Checksum,
    /// It is sound, and of a version that this one does not know.
    Version(u16),
    /// It is what was written, and that was no text.
    Content,
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Foreign => f.write_str("not a record"),
            Self::Cut => f.write_str("the record breaks off"),
            Self::Checksum => f.write_str("the record is not what was written"),
            Self::Version(version) => write!(f, "the record is of format {version}"),
            Self::Content => f.write_str("the record holds no text"),
        }
    }
}

impl std::error::Error for Damage {}

/// What makes a text's bytes small: [`squeezed`], or [`stored`] that leaves
/// them as they are. [`open`] takes both.
pub type Squeeze = fn(&[u8]) -> Vec<u8>;

/// Deflates with the dictionary.
pub fn squeezed(bytes: &[u8]) -> Vec<u8> {
    squeeze::squeeze(bytes, DICTIONARY.as_bytes(), MOST)
}

/// Leaves bytes as they are, in the form of deflate: for a page that has not
/// fetched the code that deflates.
pub fn stored(bytes: &[u8]) -> Vec<u8> {
    squeeze::store(bytes)
}

/// Seals a text for the store, as small as can be. Any text comes back with
/// [`open`].
pub fn seal(stamp: Stamp64, text: &str) -> String {
    seal_with(squeezed, stamp, text)
}

/// Seals a text for the store.
pub fn seal_with(squeeze: Squeeze, stamp: Stamp64, text: &str) -> String {
    seal_as(VERSION, squeeze, stamp, text)
}

fn seal_as(version: u64, squeeze: Squeeze, stamp: Stamp64, text: &str) -> String {
    let squeezed = squeeze(text.as_bytes());
    let mut content = String::new();
    letters::push_bytes(&mut content, &squeezed);
    let mut sealed = String::with_capacity(FRONT + content.len());
    letters::push_number(&mut sealed, version, 1);
    letters::push_number(&mut sealed, stamp.0, 4);
    let checksum = checksum(&sealed, &content);
    letters::push_number(&mut sealed, checksum.into(), 3);
    sealed + &content
}

/// A sealed record as if it had been sealed at another moment; nothing of a text
/// that is none. What it says is neither opened nor squeezed again.
pub fn restamped(sealed: &str, stamp: Stamp64) -> Option<String> {
    let (version, content) = (sealed.get(..LETTER)?, sealed.get(FRONT..)?);
    let mut moved = String::with_capacity(sealed.len());
    moved.push_str(version);
    letters::push_number(&mut moved, stamp.0, 4);
    let checksum = checksum(&moved, content);
    letters::push_number(&mut moved, checksum.into(), 3);
    moved.push_str(content);
    Some(moved)
}

/// Opens a sealed record, or one of the first format, which has stamp zero.
///
/// # Errors
/// Says what is wrong with it. Every change of a single letter is found, and
/// all but one in four thousand million of any other change.
pub fn open(sealed: &str) -> Result<Record, Damage> {
    if is_plain(sealed) {
        // Nothing sealed has a brace, so no damaged front passes for this.
        let whole = sealed.ends_with('}');
        let text = sealed.into();
        let stamp = Stamp64::default();
        return whole.then_some(Record { stamp, text }).ok_or(Damage::Cut);
    }
    let first = sealed.chars().next().ok_or(Damage::Cut)?;
    let version = letters::bits(first).ok_or(Damage::Foreign)?;
    let stamp = stamp_of(sealed).ok_or(Damage::Cut)?;
    let (stamped, content) = match (sealed.get(..STAMPED), sealed.get(FRONT..)) {
        (Some(stamped), Some(content)) => (stamped, content),
        _ => return Err(Damage::Cut),
    };
    let noted = sealed.get(STAMPED..FRONT).and_then(letters::number);
    if noted != Some(checksum(stamped, content).into()) {
        return Err(Damage::Checksum);
    }
    if u64::from(version) != VERSION {
        return Err(Damage::Version(version as u16));
    }
    let text = letters::bytes(content)
        .and_then(|bytes| squeeze::expand(&bytes, DICTIONARY.as_bytes(), MOST))
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .ok_or(Damage::Content)?;
    Ok(Record { stamp, text })
}

/// When a record was written, as its front says, in any version. `None` where
/// that is not the front of a record. Nothing is inflated or checked.
pub fn stamp_of(sealed: &str) -> Option<Stamp64> {
    if is_plain(sealed) {
        return Some(Stamp64::default());
    }
    letters::number(sealed.get(..LETTER)?)?;
    letters::number(sealed.get(LETTER..STAMPED)?).map(Stamp64)
}

/// Whether a record is of the first format.
fn is_plain(sealed: &str) -> bool {
    sealed.starts_with('{')
}

fn checksum(stamped: &str, content: &str) -> u32 {
    let mut digest = CRC.digest();
    digest.update(stamped.as_bytes());
    digest.update(content.as_bytes());
    digest.finalize()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newer_version_is_told_apart_from_damage() {
        let stamp = Stamp64::new(1_795_000_000_000);
        let newer = seal_as(2, squeezed, stamp, "{}");
        assert_eq!(open(&newer), Err(Damage::Version(2)));
        assert_eq!(stamp_of(&newer), Some(stamp));
        // The same letter on a record of this version is damage.
        let mine = seal(stamp, "{}");
        let changed = format!("{}{}", letters::letter(2), &mine[LETTER..]);
        assert_eq!(open(&changed), Err(Damage::Checksum));
    }

    #[test]
    fn the_dictionary_is_what_it_was() {
        let sum = CRC.checksum(DICTIONARY.as_bytes());
        assert_eq!((DICTIONARY.len(), sum), (747, 0x641A_B055));
    }

    #[test]
    fn what_is_sound_and_no_text_is_told() {
        let front = |content: &str| {
            let mut sealed = String::new();
            letters::push_number(&mut sealed, VERSION, 1);
            letters::push_number(&mut sealed, 0, 4);
            let checksum = checksum(&sealed, content);
            letters::push_number(&mut sealed, checksum.into(), 3);
            sealed + content
        };
        let mut no_utf8 = String::new();
        let squeezed = squeeze::squeeze(&[0xFF, 0xFE], DICTIONARY.as_bytes(), MOST);
        letters::push_bytes(&mut no_utf8, &squeezed);
        for content in ["", "x", "\u{5000}", "\u{CFFF}\u{CFFF}", &no_utf8] {
            assert_eq!(open(&front(content)), Err(Damage::Content), "{content:?}");
        }
    }
}
