//! The report: what stands in it, how it looks, and the files it goes out as.

use crate::ui::components::authoring;
use crate::ui::el::{El, el};
use crate::ui::t;

/// The page.
pub fn report() -> El {
    let t = t();
    el("div")
        .class("page")
        .child(authoring())
        .child(el("h1").child(t.report()))
}
