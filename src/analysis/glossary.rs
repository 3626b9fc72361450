//! Words of the glossary inside a text, so that they can be explained where they
//! stand.

use super::spelling::{Spelling, places};
use crate::model::{GlossaryTerm, is_of_word, small, sort_by};
use std::ops::Range;

/// A word of the glossary in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its place in the glossary.
    pub term: usize,
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
}

/// The words of the glossary in a text, each where it stands first, in the order
/// of the text. Whole words are found, the longest first, in whatever case and
/// language; an abbreviation ("SPC") only in capitals.
pub fn words(glossary: &[GlossaryTerm], text: &str) -> Vec<Word> {
    let mut spellings = Vec::new();
    for (term, entry) in glossary.iter().enumerate() {
        for written in entry.spellings() {
            let spelling = Spelling::new(written);
            spellings.extend(spelling.map(|s| (s, term, is_abbreviation(written))));
        }
    }
    sort_by(&mut spellings, |a, b| a.0.before(&b.0));
    let mut words: Vec<Word> = Vec::new();
    for (at, range) in places(text, spellings.iter().map(|(spelling, ..)| spelling)) {
        let Some((_, term, abbreviation)) = spellings.get(at) else {
            continue;
        };
        let written = text.get(range.clone()).unwrap_or_default();
        let known = words.iter().any(|word| word.term == *term);
        if !known && (!abbreviation || is_abbreviation(written)) {
            words.push(Word { term: *term, range });
        }
    }
    words
}

/// Whether all letters are capitals, and there are some.
fn is_abbreviation(text: &str) -> bool {
    let is_capital = |c: char| small(c) != c;
    let mut of_words = text.chars().filter(|c| is_of_word(*c));
    text.chars().any(is_capital) && of_words.all(|c| is_capital(c) || c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Extra, LocalText};

    fn entry(it: &str, en: &str, forms: &[&str]) -> GlossaryTerm {
        GlossaryTerm {
            term: LocalText::new("it", it).with("en", en),
            forms: forms.iter().map(|form| (*form).into()).collect(),
            meaning: LocalText::new("it", "…"),
            extra: Extra::new(),
        }
    }

    /// The words of a small glossary in `text`, as they stand there.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, usize)]) {
        let glossary = [
            entry("ente", "body", &["enti"]),
            entry("ente cedente", "releasing body", &["enti cedenti"]),
            entry("città", "city", &[]),
            entry("SPC", "SPC", &["Sistema pubblico di connettività"]),
            entry("in house", "in-house", &[]),
            entry("pagoPA", "pagoPA", &[]),
        ];
        let found = words(&glossary, text);
        let found: Vec<_> = found
            .into_iter()
            .map(|word| (&text[word.range], word.term))
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn the_longest_word_is_found_first_and_whole() {
        check(
            "Enti cedenti, e un ente",
            &[("Enti cedenti", 1), ("ente", 0)],
        );
        check("l'ente presente; consulente", &[("ente", 0)]);
        check("ente  \n cedente", &[("ente  \n cedente", 1)]);
        check("entecedente", &[]);
    }

    #[test]
    fn at_the_start_at_the_end_and_after_an_apostrophe() {
        check("ente", &[("ente", 0)]);
        check("dell'ente cedente", &[("ente cedente", 1)]);
        check("dell’ente cedente.", &[("ente cedente", 1)]);
        check("una società «in house»", &[("in house", 4)]);
        check(
            "an in-house company of the city",
            &[("in-house", 4), ("city", 2)],
        );
        check("", &[]);
    }

    #[test]
    fn an_accent_belongs_to_the_word() {
        check("CITTÀ è Città", &[("CITTÀ", 2)]);
        check("la citta", &[]);
        check("perchéente", &[]);
    }

    #[test]
    fn an_abbreviation_stands_in_capitals_and_other_words_as_they_like() {
        check("rete Spc, PAGOPA", &[("PAGOPA", 5)]);
        check("rete spc, poi SPC", &[("SPC", 3)]);
        check(
            "sistema Pubblico di connettività",
            &[("sistema Pubblico di connettività", 3)],
        );
    }

    #[test]
    fn each_word_once_where_it_stands_first() {
        check("SPC, ente, SPC, enti", &[("SPC", 3), ("ente", 0)]);
    }

    #[test]
    fn without_a_glossary_there_are_no_words() {
        assert_eq!(words(&[], "ente cedente"), []);
        assert_eq!(words(&[entry("", " ", &[])], "ente cedente"), []);
    }
}
