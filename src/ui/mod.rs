//! Floor 4: pages and components.

use leptos::prelude::*;

/// Mounts the app into the page.
pub fn start() {
    console_error_panic_hook::set_once();
    leptos::mount::mount_to_body(|| view! { <main><h1>"Rilievo"</h1></main> });
}
