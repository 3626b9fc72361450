//! What the report says of the project, and the versions that were issued.

mod data;
mod field;
mod issue;
mod issued;
mod versions;

use crate::ui::components::authoring;
use crate::ui::el::{El, el, p};
use crate::ui::{app, t};
use leptos::prelude::*;

/// The page.
pub fn document() -> El {
    let (app, t) = (app(), t());
    let page = el("div")
        .class("page document")
        .child(el("h1").child(t.document_data()))
        .child(authoring());
    if untrack(|| app.is_invited()) {
        return page.child(p("empty", t.document_invited()));
    }
    let versions = issued::Versions::new();
    page.child(p("", t.document_text()))
        .child(issued::state(versions))
        .child(data::project())
        .child(data::cover())
        .child(versions::versions())
        .child(issue::issue())
        .child(issued::issued(versions))
}
