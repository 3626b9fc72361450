//! Words of the field that a questionnaire uses, explained.

use super::LocalText;
use super::json::record;

record! {
/// A word and what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct GlossaryTerm {
    /// The word, as a dictionary has it.
    pub term: LocalText,
    /// Other ways in which it stands in texts: plurals, abbreviations.
    pub forms: Vec<String> = optional,
    /// What it means, in plain language.
    pub meaning: LocalText,
}
}

impl GlossaryTerm {
    /// All ways in which it may stand in a text: the word in each language, then
    /// its other forms.
    pub fn spellings(&self) -> impl Iterator<Item = &str> {
        let forms = self.forms.iter().map(String::as_str);
        self.term.texts().chain(forms)
    }
}
