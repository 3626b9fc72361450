//! Floor 4: pages and components. No rule of the field lives here: a page reads
//! memos over pure functions and calls actions.

mod app;
mod components;
mod document;
mod el;
mod lazy;
mod manage;
mod pages;
mod routes;
mod wording;

pub use routes::{Page, Query, Route, View, step_name};

use crate::i18n::Locale;
use crate::state::{App, Opened};
use leptos::prelude::*;

/// Mounts the app into the page.
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        document::show_panic();
    }));
    // Leptos itself runs nothing before it is mounted.
    wasm_bindgen_futures::spawn_local(async {
        let opened = Opened::open().await;
        document::clear_shell();
        leptos::mount::mount_to_body(move || app::root(opened));
    });
}

/// The language of this part of the page. To be asked for while a component is
/// built, not later in an event.
fn t() -> Locale {
    use_context().unwrap_or_default()
}

/// The state and its actions. To be asked for while a component is built.
fn app() -> App {
    // The message of `expect_context` brings tables for all scripts.
    let Some(app) = use_context() else {
        unreachable!("the app is in the context of every page");
    };
    app
}

/// What stands behind the `?` of the address, which changes while the page
/// stays. To be asked for while a component is built.
fn query() -> Memo<Query> {
    let Some(query) = use_context() else {
        unreachable!("the query is in the context of every page");
    };
    query
}

/// Goes to the same page with this behind the `?`.
fn ask(query: Query) {
    let here = Route::parse(&document::hash());
    if let Route::Survey(id, page) = here {
        document::go(&Route::Survey(id, page.with(query)).href());
        // The browser tells of it a moment later: a second press within that
        // moment would start from what was asked before the first.
        document::tell_of_the_address();
    }
}
