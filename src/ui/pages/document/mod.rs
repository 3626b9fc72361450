//! What the report says of the project, and the versions that were issued.

use crate::ui::components::authoring;
use crate::ui::el::{El, el};
use crate::ui::t;

/// The page.
pub fn document() -> El {
    let t = t();
    el("div")
        .class("page")
        .child(authoring())
        .child(el("h1").child(t.document_data()))
}
