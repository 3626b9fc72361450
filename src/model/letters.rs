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

#[cfg(test)]
mod tests {
    use super::*;

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
}
