//! A text of the survey in one or more languages.

use super::json::wrapping;
use litemap::LiteMap;

/// Language code (`it`, `en`) → text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocalText(LiteMap<String, String>);

wrapping!(LocalText);

impl LocalText {
    /// A text known in one language.
    pub fn new(language: &str, text: impl Into<String>) -> Self {
        Self::default().with(language, text)
    }

    /// The same with one more language, or with that language replaced.
    pub fn with(mut self, language: &str, text: impl Into<String>) -> Self {
        self.set(language, text);
        self
    }

    /// Sets the text of one language.
    pub fn set(&mut self, language: &str, text: impl Into<String>) {
        self.0.insert(language.into(), text.into());
    }

    /// The text in `language`; where it is not translated, Italian, then
    /// whatever there is, then nothing.
    pub fn get(&self, language: &str) -> &str {
        self.0
            .get(language)
            .or_else(|| self.0.get("it"))
            .or_else(|| self.0.values().next())
            .map_or("", String::as_str)
    }

    /// The texts of all languages.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.0.values().map(String::as_str)
    }

    /// Whether no language has any text.
    pub fn is_empty(&self) -> bool {
        self.0.values().all(String::is_empty)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn falls_back_to_italian_then_to_anything() {
        let both = LocalText::new("it", "scheda").with("en", "sheet");
        assert_eq!(both.get("en"), "sheet");
        assert_eq!(both.get("fr"), "scheda");
        assert_eq!(LocalText::new("de", "Bogen").get("en"), "Bogen");
        assert_eq!(LocalText::default().get("it"), "");
    }
}
