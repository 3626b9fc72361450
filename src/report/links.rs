//! Addresses inside a text that somebody typed: only those that a browser may
//! open safely become links, all else stays text.

use super::Inline;

/// Beginnings of the addresses that become links.
const SAFE: [&str; 3] = ["http://", "https://", "mailto:"];

/// Signs that end a sentence or a bracket rather than an address.
const AFTER: &[char] = &[
    '.', ',', ';', ':', '!', '?', ')', ']', '>', '"', '\'', '»', '”',
];

/// Signs that stand before an address.
const BEFORE: &[char] = &['(', '[', '<', '"', '\'', '«', '“'];

/// The text with its safe addresses as links. Put together, the parts read as
/// the text does.
pub fn links(text: &str) -> Vec<Inline> {
    let mut parts = Vec::new();
    let mut plain = 0;
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end().trim_start_matches(BEFORE);
        let address = bare.trim_end_matches(AFTER);
        if is_safe(address) {
            let start = at + (word.trim_end().len() - bare.len());
            if let Some(before) = text.get(plain..start).filter(|before| !before.is_empty()) {
                parts.push(Inline::Text(before.into()));
            }
            parts.push(Inline::Outside(address.into()));
            plain = start + address.len();
        }
        at += word.len();
    }
    if let Some(rest) = text.get(plain..).filter(|rest| !rest.is_empty()) {
        parts.push(Inline::Text(rest.into()));
    }
    parts
}

/// Whether a browser may open it: one of the safe beginnings, and something
/// behind it without spaces or control characters.
pub(super) fn is_safe(address: &str) -> bool {
    let begins = |start: &&str| {
        let head = address.get(..start.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(start)) && address.len() > start.len()
    };
    SAFE.iter().any(begins) && !address.contains(|c: char| c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Links in brackets, text as it is.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let parts = links(text);
        let shown = parts.iter().map(|part| match part {
            Inline::Text(text) => text.clone(),
            Inline::Outside(address) => format!("[{address}]"),
            _ => String::new(),
        });
        assert_eq!(shown.collect::<String>(), expected, "{text}");
        let back = parts.iter().map(|part| match part {
            Inline::Text(text) | Inline::Outside(text) => text.as_str(),
            _ => "",
        });
        assert_eq!(back.collect::<String>(), text);
    }

    #[test]
    fn addresses_of_the_web_and_of_mail_are_links() {
        check(
            "https://www.example.org/a?b=c#d",
            "[https://www.example.org/a?b=c#d]",
        );
        check(
            "DGR 12 (https://example.org/dgr).",
            "DGR 12 ([https://example.org/dgr]).",
        );
        check(
            "mailto:pec@example.org; HTTP://a.b",
            "[mailto:pec@example.org]; [HTTP://a.b]",
        );
        check("a\nhttps://b.it\tc", "a\n[https://b.it]\tc");
    }

    #[test]
    fn anything_else_stays_text() {
        for text in [
            "javascript:alert(1)",
            "data:text/html,x",
            "www.example.org",
            "https://",
            "file:///etc/passwd",
            "xhttps://a.b",
            "java\nscript:https",
            "è già così",
            "",
        ] {
            check(text, text);
        }
    }
}
