//! The colours of each tone in each theme. `tests/core/charts_themes.rs` holds them against
//! contrast, print in grey and the three common colour-vision deficiencies.
//!
//! Readings stand in three steps of lightness, at least 3:1 from each other: neutral is next to
//! the background, enabling farthest from it, hindering between them. Answers are far from the
//! background, gaps near it.

use super::Tone;

const TONES: usize = Tone::ALL.len();

/// Ink, paper and edge of each tone, found by the tone's place in [`Tone::ALL`].
pub(super) type Coats = [[u32; 3]; TONES];

const fn coats(listed: [(Tone, [u32; 3]); TONES]) -> Coats {
    let mut out = [[0; 3]; TONES];
    let mut i = 0;
    while i < TONES {
        out[listed[i].0 as usize] = listed[i].1;
        i += 1;
    }
    out
}

pub(super) const LIGHT: Coats = coats([
    (Tone::Primary, [0x0066cc, 0x0066cc, 0x004d99]),
    (Tone::Secondary, [0x0066cc, 0xd9e8f7, 0x0066cc]),
    (Tone::No, [0x0f2438, 0xc2cedb, 0x0f2438]),
    (Tone::Hindering, [0xffffff, 0xe35a10, 0x8f3200]),
    (Tone::Neutral, [0x6b7b8c, 0xeaecee, 0x5c6f82]),
    (Tone::Enabling, [0x4fae8e, 0x004433, 0x002e22]),
    (Tone::Unread, [0x5c6f82, 0xffffff, 0x5c6f82]),
    (Tone::Given, [0x003366, 0x003366, 0x001f3d]),
    (Tone::OffCondition, [0xd9485f, 0xffffff, 0xcc334d]),
    (Tone::Unclear, [0x804d00, 0xfff1dc, 0x804d00]),
    (Tone::Unknown, [0x2f475e, 0xf2f7fc, 0x2f475e]),
    (Tone::Declined, [0x5b3f8c, 0xf6f3fb, 0x5b3f8c]),
    (Tone::NotApplicable, [0x5c6f82, 0xffffff, 0x5c6f82]),
    (Tone::Blank, [0xffffff, 0xffffff, 0x2f475e]),
    (Tone::NotAsked, [0x5c6f82, 0xffffff, 0x5c6f82]),
    (Tone::Withheld, [0x808080, 0xffffff, 0x5c5c5c]),
    (Tone::Missing, [0x455a70, 0xe6e9ed, 0x455a70]),
]);

pub(super) const DARK: Coats = coats([
    (Tone::Primary, [0x5aa9ff, 0x5aa9ff, 0xa6d0ff]),
    (Tone::Secondary, [0x5aa9ff, 0x14283d, 0x5aa9ff]),
    (Tone::No, [0xf2f6fa, 0x51657a, 0xf2f6fa]),
    (Tone::Hindering, [0x2e0d00, 0xd24f16, 0xff9d6b]),
    (Tone::Neutral, [0x8b99a8, 0x222c37, 0x8b99a8]),
    (Tone::Enabling, [0x00382b, 0x8ff0cf, 0xc9ffec]),
    (Tone::Unread, [0x93a4b5, 0x131b24, 0x93a4b5]),
    (Tone::Given, [0xbcdcff, 0xbcdcff, 0xe8f3ff]),
    (Tone::OffCondition, [0xf0718a, 0x131b24, 0xf0718a]),
    (Tone::Unclear, [0xe0a04a, 0x2b2013, 0xe0a04a]),
    (Tone::Unknown, [0xa9c3dd, 0x1a2633, 0xa9c3dd]),
    (Tone::Declined, [0xb9a0ec, 0x231c33, 0xb9a0ec]),
    (Tone::NotApplicable, [0x93a4b5, 0x131b24, 0x93a4b5]),
    (Tone::Blank, [0x131b24, 0x131b24, 0xa9b8c7]),
    (Tone::NotAsked, [0x93a4b5, 0x131b24, 0x93a4b5]),
    (Tone::Withheld, [0x8a8a8a, 0x131b24, 0xa0a0a0]),
    (Tone::Missing, [0x93a4b5, 0x26313d, 0x93a4b5]),
]);

pub(super) const CONTRAST: Coats = coats([
    (Tone::Primary, [0x3fb4ff, 0x3fb4ff, 0xffffff]),
    (Tone::Secondary, [0x3fb4ff, 0x000000, 0xffffff]),
    (Tone::No, [0xffffff, 0x4d4d4d, 0xffffff]),
    (Tone::Hindering, [0xffffff, 0xe04a00, 0xffffff]),
    (Tone::Neutral, [0xa6a6a6, 0x262626, 0xffffff]),
    (Tone::Enabling, [0x00573a, 0x7dffc4, 0xffffff]),
    (Tone::Unread, [0xffffff, 0x000000, 0xffffff]),
    (Tone::Given, [0xd6ecff, 0xd6ecff, 0xffffff]),
    (Tone::OffCondition, [0xff7a95, 0x000000, 0xff7a95]),
    (Tone::Unclear, [0xffd000, 0x000000, 0xffd000]),
    (Tone::Unknown, [0xffffff, 0x000000, 0xffffff]),
    (Tone::Declined, [0xd9b3ff, 0x000000, 0xd9b3ff]),
    (Tone::NotApplicable, [0xffffff, 0x000000, 0xffffff]),
    (Tone::Blank, [0x000000, 0x000000, 0xffffff]),
    (Tone::NotAsked, [0xffffff, 0x000000, 0xffffff]),
    (Tone::Withheld, [0xa6a6a6, 0x000000, 0xffffff]),
    (Tone::Missing, [0xffffff, 0x333333, 0xffffff]),
]);

pub(super) const PRINT: Coats = coats([
    (Tone::Primary, [0x595959, 0x595959, 0x000000]),
    (Tone::Secondary, [0x000000, 0xffffff, 0x000000]),
    (Tone::No, [0x000000, 0xd0d0d0, 0x000000]),
    (Tone::Hindering, [0x000000, 0x7d7d7d, 0x000000]),
    (Tone::Neutral, [0x757575, 0xf2f2f2, 0x000000]),
    (Tone::Enabling, [0x808080, 0x262626, 0x000000]),
    (Tone::Unread, [0x4d4d4d, 0xffffff, 0x4d4d4d]),
    (Tone::Given, [0x1a1a1a, 0x1a1a1a, 0x000000]),
    (Tone::OffCondition, [0x737373, 0xffffff, 0x333333]),
    (Tone::Unclear, [0x333333, 0xffffff, 0x333333]),
    (Tone::Unknown, [0x333333, 0xffffff, 0x333333]),
    (Tone::Declined, [0x333333, 0xffffff, 0x333333]),
    (Tone::NotApplicable, [0x4d4d4d, 0xffffff, 0x4d4d4d]),
    (Tone::Blank, [0xffffff, 0xffffff, 0x333333]),
    (Tone::NotAsked, [0x4d4d4d, 0xffffff, 0x4d4d4d]),
    (Tone::Withheld, [0x808080, 0xffffff, 0x333333]),
    (Tone::Missing, [0x4d4d4d, 0xededed, 0x4d4d4d]),
]);
