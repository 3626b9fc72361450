//! Everything that the one file holds, one after another, with an index before it.

use anyhow::{Context, Result};
use serde_json::{Value, json};

/// What is packed, in its order.
#[derive(Default)]
pub struct Pack {
    index: Vec<Value>,
    bytes: Vec<u8>,
}

impl Pack {
    /// Adds one thing, and what is to be known of it.
    pub fn add(&mut self, kind: &str, about: Value, bytes: &[u8]) {
        let mut entry = json!({ "kind": kind, "size": bytes.len() });
        if let (Value::Object(entry), Value::Object(about)) = (&mut entry, about) {
            entry.extend(about);
        }
        self.index.push(entry);
        self.bytes.extend(bytes);
    }

    /// The length of the index in four bytes, the index, and the rest.
    pub fn bytes(self) -> Result<Vec<u8>> {
        let index = Value::Array(self.index).to_string();
        let length = u32::try_from(index.len()).context("the index is too long")?;
        Ok([&length.to_le_bytes(), index.as_bytes(), &self.bytes].concat())
    }
}

/// A font of the style: where its file is, and what the style says of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Font {
    /// Its file in `public/`.
    pub file: String,
    /// Its family.
    pub family: String,
    /// Its weight.
    pub weight: String,
}

/// The style without its fonts, which have no address here, and those fonts.
pub fn without_fonts(css: &str) -> Result<(String, Vec<Font>)> {
    let (mut rest, mut kept, mut fonts) = (css, String::new(), Vec::new());
    while let Some((before, after)) = rest.split_once("@font-face") {
        let (_, after) = after.split_once('{').context("a font without a rule")?;
        let (rule, after) = after.split_once('}').context("a font that does not end")?;
        let said = |name: &str| {
            let lines = rule.split(';').filter_map(|line| line.split_once(':'));
            let mut values = lines.filter(|(key, _)| key.trim() == name);
            let value = values
                .next()
                .with_context(|| format!("a font has no {name}"));
            value.map(|(_, value)| value.trim())
        };
        let address = said("src")?
            .split_once("url(")
            .context("a font without a file")?;
        let (file, _) = address
            .1
            .split_once(')')
            .context("an address does not end")?;
        fonts.push(Font {
            file: file.trim_matches(['"', '\'']).to_owned(),
            family: said("font-family")?.trim_matches(['"', '\'']).to_owned(),
            weight: said("font-weight")?.to_owned(),
        });
        kept.push_str(before);
        rest = after;
    }
    kept.push_str(rest);
    Ok((kept, fonts))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap fails the test")]
    use super::*;

    #[test]
    fn the_index_says_how_long_each_is() {
        let mut pack = Pack::default();
        pack.add("style", json!({}), b"b{}");
        pack.add("assets", json!({ "name": "a" }), b"{}");
        let bytes = pack.bytes().unwrap();
        let (length, rest) = bytes.split_first_chunk::<4>().unwrap();
        let (index, rest) = rest.split_at(u32::from_le_bytes(*length) as usize);
        let index: Value = serde_json::from_slice(index).unwrap();
        let first = json!({ "kind": "style", "size": 3 });
        assert_eq!(index[0], first);
        assert_eq!(index[1]["name"], "a");
        assert_eq!(rest, b"b{}{}");
    }

    #[test]
    fn fonts_are_taken_out_of_the_style() {
        let face = "@font-face {\n font-family: \"A B\"; font-weight: 600;\n \
                    src: url(fonts/a.woff2) format(\"woff2\");\n}";
        let (css, fonts) = without_fonts(&format!("{face}b{{}}{face}i{{}}")).unwrap();
        assert_eq!(css, "b{}i{}");
        let font = Font {
            file: "fonts/a.woff2".into(),
            family: "A B".into(),
            weight: "600".into(),
        };
        assert_eq!(fonts[0], font);
        assert_eq!(fonts.len(), 2);
        assert!(without_fonts("@font-face{font-family:a}").is_err());
    }
}
