//! A plain name out of any text: for files and for ids.

use super::small;

/// Longest slug, in characters.
const MAX_LENGTH: usize = 60;

/// Lower-case ASCII letters and digits, with one hyphen for all else between.
/// The dots of numbering and of initials join what they part: `A.2.1` is
/// `a21`.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    // Letters and digits since the last sign.
    let mut run = 0;
    for c in text.chars().map(small) {
        let plain = unaccented(c);
        if plain.is_ascii_alphanumeric() {
            slug.push(plain);
            run += 1;
        } else {
            let joins = plain == '.' && run == 1;
            if !joins && !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
            run = 0;
        }
        if slug.len() >= MAX_LENGTH {
            break;
        }
    }
    slug.trim_end_matches('-').into()
}

/// A text in small letters without accents, as people type what they look for.
pub fn plain(text: &str) -> String {
    text.chars().map(|c| unaccented(small(c))).collect()
}

/// The letter under the accents of the languages around Italy.
fn unaccented(c: char) -> char {
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' | 'č' | 'ć' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => 'o',
        'š' => 's',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ž' => 'z',
        other => other,
    }
}
