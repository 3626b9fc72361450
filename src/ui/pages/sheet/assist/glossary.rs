//! Words of the glossary, explained where they stand.

use crate::ui::el::Part;
use leptos::prelude::*;

/// A text in which the words of the glossary are explained.
pub fn explained(text: String) -> AnyView {
    text.part()
}
