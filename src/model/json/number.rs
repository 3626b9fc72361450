//! The grammar of numbers in JSON (RFC 8259, section 6).

/// Of so many digits every whole number is one that JavaScript writes as it is.
const EXACT_DIGITS: usize = 15;

/// How many bytes the number takes that begins here, and whether it is a whole number that
/// is written in one way only; `None` where no number begins.
pub(super) fn length(bytes: &[u8]) -> Option<(usize, bool)> {
    let digits = |from: usize| {
        let rest = bytes.get(from..).unwrap_or_default();
        rest.iter().take_while(|b| b.is_ascii_digit()).count()
    };
    let negative = bytes.first() == Some(&b'-');
    let start = usize::from(negative);
    let whole = digits(start);
    let leads = bytes.get(start) == Some(&b'0');
    if whole == 0 || (leads && whole > 1) {
        return None;
    }
    let mut at = start + whole;
    let mut plain = whole <= EXACT_DIGITS && !(negative && leads);
    if bytes.get(at) == Some(&b'.') {
        let fraction = digits(at + 1);
        if fraction == 0 {
            return None;
        }
        at += 1 + fraction;
        plain = false;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
        let exponent = digits(at + 1 + sign);
        if exponent == 0 {
            return None;
        }
        at += 1 + sign + exponent;
        plain = false;
    }
    Some((at, plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_end_where_their_grammar_does() {
        for (text, found) in [
            ("0,", Some((1, true))),
            ("12]", Some((2, true))),
            ("-3", Some((2, true))),
            ("-0", Some((2, false))),
            ("1.50}", Some((4, false))),
            ("1e9", Some((3, false))),
            ("1E-10 ", Some((5, false))),
            ("1234567890123456", Some((16, false))),
            ("01", None),
            ("1.", None),
            (".5", None),
            ("1e", None),
            ("-", None),
            ("+1", None),
            ("x", None),
        ] {
            assert_eq!(length(text.as_bytes()), found, "{text}");
        }
    }
}
