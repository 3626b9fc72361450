//! Names in a sentence.

use crate::i18n::Locale;

/// Names shown in a sentence before the rest is only counted.
const SHOWN: usize = 5;

/// The first names, and how many more there are.
pub fn some_names(t: Locale, names: &[String]) -> String {
    let shown = names.iter().take(SHOWN).map(String::as_str);
    let shown = shown.collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(SHOWN) {
        0 => shown,
        more => format!("{shown} {}", t.and_more(more)),
    }
}
