//! Bytes as letters that local storage keeps: fifteen bits in each.
//!
//! The letters are the 32,768 characters from U+5000 to U+CFFF. Each is one
//! unit of UTF-16 and three bytes of UTF-8. Among them are no surrogates, no
//! control characters, no white space, no marks of writing direction, no byte
//! order mark and nothing of ASCII.

/// The letter for zero.
const FIRST: u32 = 0x5000;

/// Bits in one letter.
const BITS: u32 = 15;

/// The letter for the lowest fifteen bits of a number.
pub fn letter(bits: u32) -> char {
    // Every number in this range is a character, so the other case never comes.
    char::from_u32(FIRST + (bits & 0x7FFF)).unwrap_or('\u{5000}')
}

/// The fifteen bits of a letter; `None` where the character is none.
pub fn bits(letter: char) -> Option<u32> {
    let bits = u32::from(letter).wrapping_sub(FIRST);
    (bits >> BITS == 0).then_some(bits)
}

/// Adds a number as `count` letters, highest bits first.
pub fn push_number(text: &mut String, number: u64, count: u32) {
    for place in (0..count).rev() {
        text.push(letter((number >> (BITS * place)) as u32));
    }
}

/// The number that some letters are; `None` where one is no letter.
pub fn number(letters: &str) -> Option<u64> {
    let mut number = 0;
    for letter in letters.chars() {
        number = number << BITS | u64::from(bits(letter)?);
    }
    Some(number)
}

/// Adds bytes as letters. A single one and zeros to the end of the last
/// letter close them, so that their number comes back as well.
pub fn push_bytes(text: &mut String, bytes: &[u8]) {
    // Three bytes for every letter, and eight letters for fifteen bytes.
    text.reserve((bytes.len() / 15 + 1) * 24);
    let mut held = 0;
    let mut count = 0;
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        count += 8;
        if count >= BITS {
            count -= BITS;
            text.push(letter(held >> count));
        }
    }
    held = held << 1 | 1;
    text.push(letter(held << (BITS - 1 - count)));
}

/// The bytes that some letters are; `None` where they are no whole bytes.
pub fn bytes(letters: &str) -> Option<Vec<u8>> {
    let (rest, last) = letters.as_bytes().split_last_chunk::<3>()?;
    let last = bits_of(last)?;
    let padding = last.trailing_zeros() + 1;
    if padding > BITS || !rest.len().is_multiple_of(3) {
        return None;
    }
    let mut bytes = Vec::with_capacity(letters.len() / 3 * 15 / 8 + 1);
    // Eight letters are fifteen bytes.
    let eights = rest.chunks_exact(8 * 3);
    let rest = eights.remainder().chunks_exact(3);
    for eight in eights {
        let (first, second) = eight.split_at(4 * 3);
        let (first, second) = (four(first)?, four(second)?);
        bytes.extend_from_slice(&(first << 4 | second >> 56).to_be_bytes());
        let [whole @ .., _] = (second << 8).to_be_bytes();
        bytes.extend_from_slice(&whole);
    }
    let mut held = 0;
    let mut count = 0;
    for letter in rest {
        held = held << BITS | bits_of(letter)?;
        count += BITS;
        while count >= 8 {
            count -= 8;
            bytes.push((held >> count) as u8);
        }
    }
    held = held << (BITS - padding) | last >> padding;
    count += BITS - padding;
    while count >= 8 {
        count -= 8;
        bytes.push((held >> count) as u8);
    }
    (count == 0).then_some(bytes)
}

/// The sixty bits of four letters.
fn four(letters: &[u8]) -> Option<u64> {
    let mut held = 0;
    for letter in letters.chunks_exact(3) {
        held = held << BITS | u64::from(bits_of(letter)?);
    }
    Some(held)
}

/// The fifteen bits of a letter in UTF-8, where every letter begins with one of
/// eight bytes that begin nothing else; `None` where it is none.
fn bits_of(letter: &[u8]) -> Option<u32> {
    let [first @ 0xE5..=0xEC, second, third] = letter else {
        return None;
    };
    let low = |byte: u8| u32::from(byte & 0x3F);
    let letter = u32::from(first & 0x0F) << 12 | low(*second) << 6 | low(*third);
    Some(letter - FIRST)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // a test stops at the first surprise
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back_and_so_does_their_number() {
        for length in 0..100 {
            for fill in [0x00, 0x01, 0x80, 0xFF] {
                let before = vec![fill; length];
                let mut text = String::new();
                push_bytes(&mut text, &before);
                assert_eq!(text.chars().count(), (length * 8 + 1).div_ceil(15));
                assert_eq!(bytes(&text), Some(before));
            }
        }
    }

    #[test]
    fn every_letter_is_one_unit_and_no_other_character_is_a_letter() {
        let letters = (0..1 << BITS).map(letter);
        assert!(letters.clone().all(|c| c.len_utf16() == 1));
        assert!(letters.enumerate().all(|(n, c)| bits(c) == Some(n as u32)));
        for other in [
            '\0', ' ', '{', '}', '\u{4FFF}', '\u{D000}', '\u{FEFF}', '😀',
        ] {
            assert_eq!(bits(other), None, "{other:?}");
        }
    }

    #[test]
    fn letters_that_are_no_whole_bytes_are_refused() {
        let text = |units: &[u32]| units.iter().map(|u| letter(*u)).collect::<String>();
        assert_eq!(bytes(""), None);
        // No closing one; a byte and a bit; a foreign character.
        assert_eq!(bytes(&text(&[0])), None);
        assert_eq!(bytes(&text(&[0b111_1111_1110_0000])), None);
        assert_eq!(bytes(&format!("x{}", text(&[1 << 14]))), None);
        assert_eq!(bytes(&text(&[1 << 14])), Some(Vec::new()));
        // A foreign character at each place of a long text.
        let mut sound = String::new();
        push_bytes(&mut sound, &[0xA5; 37]);
        for at in 0..20 {
            let mut letters: Vec<char> = sound.chars().collect();
            letters[at] = '\u{D000}';
            assert_eq!(bytes(&letters.iter().collect::<String>()), None, "{at}");
        }
    }
}
