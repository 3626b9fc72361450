//! Small letters of the languages of this house.
//!
//! The standard library's tables for all scripts are 25 kB of the page; names
//! of products and Italian words need the Latin ones.

/// The small letter of a Latin capital, accented or not; any other character as
/// it is.
pub const fn small(c: char) -> char {
    match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => match char::from_u32(c as u32 + 32) {
            Some(small) => small,
            None => c,
        },
        _ => c,
    }
}

/// A text in small letters.
pub fn lowercase(text: &str) -> String {
    text.chars().map(small).collect()
}

/// Whether a character belongs to a word: a letter or a digit. Beyond Latin, all
/// is taken for a letter but the blocks of signs.
pub const fn is_of_word(c: char) -> bool {
    match c {
        '0'..='9' | 'A'..='Z' | 'a'..='z' => true,
        'ª' | '²' | '³' | 'µ' | '¹' | 'º' | '¼'..='¾' => true,
        '\0'..='¿' | '×' | '÷' => false,
        // Numbers and letters among the signs: raised, in circles, in one piece with others.
        '\u{2070}'..='\u{209c}' | '\u{2100}'..='\u{218b}' | '\u{2460}'..='\u{24ff}' => true,
        '\u{2776}'..='\u{2793}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{303c}' => true,
        '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' => false,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_of_latin_letters_and_digits_as_the_standard_library_tells_them() {
        for c in ('\0'..='\u{24f}').chain("ΑωЖя–—“”’•€→、".chars()) {
            assert_eq!(is_of_word(c), c.is_alphanumeric(), "{c:?}");
        }
    }

    #[test]
    fn latin_letters_become_small_as_the_standard_library_makes_them() {
        for c in ('\0'..='\u{ff}').chain(['€', '×', 'Σ']) {
            let expected = match c {
                'Σ' => 'Σ',
                c => c.to_lowercase().next().unwrap_or(c),
            };
            assert_eq!(small(c), expected, "{c:?}");
        }
        assert_eq!(lowercase("PERCHÉ No"), "perché no");
    }

    #[test]
    fn every_letter_and_digit_belongs_to_a_word() {
        for c in ('\0'..=char::MAX).filter(|c| c.is_alphanumeric()) {
            assert!(is_of_word(c), "{c:?}");
        }
    }
}
