//! Conclusions: what the authors write, beside what the data say.

use crate::ui::components::authoring;
use crate::ui::el::{El, el};
use crate::ui::t;

/// The page.
pub fn conclusions() -> El {
    let t = t();
    el("div")
        .class("page")
        .child(authoring())
        .child(el("h1").child(t.conclusions()))
}
