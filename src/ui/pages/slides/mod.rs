//! What the authors decide about the slides: their order, which are left out,
//! titles, charts, notes, and slides of their own.

use crate::ui::el::{El, el};
use crate::ui::t;

/// The page.
pub fn slides() -> El {
    let t = t();
    el("div")
        .class("page")
        .child(el("h1").child(t.presentation()))
}
