//! Names in a sentence.

use crate::analysis::words::first_names;
use crate::i18n::Locale;

/// The first names, and how many more there are.
pub fn some_names(t: Locale, names: &[String]) -> String {
    first_names(t, names.len(), &mut names.iter().map(String::as_str))
}
