//! Bytes as letters that mails and addresses leave alone (RFC 4648): the
//! standard alphabet for what people compare, the one for addresses in links.

/// The alphabet of addresses; the standard one has `+` and `/` at its end.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// For an address: without padding.
pub fn for_address(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |at: usize| u32::from(group.get(at).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        // Two letters for one byte, three for two, four for three.
        for place in 0..=group.len() as u32 {
            let six = bits >> (18 - 6 * place) & 0x3F;
            text.push(char::from(LETTERS[six as usize]));
        }
    }
    text
}

/// The standard form, with padding.
pub fn standard(bytes: &[u8]) -> String {
    let mut text: String = for_address(bytes)
        .chars()
        .map(|letter| match letter {
            '-' => '+',
            '_' => '/',
            other => other,
        })
        .collect();
    while !text.len().is_multiple_of(4) {
        text.push('=');
    }
    text
}

/// The bytes that [`for_address`] wrote; `None` where some letter is none, or
/// the letters are no whole bytes.
pub fn from_address(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    for group in text.as_bytes().chunks(4) {
        let mut bits = 0;
        for letter in group {
            bits = bits << 6 | six_bits(*letter)?;
        }
        // Letters that are missing would say nothing.
        let missing = 4 - group.len();
        bits <<= 6 * missing;
        let [_, whole @ ..] = bits.to_be_bytes();
        let (whole, rest) = whole.split_at(3 - missing.min(3));
        if missing == 3 || rest.iter().any(|byte| *byte != 0) {
            return None;
        }
        bytes.extend_from_slice(whole);
    }
    Some(bytes)
}

fn six_bits(letter: u8) -> Option<u32> {
    let bits = match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    };
    Some(bits.into())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // a test stops at the first surprise
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_standard() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(standard(bytes.as_bytes()), text);
            let address = for_address(bytes.as_bytes());
            assert_eq!(address, text.trim_end_matches('='));
            assert_eq!(from_address(&address).unwrap(), bytes.as_bytes());
        }
        assert_eq!(standard(&[0xFB, 0xFF]), "+/8=");
        assert_eq!(for_address(&[0xFB, 0xFF]), "-_8");
    }

    #[test]
    fn what_is_no_bytes_is_refused() {
        for bad in [
            "Z", "Zm9vY", "Zh", "Zm9vYmF", "Zm 9", "Zg==", "Zm9+", "é", "Zm9vé",
        ] {
            assert_eq!(from_address(bad), None, "{bad}");
        }
    }

    #[test]
    fn all_bytes_come_back() {
        let all: Vec<u8> = (0..=255).collect();
        for length in 0..=all.len() {
            let bytes = &all[..length];
            assert_eq!(from_address(&for_address(bytes)).unwrap(), bytes);
        }
    }
}
