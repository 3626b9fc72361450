//! Bytes as signs of an HTML file in windows-1252, one sign for a byte.
//!
//! A browser changes two bytes in the text of a script (NUL, and the carriage
//! return), and `<` may end it. These three stand behind an escape sign, and so
//! does the sign itself: one byte in 64 of what was deflated.

/// The sign before a byte that was moved.
const ESCAPE: u8 = b'=';

/// By how much.
const BY: u8 = 64;

/// The bytes as they may stand in a script.
pub fn escaped(bytes: &[u8]) -> Vec<u8> {
    let mut signs = Vec::with_capacity(bytes.len() + bytes.len() / 32);
    for byte in bytes {
        match *byte {
            byte @ (0 | b'\r' | b'<' | ESCAPE) => signs.extend([ESCAPE, byte + BY]),
            byte => signs.push(byte),
        }
    }
    signs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the text of a script is, once a browser has read it, in bytes again:
    /// the rules of HTML for scripts, until the first `<`.
    fn read(signs: &[u8]) -> Vec<u8> {
        let mut read = Vec::new();
        let mut signs = signs.iter().peekable();
        while let Some(sign) = signs.next() {
            match sign {
                b'<' => break,
                // U+FFFD, which is no sign of windows-1252.
                0 => read.push(b'?'),
                b'\r' => {
                    read.push(b'\n');
                    signs.next_if_eq(&&b'\n');
                }
                sign => read.push(*sign),
            }
        }
        read
    }

    /// The same as in `alone.js`.
    fn unescaped(signs: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut signs = signs.iter();
        while let Some(sign) = signs.next() {
            match *sign {
                ESCAPE => bytes.extend(signs.next().map(|sign| sign.wrapping_sub(BY))),
                sign => bytes.push(sign),
            }
        }
        bytes
    }

    #[test]
    fn any_bytes_come_through_a_browser() {
        // All pairs of bytes, among which is all that two signs could mean.
        let pairs = (0..=u16::MAX).flat_map(u16::to_be_bytes);
        let mut bytes: Vec<u8> = pairs.collect();
        bytes.extend(b"</script><!--\r\n\r\n\n\r=\0==<");
        let signs = escaped(&bytes);
        assert_eq!(read(&signs), signs, "a browser changes nothing");
        assert_eq!(unescaped(&signs), bytes);
    }

    #[test]
    fn it_costs_one_byte_in_sixty_four() {
        let all: Vec<u8> = (0..=u8::MAX).collect();
        assert_eq!(escaped(&all).len(), 260);
    }
}
