//! Exchange: invitations and files that go out, files that come in. Who was
//! invited finds here what is missing on their sheet, and the way to send it.

mod copying;
mod export;
mod invites;
mod open;
mod panel;
mod receipt;
mod send;

pub use open::open;

use super::present::to_take;
use crate::ui::components::{import, take_along};
use crate::ui::el::{El, el};
use crate::ui::{app, t};
use leptos::prelude::*;
use std::sync::Arc;

/// The exchange page.
pub fn exchange() -> El {
    let app = app();
    if untrack(|| app.is_invited()) {
        return send::send();
    }
    el("div")
        .class("page")
        .child(el("h1").child(t().exchange()))
        .child(invites::invites())
        .child(
            el("div")
                .class("columns")
                .child([export::export(), import()]),
        )
        .child(take_along(Arc::new(move |opens| to_take(app, opens))))
}
