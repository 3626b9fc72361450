//! What keeps records small and other pages in step: a part of the program that
//! is fetched after the first page, as soon as somebody edits or another page
//! writes.
//!
//! Until it is here, records are written as long as they are. What another page
//! wrote is taken over when it is here; should this page write the same record
//! before, the other page sees that its own was not known, and merges.

use super::{App, Fetched, browser, in_part, steps, tabs};
use crate::storage::first_layout;
use crate::storage::record::{self, Squeeze};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Functions of the part.
#[derive(Clone, Copy)]
pub(super) struct Keeping {
    squeeze: Squeeze,
    written_elsewhere: fn(App, &str, Option<String>),
    pub(super) sort_steps: fn(App),
}

in_part! {
    keeping =>
    fn keeping() -> Fetched<Keeping> {
        Ok(Keeping {
            squeeze: record::squeezed,
            written_elsewhere: tabs::written_elsewhere,
            sort_steps: steps::sort,
        })
    }
}

in_part! {
    keeping =>
    fn move_from_first_layout(app: App) -> Fetched<()> {
        let moved = first_layout::move_all(&app.vault(), browser::milliseconds());
        if let Some(writes) = app.told(moved) {
            app.journal(writes);
        }
        app.refresh_library();
        Ok(())
    }
}

impl App {
    /// Takes over what the app's first version has left in this browser.
    pub(super) fn take_over_first_layout(self) {
        if first_layout::is_here(&self.vault()) {
            spawn_local(async move {
                // Small records need the part too.
                if self.fetch_keeping().await {
                    let _ = move_from_first_layout(self).await;
                }
            });
        }
    }

    /// Fetches the part, where it is not here; says whether it is.
    pub(super) async fn fetch_keeping(self) -> bool {
        if self.env.with_value(|env| env.keeping.is_some()) {
            return true;
        }
        let Ok(fetched) = keeping().await else {
            // Tried again at the next edit; nothing depends on it but room.
            return false;
        };
        self.vault().squeeze_with(fetched.squeeze);
        self.env.update_value(|env| env.keeping = Some(fetched));
        self.sort_steps();
        true
    }

    /// Fetches the part while the person goes on, who has just changed
    /// something: from now on there is something to lose, and the browser is
    /// asked to keep it.
    pub(super) fn prepare_to_keep(self) {
        let first = self
            .env
            .try_update_value(|env| !std::mem::replace(&mut env.edited, true));
        if first == Some(true) {
            spawn_local(async move {
                if !self.fetch_keeping().await {
                    self.env.update_value(|env| env.edited = false);
                }
                // Where it says no, the settings say so.
                let _ = browser::persist(true).await;
            });
        }
    }

    /// Takes over what another page has written, as soon as it can.
    pub(super) fn written_elsewhere(self, key: String, text: Option<String>) {
        if !self.take_over(&key, text.clone()) {
            spawn_local(async move {
                if self.fetch_keeping().await {
                    self.take_over(&key, text);
                }
            });
        }
    }

    /// The same, at once; says whether the part is here.
    pub(super) fn take_over(self, key: &str, text: Option<String>) -> bool {
        let keeping = self.env.with_value(|env| env.keeping);
        if let Some(keeping) = keeping {
            (keeping.written_elsewhere)(self, key, text);
        }
        keeping.is_some()
    }
}
