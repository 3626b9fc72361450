//! What escapes in a text mean (RFC 8259, section 7).

/// What stands between quotes, with the escapes as what they mean; `None` where one
/// is no escape, or half of a pair of UTF-16.
pub(super) fn meant(inside: &str) -> Option<String> {
    let mut text = String::with_capacity(inside.len());
    let mut rest = inside;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let mut signs = after.chars();
        let meant = match signs.next()? {
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let (meant, after) = unit(after)?;
                text.push(meant);
                rest = after;
                continue;
            }
            same @ ('"' | '\\' | '/') => same,
            _ => return None,
        };
        text.push(meant);
        rest = signs.as_str();
    }
    text.push_str(rest);
    Some(text)
}

/// The character that a `u` with its four digits is, or with the pair that it begins;
/// and what follows.
fn unit(text: &str) -> Option<(char, &str)> {
    let (first, rest) = digits(text)?;
    if let Some(meant) = char::from_u32(first) {
        return Some((meant, rest));
    }
    let (second, rest) = digits(rest.strip_prefix('\\')?)?;
    let (0xD800..=0xDBFF, 0xDC00..=0xDFFF) = (first, second) else {
        return None;
    };
    let meant = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
    Some((char::from_u32(meant)?, rest))
}

/// The number that follows a `u`.
fn digits(text: &str) -> Option<(u32, &str)> {
    let (digits, rest) = text.strip_prefix('u')?.split_at_checked(4)?;
    let mut number = 0;
    for digit in digits.chars() {
        number = number << 4 | digit.to_digit(16)?;
    }
    Some((number, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_mean_what_the_library_says() {
        for inside in [
            r"",
            r"plain è",
            r#"\"\\\/\b\f\n\r\t"#,
            r"\u00e8\u00E8\uFFFF\u0000",
            r"a\ud83d\ude00b",
            r"\\u00e8",
            r"\ud83d",
            r"\ude00",
            r"\ud83d\ud83d",
            r"\ud83dx",
            r"\ud83d\n",
            r"\ude00\ud83d",
            r"\u00e",
            r"\u+0e8",
            r"\u00eè",
            r"\x",
            r"\U00e8",
        ] {
            let library = serde_json::from_str::<String>(&format!("\"{inside}\""));
            assert_eq!(meant(inside), library.ok(), "{inside}");
        }
    }
}
