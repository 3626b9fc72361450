//! Text and ids that are safe to write into XML.

/// Escapes `text` for an XML text node or a quoted attribute. Line breaks and tabs become
/// spaces; other control characters, which XML forbids, are dropped.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' | '\r' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// `text` as an id that can also stand in `url(#…)`: every character but ASCII letters, digits,
/// `-` and `_` becomes `-`, and an empty text becomes `chart`.
pub(super) fn id(text: &str) -> String {
    if text.is_empty() {
        return "chart".to_owned();
    }
    text.chars()
        .map(|c| match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' => c,
            _ => '-',
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_markup_and_drops_control_characters() {
        assert_eq!(
            escape("R&D <\"x\"> l'ente\u{0}\u{7}\u{9b}\u{ffff}\nfine"),
            "R&amp;D &lt;&quot;x&quot;&gt; l&#39;ente fine"
        );
    }

    #[test]
    fn ids_cannot_break_out_of_a_reference() {
        assert_eq!(id("q2) \"é"), "q2----");
        assert_eq!(id(""), "chart");
    }
}
