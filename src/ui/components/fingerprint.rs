//! The fingerprint of a survey.

use crate::i18n::Locale;
use crate::ui::el::{El, Part, el, p};

/// A fingerprint with its name.
pub fn fingerprint(t: Locale, code: El) -> El {
    let name = el("span").child(t.fingerprint());
    p("fingerprint", [name.part(), " ".part(), code.part()])
}
